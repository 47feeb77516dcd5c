import { movementKindKey } from '../../domain/ledger/movement';
import { type Sql, sql } from '../../engine/sql';
import { openAt, underPolicy } from '../aging/source';
import { money } from './columns';
import { agingOf, type ControlAccountsParams } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const none = sql`'-'`;

/** The control account of an item: its document's, else the one that posts it, else the only one that there is. */
const accountOf = (trait: Sql, posting: Sql): Sql =>
  sql`coalesce(${trait}.control_account_id, ${posting}.account_id, o.account_id, ${none})`;

/** What names a row, of an item, of the item that it was applied to, and of a line of the journal. */
function keysOf(by: ControlAccountsParams['by']): Readonly<Record<'own' | 'other' | 'line', Sql>> {
  switch (by) {
    case 'account':
      return {
        own: accountOf(sql`t`, sql`f`),
        other: accountOf(sql`ot`, sql`of`),
        line: sql`g.account_id`,
      };
    case 'customer':
      return {
        own: sql`d.customer_id`,
        other: sql`od.customer_id`,
        line: sql`coalesce(g.customer_id, g.owner_id, ${none})`,
      };
    case 'currency':
      return { own: none, other: none, line: none };
  }
}

/** The lines of the journal on control accounts, in the currency that they were posted in, and whose document they post. */
const journalLines = sql`
  SELECT g.entry_id AS entry_id, g.account_id AS account_id, g.customer_id AS customer_id,
         g.document_id AS document_id, g.posting_date AS posting_date, w.document_id IS NOT NULL AS is_linked,
         w.customer_id AS owner_id,
         CASE WHEN g.currency IS NULL OR g.amount_currency IS NULL THEN b.base_currency ELSE g.currency END AS currency,
         CASE WHEN g.currency IS NULL OR g.amount_currency IS NULL
           THEN coalesce(g.debit, 0) - coalesce(g.credit, 0) ELSE g.amount_currency END AS amount,
         coalesce(g.debit, 0) - coalesce(g.credit, 0) AS base_amount
  FROM gl_entry g JOIN control_account a ON a.account_id = g.account_id
  LEFT JOIN (
    SELECT i.document_id AS document_id, min(d.customer_id) AS customer_id
    FROM item i JOIN debtor d ON d.customer_key = i.customer_key GROUP BY i.document_id
  ) w ON w.document_id = g.document_id
  CROSS JOIN ledger_base b
  WHERE coalesce(g.status, 'posted') = 'posted'`;

/**
 * What applying credits moved between rows: a receipt that paid what another customer owes, on another account or in
 * another currency. Few books post such a move.
 */
function movedByApplying(p: ControlAccountsParams): Sql {
  const { own, other } = keysOf(p.by);
  return sql`
    SELECT ${own} AS key, m.currency_key AS currency_key,
           sum(m.amount) AS amount, sum(m.base_amount) AS base_amount
    FROM (
      SELECT v.item_key AS item_key, v.counter_key AS counter_key, i.currency_key AS currency_key,
             i.customer_key AS customer_key, i.trait_key AS trait_key, i.document_id AS document_id,
             k.customer_key AS other_customer_key, k.trait_key AS other_trait_key,
             k.document_id AS other_document_id, k.currency_key AS other_currency_key,
             v.amount AS amount, v.base_amount AS base_amount
      FROM ${underPolicy(agingOf(p), 'movement')} v
      JOIN item i ON i.item_key = v.item_key
      JOIN item k ON k.item_key = v.counter_key
      WHERE v.effective_date <= ${sql.date(p.asOf)} AND v.origin_key = ${movementKindKey('applied')}
        AND (k.customer_key <> i.customer_key OR k.currency_key <> i.currency_key OR k.trait_key <> i.trait_key)
    ) m
    JOIN trait t ON t.trait_key = m.trait_key
    JOIN trait ot ON ot.trait_key = m.other_trait_key
    JOIN debtor d ON d.customer_key = m.customer_key
    JOIN debtor od ON od.customer_key = m.other_customer_key
    LEFT JOIN first_posting f ON f.document_id = m.document_id AND t.control_account_id IS NULL
    LEFT JOIN first_posting of ON of.document_id = m.other_document_id AND ot.control_account_id IS NULL
    CROSS JOIN only_account o
    WHERE m.currency_key <> m.other_currency_key OR ${own} <> ${other}
    GROUP BY 1, 2`;
}

/**
 * What the journal moved from one control account to another: lines of an entry that, over all control accounts, come to
 * nothing, and that post documents. An item stays on the account of its document.
 */
const movedByJournal = (p: ControlAccountsParams): Sql => sql`
  SELECT l.account_id AS key, c.currency_key AS currency_key,
         -sum(l.amount) AS amount, -sum(l.base_amount) AS base_amount
  FROM line l
  JOIN (
    SELECT entry_id FROM line GROUP BY entry_id
    HAVING sum(base_amount) = 0 AND count(DISTINCT account_id) > 1
  ) e ON e.entry_id = l.entry_id
  JOIN ledger_currency c ON c.currency = l.currency
  WHERE l.is_linked AND l.posting_date <= ${sql.date(p.asOf)}
  GROUP BY l.account_id, c.currency_key`;

/** What rows are called. */
function labels(by: ControlAccountsParams['by']): Sql {
  switch (by) {
    case 'account':
      return sql`SELECT account_id AS key, min(name) AS label FROM gl_account GROUP BY account_id`;
    case 'customer':
      return sql`SELECT customer_id AS key, customer_name AS label FROM debtor`;
    case 'currency':
      return sql`SELECT ${none} AS key, '' AS label`;
  }
}

/** The rows: items and lines of the journal by what names them and currency, side by side. */
export function comparedAccounts(p: ControlAccountsParams): Sql {
  const { own, line } = keysOf(p.by);
  const unlessTied = (difference: Sql, moved: Sql): Sql =>
    sql`CASE WHEN ${difference} = 0 THEN ${zero} ELSE CAST(coalesce(${moved}, 0) AS DECIMAL(18,4)) END`;
  return sql`
    WITH line AS (${journalLines}
    ), first_posting AS (
      SELECT document_id, min(account_id) AS account_id FROM line WHERE document_id IS NOT NULL GROUP BY document_id
    ), only_account AS (
      SELECT CASE WHEN count(*) = 1 THEN min(account_id) END AS account_id FROM control_account
    ), balance AS (
      SELECT ${own} AS key, s.currency_key AS currency_key, s.customer_key AS customer_key,
             sum(s.open_amount) AS amount, sum(s.open_base) AS base_amount,
             sum(CASE WHEN t.kind = 'revaluation' THEN s.open_base ELSE ${zero} END) AS revaluation_base
      FROM ${underPolicy(agingOf(p), 'span')} s
      JOIN trait t ON t.trait_key = s.trait_key
      JOIN debtor d ON d.customer_key = s.customer_key
      JOIN item i ON i.item_key = s.item_key
      LEFT JOIN first_posting f ON f.document_id = i.document_id AND t.control_account_id IS NULL
      CROSS JOIN only_account o
      WHERE ${openAt(agingOf(p))}
      GROUP BY 1, 2, 3
    ), items AS (
      SELECT b.key AS key, c.currency AS currency, sum(b.amount) AS amount, sum(b.base_amount) AS base_amount,
             sum(b.revaluation_base) AS revaluation_base,
             sum(CASE WHEN b.base_amount > 0 THEN b.base_amount ELSE ${zero} END) AS debit_base,
             sum(CASE WHEN b.base_amount < 0 THEN b.base_amount ELSE ${zero} END) AS credit_base
      FROM balance b JOIN ledger_currency c ON c.currency_key = b.currency_key
      GROUP BY b.key, c.currency
    ), books AS (
      SELECT key, currency, sum(amount) AS amount, sum(base_amount) AS base_amount FROM (
        SELECT ${line} AS key, g.currency AS currency, g.amount AS amount, g.base_amount AS base_amount
        FROM line g WHERE g.posting_date <= ${sql.date(p.asOf)}
      ) r GROUP BY key, currency
    ), moved AS (
      SELECT r.key AS key, c.currency AS currency, sum(r.amount) AS amount, sum(r.base_amount) AS base_amount
      FROM (
        SELECT * FROM (${movedByApplying(p)}) a
        ${p.by === 'account' ? sql`UNION ALL SELECT * FROM (${movedByJournal(p)}) j` : sql.empty}
      ) r JOIN ledger_currency c ON c.currency_key = r.currency_key
      GROUP BY r.key, c.currency
    ), compared AS (
      SELECT coalesce(i.key, b.key) AS key, coalesce(i.currency, b.currency) AS currency,
             ${sql.join([
               money(sql`i.amount`, 'subledger_amount'),
               money(sql`b.amount`, 'ledger_amount'),
               money(sql`coalesce(i.amount, 0) - coalesce(b.amount, 0)`, 'difference'),
               money(sql`i.base_amount`, 'subledger_base'),
               money(sql`b.base_amount`, 'ledger_base'),
               money(
                 sql`coalesce(i.base_amount, 0) - coalesce(b.base_amount, 0)`,
                 'difference_base',
               ),
               money(sql`i.debit_base`, 'debit_base'),
               money(sql`i.credit_base`, 'credit_base'),
               money(sql`i.revaluation_base`, 'revaluation_base'),
             ])}
      FROM items i FULL JOIN books b ON b.key = i.key AND b.currency = i.currency
    ), explained AS (
      SELECT c.*, ${unlessTied(sql`c.difference`, sql`m.amount`)} AS moved_amount,
             ${unlessTied(sql`c.difference_base`, sql`m.base_amount`)} AS moved_base
      FROM compared c LEFT JOIN moved m ON m.key = c.key AND m.currency = c.currency
    )
    SELECT e.*, coalesce(n.label, '') AS label,
           CAST(e.difference - e.moved_amount AS DECIMAL(18,4)) AS unexplained_amount,
           CAST(e.difference_base - e.moved_base AS DECIMAL(18,4)) AS unexplained_base
    FROM explained e LEFT JOIN (${labels(p.by)}) n ON n.key = e.key
    WHERE EXISTS (SELECT 1 FROM control_account)
      AND ${
        p.show === 'unexplained'
          ? sql`(e.difference <> e.moved_amount OR e.difference_base <> e.moved_base)`
          : sql`(e.subledger_amount <> 0 OR e.ledger_amount <> 0 OR e.subledger_base <> 0 OR e.ledger_base <> 0)`
      }`;
}
