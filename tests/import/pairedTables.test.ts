import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/domain/import/place';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import { sql } from '../../src/engine/sql';
import { memoryWorkspaces } from '../../src/workspace/memory';
import { ask } from '../headless/shell';
import { type Draft, Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const linesHeader =
  'BUKRS,BELNR,GJAHR,BUZEI,AUGDT,AUGBL,KOART,SHKZG,DMBTR,WRBTR,HKONT,KUNNR,ZFBDT,SGTXT';
const invoice = (number: string, year: string, amount: string, text = 'Goods'): string =>
  `1000,${number},${year},001,,,D,S,${amount},${amount},140000,0000100007,20260803,${text}`;
const revenue = (number: string, year: string, amount: string): string =>
  `1000,${number},${year},002,,,S,H,${amount},${amount},800000,,,Goods`;
const headersHeader = 'BUKRS,BELNR,GJAHR,BLART,BLDAT,BUDAT,WAERS,XBLNR';
const headed = (number: string, year: string, currency = 'EUR'): string =>
  `1000,${number},${year},RV,${year}0803,${year}0805,${currency},9${number}`;

const bseg = file(
  'bseg.csv',
  linesHeader,
  invoice('0000000018', '2026', '10.00'),
  revenue('0000000018', '2026', '10.00'),
  invoice('0000000019', '2026', '20.00'),
);
const bkpf = file(
  'bkpf.csv',
  headersHeader,
  headed('0000000018', '2026'),
  headed('0000000019', '2026'),
);

/** The documents of a draft, with what their headers gave them. */
const documents = (draft: Draft): Promise<readonly string[]> =>
  desk.typed(draft, 'document_id', 'posting_date', 'currency', 'amount');

async function only(drafts: readonly Draft[]): Promise<Draft> {
  const [draft, ...others] = drafts;
  if (!draft || others.length > 0) throw new Error(`${drafts.length} imports came`);
  return draft;
}

describe('lines of documents that come with the table of their headers', () => {
  it('are one import, whichever of both comes first, and it says of what it was made', async () => {
    const draft = await only(await desk.drop([bkpf, bseg]));
    expect(desk.problems).toEqual([]);
    expect(await documents(draft)).toEqual([
      '1000-0000000018-2026-001 | 2026-08-05 | EUR | 10.00',
      '1000-0000000019-2026-001 | 2026-08-05 | EUR | 20.00',
    ]);
    expect(draft.staged.file).toBe('bseg.csv + bkpf.csv');
    expect(draft.staged.origin?.pieces?.map((piece) => piece.file)).toEqual(['bseg.csv']);
    expect(draft.staged.origin?.headers).toMatchObject([
      { table: 'BKPF', file: 'bkpf.csv', rowCount: 2, usedCount: 2 },
    ]);
    await desk.discard();
    const again = await only(await desk.drop([bseg, bkpf]));
    expect(again.staged.sha256).toBe(draft.staged.sha256);
  });

  it('find their header also where one table leaves out the zeros before the number', async () => {
    const short = file('bkpf.csv', headersHeader, headed('18', '2026'), headed('019', '2026'));
    const draft = await only(await desk.drop([bseg, short]));
    expect(await documents(draft)).toHaveLength(2);
    expect(draft.plan).toMatchObject({ rejectCount: 0, leftOut: { other_account: 1 } });
  });

  it('are rejected where their header is missing, whatever account they are on, and the reason names it', async () => {
    const one = file('bkpf.csv', headersHeader, headed('0000000019', '2026'));
    const draft = await only(await desk.drop([bseg, one]));
    expect(await documents(draft)).toEqual(['1000-0000000019-2026-001 | 2026-08-05 | EUR | 20.00']);
    expect(draft.plan.rejects).toEqual(
      [2, 3].map((line) => ({
        line,
        reason: 'header_missing',
        field: 'BKPF',
        value: '1000-0000000018-2026',
      })),
    );
  });

  it('take nothing of headers that differ, and headers that are the same are one', async () => {
    const several = file(
      'bkpf.csv',
      headersHeader,
      headed('0000000018', '2026'),
      headed('0000000018', '2026', 'USD'),
      headed('0000000019', '2026'),
      headed('0000000019', '2026'),
    );
    const draft = await only(await desk.drop([bseg, several]));
    expect(await documents(draft)).toEqual(['1000-0000000019-2026-001 | 2026-08-05 | EUR | 20.00']);
    expect(new Set(draft.plan.rejects.map(({ reason }) => reason))).toEqual(
      new Set(['header_repeated']),
    );
  });

  it('are told apart by client where both tables say it', async () => {
    const inClient = (client: string, row: string): string => `${client},${row}`;
    const lines = file(
      'bseg.csv',
      inClient('MANDT', linesHeader),
      inClient('100', invoice('18', '2026', '10.00')),
    );
    const headers = file(
      'bkpf.csv',
      inClient('MANDT', headersHeader),
      inClient('200', headed('18', '2026', 'USD')),
      inClient('100', headed('18', '2026')),
    );
    const draft = await only(await desk.drop([lines, headers]));
    expect(await documents(draft)).toEqual(['1000-18-2026-001 | 2026-08-05 | EUR | 10.00']);
  });

  it('may be several files, and so may their headers, of one shape or of several', async () => {
    const drafts = await desk.drop([
      file('bseg-1.csv', linesHeader, invoice('1', '2025', '10.00')),
      file('bseg-2.csv', linesHeader, invoice('2', '2025', '20.00'), invoice('3', '2025', '40.00')),
      file('bkpf-1.csv', headersHeader, headed('1', '2025')),
      file('bkpf-2.csv', headersHeader, headed('2', '2025')),
      file('bkpf-old.csv', `${headersHeader},BKTXT`, `${headed('4', '2025')},Old`),
    ]);
    const draft = await only(drafts);
    expect(await documents(draft)).toEqual([
      '1000-1-2025-001 | 2025-08-05 | EUR | 10.00',
      '1000-2-2025-001 | 2025-08-05 | EUR | 20.00',
    ]);
    const { staged, plan } = draft;
    expect(plan.rejects.map(({ line }) => placeOf(staged.file, staged.origin, line))).toEqual([
      { file: 'bseg-2.csv', line: 3 },
    ]);
    expect(staged.origin?.headers?.map(({ rowCount, usedCount }) => [rowCount, usedCount])).toEqual(
      [
        [2, 2],
        [1, 0],
      ],
    );
  });

  it('keep their lines, below titles, blank lines, cells of several lines and rows that are too wide', async () => {
    const lines = file(
      'bseg.csv',
      'Table BSEG',
      '',
      linesHeader,
      invoice('18', '2026', '10.00', '"two\nlines, ""quoted"""'),
      '',
      `${invoice('18', '2026', '30.00')},stray`,
      invoice('99', '2026', '20.00'),
      invoice('19', '2026', '20.00', '"  "'),
    );
    const headers = file('bkpf.csv', headersHeader, headed('18', '2026'), headed('19', '2026'));
    const draft = await only(await desk.drop([lines, headers]));
    expect(await desk.typed(draft, 'line', 'description')).toEqual([
      '4 | two\nlines, "quoted"',
      '9 | ',
    ]);
    expect(draft.plan.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [7, 'too_wide'],
      [8, 'header_missing'],
    ]);
  });

  it('that are no item of a customer are rejected where the journal cannot read them either', async () => {
    const lines = file(
      'bseg.csv',
      linesHeader,
      invoice('18', '2026', '10.00'),
      revenue('18', '2026', 'ten'),
    );
    const draft = await only(await desk.drop([lines, bkpf]));
    expect(draft.plan.rejects).toMatchObject([{ line: 3, reason: 'unreadable', value: 'ten' }]);
    expect(draft.plan.leftOut).toEqual({});
  });
});

describe('lines and headers that are tables of one file', () => {
  const rowsOf = (text: string): readonly object[] => {
    const [names = [], ...rows] = text
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    return rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], cell])));
  };

  it('are one import of that file, which is kept', async () => {
    const tables = {
      BKPF: rowsOf(await bkpf.blob.text()),
      BSEG: rowsOf(await bseg.blob.text()),
    };
    const dump = { name: 'sap.json', blob: new Blob([JSON.stringify(tables)]) };
    const draft = await only(await desk.drop([dump]));
    expect(await documents(draft)).toHaveLength(2);
    expect(draft.original?.name).toBe('sap.json');
    expect(draft.staged.file).toBe('sap.json › BSEG + sap.json › BKPF');
    expect(draft.staged.origin).toMatchObject({
      file: 'sap.json',
      part: 'BSEG',
      headers: [{ table: 'BKPF', file: 'sap.json › BKPF', rowCount: 2, usedCount: 2 }],
    });
  });
});

describe('in a shell', () => {
  const golden = join(import.meta.dirname, '../exports/sap-bkpf-bseg');

  it('both files given at once make the ledger, one given alone is refused with what to do', async () => {
    const out = await mkdtemp(join(tmpdir(), 'saldo-pair-'));
    const engine = await openNodeEngine();
    const [headers, lines] = ['BKPF.csv', 'BSEG.csv'].map((name) => join(golden, name));
    if (headers === undefined || lines === undefined) throw new Error('no files');
    const both = await ask(engine, ['import', headers, lines, '--out', out]);
    expect(both.code).toBe(0);
    expect(both.stderr).toBe(
      'BSEG.csv, line 17: the document 1000-0100000040-2026 has no header in BKPF; export its header too\n',
    );
    const written = (await readdir(out)).sort();
    expect(written).toEqual(['allocation.csv', 'document.csv', 'gl_entry.csv']);
    const alone = await ask(engine, ['import', lines, '--out', out]);
    expect(alone.code).toBe(2);
    expect(alone.stderr).toMatch(/^BSEG\.csv: .* which are in BKPF; give both at once, .*\n$/);
    await engine.close();
    await rm(out, { recursive: true });
  });
});

describe('an import of lines and headers', () => {
  it('is the same when the journal is read again, and may come again with more headers', async () => {
    const workspaces = await memoryWorkspaces();
    const id = await workspaces.create('Books', '2026-10-31');
    const first = await Drafting.open(await workspaces.open(id));
    const one = file('bkpf.csv', headersHeader, headed('18', '2026'));
    await first.bring(bseg, one);
    const before = await ledgerOf(first);
    expect(before).toHaveLength(1 + 2);
    await first.close();

    const second = await Drafting.open(await workspaces.open(id));
    expect(await ledgerOf(second)).toEqual(before);
    await second.drop([bseg, one]);
    expect(second.problems.map(({ code }) => code)).toEqual(['already_imported']);
    await second.bring(bseg, bkpf);
    expect(await ledgerOf(second)).toHaveLength(2 + 3);
    await second.close();
  });
});

/** Documents and lines of the journal, with what their header gave them. */
async function ledgerOf({ session }: Drafting): Promise<readonly string[]> {
  const rows = await session.engine.rows(
    sql`SELECT concat_ws(' | ', document_id, CAST(posting_date AS VARCHAR), currency, CAST(amount AS VARCHAR)) AS row FROM document
        UNION ALL
        SELECT concat_ws(' | ', entry_id, CAST(line_no AS VARCHAR), CAST(posting_date AS VARCHAR), CAST(debit - credit AS VARCHAR)) FROM gl_entry ORDER BY 1`,
  );
  return rows.map((row) => String(row['row']));
}
