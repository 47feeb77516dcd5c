import { describe, expect, it } from 'vitest';
import { translator } from '../i18n/translate';
import type { ChartStyle } from './chartStyle';
import { paretoOf } from './pareto';
import { paretoOption, paretoRest } from './paretoOption';

const row = (rank: number, total: string, share: string, cumulative: string) => ({
  ...{ rank, key: `C${rank}`, label: `{${rank}|`, currency: 'EUR', total, share },
  ...{ cumulative_share: cumulative, whole: '90071992547410.03', key_count: 5 },
});
const rows = [
  row(2, '0.02', '0.000000', '1.000000'),
  { ...row(1, '9.00', '1.000000', '1.000000'), currency: 'CZK', key_count: 1 },
  row(1, '90071992547409.93', '1.000000', '1.000000'),
];
const nameOf = (one: Readonly<Record<string, unknown>>) => String(one['label']);
const style: ChartStyle = {
  scheme: 'dark',
  locale: 'cs',
  negative: 'minus',
  translate: translator('cs'),
  description: 'Pareto',
};

describe('a Pareto chart', () => {
  const pareto = paretoOf(rows, 'EUR', nameOf);

  it('has the debtors of one currency by their rank, in whatever order the rows are', () => {
    expect(pareto.bars.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '90071992547409.93'],
      [2, '0.02'],
    ]);
  });

  it('says what all others owe, to the cent, and nothing where there are none', () => {
    expect(pareto.others).toEqual({ count: 3, total: '0.08', share: '0.000000' });
    expect(paretoRest(pareto, style)).toBe('Všichni ostatní (3): 0,08 EUR, 0,00\u00a0%');
    expect(paretoRest(paretoOf(rows, 'CZK', nameOf), style)).toBe('');
    expect(paretoOf([], 'EUR', nameOf).bars).toEqual([]);
  });

  it('says each bar from exact text, and a name is only text', () => {
    const { tooltip } = paretoOption(pareto, style);
    const formatter = Array.isArray(tooltip) ? undefined : tooltip?.formatter;
    if (typeof formatter !== 'function') throw new Error('no tooltip');
    expect(formatter({ dataIndex: 0 } as never, '')).toBe(
      [
        '1 · {\u200b1|\u200b',
        'Celkem: 90\u00a0071\u00a0992\u00a0547\u00a0409,93 EUR (100,00\u00a0%)',
        'Kumulativní podíl: 100,00\u00a0%',
      ].join('\n'),
    );
  });

  it('draws its line along an axis up to the whole', () => {
    const { yAxis } = paretoOption(pareto, style);
    expect(Array.isArray(yAxis) && yAxis[1]).toMatchObject({ min: 0, max: 1 });
  });
});
