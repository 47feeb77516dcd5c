import { ScrollArea, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { exact } from '../../domain/money/decimal';
import { amountText } from '../../domain/report/row';
import { formatAmount, formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { ImportPlan } from '../../session/import/plan';

type Totals = ImportPlan['fileTotals'];

const amountOf = (totals: Totals, currency: string): string =>
  totals.find((one) => one.currency === currency)?.amount ?? '0';

/**
 * Control totals per currency and sign: of the file, of what is taken, and the difference, also when it is zero. Where a
 * currency has credits, what is plus and what is minus stand apart above the sum.
 */
export function ControlTotals({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  if (plan.fileTotals.length === 0) return null;
  const lines = plan.fileTotals.flatMap(({ currency, rows, amount }) => {
    const total = {
      sign: '',
      currency,
      rows,
      file: amount,
      taken: amountOf(plan.goodTotals, currency),
    };
    const credits = plan.fileCredits.find((one) => one.currency === currency);
    if (!credits) return [total];
    const minus = {
      sign: '−',
      currency,
      rows: credits.rows,
      file: credits.amount,
      taken: amountOf(plan.goodCredits, currency),
    };
    const plus = {
      sign: '+',
      currency,
      rows: rows - credits.rows,
      file: exact(total.file).minus(minus.file).toFixed(),
      taken: exact(total.taken).minus(minus.taken).toFixed(),
    };
    return [plus, minus, total];
  });
  return (
    <ScrollArea.Autosize
      type="auto"
      offsetScrollbars="x"
      tabIndex={0}
      role="region"
      aria-label={t('import.controlTotal')}
    >
      <Table data-testid="control-totals" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.controlTotal')}</Table.Th>
            <Table.Th ta="right">{t('import.controlFile')}</Table.Th>
            <Table.Th ta="right">{t('import.controlTaken')}</Table.Th>
            <Table.Th ta="right">{t('import.controlDifference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ sign, currency, rows, file, taken }) => {
            const show = (amount: string): string =>
              formatAmount(amountText(amount, currency), locale);
            const name =
              currency || plan.mapping.constants['currency'] || t('import.booksCurrency');
            return (
              <Table.Tr key={`${currency}${sign}`}>
                <Table.Td>
                  {sign === '' ? name : `${name} ${sign}`} · {formatInteger(rows, locale)}
                </Table.Td>
                <Table.Td ta="right">{show(file)}</Table.Td>
                <Table.Td ta="right">{show(taken)}</Table.Td>
                <Table.Td ta="right">{show(exact(file).minus(taken).toFixed())}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
