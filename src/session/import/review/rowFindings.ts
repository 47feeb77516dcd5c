import { documentDatasets } from '../../../domain/import/datasets';
import type { FindingCode } from '../../../domain/import/finding';
import { signIn } from '../../../domain/money/signs';
import { type Sql, sql } from '../../../engine/sql';
import { fewDecimals } from '../../../importers/csv/cellShape';
import { hasOpenSign } from '../../../ledger/projection/currencySigns';
import { isMapped, stagedColumn } from '../../../ledger/projection/staged';
import { readRows } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';
import { goodOf } from './question';

/** A question to the typed rows of one file: which of them a finding is about, and what to show of each. */
export interface RowQuestion {
  readonly code: FindingCode;
  /** A condition over the good rows, `t`. */
  readonly where: Sql;
  readonly value: Sql;
}

const text = (one: Sql): Sql => sql`CAST(${one} AS VARCHAR)`;

const pair = (a: Sql, b: Sql): Sql => sql`concat_ws(' → ', ${text(a)}, ${text(b)})`;

/**
 * Whether a number has decimals that amounts do not keep, behind its fourth. Those that only a binary fraction made,
 * far behind it, are none.
 */
const isRounded = (cell: Sql, mark: string): Sql =>
  sql`(strpos(${cell}, ${mark}) > 0 AND length(${cell}) - strpos(${cell}, ${mark}) > 4
    AND regexp_matches(${cell}, ${`[${mark}][0-9]{4}([1-9][^0-9]*$|[0-9][1-9]|[1-9]0)`})
    AND NOT regexp_matches(${cell}, ${`[${mark}][0-9]{4}99`}))`;

/** The currency in which amounts without one count, as far as the ledger knows it yet; else blank. */
const ownCurrency = sql`(SELECT coalesce(
    (SELECT min(base_currency) FROM entity WHERE base_currency IS NOT NULL),
    (SELECT currency FROM document WHERE currency IS NOT NULL GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1),
    '') AS own)`;

/** Fields whose texts are keys, which a spreadsheet takes for numbers. */
const keyFields = ['document_id', 'payment_id', 'applied_document_id', 'customer_id'] as const;

/** Of long keys hardly one in a hundred ends in zeros by itself: more than one in twenty is no chance. */
const cutOneIn = 20;

/**
 * Whether a key is what a spreadsheet made of a longer one: it keeps 15 digits of a number, and shows a long one by its
 * power of ten. Zeros at the end tell it only where more keys have them than chance would give.
 */
function isDamaged(key: Sql, good: Sql): Sql {
  const isCut = sql`regexp_full_match(${key}, '[1-9][0-9]{14}0{2,}')`;
  const isLong = sql`strlen(${key}) >= 17 AND regexp_full_match(${key}, '[0-9]{17,}')`;
  const isMore = sql`(SELECT count(*) FILTER (WHERE ${isCut}) * ${cutOneIn} > count(*) FROM ${good} g WHERE ${isLong})`;
  return sql`(((contains(${key}, 'E+') OR contains(${key}, 'e+')) AND regexp_full_match(trim(${key}), '[0-9]([.,][0-9]+)?[Ee][+][0-9]{2}'))
    OR (strlen(${key}) >= 17 AND ${isCut} AND ${isMore}))`;
}

/** What each row says against itself. */
export function rowQuestions(
  { mapping, staged, typedTable }: Pick<ImportPlan, 'mapping' | 'staged' | 'typedTable'>,
  used: ReadonlySet<number>,
): readonly RowQuestion[] {
  const good = goodOf({ typedTable });
  const has = (name: string): boolean => isMapped(mapping, name);
  const questions: RowQuestion[] = [];
  const ask = (isAskable: boolean, question: RowQuestion): void => {
    if (isAskable) questions.push(question);
  };
  const isDocument = documentDatasets.has(mapping.dataset);
  const amount = mapping.dataset === 'sales_line' ? sql`line_amount` : sql`amount`;
  ask(isDocument && has('due_date') && has('document_date'), {
    code: 'due_before_issue',
    where: sql`due_date < document_date AND ${amount} > 0`,
    value: pair(sql`document_date`, sql`due_date`),
  });
  ask(isDocument && has('settled_date') && has('document_date'), {
    code: 'settled_before_issue',
    where: sql`settled_date < document_date`,
    value: pair(sql`document_date`, sql`settled_date`),
  });
  ask(isDocument && has('settled_amount'), {
    code: 'settled_undated',
    where: has('settled_date')
      ? sql`settled_amount <> 0 AND settled_date IS NULL`
      : sql`settled_amount <> 0`,
    value: pair(sql`document_id`, sql`settled_amount`),
  });
  ask(isDocument && has('open_amount') && has('settled_date'), {
    code: 'status_contradiction',
    where: sql`open_amount = ${amount} AND settled_date IS NOT NULL AND ${amount} <> 0`,
    value: pair(sql`settled_date`, sql`open_amount`),
  });
  ask(isDocument && has('status') && has('settled_date'), {
    code: 'status_contradiction',
    where: sql`status IN ('draft', 'void') AND settled_date IS NOT NULL`,
    value: pair(sql`status`, sql`settled_date`),
  });
  // A blank date in a column of posting dates is what some systems' drafts have.
  const mayBeDraft = [
    ...(has('status') ? [sql`status = 'draft'`] : []),
    ...(mapping.fields['posting_date'] ? [sql`posting_date IS NULL`] : []),
  ];
  ask(isDocument && mayBeDraft.length > 0, {
    code: 'drafts',
    where: sql`(${sql.join(mayBeDraft, ' OR ')})`,
    value: text(sql`document_id`),
  });
  ask(isDocument && has('status'), {
    code: 'voids',
    where: sql`status = 'void'`,
    value: text(sql`document_id`),
  });
  const isPerRow = mapping.fields['currency'] !== undefined || mapping.currencyIn !== undefined;
  ask((isDocument || mapping.dataset === 'payment') && isPerRow, {
    code: 'no_currency',
    where: sql`currency IS NULL AND (SELECT count(currency) FROM ${good}) > 0`,
    value: pair(isDocument ? sql`document_id` : sql`payment_id`, amount),
  });
  const counted = mapping.fields[mapping.dataset === 'sales_line' ? 'line_amount' : 'amount'];
  const isBank = mapping.dataset === 'bank_transaction';
  const isOfMoney = isDocument || isBank || mapping.dataset === 'payment';
  // What the header says counts for all rows, so the cells need not be asked as well.
  const inHeader = counted && signIn(counted.header);
  const isOpenHeader = inHeader !== undefined && inHeader.code === undefined;
  const mayHaveSigns = counted?.format?.kind === 'number' && !counted.format.plain;
  if (counted && (isOpenHeader || mayHaveSigns))
    ask(isOfMoney && !has('currency'), {
      code: 'sign_without_currency',
      where: isOpenHeader
        ? sql`EXISTS (SELECT 1 FROM ${ownCurrency} b WHERE ${hasOpenSign(sql`${counted.header}`, sql`b.own`)})`
        : sql`line IN (SELECT line FROM ${readRows(staged.rows, mapping)} r, ${ownCurrency} b WHERE ${hasOpenSign(stagedColumn(counted.column), sql`b.own`)})`,
      value: isBank ? text(amount) : pair(isDocument ? sql`document_id` : sql`payment_id`, amount),
    });
  const keys = keyFields.filter((name) => mapping.fields[name] !== undefined);
  ask(keys.length > 0, {
    code: 'damaged_key',
    where: sql.join(
      keys.map((name) => isDamaged(sql.id(name), good)),
      ' OR ',
    ),
    value: sql`concat_ws(', ', ${sql.join(keys.map((name) => sql`CASE WHEN ${isDamaged(sql.id(name), good)} THEN ${sql.id(name)} END`))})`,
  });
  const isFew = ((staged.shapes?.[counted?.column ?? 0] ?? 0) & fewDecimals) !== 0;
  if (counted && counted.format?.kind === 'number')
    ask(!isFew, {
      code: 'rounded',
      where: sql`line IN (SELECT line FROM ${readRows(staged.rows, mapping)} r WHERE ${isRounded(stagedColumn(counted.column), counted.format.decimal)})`,
      value: text(amount),
    });
  ask(mapping.dataset === 'usage', {
    code: 'negative_period',
    where: sql`period_end <= period_start`,
    value: pair(sql`period_start`, sql`period_end`),
  });
  // Where every column means something nobody expects a customer.
  const mayBeCustomer =
    isDocument && staged.headers.some((header, i) => header.trim() !== '' && !used.has(i));
  const mayLackCustomer = has('customer_id')
    ? isDocument || mapping.dataset === 'payment'
    : mayBeCustomer;
  ask(mayLackCustomer, {
    code: 'no_customer',
    where: has('customer_id') ? sql`customer_id IS NULL` : sql`TRUE`,
    value: text(isDocument ? sql`document_id` : sql`payment_id`),
  });
  return questions;
}
