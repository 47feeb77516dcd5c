import { z } from 'zod';
import { sql } from '../../engine/sql';
import { containsText } from '../containsText';
import { defineReport } from '../define';
import { isoDate } from '../params';

const params = z.strictObject({
  asOf: isoDate,
  search: z.string().max(200).describe('part of a name or an id').optional(),
});
type Params = z.output<typeof params>;

export const customers = defineReport<Params>({
  id: 'customers',
  summary: 'Debtors with what each owes at a date: one row a customer and currency.',
  params,
  examples: [{ asOf: '2026-08-31' }, { asOf: '2026-08-31', search: "l'à_100%" }],
  query: (p, dialect) => sql`
    SELECT d.customer_id AS customer_id, d.customer_name AS customer_name, d.segment AS segment,
           d.region AS region, d.collector AS collector, c.currency AS currency,
           coalesce(s.open_amount, CAST(0 AS DECIMAL(18,4))) AS open_amount,
           coalesce(s.item_count, 0) AS item_count
    FROM debtor d
    LEFT JOIN (SELECT customer_key, currency_key, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
                      count(*) AS item_count
               FROM span WHERE valid_from <= ${sql.date(p.asOf)} AND valid_to > ${sql.date(p.asOf)}
               GROUP BY customer_key, currency_key) s ON s.customer_key = d.customer_key
    LEFT JOIN ledger_currency c ON c.currency_key = s.currency_key
    WHERE (d.customer_key > 0 OR s.item_count > 0) AND ${
      p.search === undefined
        ? sql`TRUE`
        : sql`(${containsText(sql`d.customer_name`, p.search, dialect)} OR ${containsText(sql`d.customer_id`, p.search, dialect)})`
    }`,
  order: () => [
    { column: 'customer_name', direction: 'asc' },
    { column: 'customer_id', direction: 'asc' },
    { column: 'currency', direction: 'asc' },
  ],
  columns: (p) => [
    {
      id: 'customer_id',
      label: { key: 'column.customerId' },
      kind: 'id',
      drill: {
        report: 'customer-account',
        fixed: { asOf: p.asOf },
        fromRow: { customer: 'customer_id' },
      },
    },
    { id: 'customer_name', label: { key: 'column.customerName' }, kind: 'text' },
    { id: 'segment', label: { key: 'dimension.segment' }, kind: 'text' },
    { id: 'region', label: { key: 'dimension.region' }, kind: 'text' },
    { id: 'collector', label: { key: 'dimension.collector' }, kind: 'text' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer' },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(sum(item_count) AS BIGINT) AS item_count
    FROM ${source} WHERE currency IS NOT NULL GROUP BY currency ORDER BY currency`,
  policy: (p) => ({ asOf: p.asOf }),
});
