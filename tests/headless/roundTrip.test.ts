import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask as askReport, loadFiles } from '../support/openFolder';
import { type Answer, ask, npmRun } from './shell';

const invoices = `Factura;Cliente;Nombre cliente;Fecha;Vencimiento;Importe;Moneda
0001;007;"Ferrer; Núñez e hijos";15/09/2026;15/10/2026;1.234,56;EUR
0002;008;=cmd|'/c calc'!A1;16/09/2026;16/10/2026;-100,00;EUR
2520018000000073044;;;17/09/2026;31/12/2026;90.071.992.547.409,93;EUR
0003;007;"dice ""hola""
y adiós";31/02/2026;15/10/2026;1,00;EUR
`;
const receipts = `Receipt,Invoice,Customer,Date,Amount,Currency
R-1,0001,007,2026-10-01,234.56,EUR
`;

const result = z.object({
  report: z.string(),
  params: z.record(z.string(), z.string()),
  policy: z.record(z.string(), z.unknown()).nullable(),
  columns: z.array(z.object({ id: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  totals: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  tieOuts: z.array(
    z.strictObject({
      name: z.string(),
      currency: z.string(),
      left: z.string(),
      right: z.string(),
      difference: z.string(),
    }),
  ),
  rowCount: z.number(),
});

let engine: Engine;
let folder: string;
let out: string;
let imported: Answer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-trip-'));
  out = join(folder, 'tables');
  await writeFile(join(folder, 'facturas.csv'), invoices);
  await writeFile(join(folder, 'receipts.csv'), receipts);
  engine = await openNodeEngine();
  imported = await npmRun('import', [
    join(folder, 'facturas.csv'),
    join(folder, 'receipts.csv'),
    '--out',
    out,
  ]);
  expect(imported.code, imported.stderr).toBe(0);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const args = (id: string, params: readonly string[], data = out) => [
  ...[id, '--data', data],
  ...params.flatMap((one) => ['--param', one]),
];
const report = (id: string, params: readonly string[], data = out) =>
  ask(engine, ['report', ...args(id, params, data)]);
const parsed = (answer: Answer) => result.parse(JSON.parse(answer.stdout));

describe('import', () => {
  it('says in JSON what became of every row, and on stderr which rows it refused', () => {
    const json = z
      .object({ files: z.array(z.record(z.string(), z.unknown())), tables: z.array(z.unknown()) })
      .parse(JSON.parse(imported.stdout));
    expect(json.files.map((file) => [file['file'], file['rows'], file['taken']])).toEqual([
      ['facturas.csv', 4, 3],
      ['receipts.csv', 1, 1],
    ]);
    expect(json.files[0]).toMatchObject({
      delimiter: ';',
      negativeAsCreditNote: 1,
      idsWithLeadingZero: 2,
      controlTotals: {
        file: [{ currency: 'EUR', rows: 4, amount: '90071992548545.4900' }],
        taken: [{ currency: 'EUR', rows: 3, amount: '90071992548544.4900' }],
      },
    });
    expect(json.tables).toEqual([
      { table: 'customer', rows: 2 },
      { table: 'document', rows: 4 },
      { table: 'allocation', rows: 1 },
    ]);
    expect(imported.stderr).toBe(
      'facturas.csv, line 5: document_date “31/02/2026” cannot be read; correct it\n',
    );
  });

  it('writes canonical tables whose rows still name their file and line', async () => {
    expect((await readdir(out)).toSorted()).toEqual([
      'allocation.csv',
      'customer.csv',
      'document.csv',
    ]);
    const { data } = Papa.parse<Record<string, string>>(
      await readFile(join(out, 'document.csv'), 'utf8'),
      { header: true, skipEmptyLines: true },
    );
    expect(
      data.map((row) => [row['document_id'], row['kind'], row['amount'], row['source_row']]),
    ).toEqual([
      ['0001', 'invoice', '1234.5600', '2'],
      ['0002', 'credit_note', '-100.0000', '3'],
      ['2520018000000073044', 'invoice', '90071992547409.9300', '4'],
      ['R-1', 'payment', '-234.5600', '2'],
    ]);
    expect(data[0]?.['source_id']).toMatch(/^facturas\.csv#[0-9a-f]{8}$/);
    expect(data[3]?.['source_id']).toMatch(/^receipts\.csv#[0-9a-f]{8}$/);
  });

  it('says which tables of an earlier import lie in its folder', async () => {
    const again = join(folder, 'twice');
    const files = [join(folder, 'facturas.csv'), join(folder, 'receipts.csv')];
    expect((await ask(engine, ['import', ...files, '--out', again])).stderr).not.toContain('holds');
    await writeFile(join(folder, 'c.csv'), 'customer_id,name\n007,Ferrer\n');
    const second = await ask(engine, ['import', join(folder, 'c.csv'), '--out', again]);
    expect(second.code).toBe(0);
    expect(second.stderr.trimEnd()).toMatch(
      /twice holds document\.csv, allocation\.csv of an earlier import; a report reads them as well$/,
    );
  });

  it('of an open-items list keeps the day that it is of, so that a report of an earlier one says so', async () => {
    const list = join(folder, 'list');
    await writeFile(
      join(folder, 'list.csv'),
      'Invoice,Customer,Date,Due date,Amount\nF-1,C1,2026-01-10,2026-01-31,100.00\n',
    );
    await writeFile(
      join(folder, 'list.json'),
      JSON.stringify({ content: { kind: 'open_items', to: '2026-02-28' } }),
    );
    const mapping = ['--mapping', join(folder, 'list.json')];
    await ask(engine, ['import', join(folder, 'list.csv'), '--out', list, ...mapping]);
    const outside = async (asOf: string): Promise<unknown> => {
      const args = ['report', 'aging-totals', '--data', list, '--param', `asOf=${asOf}`];
      const { code, stdout, stderr } = await ask(engine, args);
      expect(code, stderr).toBe(0);
      return (JSON.parse(stdout) as { outside?: unknown }).outside;
    };
    expect(await outside('2026-01-31')).toEqual({
      side: 'before',
      date: '2026-02-28',
      kind: 'open_items',
    });
    expect(await outside('2026-02-28')).toBeUndefined();
    const rolled = async (from: string): Promise<unknown> => {
      const period = ['--param', `from=${from}`, '--param', 'to=2026-03-31'];
      const { stdout } = await ask(engine, ['report', 'roll-forward', '--data', list, ...period]);
      return (JSON.parse(stdout) as { outside?: unknown }).outside;
    };
    // The opening is of the day before the first.
    expect(await rolled('2026-02-28')).toMatchObject({ side: 'before', date: '2026-02-28' });
    expect(await rolled('2026-03-01')).toBeUndefined();
    await ask(engine, ['import', join(folder, 'list.csv'), '--out', list]);
    expect(await readdir(list)).not.toContain('file_content.csv');
    await writeFile(join(list, 'file_content.csv'), 'kind,date_from\nsometimes,\n');
    const broken = await ask(engine, [
      'report',
      'aging-totals',
      '--data',
      list,
      '--param',
      'asOf=2026-02-28',
    ]);
    expect([broken.code, broken.stderr.trimEnd()]).toEqual([
      2,
      expect.stringContaining('file_content.csv is not as an import writes it'),
    ]);
  });
});

describe('report', () => {
  it('over the folder gives what the same files give in memory', async () => {
    const other = await openNodeEngine();
    await loadFiles(other, [
      { name: 'facturas.csv', blob: new Blob([invoices]) },
      { name: 'receipts.csv', blob: new Blob([receipts]) },
    ]);
    for (const [id, params] of [
      ['open-items', { asOf: '2026-10-31' }],
      ['aging-by', { asOf: '2026-10-31', by: 'customer' }],
    ] as const) {
      const pairs = Object.entries(params).map(([name, value]) => `${name}=${value}`);
      expect(JSON.parse((await report(id, pairs)).stdout)).toEqual(
        JSON.parse(JSON.stringify(await askReport(other, id, params))),
      );
    }
    await other.close();
  });

  it('gives money as text with all its digits, dates as text, counts as numbers', async () => {
    const { rows, totals, tieOuts, policy, rowCount } = parsed(
      await report('open-items', ['asOf=2026-10-31']),
    );
    expect(rows.map((row) => [row['number'], row['open_amount'], row['due_date']])).toEqual(
      [
        ['0001', '1000.00', '2026-10-15'],
        ['0002', '-100.00', '2026-10-16'],
        ['2520018000000073044', '90071992547409.93', '2026-12-31'],
      ].toSorted((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1)),
    );
    expect(rows.every((row) => typeof row['days_past_due'] === 'number')).toBe(true);
    expect(totals).toEqual([
      expect.objectContaining({ currency: 'EUR', open_amount: '90071992548309.93' }),
    ]);
    expect(tieOuts).toEqual([
      {
        name: 'open-items',
        currency: 'EUR',
        left: '90071992548309.93',
        right: '90071992548309.93',
        difference: '0.00',
      },
    ]);
    expect(policy).toMatchObject({ asOf: '2026-10-31', basis: 'due', edges: [0, 30, 60, 90] });
    expect(rowCount).toBe(3);
  });

  it('gives the same rows as CSV, without any decoration', async () => {
    const { code, stdout } = await npmRun('report', [
      ...args('aging-totals', ['asOf=2026-10-31']),
      ...['--format', 'csv'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'currency,b0,b1,b2,b3,b4,n0,n1,n2,n3,n4,total,item_count\n' +
        'EUR,90071992547409.93,900.00,0.00,0.00,0.00,1,2,0,0,0,90071992548309.93,3\n',
    );
  });

  it('over tables that were imported from its own tables says the same', async () => {
    const again = join(folder, 'again');
    const tables = (await readdir(out)).map((name) => join(out, name));
    const { code } = await ask(engine, ['import', ...tables, '--out', again]);
    expect(code).toBe(0);
    const params = ['asOf=2026-10-31'];
    expect((await report('open-items', params, again)).stdout).toBe(
      (await report('open-items', params)).stdout,
    );
  });
});
