import { type Outcome, one, refused, table, taken } from './case';
import { type Book, day, number, rowOf, text, workbook } from './workbook';

export const names = ['Invoice', 'Date', 'Amount'];
export const head = rowOf(1, ...names.map((name, i) => text(`${'ABC'.charAt(i)}1`, name)));
/** 2026-01-31 as a spreadsheet counts. */
export const january = '46053';
export const invoice = (at: number, amount = number(`C${at}`, '100')): string =>
  rowOf(at, text(`A${at}`, `F-${at}`), day(`B${at}`, january), amount);
export const plain = head + invoice(2);
export const book = (rest: Partial<Book> = {}): Uint8Array<ArrayBuffer> =>
  workbook({ sheets: { Invoices: plain }, ...rest });
export const sheet = (
  name: string,
  content: () => BlobPart,
  outcome: Outcome,
  file = 'book.xlsx',
) => one(name, file, content, outcome);
export const good = (total = 100, rows = 1, rest = {}): Outcome =>
  taken(table(rows, { totals: [String(total)], ...rest }));
export const damaged = refused('damaged_file');
