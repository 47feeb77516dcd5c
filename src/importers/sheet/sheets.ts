import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { cellText } from './cells';
import { longDigits } from './longDigits';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly cellCount: number;
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** The sheets that a person sees when the workbook opens, each with its cells as texts; all where none is seen. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellDates: true,
    UTC: true,
    cellHTML: false,
    cellText: false,
    cellNF: false,
    // Formulas without a value are cells too.
    sheetStubs: true,
    // A page's texts are what they are: 00123 is no number, and 1.2.2026 no date of anybody's machine.
    raw: true,
  });
  const digits = longDigits(book, bytes);
  const seen = book.SheetNames.filter((_, i) => !book.Workbook?.Sheets?.[i]?.Hidden);
  const names = seen.length > 0 ? seen : book.SheetNames;
  return names.flatMap((name) => {
    const sheet = book.Sheets[name];
    const rows = sheet ? rowsOf(sheet, digits.get(name)) : [];
    const cellCount = rows.reduce((sum, row) => sum + row.length, 0);
    return cellCount > 0 ? [{ name, rows, cellCount }] : [];
  });
}

function rowsOf(
  sheet: WorkSheet,
  exact: ReadonlyMap<string, string> | undefined,
): readonly (readonly string[])[] {
  const cells: Cells = sheet['!data'] ?? [];
  const rows: (readonly string[])[] = [];
  for (let r = 0; r < cells.length; r += 1) {
    const row = cells[r] ?? [];
    const texts: string[] = [];
    for (let c = 0; c < row.length; c += 1) texts.push(exact?.get(`${r}:${c}`) ?? cellText(row[c]));
    rows.push(texts);
  }
  return rows;
}
