import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/domain/import/place';
import { sql } from '../../src/engine/sql';
import { fileOf } from '../../src/headless/source';
import type { SourceFile } from '../../src/importers/source';
import { type Draft, Drafting } from '../import/drafting';
import { realData } from './folder';

const folder = realData('uci_online_retail') ?? '';

describe.skipIf(folder === '')('UCI online retail: 20 daily files of sales lines', () => {
  let desk: Drafting;
  let days: readonly SourceFile[];
  let drafts: readonly Draft[];
  beforeAll(async () => {
    desk = await Drafting.open();
    const names = (await readdir(folder)).filter((name) => name.startsWith('2010-12-')).sort();
    days = await Promise.all(names.map((name) => fileOf(join(folder, name))));
    // Dropped in any order.
    drafts = await desk.drop([...days].reverse());
  });
  afterAll(() => desk.close());

  it('are one import of 42,481 lines, quantity × price being 748,957.02', () => {
    expect(days).toHaveLength(20);
    expect(drafts.map(({ staged }) => staged.file)).toEqual([
      '2010-12-01.csv … 2010-12-23.csv (20)',
    ]);
    expect(desk.problems).toEqual([]);
    expect(drafts[0]?.plan).toMatchObject({
      mapping: { dataset: 'sales_line' },
      rowCount: 42_481,
      goodCount: 42_481,
      rejectCount: 0,
      goodTotals: [{ rows: 42_481, amount: '748957.0200' }],
      dateFrom: '2010-12-01',
      dateTo: '2010-12-23',
    });
  });

  it('repeat 500 lines exactly, and have no customer on 15,631', async () => {
    const [review] = await desk.review(drafts);
    const found = new Map(review?.findings.map(({ code, count }) => [code, count]));
    expect(found.get('exact_repeat')).toBe(500);
    expect(found.get('no_customer')).toBe(15_631);
    expect(review?.comparison).toMatchObject({ newCount: 2025, changedCount: 0 });
  });

  it('know of a line its file and its line there', async () => {
    const third = readFileSync(join(folder, '2010-12-03.csv'), 'utf8').split('\n');
    // The header is line 1; no cell of these files goes over a line end.
    const at = 1000;
    const [invoice = '', product = ''] = third[at - 1]?.split(',') ?? [];
    const draft = drafts[0];
    if (!draft) throw new Error('nothing came');
    const rows = await desk.session.engine.rows(
      sql`SELECT line, document_id, service FROM ${sql.id(draft.plan.typedTable)}
          WHERE document_id = ${invoice} AND service = ${product}`,
    );
    const places = rows.map(({ line }) =>
      placeOf(draft.staged.file, draft.staged.origin, Number(line)),
    );
    expect(places).toContainEqual({ file: '2010-12-03.csv', line: at });
  });

  it('become 2,025 documents of 948 customers, of the same sum as their lines', async () => {
    await desk.take(drafts);
    const [facts] = await desk.session.engine.rows(
      sql`SELECT (SELECT count(*) FROM document) AS documents,
                 (SELECT CAST(sum(amount) AS VARCHAR) FROM document) AS amount,
                 (SELECT count(DISTINCT customer_id) FROM document) AS customers,
                 (SELECT count(*) FROM document_line) AS lines,
                 (SELECT CAST(sum(amount) AS VARCHAR) FROM document_line) AS line_amount,
                 (SELECT count(*) FROM document_line WHERE document_id LIKE 'C%') AS credits,
                 (SELECT count(*) FROM document_line WHERE quantity < 0) AS negatives`,
    );
    expect({ ...facts }).toEqual({
      documents: 2025,
      amount: '748957.0200',
      customers: 948,
      lines: 42_481,
      line_amount: '748957.0200',
      credits: 728,
      negatives: 798,
    });
  });

  it('add nothing when they come again, all, some, or one under another name', async () => {
    for (const again of [
      days,
      days.slice(4, 7),
      days.slice(2, 3).map((day) => ({ ...day, name: 'december.csv' })),
    ]) {
      expect(await desk.stage(again)).toEqual([]);
      expect(desk.problems.map(({ code }) => code)).toEqual(again.map(() => 'already_imported'));
    }
    const renamed = days.map((day, i) => (i === 19 ? { ...day, name: '2010-12-24.csv' } : day));
    expect(await desk.stage([...renamed, ...days.slice(0, 1)])).toEqual([]);
    expect(desk.problems).toHaveLength(21);
  });
});
