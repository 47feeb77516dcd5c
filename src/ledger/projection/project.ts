import { debtorFields } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { tableDef } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { rowKeyOf } from '../longTables';
import { isMapped } from './typed';

/** A statement that fills a canonical table from typed rows, and the rows of it that are already there. */
export interface TableFill {
  readonly table: string;
  /**
   * Rows with exactly the table's columns, `source_id` and `source_row`, and where the table numbers its rows
   * their number, which counts from `start`.
   */
  readonly rows: (start: number) => Sql;
  /** Rows of a key that is there already are left out instead of taking its place. */
  readonly onlyNew: boolean;
  /** Where all rows are documents of one kind: a table without that kind holds none of their keys. */
  readonly kind?: string | undefined;
}

const has = isMapped;

/** A field's column, or NULL where the file does not have it. */
const value = (mapping: Mapping, name: string): Sql =>
  has(mapping, name) ? sql.id(name) : sql`NULL`;

/** Values of a table's columns by name; columns that are not named are NULL. */
function fill(
  table: string,
  values: Readonly<Record<string, Sql>>,
  from: Sql,
  sourceId: Sql,
  onlyNew = false,
): TableFill {
  const def = tableDef(table);
  assert(def, `${table} is not a canonical table`);
  const columns = def.columns.map((column) => values[column.name] ?? sql`NULL`);
  const row = values['source_row'] ?? sql`line`;
  const cells = [...columns, values['source_id'] ?? sourceId, row];
  const isNumbered = rowKeyOf(table) !== undefined;
  return {
    table,
    onlyNew,
    rows: (start) => {
      const all = isNumbered ? [...cells, sql`CAST(line + ${start} AS INTEGER)`] : cells;
      return sql`SELECT ${sql.join(all)} FROM ${from}`;
    },
  };
}

/** A document's accounting date: its own column where the file has one (blank: a draft), else its date. */
function postingDate(mapping: Mapping): Sql {
  return has(mapping, 'posting_date') ? sql`posting_date` : sql`document_date`;
}

/** A canonical table from a file with its own columns. */
function identity(table: string, mapping: Mapping, good: Sql, sourceId: Sql): readonly TableFill[] {
  const def = tableDef(table);
  assert(def, `${table} is not a canonical table`);
  const values = Object.fromEntries(
    def.columns.map((column) => [column.name, value(mapping, column.name)]),
  );
  return [fill(table, { ...values, ...ownProvenance(mapping, sourceId) }, good, sourceId)];
}

/** Canonical files may say where their rows came from in the first place. */
function ownProvenance(mapping: Mapping, sourceId: Sql): Record<string, Sql> {
  return has(mapping, 'source_id')
    ? {
        source_id: sql`coalesce(source_id, ${sourceId})`,
        source_row: has(mapping, 'source_row') ? sql`coalesce(source_row, line)` : sql`line`,
      }
    : {};
}

/** Debtors that invoices or payments carry on their lines, once each, the last line winning; a customer list says more. */
function debtors(mapping: Mapping, good: Sql, sourceId: Sql): readonly TableFill[] {
  if (!has(mapping, 'customer_id') || !debtorFields.some((name) => has(mapping, name))) return [];
  const fields = debtorFields.map((name) => sql`${value(mapping, name)} AS ${sql.id(name)}`);
  // The last line of each is found first and its texts are fetched once, which is far quicker than carrying them.
  const rows = sql`(SELECT customer_id, ${sql.join(fields)}, line FROM ${good}
    WHERE line IN (SELECT max(line) FROM ${good} WHERE customer_id IS NOT NULL GROUP BY customer_id)) c`;
  const values = {
    customer_id: sql`customer_id`,
    name: sql`customer_name`,
    segment: sql`segment`,
    region: sql`region`,
    collector: sql`collector`,
  };
  return [fill('customer', values, rows, sourceId, true)];
}

/**
 * Documents, and the receipt that a settled line tells of: a payment of its own, posted on the settlement date
 * and applied to its invoice. Without a settled amount the whole invoice was settled.
 */
function documents(mapping: Mapping, good: Sql, sourceId: Sql): readonly TableFill[] {
  const def = tableDef('document');
  assert(def, 'document is a canonical table');
  const values: Record<string, Sql> = Object.fromEntries(
    def.columns.map((column) => [column.name, value(mapping, column.name)]),
  );
  values['posting_date'] = postingDate(mapping);
  values['kind'] =
    sql`coalesce(${value(mapping, 'kind')}, CASE WHEN amount < 0 THEN 'credit_note' ELSE 'invoice' END)`;
  const fills: TableFill[] = [
    fill('document', { ...values, ...ownProvenance(mapping, sourceId) }, good, sourceId),
  ];
  if (has(mapping, 'settled_date') || has(mapping, 'settled_amount')) {
    const date = has(mapping, 'settled_date') ? sql`settled_date` : sql`document_date`;
    const amount = has(mapping, 'settled_amount')
      ? sql`coalesce(settled_amount, CASE WHEN ${date} IS NOT NULL THEN amount END)`
      : sql`amount`;
    const settled = sql`(SELECT *, document_id || ':settlement' AS payment_id, ${date} AS paid_on,
      CAST(${amount} AS DECIMAL(18,4)) AS paid FROM ${good}
      WHERE ${date} IS NOT NULL AND amount > 0 AND ${amount} > 0) s`;
    fills.push(
      fill(
        'document',
        {
          document_id: sql`payment_id`,
          entity_id: value(mapping, 'entity_id'),
          kind: sql`'payment'`,
          status: value(mapping, 'status'),
          customer_id: value(mapping, 'customer_id'),
          document_date: sql`paid_on`,
          posting_date: sql`CASE WHEN ${postingDate(mapping)} IS NULL THEN NULL ELSE paid_on END`,
          currency: value(mapping, 'currency'),
          amount: sql`-paid`,
          reference: sql`coalesce(${value(mapping, 'number')}, document_id)`,
          control_account_id: value(mapping, 'control_account_id'),
        },
        settled,
        sourceId,
      ),
      fill(
        'allocation',
        {
          allocation_id: sql`payment_id`,
          credit_document_id: sql`payment_id`,
          debit_document_id: sql`document_id`,
          amount: sql`least(paid, amount)`,
          effective_date: sql`paid_on`,
        },
        settled,
        sourceId,
      ),
    );
  }
  return [...fills, ...debtors(mapping, good, sourceId)];
}

/** Lines of one receipt over several invoices, added up again: one payment a receipt. */
function wholeReceipts(mapping: Mapping, good: Sql): Sql {
  const first = [
    'entity_id',
    'customer_id',
    'document_date',
    'posting_date',
    'currency',
    'control_account_id',
    'reference',
    'description',
    'applied_document_id',
  ]
    .filter((name) => has(mapping, name))
    .map((name) => sql`arg_min(${sql.id(name)}, line) AS ${sql.id(name)}`);
  const sums = ['amount', 'base_amount']
    .filter((name) => has(mapping, name))
    .map((name) => sql`CAST(sum(${sql.id(name)}) AS DECIMAL(18,4)) AS ${sql.id(name)}`);
  return sql`(SELECT payment_id, min(line) AS line, ${sql.join([...first, ...sums])} FROM ${good} GROUP BY payment_id) r`;
}

/** Receipts: positive amounts of the file become payments, applied to the invoice that the row names. */
function payments(
  mapping: Mapping,
  good: Sql,
  sourceId: Sql,
  isSplit: boolean,
): readonly TableFill[] {
  const receipts = isSplit ? wholeReceipts(mapping, good) : good;
  const fills: TableFill[] = [
    fill(
      'document',
      {
        document_id: sql`payment_id`,
        entity_id: value(mapping, 'entity_id'),
        kind: sql`'payment'`,
        customer_id: value(mapping, 'customer_id'),
        document_date: sql`document_date`,
        posting_date: postingDate(mapping),
        currency: value(mapping, 'currency'),
        amount: sql`-amount`,
        base_amount: has(mapping, 'base_amount') ? sql`-base_amount` : sql`NULL`,
        control_account_id: value(mapping, 'control_account_id'),
        reference: value(mapping, 'reference'),
        description: value(mapping, 'description'),
      },
      receipts,
      sourceId,
    ),
  ];
  if (has(mapping, 'applied_document_id')) {
    fills.push(
      fill(
        'allocation',
        {
          allocation_id: sql`payment_id || ':' || applied_document_id`,
          credit_document_id: sql`payment_id`,
          debit_document_id: sql`applied_document_id`,
          amount: sql`amount`,
          effective_date: sql`document_date`,
        },
        sql`(SELECT * FROM ${good} WHERE applied_document_id IS NOT NULL AND amount > 0) a`,
        sourceId,
      ),
    );
  }
  return [...fills.map(asPayments), ...debtors(mapping, good, sourceId)];
}

const asPayments = (one: TableFill): TableFill =>
  one.table === 'document' ? { ...one, kind: 'payment' } : one;

/**
 * The canonical rows of an import, table by table.
 * @param good typed rows without a problem, each with its `line`
 * @param isSplit a receipt stands on several lines, one an invoice
 */
export function project(
  mapping: Mapping,
  good: Sql,
  sourceId: string,
  isSplit = false,
): readonly TableFill[] {
  const source = sql`${sourceId}`;
  switch (mapping.dataset) {
    case 'document':
      return documents(mapping, good, source);
    case 'payment':
      return payments(mapping, good, source, isSplit);
    default:
      return identity(mapping.dataset, mapping, good, source);
  }
}
