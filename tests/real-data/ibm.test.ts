import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exact, sum } from '../../src/domain/money/decimal';
import { daysBetween, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { sql } from '../../src/engine/sql';
import { fileOf } from '../../src/headless/source';
import type { ImportPlan } from '../../src/session/import/plan';
import { npmRun } from '../headless/shell';
import { ask, loadFiles } from '../support/openFolder';
import { realData } from './folder';

const folder = realData('ibm_late_payment') ?? '';
const path = join(folder, 'WA_Fn-UseC_-Accounts-Receivable.csv');

/** Aging by due date: what is not due and what is 1–30 days late; nothing is later than that. */
const agings = [
  { asOf: '2012-06-30', b0: '4594.36', n0: 83, b1: '909.73', n1: 15, total: '5504.09' },
  { asOf: '2012-12-31', b0: '4936.32', n0: 86, b1: '788.74', n1: 13, total: '5725.06' },
  { asOf: '2013-06-30', b0: '4284.29', n0: 72, b1: '835.56', n1: 12, total: '5119.85' },
] as const;

const nothingLater = { b2: '0.00', b3: '0.00', b4: '0.00', n2: 0, n3: 0, n4: 0 };

const report = z.object({
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  tieOuts: z.array(z.object({ difference: z.string() })),
  policy: z.record(z.string(), z.unknown()),
});

describe.skipIf(folder === '')('IBM late payments: 2,466 settled invoices', () => {
  let engine: Engine;
  let plan: ImportPlan | undefined;
  beforeAll(async () => {
    engine = await openNodeEngine();
    [plan] = await loadFiles(engine, [await fileOf(path)]);
  });
  afterAll(() => engine.close());

  it('are recognised as invoices with settlements, month first, with every leading zero', () => {
    expect(plan?.mapping.dataset).toBe('document');
    expect(plan?.mapping.fields['document_date']?.format).toEqual({ kind: 'date', order: 'MDY' });
    expect(plan?.mapping.fields['due_date']?.format).toEqual({ kind: 'date', order: 'MDY' });
    expect(plan?.mapping.fields['settled_date']?.format).toEqual({ kind: 'date', order: 'MDY' });
    expect(plan).toMatchObject({
      rowCount: 2466,
      goodCount: 2466,
      rejectCount: 0,
      settledCount: 2466,
      leadingZeroCount: 266,
      goodTotals: [{ rows: 2466, amount: '147703.1800' }],
    });
  });

  it('become 2,466 invoices and 2,466 payments of 100 customers, which pay them in full', async () => {
    const kinds = await engine.rows(
      sql`SELECT kind, count(*) AS n, CAST(sum(amount) AS VARCHAR) AS amount FROM document GROUP BY kind ORDER BY kind`,
    );
    expect(kinds.map((row) => [row['kind'], row['n'], row['amount']])).toEqual([
      ['invoice', 2466, '147703.1800'],
      ['payment', 2466, '-147703.1800'],
    ]);
    const [facts] = await engine.rows(
      sql`SELECT (SELECT count(DISTINCT customer_id) FROM document) AS customers, (SELECT count(*) FROM allocation) AS allocations`,
    );
    expect([facts?.['customers'], facts?.['allocations']]).toEqual([100, 2466]);
    expect((await ask(engine, 'contradictions', {})).rows).toEqual([]);
    expect((await ask(engine, 'open-items', { asOf: '2199-12-31' })).rowCount).toBe(0);
  });

  it('877 of them were settled late, 53,960.78 in all; settling took 26.4448 days on average', async () => {
    const rows = await engine.rows(
      sql`SELECT d.document_date, d.due_date, d.amount, p.posting_date AS paid
          FROM allocation a JOIN document d ON d.document_id = a.debit_document_id
          JOIN document p ON p.document_id = a.credit_document_id`,
    );
    const late = rows.filter((row) => String(row['paid']) > String(row['due_date']));
    expect(late.length).toBe(877);
    expect(sum(late.map((row) => exact(String(row['amount'])))).toFixed(2)).toBe('53960.78');
    const days = rows.map((row) =>
      daysBetween(row['document_date'] as IsoDate, row['paid'] as IsoDate),
    );
    const mean = exact(String(days.reduce((a, b) => a + b, 0))).div(days.length);
    expect(mean.toFixed(4)).toBe('26.4448');
  });

  it.each(agings)('$asOf: not due $b0 ($n0), 1–30 days $b1 ($n1)', async ({ asOf, ...figures }) => {
    const { rows, tieOuts } = await ask(engine, 'aging-totals', { asOf });
    expect(rows).toEqual([expect.objectContaining({ ...figures, ...nothingLater })]);
    expect(tieOuts.map((tieOut) => tieOut.difference)).toEqual(['0.00']);
  });

  it.each(agings)('$asOf: the open items behind the figures add up to them', async (aging) => {
    const { rows } = await ask(engine, 'open-items', { asOf: aging.asOf });
    for (const [bucket, amount, count] of [
      ['b0', aging.b0, aging.n0],
      ['b1', aging.b1, aging.n1],
    ] as const) {
      const own = rows.filter((row) => row['bucket'] === bucket);
      expect(own.length).toBe(count);
      expect(sum(own.map((row) => exact(String(row['open_amount'])))).toFixed(2)).toBe(amount);
    }
    expect(rows.length).toBe(aging.n0 + aging.n1);
  });

  describe('from a shell', () => {
    let out: string;
    beforeAll(async () => {
      out = await mkdtemp(join(tmpdir(), 'saldo-ibm-'));
    });
    afterAll(() => rm(out, { recursive: true }));

    it('import writes the tables and answers in JSON alone', async () => {
      const { code, stdout } = await npmRun('import', [path, '--out', out]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        files: [{ rows: 2466, taken: 2466, rejected: 0, settled: 2466, idsWithLeadingZero: 266 }],
        tables: [
          { table: 'document', rows: 4932 },
          { table: 'allocation', rows: 2466 },
        ],
        contradictions: [],
      });
    });

    it.each(agings)('report aging-totals at $asOf gives the same', async ({ asOf, ...figures }) => {
      const { code, stdout } = await npmRun('report', [
        ...['aging-totals', '--data', out, '--param', `asOf=${asOf}`],
      ]);
      expect(code).toBe(0);
      const { rows, tieOuts, policy } = report.parse(JSON.parse(stdout));
      expect(rows).toEqual([expect.objectContaining({ ...figures, ...nothingLater })]);
      expect(tieOuts.map((tieOut) => tieOut.difference)).toEqual(['0.00']);
      expect(policy).toMatchObject({ asOf, basis: 'due', credits: 'own', allocation: 'given' });
    });
  });
});
