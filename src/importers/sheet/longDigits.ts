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
  const end = `worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`;
  const paths = Object.keys(files).filter((path) => /worksheets\/[^/]+\.xml$/i.test(path));
  const [only] = paths.length === 1 ? paths : [];
  const path = only ?? paths.find((one) => one.toLowerCase().endsWith(end));
  const content = path === undefined ? undefined : files[path]?.content;
  if (content === undefined) return undefined;
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The tags of rows and cells, and of a cell of a long number the number. */
const tag =
  /<(?:\w+:)?(row|c)(\s(?:[^<>"']|"[^"]*"|'[^']*')*?)?\s*(?:\/>|>(?:\s*(?:<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?<(?:\w+:)?v>\s*(-?\d{16,})\s*<\/)?)/g;

const place = /(?:^|\s)r\s*=\s*["']([^"']*)["']/;

/**
 * A row or cell that does not say its place stands behind the one before it.
 * Source: ECMA-376, part 1, 18.3.1.73 and 18.3.1.4, where `r` is optional.
 */
function digitsIn(text: string): Exact {
  const exact = new Map<string, string>();
  let row = -1;
  let column = -1;
  for (const [whole, name, attributes = '', digits] of text.matchAll(tag)) {
    const said = place.exec(attributes)?.[1];
    if (name === 'row') {
      // The library does not count a row of nothing that does not say its place.
      if (said === undefined && whole.endsWith('/>')) continue;
      row = said === undefined ? row + 1 : Number(said) - 1;
      column = -1;
      continue;
    }
    const at = said === undefined ? { r: row, c: column + 1 } : utils.decode_cell(said);
    column = at.c;
    if (digits !== undefined) exact.set(`${at.r}:${at.c}`, digits);
  }
  return exact;
}
