import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { parquetFormat } from './format';

const runs = Number(process.env['SALDO_FUZZ_RUNS'] ?? 10_000);

/** A file as DuckDB writes it, with values that numbers of JavaScript would change. */
async function written(query: string, options = ''): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-parquet-'));
  try {
    const path = join(folder, 'f.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
    connection.closeSync();
    return new Uint8Array(await readFile(path));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function rowsOf(bytes: Uint8Array<ArrayBuffer>) {
  const [part] = await parquetFormat.read({ name: 'f.parquet', blob: new Blob([bytes]) }, {});
  return part && 'rows' in part ? part.rows : [];
}

const invoices = `SELECT * FROM (VALUES
  ('000017', 2520018000000073044, CAST('12345678901234.5678' AS DECIMAL(18,4)), CAST('-0.05' AS DECIMAL(9,2)),
   CAST('-99999999999999999999999999999999999.999' AS DECIMAL(38,3)), DATE '2024-02-29', TIMESTAMP '2026-10-31 23:59:59.5',
   0.1::FLOAT, 0.1::DOUBLE, TRUE, 'Příliš "žluťoučký", kůň'),
  (NULL, NULL, NULL, NULL, NULL, NULL, TIMESTAMP '1969-12-31 23:59:59', NULL, NULL, NULL, '')
) t(id, big, amount, small, huge, day, stamp, f, d, flag, text)`;

const expected = [
  ['id', 'big', 'amount', 'small', 'huge', 'day', 'stamp', 'f', 'd', 'flag', 'text'],
  [
    '000017',
    '2520018000000073044',
    '12345678901234.5678',
    '-0.05',
    '-99999999999999999999999999999999999.999',
    '2024-02-29',
    '2026-10-31 23:59:59.5',
    '0.1',
    '0.1',
    'true',
    'Příliš "žluťoučký", kůň',
  ],
  ['', '', '', '', '', '', '1969-12-31 23:59:59', '', '', '', ''],
];

describe('Parquet', () => {
  it.each(['snappy', 'zstd', 'gzip', 'uncompressed', 'lz4_raw', 'brotli'])(
    'packed with %s is the table that was written, to the digit',
    async (codec) => {
      expect(await rowsOf(await written(invoices, `, COMPRESSION ${codec}`))).toEqual(expected);
    },
  );

  it('of many row groups has all of its rows in their order', async () => {
    const bytes = await written(
      `SELECT i AS n, CAST(i AS DECIMAL(18,2)) / 8 AS d FROM range(30000) t(i)`,
      ', ROW_GROUP_SIZE 4096',
    );
    const rows = await rowsOf(bytes);
    expect(rows.length).toBe(30_001);
    expect(rows.slice(1).every(([n], i) => n === String(i))).toBe(true);
  });

  it('leaves lists and records in a cell out', async () => {
    expect(
      await rowsOf(await written(`SELECT 1 AS a, [1, 2] AS b, {'x': 1} AS c, 'z' AS d`)),
    ).toEqual([
      ['a', 'd'],
      ['1', 'z'],
    ]);
  });

  it('leaves lengths of time out, and shows bytes that are no text by their digits', async () => {
    const query = `SELECT 'F-1' AS id, INTERVAL 3 DAY AS took, '\\xFF\\x01'::BLOB AS hash, 5 AS n`;
    expect(await rowsOf(await written(query))).toEqual([
      ['id', 'hash', 'n'],
      ['F-1', 'ff01', '5'],
    ]);
  });

  it('without a row is refused', async () => {
    const bytes = await written('SELECT 1 AS a WHERE FALSE');
    await expect(rowsOf(bytes)).rejects.toMatchObject({ problem: { code: 'no_rows' } });
  });

  it('that was cut off, or whose bytes were changed, gives rows or is refused; nothing else happens', async () => {
    const bytes = await written(invoices);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, mask, isCut) => {
          const broken = isCut ? bytes.slice(0, at) : bytes.slice();
          if (!isCut) broken[at] = (broken[at] ?? 0) ^ mask;
          await rowsOf(broken).catch((error: unknown) => {
            if (!(error instanceof ImportFailure)) throw error;
          });
        },
      ),
      { numRuns: runs / 5 },
    );
  }, 120_000);
});
