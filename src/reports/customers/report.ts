import { z } from 'zod';
import type { Column } from '../../domain/report/column';
import { sql } from '../../engine/sql';
import { containsText } from '../containsText';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { isoDate } from '../params';

const params = z.strictObject({
  asOf: isoDate,
  search: z.string().max(200).describe('part of a name or an id').optional(),
});
type Params = z.output<typeof params>;

const detail = (id: string, key: string, kind: Column['kind'] = 'text'): Column => ({
  id,
  label: { key },
  kind,
  hidden: true,
});

/** What is known of a customer beside what it owes. */
const details: readonly Column[] = [
  { id: 'note', label: { key: 'column.note' }, kind: 'text' },
  detail('terms', 'column.terms'),
  detail('credit_limit', 'column.creditLimit', 'money'),
  detail('language', 'column.language'),
  detail('tax_id', 'column.taxId', 'id'),
  detail('email', 'column.email'),
  detail('phone', 'column.phone'),
  detail('street', 'column.street'),
  detail('city', 'column.city'),
  detail('postal_code', 'column.postalCode', 'id'),
  detail('country', 'column.country'),
];

export const customers = defineReport<Params>({
  id: 'customers',
  shows: 'records',
  params,
  examples: [{ asOf: '2026-08-31' }, { asOf: '2026-08-31', search: "l'à_100%" }],
  query: (p, dialect) => sql`
    SELECT d.customer_id AS customer_id, d.customer_name AS customer_name, d.segment AS segment,
           d.region AS region, d.collector AS collector, k.status AS status, c.currency AS currency,
           coalesce(s.open_amount, CAST(0 AS DECIMAL(18,4))) AS open_amount,
           coalesce(s.item_count, 0) AS item_count, ${sql.join(details.map(({ id }) => sql`k.${sql.id(id)} AS ${sql.id(id)}`))}
    FROM debtor d
    LEFT JOIN (SELECT customer_id, min(status) AS status, ${sql.join(details.map(({ id }) => sql`min(${sql.id(id)}) AS ${sql.id(id)}`))}
               FROM customer GROUP BY customer_id) k ON k.customer_id = d.customer_id
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
    ...customerColumns(p.asOf),
    { id: 'segment', label: { key: 'dimension.segment' }, kind: 'text' },
    { id: 'region', label: { key: 'dimension.region' }, kind: 'text' },
    { id: 'collector', label: { key: 'dimension.collector' }, kind: 'text' },
    { id: 'status', label: { key: 'column.status' }, kind: 'code' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer' },
    ...details,
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(sum(item_count) AS BIGINT) AS item_count
    FROM ${source} WHERE currency IS NOT NULL GROUP BY currency ORDER BY currency`,
  policy: (p) => ({ asOf: p.asOf }),
});
