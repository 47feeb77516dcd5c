import { possibleOrders } from './formats';
import type { FieldSource, Mapping } from './mapping';
import { isSideColumn } from './words';

/** What the cells of a column look like. */
type Look = 'blank' | 'date' | 'amount' | 'side' | 'currency' | 'account' | 'text';

const amount = /^[-+(]?\s*\d[\d .,'’]*\)?\s*-?$/;
const hasMark = /[.,]\d{1,4}\)?\s*-?$/;
const iban = /^[A-Z]{2}\d{2}[A-Z0-9 ]{10,32}$/;

function lookOf(cells: readonly string[]): Look {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return 'blank';
  // A remark among the rows is rejected for itself.
  const all = (test: (cell: string) => boolean): boolean =>
    filled.filter(test).length >= 0.95 * filled.length;
  if (all((cell) => possibleOrders(cell).length > 0)) return 'date';
  if (all((cell) => amount.test(cell)) && filled.some((cell) => hasMark.test(cell)))
    return 'amount';
  if (all((cell) => cell.length <= 6) && isSideColumn(filled)) return 'side';
  if (all((cell) => /^[A-Z]{3}$/.test(cell))) return 'currency';
  return all((cell) => iban.test(cell.toUpperCase())) ? 'account' : 'text';
}

/** Whether two columns of amounts never both have one: money in and money out. */
function areExclusive(rows: readonly (readonly string[])[], a: number, b: number): boolean {
  const isFilled = (row: readonly string[], at: number): boolean => (row[at] ?? '').trim() !== '';
  return (
    rows.every((row) => !(isFilled(row, a) && isFilled(row, b))) &&
    rows.some((row) => isFilled(row, a)) &&
    rows.some((row) => isFilled(row, b))
  );
}

/**
 * What a file without a header is, by its rows: lines of a bank statement, which have a date, an amount (or one of two)
 * and a text. Nothing else is guessed of columns without names.
 * @param rows the first rows, as wide as the file
 */
export function recogniseRows(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping | undefined {
  const looks = headers.map((_, column) => lookOf(rows.map((row) => row[column] ?? '')));
  const all = (look: Look): readonly FieldSource[] =>
    looks.flatMap((one, column) =>
      one === look ? [{ column, header: headers[column] ?? '' }] : [],
    );
  const [booked, valued] = all('date');
  const [first, second, ...more] = all('amount');
  // Numbers without marks are keys as well as anything.
  const texts = all('text').filter(({ column }) =>
    rows.some((row) => /\p{L}/u.test(row[column] ?? '')),
  );
  const [text] = [...texts].sort((a, b) => lengthOf(rows, b.column) - lengthOf(rows, a.column));
  if (!booked || !first || !text || more.length > 0) return undefined;
  const fields: Record<string, FieldSource> = Object.create(null);
  fields['booking_date'] = booked;
  if (valued) fields['value_date'] = valued;
  fields['remittance'] = text;
  const [side] = all('side');
  const [currency] = all('currency');
  const [account] = all('account');
  if (currency) fields['currency'] = currency;
  if (account) fields['bank_account_id'] = account;
  const isPair = second !== undefined && areExclusive(rows, first.column, second.column);
  // Which of two is money in no cell tells: the first is taken, and the question put.
  fields['amount'] = isPair ? { ...first, minus: second } : first;
  if (!isPair && second) fields['balance_after'] = second;
  if (side) fields['amount'] = { ...first, side: { ...side, minus: [], plus: [] } };
  return {
    dataset: 'bank_transaction',
    fields,
    constants: {},
    flipSign: false,
    rowId: { field: 'bank_transaction_id', columns: headers.map((_, column) => column) },
  };
}

const lengthOf = (rows: readonly (readonly string[])[], column: number): number =>
  rows.reduce((sum, row) => sum + (row[column] ?? '').length, 0);
