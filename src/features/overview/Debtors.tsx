import { Anchor, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { exact } from '../../domain/money/decimal';
import type { ResultRow } from '../../domain/report/result';
import { formatAmount } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { useRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';

const shown = 10;

/** The ten largest debtors in the currency of the books, and customers whose account is in credit. */
export function Debtors({ asOf }: { readonly asOf: string }): ReactNode {
  const t = useTranslate();
  const inBase = useRows('aging-by', { asOf, currency: 'base' }, shown);
  const missing = inBase.missingRate;
  // Amounts without a rate cannot be ranked with the others; those in the currency of the books still can.
  const view = missing
    ? { asOf, documentCurrency: missing.baseCurrency }
    : { asOf, currency: 'base' };
  const largest = useRows('aging-by', view, shown);
  const credits = useRows('aging-by', { ...view, sign: 'credit' }, shown);
  const currency = largest.of?.baseCurrency;
  const note =
    currency === undefined
      ? undefined
      : missing
        ? t('overview.inBaseOnly', { from: missing.currency, currency })
        : t('overview.inBase', { currency });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <DebtorList
        title={t('overview.largest')}
        rows={largest.rows?.filter((row) => exact(String(row['total'])).isPositive())}
        note={note}
        asOf={asOf}
      />
      <DebtorList
        title={t('overview.inCredit')}
        rows={credits.rows}
        empty={t('overview.noneInCredit')}
        note={note}
        asOf={asOf}
      />
    </SimpleGrid>
  );
}

interface DebtorListProps {
  readonly title: string;
  readonly rows: readonly ResultRow[] | undefined;
  readonly empty?: string;
  /** What currency every amount is in, and what is left out. */
  readonly note: string | undefined;
  readonly asOf: string;
}

function DebtorList({ title, rows, empty, note, asOf }: DebtorListProps): ReactNode {
  const locale = useLocale();
  const { go } = useUrlParams();
  return (
    <Stack gap="xs">
      <Title order={2}>{title}</Title>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {rows?.length === 0 && empty !== undefined && <Text size="sm">{empty}</Text>}
      <Table>
        <Table.Tbody>
          {(rows ?? []).map((row) => (
            <Table.Tr key={String(row['key'])}>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => go('/account', { customer: String(row['key']), asOf })}
                >
                  {String(row['label'])}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => go('/items', { asOf, customer: String(row['key']) })}
                >
                  {formatAmount(String(row['total']), locale)} {String(row['currency'])}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
