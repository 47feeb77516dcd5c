import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, npmRun } from './shell';

const documents = `document_id,kind,customer_id,document_date,due_date,currency,amount
I1,invoice,C1,2026-09-15,2026-10-15,EUR,100.00
I2,invoice,C1,2026-09-15,2026-10-15,EUR,50.00
`;

let engine: Engine;
let folder: string;
/** A folder of canonical tables, by name and text. */
async function data(name: string, tables: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [table, text] of Object.entries(tables)) await writeFile(join(path, table), text);
  return path;
}
async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

beforeAll(async () => {
  engine = await openNodeEngine();
  folder = await mkdtemp(join(tmpdir(), 'saldo-shell-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const asOf = ['--param', 'asOf=2026-10-31'];

describe('a report that is asked for wrongly ends with code 2 and one clear line', () => {
  it.each([
    {
      what: 'an unknown report',
      args: ['ageing', '--data', 'GOOD', ...asOf],
      says: /^there is no report ageing; there are aging-totals, aging-by, /,
    },
    {
      what: 'an unknown parameter',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--param', 'asof=2026-10-31'],
      says: /^aging-totals: unknown parameter asof$/,
    },
    {
      what: 'a parameter with the name of a trap',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--param', '__proto__=1'],
      says: /^aging-totals: unknown parameter __proto__$/,
    },
    {
      what: 'a parameter without a value',
      args: ['aging-totals', '--data', 'GOOD', '--param', 'asOf'],
      says: /^--param asOf: give name=value$/,
    },
    {
      what: 'a parameter that is given twice',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--param', 'asOf=2026-09-30'],
      says: /^--param asOf is given twice$/,
    },
    {
      what: 'a missing date',
      args: ['aging-totals', '--data', 'GOOD'],
      says: /^aging-totals: parameter asOf is required$/,
    },
    {
      what: 'a date that does not exist',
      args: ['aging-totals', '--data', 'GOOD', '--param', 'asOf=2026-02-30'],
      says: /^aging-totals: parameter asOf: '2026-02-30' is not a date: give YYYY-MM-DD$/,
    },
    {
      what: 'edges that do not ascend',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--param', 'edges=0,60,30'],
      says: /^aging-totals: parameter edges: edges must ascend$/,
    },
    {
      what: 'a word that the parameter does not take',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--param', 'basis=invoice'],
      says: /^aging-totals: parameter basis: .*due.*document/,
    },
    {
      what: 'a missing folder',
      args: ['aging-totals', '--data', 'NOWHERE', ...asOf],
      says: /^there is no folder .*NOWHERE$/,
    },
    {
      what: 'a folder without tables',
      args: ['aging-totals', '--data', 'EMPTY', ...asOf],
      says: /^.*EMPTY holds no canonical table such as document\.csv$/,
    },
    {
      what: 'a row that cannot be read, by file and line',
      args: ['aging-totals', '--data', 'BAD_ROW', ...asOf],
      says: /^document\.csv, line 3: document_date “15\/09” cannot be read; correct it$/,
    },
    {
      what: 'a repeated id, by file and line',
      args: ['aging-totals', '--data', 'REPEATED', ...asOf],
      says: /^document\.csv, line 4: document_id “I1” stands on an earlier line already, which is the one taken; give each row its own$/,
    },
    {
      what: 'a repeated journal line, by file and line',
      args: ['aging-totals', '--data', 'REPEATED_ENTRY', ...asOf],
      says: /^gl_entry\.csv, line 3: line_no “1” stands on an earlier line already, which is the one taken; give each row its own$/,
    },
    {
      what: 'a table without a column that it needs',
      args: ['aging-totals', '--data', 'NO_AMOUNT', ...asOf],
      says: /^document\.csv, line 1: the columns are not known; /,
    },
    {
      what: 'an unknown format',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--format', 'xml'],
      says: /^--format xml: give json or csv$/,
    },
    {
      what: 'an unknown option',
      args: ['aging-totals', '--data', 'GOOD', ...asOf, '--fast'],
      says: /^Unknown option '--fast'/,
    },
  ])('$what', async ({ args, says }) => {
    const folders: Readonly<Record<string, () => Promise<string>>> = {
      GOOD: () => data('GOOD', { 'document.csv': documents }),
      EMPTY: () => data('EMPTY', { 'notes.csv': 'a,b\n1,2\n' }),
      BAD_ROW: () =>
        data('BAD_ROW', {
          'document.csv': documents.replace('I2,invoice,C1,2026-09-15', 'I2,invoice,C1,15/09'),
        }),
      REPEATED: () =>
        data('REPEATED', {
          'document.csv': `${documents}I1,invoice,C1,2026-09-15,2026-10-15,EUR,1.00\n`,
        }),
      REPEATED_ENTRY: () =>
        data('REPEATED_ENTRY', {
          'document.csv': documents,
          'gl_entry.csv':
            'entry_id,line_no,posting_date,account_id,debit,credit\nJ1,1,2026-09-15,430,5,\nJ1,1,2026-09-15,430,5,\n',
        }),
      NO_AMOUNT: () => data('NO_AMOUNT', { 'document.csv': documents.replace('amount', 'worth') }),
    };
    const given = await Promise.all(args.map((arg) => folders[arg]?.() ?? arg));
    const { code, stdout, stderr } = await ask(engine, ['report', ...given]);
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });
});

const ledger = 'Invoice,Customer,Date,Amount\nF-1,C1,2026-09-15,100\n';

describe('an import that is asked for wrongly ends with code 2, one clear line, and no table', () => {
  const mapped = (mapping: string, csv = ledger) => ({ mapping, csv });
  it.each([
    {
      what: 'a mapping that is no JSON',
      ...mapped('{'),
      says: /^.*m\.json: the mapping is not valid: .*JSON/,
    },
    {
      what: 'a mapping with an unknown key',
      ...mapped('{"colums": {}}'),
      says: /^.*m\.json: the mapping is not valid: Unrecognized key: "colums"$/,
    },
    {
      what: 'an unknown dataset',
      ...mapped('{"dataset": "invoices"}'),
      says: /^f\.csv: the mapping is not valid: there is no dataset “invoices”; there are document, /,
    },
    {
      what: 'a field that the dataset does not have',
      ...mapped('{"columns": {"sum": "Amount"}}'),
      says: /^f\.csv: the mapping is not valid: document has no field “sum”$/,
    },
    {
      what: 'fields with the names of traps',
      ...mapped('{"columns": {"__proto__": "Amount"}}'),
      says: /^f\.csv: the mapping is not valid: document has no field “__proto__”$/,
    },
    {
      what: 'a constant with the name of a trap',
      ...mapped('{"constants": {"constructor": "Amount"}}'),
      says: /^f\.csv: the mapping is not valid: document has no field “constructor”$/,
    },
    {
      what: 'a column that the file does not have',
      ...mapped('{"columns": {"amount": "__proto__"}}'),
      says: /^f\.csv: the mapping is not valid: there is no column “__proto__” for amount; there are Invoice, Customer, Date, Amount$/,
    },
    {
      what: 'a constant that is no date',
      ...mapped('{"constants": {"due_date": "31/02/2026"}}'),
      says: /^f\.csv: the mapping is not valid: due_date “31\/02\/2026” cannot be read$/,
    },
    {
      what: 'a dataset whose required column is missing',
      ...mapped('{"dataset": "gl_entry"}'),
      says: /^f\.csv, line 1: no column is mapped to entry_id, which is required; state it with --mapping$/,
    },
    {
      what: 'a header that stands twice',
      ...mapped('{}', 'Invoice,Customer,Date,Amount,Amount\nF-1,C1,2026-09-15,100,121\n'),
      says: /^f\.csv, line 1: the header Amount stands twice; rename one of them$/,
    },
    {
      what: 'an empty file',
      ...mapped('{}', ''),
      says: /^f\.csv: the file is empty; export it again$/,
    },
  ])('$what', async ({ mapping, csv, says }) => {
    const [f, m, out] = [
      await file('f.csv', csv),
      await file('m.json', mapping),
      join(folder, 'out'),
    ];
    const { code, stdout, stderr } = await ask(engine, ['import', f, '--out', out, '--mapping', m]);
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('a file that is not there', async () => {
    const out = join(folder, 'out');
    const { code, stderr } = await ask(engine, ['import', join(folder, 'none.csv'), '--out', out]);
    expect(stderr.trimEnd()).toMatch(/none\.csv: the file cannot be read; check that it is there/);
    expect(code).toBe(2);
  });

  it('the same file twice is taken once, with a word', async () => {
    const f = await file('f.csv', ledger);
    const { code, stderr } = await ask(engine, ['import', f, f, '--out', join(folder, 'twice')]);
    expect(stderr).toContain('f.csv: the file is among these twice');
    expect(code).toBe(0);
  });

  it('no file at all: the usage is told', async () => {
    const { code, stdout, stderr } = await ask(engine, ['import']);
    expect(stderr).toMatch(/^usage:\n {2}import FILE… --out DIR/);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('the command itself', () => {
  it('prints nothing but that line on stderr, nothing on stdout, and ends with code 2', async () => {
    const args = ['aging-totals', '--data', join(folder, 'NOWHERE'), ...asOf];
    const { code, stdout, stderr } = await npmRun('report', args);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^there is no folder .*NOWHERE$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('refuses a command that it does not know', async () => {
    await expect(ask(engine, ['export'])).resolves.toMatchObject({ code: 2 });
  });
});

it('both commands say how they are called', async () => {
  for (const argv of [['import', '--help'], ['report', '-h'], ['--help']]) {
    const { code, stdout } = await ask(engine, argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^usage:\n {2}import FILE… --out DIR/);
  }
});
