import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { exact } from '../../domain/money/decimal';
import { amountText } from '../../domain/report/row';
import { formatAmount, formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { ImportPlan } from '../../session/import/plan';

/** Control totals per currency: of the file, of what is taken, and the difference, also when it is zero. */
export function ControlTotals({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  if (plan.fileTotals.length === 0) return null;
  const constant = plan.mapping.constants['currency'];
  return (
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
        {plan.fileTotals.map((total) => {
          const taken =
            plan.goodTotals.find((one) => one.currency === total.currency)?.amount ?? '0';
          const show = (amount: string): string =>
            formatAmount(amountText(amount, total.currency), locale);
          return (
            <Table.Tr key={total.currency}>
              <Table.Td>
                {total.currency || constant || t('import.booksCurrency')} ·{' '}
                {formatInteger(total.rows, locale)}
              </Table.Td>
              <Table.Td ta="right">{show(total.amount)}</Table.Td>
              <Table.Td ta="right">{show(taken)}</Table.Td>
              <Table.Td ta="right">{show(exact(total.amount).minus(taken).toFixed())}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
