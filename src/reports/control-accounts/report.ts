import { sql } from '../../engine/sql';
import { ledgerTieOut } from '../aging/tieOuts';
import { defineReport } from '../define';
import { amounts, baseAmounts, money, names } from './columns';
import { agingOf, type ControlAccountsParams, params } from './params';
import { comparedAccounts } from './query';

/**
 * The open items beside the general ledger, account by account: in each currency and in that of the books. What is only
 * moved between accounts or customers is named, so that what is left is a difference.
 * Source: LEDGER rules, tie-out of the whole.
 */
export const controlAccounts = defineReport<ControlAccountsParams>({
  id: 'control-accounts',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', by: 'customer', show: 'unexplained' },
    { asOf: '2026-08-31', by: 'currency' },
  ],
  query: comparedAccounts,
  order: () => [
    { column: 'key', direction: 'asc' },
    { column: 'currency', direction: 'asc' },
  ],
  columns: (p) => [...names(p), ...amounts],
  totals: (_p, source) => sql`
    SELECT b.base_currency AS currency, ${sql.join(
      baseAmounts.map((name) => sql`s.${sql.id(name)} AS ${sql.id(name)}`),
    )}
    FROM ledger_base b CROSS JOIN (
      SELECT ${sql.join(baseAmounts.map((name) => money(sql`sum(${sql.id(name)})`, name)))} FROM ${source}) s`,
  tieOuts: [
    {
      name: ledgerTieOut.name,
      query: (p, dialect) => ledgerTieOut.query(agingOf(p), dialect),
    },
  ],
  policy: (p) => ({ asOf: p.asOf }),
});
