import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { amountText } from '../../domain/report/row';
import { formatAmount, formatDate } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Comparison } from '../../session/import/review/compare';

/** What corrections of documents change in the sums posted up to past month ends. */
export function Effects({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  if (comparison.effects.length === 0) return null;
  return (
    <Stack gap={4} data-testid="effects">
      <Text size="sm">{t('import.effects')}</Text>
      <Table w="auto" style={{ alignSelf: 'flex-start' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.monthEnd')}</Table.Th>
            <Table.Th ta="right">{t('import.effect')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparison.effects.map(({ monthEnd, currency, amount }) => (
            <Table.Tr key={`${monthEnd} ${currency}`}>
              <Table.Td>{formatDate(monthEnd, locale)}</Table.Td>
              <Table.Td ta="right">
                {formatAmount(amountText(amount, currency), locale)} {currency}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
