import type { Column } from '../../domain/report/column';
import { type Sql, sql } from '../../engine/sql';
import type { ControlAccountsParams } from './params';

/** An amount of a row, 0 where there is none. */
export const money = (value: Sql, name: string): Sql =>
  sql`CAST(coalesce(${value}, 0) AS DECIMAL(18,4)) AS ${sql.id(name)}`;

/** What a row is of. */
export function names(p: ControlAccountsParams): readonly Column[] {
  const currency: Column = { id: 'currency', label: { key: 'column.currency' }, kind: 'code' };
  const label: Column = { id: 'label', label: { key: 'column.name' }, kind: 'text' };
  switch (p.by) {
    case 'account':
      return [{ id: 'key', label: { key: 'column.controlAccount' }, kind: 'id' }, label, currency];
    case 'customer':
      return [
        {
          id: 'key',
          label: { key: 'column.customerId' },
          kind: 'id',
          drill: {
            report: 'customer-account',
            fixed: { asOf: p.asOf },
            fromRow: { customer: 'key' },
          },
        },
        label,
        currency,
      ];
    case 'currency':
      return [
        currency,
        { id: 'key', label: { key: 'column.name' }, kind: 'id', hidden: true },
        { ...label, hidden: true },
      ];
  }
}

const inCurrency = (id: string, label: Column['label']): Column => ({
  id,
  label,
  kind: 'money',
  currencyColumn: 'currency',
});
const inBooks = (id: string, label: Column['label']): Column => ({ id, label, kind: 'money' });

export const amounts: readonly Column[] = [
  inCurrency('subledger_amount', { key: 'column.subledgerAmount' }),
  inCurrency('ledger_amount', { key: 'column.ledgerAmount' }),
  inCurrency('difference', { key: 'column.difference' }),
  inCurrency('moved_amount', { key: 'column.reclassified' }),
  inCurrency('unexplained_amount', { key: 'column.unexplained' }),
  inBooks('subledger_base', { key: 'column.subledgerBase' }),
  inBooks('ledger_base', { key: 'column.ledgerBase' }),
  inBooks('difference_base', { key: 'column.differenceBase' }),
  inBooks('moved_base', { key: 'column.reclassifiedBase' }),
  inBooks('unexplained_base', { key: 'column.unexplainedBase' }),
  inBooks('debit_base', { key: 'column.debitBalances' }),
  inBooks('credit_base', { key: 'column.creditBalances' }),
  inBooks('revaluation_base', { key: 'column.ofRevaluation' }),
];

/** The names of the amounts in the currency of the books. */
export const baseAmounts: readonly string[] = [
  'subledger_base',
  'ledger_base',
  'difference_base',
  'moved_base',
  'unexplained_base',
  'debit_base',
  'credit_base',
  'revaluation_base',
];
