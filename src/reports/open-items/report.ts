import { z } from 'zod';
import { bucketsOf } from '../../domain/aging/buckets';
import type { Column } from '../../domain/report/column';
import type { Dialect } from '../../engine/dialect';
import { type Sql, sql } from '../../engine/sql';
import { bucketColumns } from '../aging/columns';
import { bucketDate, every, inBucket, itemFilters, openAt, spanTable } from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { containsText } from '../containsText';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy, agingShape, decimalText, wholeDays } from '../params';

const shape = z.strictObject({
  ...agingShape,
  bucket: z
    .string()
    .regex(/^(b\d{1,2}|unapplied)$/, 'give a bucket as b0, b1 … or unapplied')
    .describe('`b0` … `bn`, or `unapplied`: the credits that stand apart')
    .optional(),
  /** One row an instalment, or one a document with its parts by bucket: it chooses rows, never totals. */
  granularity: z.enum(['instalment', 'document']).default('instalment'),
  ageMin: wholeDays.optional(),
  amountMin: decimalText.optional(),
  amountMax: decimalText.optional(),
  search: z
    .string()
    .max(200)
    .describe('part of a number, of a customer’s name or id, or of a reference')
    .optional(),
});
const params = shape.refine(hasBucket, {
  path: ['bucket'],
  message: 'there is no such bucket under these edges and credits',
});
type Params = z.output<typeof params>;

/** Whether the bucket that is asked for exists: an empty answer would look like a ledger without such items. */
function hasBucket({ bucket, edges, credits }: z.output<typeof shape>): boolean {
  if (bucket === undefined) return true;
  if (bucket === 'unapplied') return credits === 'unapplied';
  return bucketsOf(edges).some((one) => one.id === bucket);
}

/** The bucket's id by the item's own date; credits stand in `unapplied` where the policy says so. */
function bucketOf(p: Params): Sql {
  const branches = bucketsOf(p.edges).map(
    (bucket) => sql`WHEN ${inBucket(p, bucket)} THEN ${bucket.id}`,
  );
  const apart = p.credits === 'unapplied' ? sql`WHEN side = -1 THEN 'unapplied'` : sql.empty;
  return sql`CASE ${apart} ${sql.join(branches, ' ')} END`;
}

/** The conditions of this report beyond an aging's own filters, on spans. */
function conditions(p: Params): readonly Sql[] {
  const all: Sql[] = [];
  const apart = p.credits === 'unapplied';
  const bucket = bucketsOf(p.edges).find((one) => one.id === p.bucket);
  if (p.bucket === 'unapplied') all.push(apart ? sql`side = -1` : sql`FALSE`);
  else if (bucket) all.push(apart ? sql`side = 1 AND ${inBucket(p, bucket)}` : inBucket(p, bucket));
  else if (p.bucket !== undefined) all.push(sql`FALSE`);
  if (p.ageMin !== undefined)
    all.push(sql`date_diff('day', ${bucketDate(p)}, ${sql.date(p.asOf)}) >= ${p.ageMin}`);
  if (p.amountMin !== undefined) all.push(sql`open_amount >= ${sql.money(p.amountMin)}`);
  if (p.amountMax !== undefined) all.push(sql`open_amount <= ${sql.money(p.amountMax)}`);
  return all;
}

function searchCondition(p: Params, dialect: Dialect): Sql {
  if (p.search === undefined) return sql`TRUE`;
  const columns = [
    sql`x.number`,
    sql`d.customer_name`,
    sql`d.customer_id`,
    sql`coalesce(x.reference, '')`,
  ];
  const { search } = p;
  return sql`(${sql.join(
    columns.map((column) => containsText(column, search, dialect)),
    ' OR ',
  )})`;
}

/** Each open item, a document or one instalment of it, with its bucket. */
const itemRows = (p: Params, dialect: Dialect): Sql => sql`
    SELECT i.document_id AS document_id, i.instalment_no AS instalment_no, x.number AS number, t.kind AS kind,
           d.customer_id AS customer_id, d.customer_name AS customer_name,
           s.document_date AS document_date, s.due_date AS due_date,
           date_diff('day', s.due_date, ${sql.date(p.asOf)}) AS days_past_due,
           s.bucket AS bucket, c.currency AS currency, i.amount AS amount,
           s.open_amount AS open_amount, CASE WHEN i.is_rated THEN s.open_base END AS open_base_amount,
           x.source_id AS source_id, x.source_row AS source_row
    FROM (
      SELECT item_key, customer_key, trait_key, currency_key, document_date, due_date, open_amount, open_base,
             ${bucketOf(p)} AS bucket
      FROM ${spanTable(p)} s WHERE ${openAt(p)} AND ${every([...itemFilters(p), ...conditions(p)])}
    ) s
    JOIN item i ON i.item_key = s.item_key
    JOIN document_text x ON x.document_key = i.document_key
    JOIN trait t ON t.trait_key = s.trait_key
    JOIN debtor d ON d.customer_key = s.customer_key
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    WHERE ${searchCondition(p, dialect)}`;

const bucketIds = (p: Params): readonly string[] => [
  ...bucketsOf(p.edges).map(({ id }) => id),
  ...(p.credits === 'unapplied' ? ['unapplied'] : []),
];

/** The same a document each: its open parts by bucket, and the oldest of their due dates. */
function documentRows(p: Params, dialect: Dialect): Sql {
  const own = sql`document_id, number, kind, customer_id, customer_name, currency, source_id, source_row`;
  const buckets = bucketIds(p).map(
    (id) =>
      sql`CAST(sum(CASE WHEN bucket = ${id} THEN open_amount ELSE CAST(0 AS DECIMAL(18,4)) END) AS DECIMAL(18,4)) AS ${sql.id(id)}`,
  );
  return sql`
    SELECT ${own}, min(document_date) AS document_date, min(due_date) AS due_date,
           max(days_past_due) AS days_past_due, count(*) AS parts, ${sql.join(buckets)},
           CAST(sum(amount) AS DECIMAL(18,4)) AS amount, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(CASE WHEN count(open_base_amount) = count(*) THEN sum(open_base_amount) END AS DECIMAL(18,4)) AS open_base_amount
    FROM (${itemRows(p, dialect)}) i GROUP BY ${own}`;
}

const undrilled = ({ drill: _, ...column }: Column): Column => column;
const isByDocument = (p: Params): boolean => p.granularity === 'document';

export const openItems = defineReport<Params>({
  id: 'open-items',
  shows: 'records',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', bucket: 'b2', segment: 'business', basis: 'document' },
    { asOf: '2026-08-31', credits: 'unapplied', bucket: 'unapplied', search: '100%' },
    { asOf: '2026-08-31', granularity: 'document', credits: 'unapplied' },
  ],
  query: (p, dialect) => (isByDocument(p) ? documentRows(p, dialect) : itemRows(p, dialect)),
  order: (p) => [
    { column: 'days_past_due', direction: 'desc' },
    { column: 'document_id', direction: 'asc' },
    ...(isByDocument(p) ? [] : ([{ column: 'instalment_no', direction: 'asc' }] as const)),
    { column: 'kind', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    ...(isByDocument(p)
      ? []
      : ([
          {
            id: 'instalment_no',
            label: { key: 'column.instalmentNo' },
            kind: 'integer',
            hidden: true,
          },
        ] as const)),
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    ...customerColumns(p.asOf),
    { id: 'document_date', label: { key: 'column.documentDate' }, kind: 'date' },
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'days_past_due', label: { key: 'column.daysPastDue' }, kind: 'integer' },
    ...(isByDocument(p)
      ? []
      : ([{ id: 'bucket', label: { key: 'column.bucket' }, kind: 'code' }] as const)),
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
    ...(isByDocument(p)
      ? [
          { id: 'parts', label: { key: 'column.openParts' }, kind: 'integer' } as const,
          ...bucketColumns(p, {})
            .filter(({ id }) => bucketIds(p).includes(id))
            .map(undrilled),
        ]
      : []),
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'open_base_amount', label: { key: 'column.openBaseAmount' }, kind: 'money' },
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
  ],
  totals: (p, source) => sql`
    SELECT currency, ${
      isByDocument(p)
        ? sql`${sql.join(bucketIds(p).map((id) => sql`CAST(sum(${sql.id(id)}) AS DECIMAL(18,4)) AS ${sql.id(id)}`))},`
        : sql.empty
    } CAST(sum(amount) AS DECIMAL(18,4)) AS amount,
           CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(sum(open_base_amount) AS DECIMAL(18,4)) AS open_base_amount,
           ${isByDocument(p) ? sql`CAST(sum(parts) AS BIGINT)` : sql`count(*)`} AS item_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: agingTieOuts,
  needs: agingNeeds,
  policy: (p) => agingPolicy(p),
});
