import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { tablesOfGrid } from '../csv/tables';
import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import { checkPackage } from './package';
import type { Parts } from './plainSheet';
import { plainBytesDefault, readSheets } from './sheets';

const begins = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What stands at the begin of a packed workbook: its parts' names, or what it says it is. */
const workbookParts =
  /\[Content_Types\]\.xml|_rels\/\.rels|xl\/|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/;

/** Tables that some systems write as a page or as XML of 2003, and call a workbook. */
const workbookTexts =
  /^[\s\uFEFF]*<[\s\S]*(?:<table[\s>]|urn:schemas-microsoft-com:office:spreadsheet)/i;

const latin1 = new TextDecoder('latin1');

/**
 * Workbooks: .xlsx, .xlsm, .xlsb, .xls, .ods, and pages or XML that are called one. What a cell was last computed to
 * counts; formulas are never run and links to other files never followed.
 */
export const sheetFormat: ImportFormat = {
  id: 'sheet',
  matches(head) {
    if (begins(head, compound)) return true;
    const text = latin1.decode(head.subarray(0, 8192));
    return begins(head, zip) ? workbookParts.test(text) : workbookTexts.test(text);
  },
  async read(file, options) {
    if (file.blob.size > limits.gridBytesMax)
      fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    const isPackage = begins(bytes, zip);
    const unpacked = isPackage ? await checkPackage(file, options) : undefined;
    if (!isPackage && !begins(bytes, compound)) checkText(file, bytes);
    const isLarge = bytes.length >= plainBytesDefault;
    const parts = unpacked && isLarge ? await bytesOf(unpacked) : undefined;
    try {
      const { sheets, hidden } = readSheets(file, bytes, plainBytesDefault, parts);
      options.onBytes?.(file.blob.size);
      if (sheets.length === 0) fail(file, 'no_rows');
      const notes = hidden.map((sheet) => ({ code: 'hidden_sheet' as const, values: { sheet } }));
      const grids = sheets.map(({ name, rows, exactNumbers }, i) =>
        tablesOfGrid({
          name: sheets.length === 1 ? '' : name,
          dataset: undefined,
          rows,
          exactNumbers,
          notes: i === 0 ? notes : [],
        }),
      );
      return (await Promise.all(grids)).flat();
    } catch (error) {
      if (error instanceof ImportFailure || error instanceof Cancelled) throw error;
      if (isSealed(error)) fail(file, 'encrypted_file');
      return fail(file, 'damaged_file', undefined, {
        place: file.name,
        detail: 'its sheets cannot be read',
      });
    }
  },
};

async function bytesOf(parts: ReadonlyMap<string, Blob>): Promise<Parts> {
  const all = [...parts].map(
    async ([name, blob]) => [name, new Uint8Array(await blob.arrayBuffer())] as const,
  );
  return new Map(await Promise.all(all));
}

/** A workbook with a password, in either of the formats that it comes in, is known by the reader's words alone. */
const isSealed = (error: unknown): boolean =>
  error instanceof Error && /password|ECMA-376 Encrypted/.test(error.message);

/** A page may say that it is HTML; entities of its own, and any type in XML, are nothing that a table needs. */
function checkText(file: SourceFile, bytes: Uint8Array): void {
  const text = latin1.decode(bytes).replaceAll('\0', '');
  if (/<!ENTITY/i.test(text)) fail(file, 'unsafe_file', undefined, { what: '<!ENTITY>' });
  const isPage = /<html|<table/i.test(text.slice(0, 8192));
  if (!isPage && /<!DOCTYPE/i.test(text))
    fail(file, 'unsafe_file', undefined, { what: '<!DOCTYPE>' });
}
