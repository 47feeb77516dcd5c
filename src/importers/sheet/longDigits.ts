import { read, utils, type WorkBook } from '@e965/xlsx';

/** What a number's bits cannot hold any more. */
const exactMax = Number.MAX_SAFE_INTEGER;

type Exact = ReadonlyMap<string, string>;

/**
 * The whole numbers of more digits than a number can hold, as they stand in the workbook's own text: ids that a
 * program wrote as numbers. Spreadsheets cannot write such; programs can. By sheet, then by `row:column` from 0.
 */
export function longDigits(book: WorkBook, bytes: Uint8Array): ReadonlyMap<string, Exact> {
  const found = new Map<string, Exact>();
  const names = book.SheetNames.filter((name) => hasLong(book, name));
  if (names.length === 0) return found;
  const files = (read(bytes, { type: 'array', bookFiles: true, sheetRows: 1 }) as WithFiles).files;
  for (const name of names) {
    const text = files && sheetText(book, files, name);
    if (text !== undefined) found.set(name, digitsIn(text));
  }
  return found;
}

interface WithFiles extends WorkBook {
  readonly files?: Readonly<Record<string, { readonly content?: Uint8Array | string }>>;
}

function hasLong(book: WorkBook, name: string): boolean {
  for (const row of book.Sheets[name]?.['!data'] ?? [])
    for (const cell of row ?? [])
      if (cell?.t === 'n' && Math.abs(Number(cell.v)) > exactMax) return true;
  return false;
}

/** A sheet's XML: the parts are numbered in the order of the sheets wherever a program wrote them. */
function sheetText(
  book: WorkBook,
  files: NonNullable<WithFiles['files']>,
  name: string,
): string | undefined {
  const at = book.SheetNames.indexOf(name) + 1;
  const path = Object.keys(files).find((one) => one.endsWith(`worksheets/sheet${at}.xml`));
  const content = path === undefined ? undefined : files[path]?.content;
  if (content === undefined) return undefined;
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const longCell = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?v>(-?\d{16,})<\//g;

function digitsIn(text: string): Exact {
  const exact = new Map<string, string>();
  for (const [, ref = '', digits = ''] of text.matchAll(longCell)) {
    const { r, c } = utils.decode_cell(ref);
    exact.set(`${r}:${c}`, digits);
  }
  return exact;
}
