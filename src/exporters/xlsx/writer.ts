import type { SheetData } from 'write-excel-file/universal';
// The package's public functions compress files above 160 kB in a worker made from a blob, which the page's content
// security policy forbids, and then never end. Its own synchronous variant is not among its exports.
import { generateXlsxFileSync } from '../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';

export interface WorkbookSheet {
  /** The sheet's name, at most 31 characters, without `[ ] / \ : * ?`. */
  readonly name: string;
  readonly rows: SheetData;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
}

/** A workbook's bytes. Blocks its thread while it works: call it in a worker for many rows. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await generateXlsxFileSync(
    sheets.map(({ name, rows, widths, frozenRows }) => ({
      data: rows,
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(frozenRows > 0 ? { stickyRowsCount: frozenRows } : {}),
    })),
    {},
    undefined,
    () => Promise.reject(new Error('there are no pictures in these workbooks')),
  );
  return new Uint8Array(await blob.arrayBuffer());
}
