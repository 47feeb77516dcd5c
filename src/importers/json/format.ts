import { decode, decodeExact, guessEncoding } from '../csv/encoding';
import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { parseExact } from './parse';
import { tablesOf } from './tables';

const opening = /^[\s\uFEFF]*[[{]/;

/**
 * JSON: an array of objects or of arrays, an object that holds such arrays, or an object a line. Numbers keep their
 * digits as they stand: 19-digit ids and amounts are never numbers of JavaScript.
 */
export const jsonFormat: ImportFormat = {
  id: 'json',
  matches(head) {
    const start = head.subarray(0, 1024);
    const text = decode(start, guessEncoding(start, false));
    // A SWIFT message begins with {1: as well.
    return opening.test(text) && !/^\s*\{\d:/.test(text);
  },
  async read(file, { onBytes }) {
    if (file.blob.size > limits.gridBytesMax)
      fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
    const text = await decoded(file);
    onBytes?.(file.blob.size);
    const values = parseExact(text, limits.depthMax);
    if (!values.ok) {
      const { at, detail } = values.error;
      const line = text.slice(0, at).split('\n').length;
      if (detail === 'depthMax')
        fail(file, 'limit_exceeded', line, { name: 'depthMax', limit: limits.depthMax });
      fail(file, 'damaged_file', line, { place: `line ${line}`, detail });
    }
    const tables = tablesOf(values.value);
    if (tables.length === 0) fail(file, 'no_rows');
    const cells = tables.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
    if (cells > limits.gridCellsMax)
      fail(file, 'limit_exceeded', undefined, { name: 'gridCellsMax', limit: limits.gridCellsMax });
    return tables.map(
      ({ name, rows, exactNumbers }): TextGrid => ({
        name,
        dataset: undefined,
        rows,
        ...(exactNumbers.length > 0 && { exactNumbers }),
      }),
    );
  },
};

/** JSON is Unicode: a code page is no encoding of it. Source: RFC 8259, section 8.1. */
async function decoded(file: SourceFile): Promise<string> {
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  const guessed = guessEncoding(bytes.subarray(0, 1024), false);
  const text = decodeExact(bytes, guessed.startsWith('utf-16') ? guessed : 'utf-8');
  if (!text.ok) fail(file, 'wrong_encoding', text.error.line);
  return text.value;
}
