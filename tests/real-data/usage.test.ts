import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql';
import { fileOf } from '../../src/headless/source';
import { type Draft, Drafting } from '../import/drafting';
import { realData } from './folder';

const folder = realData('demand') ?? '';

describe.skipIf(folder === '')('series of consumption', () => {
  let desk: Drafting;
  let drafts: ReadonlyMap<string, Draft>;
  const files = [
    'AirPassengers.csv',
    'fort_collins_daily_water_weather.csv',
    'macau_monthly.csv',
    'macau_water.xlsx',
  ];
  beforeAll(async () => {
    desk = await Drafting.open();
    const all = await desk.drop(await Promise.all(files.map((name) => fileOf(join(folder, name)))));
    drafts = new Map(all.map((draft) => [(draft.original ?? draft.source).name, draft]));
    await desk.take(all);
  });
  afterAll(() => desk.close());

  it.each([
    [
      'AirPassengers.csv',
      144,
      '40363.0000',
      '1949-01-01 | 1949-02-01 | 112.00',
      '1960-12-01 | 1961-01-01 | 432.00',
    ],
    [
      'fort_collins_daily_water_weather.csv',
      2282,
      '45943.3240',
      '2020-01-01 | 2020-01-02 | 12.47',
      '2026-03-31 | 2026-04-01 | 15.23',
    ],
    [
      'macau_monthly.csv',
      232,
      '1548224777.2600',
      '2006-01-01 | 2006-02-01 | 4889269.00',
      '2025-04-01 | 2025-05-01 | 7578870.00',
    ],
    [
      'macau_water.xlsx',
      232,
      '1548224777.2600',
      '2006-01-01 | 2006-02-01 | 4889269.00',
      '2025-04-01 | 2025-05-01 | 7578870.00',
    ],
  ])('%s is recognised with its %i periods, %s in all', async (name, count, total, first, last) => {
    const draft = drafts.get(name);
    expect(draft?.plan).toMatchObject({
      mapping: { dataset: 'usage' },
      rowCount: count,
      goodCount: count,
    });
    const meter = draft?.plan.mapping.constants['meter_id'] ?? '';
    const rows = await desk.session.engine.rows(
      sql`SELECT concat_ws(' | ', period_start, period_end, CAST(quantity AS DECIMAL(18,2))) AS line,
                 CAST(sum(quantity) OVER () AS VARCHAR) AS total
          FROM usage WHERE meter_id = ${meter} ORDER BY period_start`,
    );
    expect([rows.length, rows[0]?.['total'], rows[0]?.['line'], rows.at(-1)?.['line']]).toEqual([
      count,
      total,
      first,
      last,
    ]);
  });

  it('Macau’s water is the same month by month in the text and in the workbook', async () => {
    const of = async (name: string) => {
      const meter = drafts.get(name)?.plan.mapping.constants['meter_id'] ?? '';
      return desk.session.engine.rows(
        sql`SELECT period_start, period_end, quantity, unit FROM usage WHERE meter_id = ${meter} ORDER BY period_start`,
      );
    };
    const inText = await of('macau_monthly.csv');
    expect(inText).toHaveLength(232);
    expect(await of('macau_water.xlsx')).toEqual(inText);
    expect(inText[0]?.['unit']).toBe('m3');
  });
});
