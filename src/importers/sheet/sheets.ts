import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ExactNumbers } from '../exactNumbers';
import { fail } from '../fail';
import type { SourceFile } from '../source';
import { asShown, cellText } from './cells';
import { longDigits } from './longDigits';
import { checkCells, sheetColumnsMax, sheetRowsMax } from './package';
import { type Parts, readPlainSheet } from './plainSheet';

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly exactNumbers: readonly number[];
}

interface Sheets {
  readonly sheets: readonly Sheet[];
  /** Names of the sheets with cells that nobody sees, where others are seen: they are left out. */
  readonly hidden: readonly string[];
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/**
 * The sheets that a person sees when the workbook opens, each with its cells as texts; all where none is seen.
 * @throws ImportFailure `damaged_file`, `limit_exceeded`
 */
export function readSheets(
  file: SourceFile,
  bytes: Uint8Array,
  plainBytesMin = plainBytesDefault,
  parts?: Parts,
): Sheets {
  const plain = bytes.length >= plainBytesMin ? plainSheets(file, bytes, parts) : undefined;
  if (plain) return { sheets: plain, hidden: [] };
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellDates: true,
    UTC: true,
    cellHTML: false,
    cellText: false,
    // A format of zeros shows more of a code than its number says.
    cellNF: true,
    // Formulas without a value are cells too.
    sheetStubs: true,
    // A page's texts are what they are: 00123 is no number, and 1.2.2026 no date of anybody's machine.
    raw: true,
  });
  const seen = book.SheetNames.filter((_, i) => !book.Workbook?.Sheets?.[i]?.Hidden);
  const names = seen.length > 0 ? seen : book.SheetNames;
  // Places before anything else: what lies far out would be walked to cell by cell.
  for (const name of names) checkPlaces(file, name, book.Sheets[name]);
  const digits = longDigits(book, bytes);
  let cells = 0;
  const sheets = names.flatMap((name) => {
    const rows: (readonly string[])[] = [];
    const exact = new ExactNumbers();
    for (const texts of rowsOf(cellsOf(book, name), digits.get(name), exact)) {
      cells += texts.length;
      checkCells(file, cells);
      rows.push(texts);
    }
    return rows.some((row) => row.length > 0) ? [{ name, rows, exactNumbers: exact.columns }] : [];
  });
  const hidden = book.SheetNames.filter(
    (name) => !names.includes(name) && hasCells(cellsOf(book, name)),
  );
  return { sheets, hidden };
}

const hasCells = (cells: Cells): boolean =>
  cells.some((row) => row?.some((cell) => cellText(cell) !== ''));

/** From this size on it is worth looking whether a workbook is written so plainly that it can be read quickly. */
export const plainBytesDefault = 1_000_000;

function plainSheets(
  file: SourceFile,
  bytes: Uint8Array,
  parts: Parts | undefined,
): readonly Sheet[] | undefined {
  const exact = new ExactNumbers();
  let cells = 0;
  const onCell = (column: number, text: string, isNumber: boolean): void => {
    cells += 1;
    exact.look(column, text, isNumber);
  };
  const found = readPlainSheet(bytes, onCell, parts);
  if (!found) return undefined;
  checkCells(file, cells);
  return found.rows.some((row) => row.length > 0)
    ? [{ ...found, exactNumbers: exact.columns }]
    : [];
}

const cellsOf = (book: WorkBook, name: string): Cells => book.Sheets[name]?.['!data'] ?? [];

/** A sheet that could not be read is not there; one whose cells lie beyond every sheet was changed. */
function checkPlaces(file: SourceFile, name: string, sheet: WorkSheet | undefined): void {
  if (!sheet) damaged(file, name, 'the sheet cannot be read');
  const rows: Cells = sheet['!data'] ?? [];
  if (rows.length > sheetRowsMax) damaged(file, name, `row ${rows.length} is beyond all rows`);
  for (const row of rows)
    if (row && row.length > sheetColumnsMax)
      damaged(file, name, `column ${row.length} is beyond all columns`);
}

/** The cells of each row up to its last that is not blank. */
function* rowsOf(
  cells: Cells,
  digits: ReadonlyMap<string, string> | undefined,
  exact: ExactNumbers,
): Generator<readonly string[]> {
  for (let r = 0; r < cells.length; r += 1) {
    const row = cells[r] ?? [];
    const texts: string[] = [];
    // Of a row with one cell far out only the cells are visited.
    row.forEach((cell, c) => {
      const long = digits?.get(`${r}:${c}`);
      const text = long === undefined ? cellText(cell) : asShown(long, cell?.z);
      if (text === '') return;
      exact.look(c, text, cell?.t === 'n');
      while (texts.length < c) texts.push('');
      texts.push(text);
    });
    yield texts;
  }
}

function damaged(file: SourceFile, place: string, detail: string): never {
  return fail(file, 'damaged_file', undefined, { place, detail });
}
