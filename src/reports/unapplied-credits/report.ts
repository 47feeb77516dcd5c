import { z } from 'zod';
import { sql } from '../../engine/sql';
import { every, itemFilters, openAt, underPolicy } from '../aging/source';
import { customerColumns } from '../customerColumns';
import { defineReport, type TieOutDef } from '../define';
import { agingNeeds, agingPolicy, agingShape, wholeDays } from '../params';

const params = z
  .strictObject({ ...agingShape, ageMin: wholeDays.optional() })
  .transform((given) => ({ ...given, credits: 'own' as const }));
type Params = z.output<typeof params>;

const age = (p: Params) => sql`date_diff('day', s.document_date, ${sql.date(p.asOf)})`;

/** What is shown, and what filters leave out, against the movements of credits up to the date. */
const creditsTieOut: TieOutDef<Params> = {
  name: 'unapplied-credits',
  query: (p) => {
    const shown = every([
      ...itemFilters(p),
      ...(p.ageMin === undefined ? [] : [sql`${age(p)} >= ${p.ageMin}`]),
    ]);
    return sql`
      WITH open_credit AS (
        SELECT currency_key, sum(open_amount) AS amount, sum(CASE WHEN is_shown THEN open_amount ELSE 0 END) AS shown
        FROM (SELECT s.*, TRUE AS is_shown FROM ${underPolicy(p, 'span')} s WHERE ${openAt(p)} AND side = -1 AND (${shown})
              UNION ALL
              SELECT s.*, FALSE AS is_shown FROM ${underPolicy(p, 'span')} s WHERE ${openAt(p)} AND side = -1 AND NOT (${shown})) o
        GROUP BY currency_key
      ), moved AS (
        SELECT i.currency_key AS currency_key, sum(m.amount) AS amount
        FROM ${underPolicy(p, 'movement')} m JOIN item i ON i.item_key = m.item_key
        WHERE m.effective_date <= ${sql.date(p.asOf)} AND i.side = -1 GROUP BY i.currency_key
      )
      SELECT c.currency AS currency, CAST(coalesce(o.amount, 0) AS DECIMAL(18,4)) AS left_amount,
             CAST(coalesce(o.shown, 0) AS DECIMAL(18,4)) AS shown_amount,
             CAST(coalesce(m.amount, 0) AS DECIMAL(18,4)) AS right_amount
      FROM ledger_currency c
      LEFT JOIN open_credit o ON o.currency_key = c.currency_key
      LEFT JOIN moved m ON m.currency_key = c.currency_key
      WHERE o.currency_key IS NOT NULL OR m.currency_key IS NOT NULL
      ORDER BY currency`;
  },
};

export const unappliedCredits = defineReport<Params>({
  id: 'unapplied-credits',
  shows: 'records',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', ageMin: '30', segment: 'business' },
    { asOf: '2026-08-31', allocation: 'oldest' },
  ],
  query: (p) => sql`
    SELECT i.document_id AS document_id, i.instalment_no AS instalment_no, x.number AS number, t.kind AS kind,
           d.customer_id AS customer_id, d.customer_name AS customer_name, s.document_date AS document_date,
           ${age(p)} AS age_days, c.currency AS currency, i.amount AS amount, s.open_amount AS open_amount,
           CASE WHEN i.is_rated THEN s.open_base END AS open_base_amount, x.reference AS reference,
           x.source_id AS source_id, x.source_row AS source_row
    FROM (SELECT s.* FROM ${underPolicy(p, 'span')} s
          WHERE ${openAt(p)} AND side = -1 AND ${every(itemFilters(p))}) s
    JOIN item i ON i.item_key = s.item_key
    JOIN document_text x ON x.document_key = i.document_key
    JOIN trait t ON t.trait_key = s.trait_key
    JOIN debtor d ON d.customer_key = s.customer_key
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    WHERE ${p.ageMin === undefined ? sql`TRUE` : sql`${age(p)} >= ${p.ageMin}`}`,
  order: () => [
    { column: 'age_days', direction: 'desc' },
    { column: 'document_id', direction: 'asc' },
    { column: 'instalment_no', direction: 'asc' },
    { column: 'kind', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'instalment_no', label: { key: 'column.instalmentNo' }, kind: 'integer', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    ...customerColumns(p.asOf),
    { id: 'document_date', label: { key: 'column.documentDate' }, kind: 'date' },
    { id: 'age_days', label: { key: 'column.ageDays' }, kind: 'integer' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'open_base_amount', label: { key: 'column.openBaseAmount' }, kind: 'money' },
    { id: 'reference', label: { key: 'column.reference' }, kind: 'text' },
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(amount) AS DECIMAL(18,4)) AS amount,
           CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(sum(open_base_amount) AS DECIMAL(18,4)) AS open_base_amount, count(*) AS item_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: [creditsTieOut],
  needs: agingNeeds,
  policy: (p) => agingPolicy(p),
});
