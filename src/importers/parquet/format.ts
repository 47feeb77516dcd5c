import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import { cellReader } from './cells';
import { GroupColumns, withOneMore } from './columns';

/**
 * Parquet: a table whose columns say their types. Every value becomes the text of it, exact: decimals and 64-bit
 * integers are never numbers of JavaScript. Lists and records within a cell are left out, and lengths of time, which
 * are no value of a ledger.
 * Source of the format: parquet.apache.org, *File Format* and *Logical Types*.
 */
export const parquetFormat: ImportFormat = {
  id: 'parquet',
  matches: (head) => new TextDecoder('latin1').decode(head.subarray(0, 4)) === 'PAR1',
  async read(file, { signal, onBytes }) {
    if (file.blob.size > limits.gridBytesMax)
      fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
    try {
      const buffer = bufferOf(file.blob, (bytes) => {
        if (signal?.aborted) throw new Cancelled();
        onBytes?.(bytes);
      });
      await checkEnd(file);
      const metadata = await parquetMetadataAsync(buffer);
      const columns = plainColumns(metadata);
      const rowCount = Number(metadata.num_rows);
      const cells = rowCount * columns.length;
      if (cells > limits.gridCellsMax)
        fail(file, 'limit_exceeded', undefined, {
          name: 'gridCellsMax',
          limit: limits.gridCellsMax,
        });
      if (columns.length === 0 || rowCount === 0) fail(file, 'no_rows');
      if (unpackedMost(metadata) > limits.unpackedBytesMax)
        fail(file, 'limit_exceeded', undefined, {
          name: 'unpackedBytesMax',
          limit: limits.unpackedBytesMax,
        });
      if (!agrees(metadata, rowCount))
        fail(file, 'damaged_file', undefined, {
          place: 'its directory',
          detail: 'the counts of its rows disagree',
        });
      const names = columns.map(({ name }) => name);
      const readers = columns.map(cellReader);
      const rows: (readonly string[])[] = [names];
      const readable = withOneMore(rawDecimals(metadata));
      for (const { rowStart, rowEnd } of groupsOf(readable)) {
        const group = new GroupColumns();
        await parquetRead({
          file: buffer,
          metadata: readable,
          columns: names,
          rowStart,
          rowEnd,
          utf8: false,
          compressors,
          parsers: exactParsers,
          onPage: (page) => group.take(page),
        });
        if (signal?.aborted) throw new Cancelled();
        const promised = rowEnd - rowStart - 1;
        const columnValues = names.map((name) => group.values(name));
        for (const { length } of columnValues)
          if (length !== promised) damagedRows(file, promised, length);
        for (let row = 0; row < promised; row += 1)
          rows.push(readers.map((read, i) => read(columnValues[i]?.[row])));
      }
      return [{ name: '', dataset: undefined, rows }];
    } catch (error) {
      if (error instanceof ImportFailure || error instanceof Cancelled) throw error;
      if (error instanceof Error && /encrypt/i.test(error.message)) fail(file, 'encrypted_file');
      return fail(file, 'damaged_file', undefined, {
        place: file.name,
        detail: 'what its directory says of it does not hold',
      });
    }
  },
};

/** A directory stands between its marks; one that is sealed has a mark of its own. */
async function checkEnd(file: SourceFile): Promise<void> {
  const end = new TextDecoder('latin1').decode(await file.blob.slice(-4).arrayBuffer());
  if (end === 'PARE') fail(file, 'encrypted_file');
  if (end !== 'PAR1' || file.blob.size < 12)
    fail(file, 'damaged_file', undefined, { place: 'its end', detail: 'its directory is missing' });
}

function damagedRows(file: SourceFile, promised: number, found: number): never {
  return fail(file, 'damaged_file', undefined, {
    place: 'its rows',
    detail: `${promised} were promised, ${found} are there`,
  });
}

/** Days and times as whole numbers: what they mean the column says. */
const exactParsers = {
  dateFromDays: (days: number) => days,
  timestampFromMilliseconds: (value: bigint) => value * 1_000_000n,
  timestampFromMicroseconds: (value: bigint) => value * 1_000n,
  timestampFromNanoseconds: (value: bigint) => value,
  stringFromBytes: (bytes: Uint8Array) => bytes,
  jsonFromBytes: (bytes: Uint8Array) => bytes,
  uuidFromBytes: (bytes: Uint8Array) => bytes,
};

function bufferOf(blob: Blob, onRead: (bytes: number) => void): AsyncBuffer {
  let read = 0;
  const piece = async (start: number, end: number): Promise<ArrayBuffer> => {
    const isWithin = Number.isSafeInteger(start) && start >= 0 && start <= end && end <= blob.size;
    if (!isWithin) throw new Error('it names bytes that it does not have');
    read += end - start;
    onRead(Math.min(read, blob.size));
    return blob.slice(start, end).arrayBuffer();
  };
  return {
    byteLength: blob.size,
    slice(start, end = blob.size) {
      const bytes = piece(start, end);
      // The reader asks for several pieces ahead, and waits for none of them once one has failed.
      bytes.catch(() => undefined);
      return bytes;
    },
  };
}

/** The columns of the table itself, one value a row. */
function plainColumns({ schema }: FileMetaData): readonly SchemaElement[] {
  const columns: SchemaElement[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at]?.num_children ?? 0;
    at += 1;
    for (let i = 0; i < children; i += 1) skip();
  };
  for (let i = 0; i < (schema[0]?.num_children ?? 0); i += 1) {
    const element = schema[at];
    const isValue = !element?.num_children && element?.converted_type !== 'INTERVAL';
    if (element && isValue && element.repetition_type !== 'REPEATED') columns.push(element);
    skip();
  }
  return columns;
}

/** The bytes that the largest piece of a column comes to, as the directory says. */
function unpackedMost({ row_groups }: FileMetaData): number {
  return row_groups
    .flatMap(({ columns }) => columns)
    .reduce(
      (most, { meta_data }) => Math.max(most, Number(meta_data?.total_uncompressed_size ?? 0n)),
      0,
    );
}

/** Whether the directory's counts agree with each other: rows are made by them, before any of them is there. */
function agrees({ schema, row_groups }: FileMetaData, rowCount: number): boolean {
  const hasLists = schema.some(({ repetition_type }) => repetition_type === 'REPEATED');
  const rows = row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  return (
    rows === rowCount &&
    row_groups.every(
      ({ num_rows, columns }) =>
        num_rows >= 0n &&
        columns.every(({ meta_data }) => {
          if (Number(meta_data?.total_uncompressed_size ?? 0n) < 0) return false;
          return hasLists || meta_data?.num_values === num_rows;
        }),
    )
  );
}

/** The same file whose decimals are the whole numbers that they are stored as. */
function rawDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    const isDecimal =
      element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
    if (!isDecimal) return element;
    const { converted_type: _type, logical_type: _logical, ...raw } = element;
    return raw;
  });
  return { ...metadata, schema };
}

function groupsOf(metadata: FileMetaData): readonly { rowStart: number; rowEnd: number }[] {
  let rowStart = 0;
  return metadata.row_groups.map(({ num_rows }) => {
    const group = { rowStart, rowEnd: rowStart + Number(num_rows) };
    rowStart = group.rowEnd;
    return group;
  });
}
