import { type Data, RecordBatchReader, type RecordBatchStreamReader } from 'apache-arrow';
import { assert } from '../../lib/assert';
import { BadQuery } from '../errors';
import type { Cell, Row } from '../port';
import { columnDecoder } from './columns';

/**
 * The parent of all rows: it has no members, so that a column may be called `constructor` or `__proto__`,
 * and, unlike `null` as a parent, it leaves the engine of the page its fast objects.
 */
const rowParent: object = Object.freeze(Object.create(null));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function assertDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadQuery(`two columns are called "${twice}"`);
}

function openStream(parts: readonly Uint8Array[]): RecordBatchStreamReader {
  const reader = RecordBatchReader.from(joined(parts));
  assert(reader.isSync() && reader.isStream(), 'a stream in memory is read at once');
  return reader.open();
}

/** The names of the columns of an Arrow IPC stream. */
export function columnNames(parts: readonly Uint8Array[]): string[] {
  return openStream(parts).schema.fields.map((field) => field.name);
}

/**
 * The rows of an Arrow IPC stream, as the port describes them.
 * Throws `BadQuery` that names the column for a type or an integer that cannot be given exactly.
 */
export function decodeRows(parts: readonly Uint8Array[]): Row[] {
  const reader = openStream(parts);
  const rows: Row[] = [];
  const { fields } = reader.schema;
  const names = fields.map((field) => field.name);
  assertDistinct(names);
  const decoders = fields.map(columnDecoder);
  for (const batch of reader) {
    const columns = decoders.map((decode, index) => decode(batch.data.children[index] as Data));
    for (let row = 0; row < batch.numRows; row += 1) {
      const cells = Object.create(rowParent) as Record<string, Cell>;
      for (let column = 0; column < names.length; column += 1) {
        cells[names[column] as string] = columns[column]?.[row] ?? null;
      }
      rows.push(cells);
    }
  }
  return rows;
}
