import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasetByName } from '../../src/domain/import/datasets';
import { placeOf } from '../../src/domain/import/place';
import type { FieldSpec, Header, Profile } from '../../src/domain/import/profiles/profile';
import { profiles } from '../../src/domain/import/profiles/registry';
import { recognise } from '../../src/domain/import/recognise';
import { exact } from '../../src/domain/money/decimal';
import { sql } from '../../src/engine/sql';
import { rejectText } from '../../src/headless/problemText';
import { isMapped } from '../../src/ledger/projection/staged';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { type Brought, bringAll, refusal } from './workbench';

/** What an import of the export says before it is committed. */
const planned = z.strictObject({
  title: z.string(),
  profile: z.string(),
  rows: z.number(),
  taken: z.number(),
  leftOut: z.record(z.string(), z.number()).default({}),
  /** The list's day is `to`; it is open where the file's name does not tell it. */
  content: z.strictObject({ kind: z.string(), to: z.string().optional() }).optional(),
  /** Each with its place and its reason, as a shell tells it. */
  rejects: z.array(z.string()).default([]),
  totals: z.array(z.strictObject({ currency: z.string(), rows: z.number(), amount: z.string() })),
});

const root = join(import.meta.dirname, '../exports');

/** The canonical rows that an accountant expects, in the columns that matter. */
interface ExpectedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

function expectedTables(folder: string): readonly ExpectedTable[] {
  return readdirSync(join(folder, 'expected')).map((file) => {
    const text = readFileSync(join(folder, 'expected', file), 'utf8');
    const [columns = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    return { table: file.replace('.csv', ''), columns, rows: rows.map(lineOf) };
  });
}

/** Cells as one line, with amounts as they are and not as they are stored. */
function lineOf(cells: readonly unknown[]): string {
  return cells
    .map((cell) => String(cell ?? ''))
    .map((cell) => (/^-?\d+\.\d+$/.test(cell) ? exact(cell).toFixed() : cell))
    .join(' | ');
}

const cases = readdirSync(root).map((name) => {
  const folder = join(root, name);
  const files = readdirSync(folder).filter((file) => !file.startsWith('expected'));
  return {
    ...planned.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))),
    folder,
    sources: files.map((file) => ({
      name: file,
      blob: new Blob([readFileSync(join(folder, file))]),
    })),
    tables: expectedTables(folder),
  };
});

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

/** Rows of a table that came from files; what follows from lists of open items did not. */
async function rowsOf({ table, columns }: ExpectedTable): Promise<readonly string[]> {
  const rows = await session.engine.rows(
    sql`SELECT * FROM ${sql.id(table)} WHERE source_id NOT LIKE 'saldo:%' ORDER BY source_row`,
  );
  return rows.map((row) => lineOf(columns.map((column) => row[column]))).sort();
}

/** Rejected rows as a shell tells of them. */
function rejectsOf(brought: Brought | undefined): readonly string[] {
  if (!brought) return [];
  const { rejects, staged } = brought.plan;
  return rejects.map((reject) => {
    const { file, line } = placeOf(staged.file, staged.origin, reject.line);
    return rejectText(file, { ...reject, line });
  });
}

describe('a well-known export becomes canonical rows', () => {
  it.each(cases)('$title', async ({ sources, tables, title, ...expected }) => {
    const [brought, ...others] = await bringAll(session, sources);
    expect(others).toEqual([]);
    const { mapping, rowCount, goodCount, leftOut, goodTotals } = brought?.plan ?? {};
    expect(mapping?.profile).toBe(expected.profile);
    expect({ rows: rowCount, taken: goodCount, leftOut }).toEqual({
      rows: expected.rows,
      taken: expected.taken,
      leftOut: expected.leftOut,
    });
    expect(mapping?.content).toEqual(expected.content);
    expect(rejectsOf(brought)).toEqual(expected.rejects);
    expect(
      goodTotals?.map((total) => ({ ...total, amount: exact(total.amount).toFixed() })),
    ).toEqual(expected.totals);
    expect(tables.map(({ table }) => table)).not.toEqual([]);
    for (const table of tables)
      expect(await rowsOf(table), table.table).toEqual([...table.rows].sort());
  });

  it('of each profile there is an example', () => {
    expect([...new Set(cases.map(({ profile }) => profile))].sort()).toEqual(
      profiles.map(({ id }) => id).sort(),
    );
  });
});

const specOf = (given: Header | FieldSpec): FieldSpec =>
  typeof given === 'object' && 'from' in given ? given : { from: given };

/** Every column that a profile looks for. */
function headersOf(profile: Profile): readonly Header[] {
  const fields = Object.values(profile.fields).flatMap((given): readonly Header[] => {
    const { from, joined = [], mayJoin = [], days = [], ...more } = specOf(given);
    const others = [more.minus, more.mayMinus, more.times, more.side].filter(
      (one) => one !== undefined,
    );
    return [from, ...joined, ...mayJoin, ...others, ...days];
  });
  return [...profile.needs, ...fields, ...(profile.rowId?.columns ?? [])];
}

/** The header as the nth language has it, or as the only one. */
const inLanguage = (header: Header, language: number): string =>
  typeof header === 'string' ? header : (header[language] ?? header[0] ?? '');

const different = (headers: readonly string[]): readonly string[] => [...new Set(headers)];

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  it('is what its own columns are taken for', () => {
    const headers = different(headersOf(profile).map((header) => inLanguage(header, 0)));
    expect(recognise(headers, 'export.csv')?.profile).toBe(id);
  });

  it('is recognised in each of the words for its columns', () => {
    const languages = Math.max(
      ...profile.needs.map((header) => (typeof header === 'string' ? 1 : header.length)),
    );
    for (let language = 0; language < languages; language += 1) {
      const headers = different(profile.needs.map((header) => inLanguage(header, language)));
      expect(recognise(headers, 'export.csv')?.profile, headers.join()).toBe(id);
    }
  });

  it('needs no columns but those without which it says nothing', () => {
    const headers = different(profile.needs.map((header) => inLanguage(header, 0)));
    const found = recognise(headers, 'export.csv');
    const missing = datasetByName(profile.dataset)?.fields.filter(
      ({ required, name }) => required && found && !isMapped(found, name),
    );
    expect(missing?.map(({ name }) => name)).toEqual([]);
  });
});

describe('columns in another order', () => {
  it.each(cases)('$title', async ({ sources, profile }) => {
    const { imports } = await session.desk.stageFiles(sources);
    for (const { staged } of imports) {
      const back = [...staged.headers].reverse();
      const mapping = recognise(back, staged.file);
      expect(mapping?.profile).toBe(profile);
      const straight = recognise(staged.headers, staged.file);
      const namesOf = (fields: typeof mapping) =>
        Object.entries(fields?.fields ?? {}).map(([name, { header }]) => [name, header]);
      expect(namesOf(mapping)).toEqual(namesOf(straight));
      await session.desk.drop(staged);
    }
  });
});

describe('a table that says too little on its own is refused', () => {
  it.each([
    [
      'BKPF',
      'BSEG',
      'MANDT,BUKRS,BELNR,GJAHR,BLART,BLDAT,BUDAT,WAERS,XBLNR\n100,1000,18,2026,RV,20260803,20260805,EUR,9\n',
    ],
    [
      'BSEG',
      'BKPF',
      'MANDT,BUKRS,BELNR,GJAHR,BUZEI,KOART,SHKZG,DMBTR,HKONT\n100,1000,18,2026,001,D,S,1.00,140000\n',
    ],
  ])('%s without %s', async (table, other, text) => {
    const answer = await refusal(bringAll(session, [{ name: 'sap.csv', blob: new Blob([text]) }]));
    const lacks =
      table === 'BKPF'
        ? 'has the headers of documents without their accounts and amounts'
        : 'has lines of documents without their dates, types and currencies';
    expect(answer).toBe(
      `sap.csv: ${table} ${lacks}, which are in ${other}; give both at once, as two files or as sheets of one workbook`,
    );
  });

  it('and the other files beside it are taken', async () => {
    const bkpf = 'BUKRS,BELNR,GJAHR,BLART,BUDAT\n1000,18,2026,RV,20260805\n';
    const invoices = 'Invoice,Date,Amount\nA,2026-01-01,1\n';
    const { imports, problems } = await session.desk.stageFiles([
      { name: 'bkpf.csv', blob: new Blob([bkpf]) },
      { name: 'invoices.csv', blob: new Blob([invoices]) },
    ]);
    expect(imports.map(({ staged }) => staged.file)).toEqual(['invoices.csv']);
    expect(problems.map(({ problem }) => [problem.file, problem.code])).toEqual([
      ['bkpf.csv', 'lone_headers'],
    ]);
    for (const { staged } of imports) await session.desk.drop(staged);
  });
});
