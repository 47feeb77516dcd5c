import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportFailure, type ImportProblem } from '../../src/domain/import/problem';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { cleanGrid, gridOf, gridOfTable, sourceOf, tablesAsOffered } from './csvTortureFiles';
import { realData } from './folder';

const folder = realData('csv_torture') ?? '';
const isHere = folder !== '';
const filesOf = (inner: string): readonly string[] =>
  isHere ? readdirSync(join(folder, inner)).filter((name) => name.endsWith('.csv')) : [];

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** The one problem by which a file is refused. */
async function problemOf(work: Promise<unknown>): Promise<Pick<ImportProblem, 'code' | 'line'>> {
  const error = await work.then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ImportFailure)) throw error;
  const { code, line } = error.problem;
  return { code, line };
}

describe.skipIf(!isHere)('csv-spectrum: each file holds what its JSON says', () => {
  const files = filesOf('csv-spectrum/csvs');

  it('all eleven files are there', () => {
    expect(files).toHaveLength(11);
  });

  it.each(files)('%s', async (name) => {
    const { headers, rows } = await gridOf(
      engine,
      sourceOf(join(folder, 'csv-spectrum/csvs', name)),
    );
    const found = rows.map((row) => Object.fromEntries(headers.map((one, i) => [one, row[i]])));
    const path = join(folder, 'csv-spectrum/json', name.replace('.csv', '.json'));
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    // Its CR were lost before it came here: the file ends lines with LF, also the one within a cell.
    const isWithoutCr = name === 'newlines_crlf.csv';
    const wanted = isWithoutCr
      ? JSON.parse(JSON.stringify(json).replaceAll('\\r\\n', '\\n'))
      : json;
    expect(found).toEqual(wanted);
  });
});

describe.skipIf(!isHere)('CleverCSV: the examples are whole', () => {
  it.each([
    { name: 'airedale.csv', columns: 8, rows: 54, says: ['ACCENTURE PACS', '43,774.58'] },
    {
      name: 'imdb.csv',
      columns: 44,
      rows: 100,
      says: ['Dr. Seltsam, oder wie ich lernte, die Bombe zu lieben (1964)'],
    },
    { name: 'milk.csv', columns: 23, rows: 379, says: ['14718.2', '6576.3'] },
  ])('$name', async ({ name, columns, rows, says }) => {
    const grid = await gridOf(engine, sourceOf(join(folder, 'clevercsv/example', name)));
    expect([grid.headers.length, grid.rows.length, grid.staged.tooWide]).toEqual([
      columns,
      rows,
      [],
    ]);
    const cells = new Set(grid.rows.flat());
    expect(says.filter((text) => !cells.has(text))).toEqual([]);
  });
});

/** Files of Pollock that are refused, and why that is the answer. */
const refused: Readonly<Record<string, Pick<ImportProblem, 'code' | 'line'>>> = {
  // Texts with blanks in them stand bare between blanks: no reading gives each record the same cells.
  'file_field_delimiter_0x20.csv': { code: 'no_header', line: undefined },
  // Its clean twin is a header too: there is nothing to import.
  'file_header_only.csv': { code: 'no_rows', line: 1 },
  // Its clean twin is empty too.
  'file_no_payload.csv': { code: 'empty_file', line: undefined },
};

/** Files of Pollock with a second table, whose own line 22 has a quotation mark that no rule explains. */
const secondTables: Readonly<Record<string, number>> = {
  'file_multitable_less.csv': 8,
  'file_multitable_more.csv': 10,
  'file_multitable_same.csv': 9,
};

describe.skipIf(!isHere)(
  'Pollock: the first table is its clean twin, or the file is refused',
  () => {
    const files = filesOf('pollock/csv');
    const isRead = (name: string): boolean => refused[name] === undefined;

    it('all twenty-one files are there', () => {
      expect(files).toHaveLength(21);
    });

    it.each(files.filter(isRead))('%s is right', async (name) => {
      const [table] = await tablesAsOffered(sourceOf(join(folder, 'pollock/csv', name)));
      const clean = cleanGrid(join(folder, 'pollock/clean', name));
      const { headers, rows, staged } = table ? await gridOfTable(engine, table) : raiseNoTable();
      expect(staged.tooWide).toEqual([]);
      if (name === 'file_no_header.csv') {
        expect(headers).toEqual(headers.map((_, i) => `Column ${i + 1}`));
        expect(staged.headerLine).toBe(0);
        expect(rows).toEqual(clean);
      } else expect([headers, ...rows]).toEqual(clean);
    });

    it.each(Object.entries(refused))('%s is refused', async (name, problem) => {
      const source = sourceOf(join(folder, 'pollock/csv', name));
      expect(await tablesAsOffered(source)).toHaveLength(1);
      expect(await problemOf(gridOf(engine, source))).toEqual(problem);
    });

    it.each(Object.entries(secondTables))(
      '%s offers its second table apart',
      async (name, width) => {
        const tables = await tablesAsOffered(sourceOf(join(folder, 'pollock/csv', name)));
        expect(tables.map(({ fromLine }) => fromLine)).toEqual([1, 85]);
        const second = tables[1] ?? raiseNoTable();
        expect(second.text.trimStart().split('\n', 1)[0]?.split(',')).toHaveLength(width);
        expect(await problemOf(gridOfTable(engine, second))).toEqual({
          code: 'quote_open',
          line: 106,
        });
      },
    );
  },
);

function raiseNoTable(): never {
  throw new Error('no table was found');
}
