import { debtorFields } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { tableDef } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { isSameItem } from '../openings';
import { fill, type TableFill, value } from './fill';
import { kindOfSign } from './kindOfSign';
import { ledgerLines } from './ledgerLines';
import { openItems } from './openItems';
import { salesLines } from './salesLines';
import { isMapped } from './staged';

const has = isMapped;

/**
 * A document's accounting date: its own column where the file has one (blank: a draft), else its date. Items of an
 * opening are posted at cut-over, whatever their own dates.
 */
function postingDate(mapping: Mapping): Sql {
  const cutOver = mapping.content?.kind === 'opening' ? mapping.content.to : undefined;
  if (cutOver !== undefined) return sql`CAST(${cutOver} AS DATE)`;
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

/** Whether a list of open items tells what each was once, beside what of it is open. */
const hasOwnAmount = ({ fields }: Mapping): boolean =>
  fields['open_amount'] !== undefined && fields['open_amount'].column !== fields['amount']?.column;

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
  const isOpening = mapping.content?.kind === 'opening';
  // A list that tells nothing but what is open tells an item's amount on its first list alone.
  const isOpenOnly = mapping.content?.kind === 'open_items' && !hasOwnAmount(mapping);
  values['kind'] = isOpening
    ? sql`'opening_balance'`
    : sql`coalesce(${value(mapping, 'kind')}, ${kindOfSign(mapping)})`;
  const given = fill(
    'document',
    { ...values, ...ownProvenance(mapping, sourceId) },
    good,
    sourceId,
    isOpening || isOpenOnly,
  );
  const fills: TableFill[] = [isOpening ? { ...given, isSame: isSameItem } : given];
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
    'payment_status',
  ]
    .filter((name) => has(mapping, name))
    .map((name) => sql`arg_min(${sql.id(name)}, line) AS ${sql.id(name)}`);
  // Where a line says what it applied, its amount is the whole receipt's, repeated.
  const whole = has(mapping, 'applied_amount');
  const sums = ['amount', 'base_amount']
    .filter((name) => has(mapping, name))
    .map((name) =>
      whole
        ? sql`arg_min(${sql.id(name)}, line) AS ${sql.id(name)}`
        : sql`CAST(sum(${sql.id(name)}) AS DECIMAL(18,4)) AS ${sql.id(name)}`,
    );
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
        status: value(mapping, 'payment_status'),
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
    const applied = has(mapping, 'applied_amount') ? sql`applied_amount` : sql`amount`;
    const posted = has(mapping, 'payment_status')
      ? sql`coalesce(payment_status, 'posted') = 'posted'`
      : sql`TRUE`;
    fills.push(
      fill(
        'allocation',
        {
          allocation_id: sql`payment_id || ':' || applied_document_id`,
          credit_document_id: sql`payment_id`,
          debit_document_id: sql`applied_document_id`,
          amount: applied,
          effective_date: sql`document_date`,
        },
        sql`(SELECT * FROM ${good} WHERE applied_document_id IS NOT NULL AND ${applied} > 0 AND ${posted}) a`,
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
    case 'open_item':
      return [...documents(mapping, good, source), ...openItems(mapping, good, source)];
    case 'sales_line': {
      const { header, rows, lines } = salesLines(mapping, good, source);
      return [...documents(header, rows, source), ...lines];
    }
    case 'gl_entry':
      return [ledgerLines(mapping, good, source)];
    case 'payment':
      return payments(mapping, good, source, isSplit);
    default:
      return identity(mapping.dataset, mapping, good, source);
  }
}
