import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sniffDialect } from './dialect';
import { type Encoding, guessEncoding, isBinary } from './encoding';
import { repairCsv } from './repair';

/** `SALDO_FUZZ_RUNS` texts for each kind of marks; `SALDO_SEED` repeats a run. */
const numRuns = Number(process.env['SALDO_FUZZ_RUNS'] ?? 10_000);
const seed = Number(process.env['SALDO_SEED'] ?? 20261122);

/** A table, and how it is written. */
interface Written {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly isAllEnclosed: boolean;
  readonly encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';
  readonly hasLastEnd: boolean;
}

const names = [
  'Invoice',
  'Customer',
  'Date',
  'Amount',
  'Description',
  'Ñandú č',
  'Due date',
  'Ref.',
];
const pieces = [
  ...[
    'a',
    'Ž',
    '😀',
    '漢',
    'x y',
    '1',
    '0,5',
    '1.234,50',
    '2026-10-31',
    '(400.00)',
    '=1+1',
    'NULL',
  ],
  ...['"', '""', "'", "''", ',', ';', '\t', '|', '\\', '\n', ' ', '#', '--', '<b>', '%s', '~', ':'],
];
const cell = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((all) => all.join(''));

const tables = (
  marks: readonly string[],
  cells: fc.Arbitrary<string> = cell,
): fc.Arbitrary<Written> =>
  fc.integer({ min: 2, max: 7 }).chain((width) =>
    fc.record({
      headers: fc.shuffledSubarray(names, { minLength: width, maxLength: width }),
      rows: fc
        .array(fc.array(cells, { minLength: width - 1, maxLength: width - 1 }), {
          minLength: 1,
          maxLength: 8,
        })
        .map((rows) => rows.map((row, i) => [`F-${i}`, ...row])),
      delimiter: fc.constantFrom(...marks),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      isAllEnclosed: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be'),
      hasLastEnd: fc.boolean(),
    }),
  );

/** Rows that begin without a header: an id, texts, a date and an amount. */
const withoutHeader = tables([',', ';', '\t', '|']).map((table): Written => {
  const rows = table.rows.map((row, i) => [...row, `2026-01-0${i + 1}`, `${i}.50`]);
  return { ...table, headers: [], rows: [...rows, ...rows] };
});

type Enclose = (cell: string, isWanted: boolean, table: Written) => string;

function textOf(table: Written, enclose: Enclose): string {
  const line = (cells: readonly string[]): string =>
    cells.map((one) => enclose(one, table.isAllEnclosed, table)).join(table.delimiter);
  const records = table.headers.length === 0 ? table.rows : [table.headers, ...table.rows];
  const text = records.map(line).join('\n');
  return `${text}${table.hasLastEnd ? '\n' : ''}`.replaceAll('\n', table.lineEnd);
}

function bytesOf(text: string, encoding: Written['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  const marked = `\ufeff${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i += 1)
    view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

/** What is read of bytes, as the stage does it: a grid, or why there is none. */
function readBytes(bytes: Uint8Array): readonly (readonly string[])[] | 'refused' {
  const encoding: Encoding = guessEncoding(bytes, true);
  if (isBinary(bytes, encoding)) return 'refused';
  const text = new TextDecoder(encoding).decode(bytes);
  const dialect = sniffDialect(text);
  if (!dialect) return 'refused';
  const { parts, openQuoteLine, rowCount } = repairCsv(text, dialect);
  if (openQuoteLine > 0 || rowCount === 0) return 'refused';
  const { data } = Papa.parse<string[]>(parts.join('').slice(0, -1), {
    newline: '\n',
    delimiter: ',',
  });
  return [dialect.headers, ...data.map((row) => row.slice(1))];
}

const doubled =
  (quote: string): Enclose =>
  (one, isWanted, { delimiter }) =>
    isWanted || [delimiter, quote, '\n'].some((mark) => one.includes(mark)) || /^\s|\s$/.test(one)
      ? `${quote}${one.replaceAll(quote, quote + quote)}${quote}`
      : one;
const always =
  (enclose: Enclose): Enclose =>
  (one, _, table) =>
    enclose(one, true, table);
const backslash: Enclose = (one, isWanted, { delimiter }) =>
  isWanted || [delimiter, '"', '\n', '\\'].some((mark) => one.includes(mark))
    ? `"${one.replaceAll(/["\\]/g, '\\$&')}"`
    : one;

interface Kind {
  readonly what: string;
  readonly written: fc.Arbitrary<Written>;
  readonly enclose: Enclose;
  /** Of a hundred texts that many must be read; the others may be refused. */
  readonly readMin: number;
}

const kinds: readonly Kind[] = [
  {
    what: 'commas, semicolons, tabs and bars between cells by RFC 4180',
    written: tables([',', ';', '\t', '|']),
    enclose: doubled('"'),
    readMin: 99,
  },
  {
    what: 'no header above rows with dates and amounts',
    written: withoutHeader,
    enclose: doubled('"'),
    readMin: 90,
  },
  {
    what: 'other separators between enclosed cells',
    written: tables(['||', '~|~', '::', '~', '^', ' ', ', ', '; ']),
    enclose: always(doubled('"')),
    readMin: 95,
  },
  {
    what: 'apostrophes around cells',
    written: tables([',', ';', '\t', '|']),
    enclose: always(doubled("'")),
    readMin: 90,
  },
  {
    what: 'a backslash before a quotation mark',
    written: tables(
      [',', ';', '\t', '|'],
      cell.map((one) => one.replaceAll('\\', '"')),
    ),
    enclose: backslash,
    readMin: 80,
  },
  {
    what: 'quotation marks that stand once in enclosed cells',
    written: tables(
      [',', ';', '\t', '|'],
      cell.map((one) => one.replaceAll(/"+/g, '"x').replaceAll('\\', '')),
    ),
    enclose: (one) => `"${one}"`,
    readMin: 80,
  },
];

describe('a random table comes back exactly, or is refused', () => {
  it.each(kinds)('with $what', ({ written, enclose, readMin }) => {
    let read = 0;
    fc.assert(
      fc.property(written, (table) => {
        const text = textOf(table, enclose);
        const found = readBytes(bytesOf(text, table.encoding));
        if (found === 'refused') return;
        read += 1;
        const numbered = (table.rows[0] ?? []).map((_, i) => `Column ${i + 1}`);
        const headers = table.headers.length === 0 ? numbered : table.headers;
        expect(found).toEqual([headers, ...table.rows]);
      }),
      { numRuns: Math.ceil(numRuns / kinds.length), seed },
    );
    expect((read * 100 * kinds.length) / numRuns).toBeGreaterThan(readMin);
  });
});
