import { documentDatasets } from '../../../domain/import/datasets';
import { type Sql, sql } from '../../../engine/sql';
import { convertSql } from '../../../ledger/projection/convert';
import { stagedColumn } from '../../../ledger/projection/staged';
import type { ImportPlan } from '../plan';
import { isAdded } from '../rejectsFile';
import type { Question } from './question';

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const amountLike = String.raw`^[-+(]?\s*\D{0,4}\s?\d[\d.,' ]*[.,]\d{2}\s?\D{0,4}\)?-?$`;

/** Figures that are no amounts of a document, by words of their headers: prices, quantities, rates, shares, weights. */
const noAmount =
  /price|precio|cena|qty|quant|cantidad|mnozstvi|rate|tipo|kurz|sazba|%|percent|porcentaje|weight|peso|hours|horas|hodin|unit|lat|lon/i;

/** Words of headers whose figures are amounts although they have no decimals: what is left, and what was paid. */
const surelyAmount =
  /balance|saldo|zustatek|zbyva|outstanding|unpaid|pending|pendiente|amountdue|amountpaid|cobrado|uhrazeno/i;

/** What says of a document that it was paid, by a word or a mark: nothing is made of that without an amount or a day. */
const paidFlag =
  /^(?:ispaid|paid|paidyn|pagad[oa]|cobrad[oa]|uhrazen[oay]|zaplacen[oay]|bezahlt)$/i;

const wholeOrDecimal = String.raw`^[-+(]?\s*\D{0,4}\s?\d{1,15}(?:[.,]\d+)?\s?\D{0,4}\)?-?$`;

/** Rows by which it is seen what a column holds. */
const looked = 200;

/**
 * Columns of amounts that nothing is made of: among them may be what counts. Those that are known exports' own are known.
 * One row a column, its header as the value.
 */
export function leftOutQuestion(plan: ImportPlan, used: ReadonlySet<number>): Question | undefined {
  const { mapping, staged } = plan;
  const isOfMoney = documentDatasets.has(mapping.dataset) || mapping.dataset === 'payment';
  if (!isOfMoney || mapping.profile !== undefined || staged.headerLine === 0) return undefined;
  const free = staged.headers.flatMap((header, column) =>
    used.has(column) ||
    isAdded(header) ||
    header.trim() === '' ||
    noAmount.test(withoutAccents(header))
      ? []
      : [{ column, header }],
  );
  if (free.length === 0) return undefined;
  const { amount, tax_amount: tax } = mapping.fields;
  const format = amount?.format;
  const read = (column: number): Sql => convertSql(stagedColumn(column), 'money', format);
  // What the tax makes the amount of is the amount without it: known, and told by the two.
  const isNet = (column: number): Sql =>
    amount && tax
      ? sql`AND NOT coalesce(bool_and(${read(column)} + coalesce(${read(tax.column)}, 0) = ${read(amount.column)}), FALSE)`
      : sql.empty;
  const sample = sql`(SELECT * FROM ${staged.rows} s LIMIT ${looked})`;
  const columns = free.map(({ column, header }): Sql => {
    const cell = sql.id(`c${column}`);
    const plain = withoutAccents(header).replaceAll(/[^a-z]/gi, '');
    const filled = String.raw`\S`;
    const amounts = surelyAmount.test(plain) ? wholeOrDecimal : amountLike;
    const pattern = paidFlag.test(plain) ? filled : amounts;
    return sql`SELECT 0 AS line, ${header} AS value FROM ${sample} x
      HAVING count(*) FILTER (WHERE regexp_matches(trim(${cell}), ${pattern})) > 0
        AND count(*) FILTER (WHERE regexp_matches(trim(${cell}), ${pattern})) * 10 >= count(*) FILTER (WHERE trim(${cell}) <> '') * 8
        ${isNet(column)}`;
  });
  return { code: 'amounts_left_out', rows: sql.join(columns, ' UNION ALL '), isOfRows: false };
}
