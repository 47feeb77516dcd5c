import { describe, expect, it } from 'vitest';
import { translator } from '../i18n/translate';
import type { ChartStyle } from './chartStyle';
import { heatOption } from './heatOption';
import { highestShare, lossMatrix } from './lossMatrix';
import { currenciesOf } from './matrix';
import { matrixTwin } from './matrixTwin';
import { pictureOf } from './picture';
import { rollMatrix } from './rollMatrix';
import { flowsOf, nodesOf, sankeyOption } from './sankeyOption';

const translate = translator('es');
const style: ChartStyle = {
  scheme: 'light',
  locale: 'es',
  negative: 'minus',
  translate,
  description: 'Tasas',
};
const buckets = [
  { id: 'b0', label: { key: 'bucket.notDue' } },
  { id: 'b1', label: { key: 'bucket.over', values: { from: 0 } } },
];
const row = (from: string, to: string, currency: string, amount: string, rate: string) => ({
  ...{ period_from: '2026-07-31', period_to: '2026-08-31' },
  ...{ from_state: from, to_state: to, currency, amount, rate },
});
/** Not in the order of the states: a reader may have sorted the table. */
const rows = [
  row('new', 'b0', 'EUR', '0.30', '1.000000'),
  row('b0', 'written_off', 'EUR', '0.00', '0.000000'),
  row('b0', 'collected', 'EUR', '0.07', '0.000000'),
  row('b0', 'b1', 'EUR', '90071992547409.93', '1.000000'),
  row('b1', 'b1', 'CZK', '5.00', '1.000000'),
];
const euro = rollMatrix(rows, 'EUR', buckets, translate);
const heat = { ...style, shareMax: '1' };

describe('a transition matrix', () => {
  it('has all buckets, and of the other states those that it has figures of', () => {
    expect(euro.rows.map(({ id }) => id)).toEqual(['b0', 'b1', 'new']);
    expect(euro.columns.map(({ id }) => id)).toEqual(['b0', 'b1', 'collected', 'written_off']);
    expect(euro.columns.map(({ name }) => name)).toEqual([
      'No vencido',
      'Más de 0 días',
      'Cobrado',
      'Dado de baja',
    ]);
  });

  it('adds up its rows and columns to the cent', () => {
    expect(euro.rows.map(({ total }) => total)).toEqual(['90071992547410.00', '0.00', '0.30']);
    expect(euro.columns.map(({ total }) => total)[1]).toBe('90071992547409.93');
  });

  it('is of one currency, that of the books first', () => {
    expect(euro.cells).toHaveLength(4);
    expect(currenciesOf(rows, 'EUR')).toEqual(['EUR', 'CZK']);
    expect(currenciesOf(rows, 'GBP')).toEqual(['CZK', 'EUR']);
  });
});

describe('its heat map', () => {
  it('has a cell a row of the report', () => {
    const { series } = heatOption(euro, heat);
    expect(Array.isArray(series) && series[0]).toMatchObject({
      type: 'custom',
      data: [
        [0, 2, 0],
        [3, 0, 1],
        [2, 0, 2],
        [1, 0, 3],
      ],
    });
  });

  it('says each figure with all its digits', () => {
    const { tooltip } = heatOption(euro, heat);
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    if (typeof formatter !== 'function') throw new Error('no tooltip');
    expect(formatter({ dataIndex: 3 } as never, '')).toBe(
      'No vencido → Más de 0 días\n90.071.992.547.409,93 EUR (100,00\u00a0%)',
    );
  });

  it('writes shares and amounts into the cells where they fit', () => {
    const panel = { title: 'EUR', option: heatOption(euro, heat), height: 300, note: '' };
    const words = { title: 'Tasas', policyLine: '' };
    const texts = (width: number) =>
      [...pictureOf([panel], 'light', words, width).svg.matchAll(/<text[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      );
    expect(texts(1000)).toEqual(expect.arrayContaining(['90.071.992.547.409,93', '0,07']));
    expect(texts(390)).not.toContain('90.071.992.547.409,93');
    expect(texts(390)).toContain('100,0\u00a0%');
  });

  it('has a table that says the same, of which a figure opens its row', () => {
    const opened: unknown[] = [];
    const lines = matrixTwin({
      matrix: euro,
      style,
      opens: () => true,
      onOpen: ({ source }) => opened.push(source),
    });
    expect(lines[0]?.cells.map(({ text }) => text)).toEqual([
      '',
      '90.071.992.547.409,93 EUR (100,00\u00a0%)',
      '0,07 EUR (0,00\u00a0%)',
      '0,00 EUR (0,00\u00a0%)',
      '90.071.992.547.410,00',
    ]);
    lines[0]?.cells[1]?.open?.run();
    expect(opened).toEqual([rows[3]]);
  });
});

describe('its flows', () => {
  it('are its figures above zero, between the states that they touch', () => {
    expect(flowsOf(euro).map(({ amount }) => amount)).toEqual([
      '0.30',
      '0.07',
      '90071992547409.93',
    ]);
    expect(nodesOf(euro).map(({ name }) => name)).toEqual([
      ...['before b0', 'before new'],
      ...['after b0', 'after b1', 'after collected'],
    ]);
  });

  it('name both ends and the exact amount', () => {
    const { tooltip, series } = sankeyOption(euro, { ...style, colourOf: () => '#123456' });
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    if (typeof formatter !== 'function') throw new Error('no tooltip');
    expect(formatter({ dataType: 'edge', dataIndex: 0 } as never, '')).toBe(
      'Nuevo → No vencido\n0,30 EUR (100,00\u00a0%)',
    );
    expect(formatter({ dataType: 'node', dataIndex: 0 } as never, '')).toBe(
      'No vencido: 90.071.992.547.410,00 EUR',
    );
    expect(Array.isArray(series) && series[0]).toMatchObject({
      links: [
        { source: 'before new', target: 'after b0' },
        { source: 'before b0', target: 'after collected' },
        { source: 'before b0', target: 'after b1' },
      ],
    });
  });
});

describe('a provision matrix', () => {
  const loss = (key: string, bucket: string, rate: string | null, expected: string | null) => ({
    ...{ key, label: `<${key}>`, bucket, currency: 'EUR', rate, expected_loss: expected },
  });

  it('has the groups that lose most first, and colours by the highest rate', () => {
    const { matrix, others } = lossMatrix(
      [loss('a', 'b0', '0.010000', '1.00'), loss('b', 'b1', '0.250000', '7.00')],
      'EUR',
      buckets,
      translate,
    );
    expect(matrix.rows.map(({ name, total }) => `${name} ${total}`)).toEqual([
      '<b> 7.00',
      '<a> 1.00',
    ]);
    expect(highestShare(matrix)).toBe('0.250000');
    expect(others).toBeUndefined();
  });

  it('leaves a bucket without a rate empty, and adds up the groups that it does not draw', () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      loss(`g${i}`, 'b0', '0.100000', `${20 - i}.10`),
    );
    const { matrix, others } = lossMatrix(
      [...many, loss('g0', 'b1', null, null)],
      'EUR',
      buckets,
      translate,
    );
    expect(matrix.cells).toHaveLength(12);
    expect(others).toEqual({ count: 2, total: '15.20' });
  });

  it('without groups is that of all', () => {
    const rest = { bucket: 'b0', currency: 'EUR', rate: '0.010000', expected_loss: '1.00' };
    expect(lossMatrix([rest], 'EUR', buckets, translate).matrix.rows).toEqual([
      { id: '', name: 'Todos', total: '1.00' },
    ]);
  });
});
