import { describe, expect, it } from 'vitest';
import type { Column } from '../domain/report/column';
import { translator } from '../i18n/translate';
import { type BarStyle, barOption, othersLine } from './barOption';
import { pictureOf } from './picture';
import { shareText, stacksOf } from './stack';
import { stackPanels } from './stackPanels';

const money = (id: string, key: string): Column => ({
  id,
  label: { key },
  kind: 'money',
  currencyColumn: 'currency',
});
const columns: readonly Column[] = [
  { id: 'key', label: { key: 'dimension.customer' }, kind: 'id' },
  { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
  money('b0', 'bucket.notDue'),
  { ...money('b1', 'bucket.over'), label: { key: 'bucket.over', values: { from: 0 } } },
  money('total', 'column.total'),
];
const row = (key: string, currency: string, b0: string, b1: string, total: string) => ({
  key,
  label: `${key} <b>&`,
  currency,
  b0,
  b1,
  total,
});
const rows = [
  row('A', 'EUR', '90071992547409.93', '1.00', '90071992547410.93'),
  row('B', 'USD', '5.00', '-7.00', '-2.00'),
  row('C', 'EUR', '0.10', '0.20', '0.30'),
];
const totals = [
  { currency: 'EUR', b0: '90071992547411.03', b1: '1.20', total: '90071992547412.23' },
  { currency: 'USD', b0: '5.00', b1: '-7.00', total: '-2.00' },
];
const request = {
  columns,
  rows,
  totals,
  scheme: 'light',
  barsMax: 10,
  othersName: 'All others',
  nameOf: (one) => String(one['label']),
} satisfies Parameters<typeof stacksOf>[0];

describe('the bars of an aging', () => {
  it('are one stack a currency, with the amounts of the rows as exact text', () => {
    const stacks = stacksOf(request);
    expect(stacks.map((stack) => [stack.currency, stack.bars.map((bar) => bar.key)])).toEqual([
      ['EUR', ['A', 'C']],
      ['USD', ['B']],
    ]);
    expect(stacks[0]?.bars[0]?.amounts).toEqual({ b0: '90071992547409.93', b1: '1.00' });
  });

  it('and all others are what the totals have beyond them, to the cent', () => {
    expect(stacksOf(request)[0]?.others).toMatchObject({
      amounts: { b0: '1.00', b1: '0.00' },
      total: '1.00',
    });
    expect(stacksOf(request)[1]?.others).toBeUndefined();
    expect(stacksOf({ ...request, barsMax: 1 })[0]?.others?.total).toBe('1.30');
  });

  it('without totals of the report are added up themselves', () => {
    const [euro] = stacksOf({ ...request, totals: [], barsMax: 1 });
    expect(euro?.others?.total).toBe('0.30');
  });
});

it('a share of nothing is empty, not 0 %', () => {
  expect(shareText('1.00', '0.00')).toBeUndefined();
  expect(shareText('1.00', '3.00')).toBe('0.33333333');
});

describe('a chart', () => {
  const style: BarStyle = {
    scheme: 'light',
    locale: 'es',
    negative: 'parentheses',
    translate: translator('es'),
    layout: 'lying',
    description: 'Antigüedad',
  };

  it('says amounts in words from exact text', () => {
    const [euro] = stacksOf(request);
    if (!euro) throw new Error('no stack');
    const option = barOption(euro, style);
    const formatter = Array.isArray(option.tooltip) ? undefined : option.tooltip?.formatter;
    if (typeof formatter !== 'function') throw new Error('no tooltip');
    const said = formatter({ dataIndex: 0, seriesIndex: 0 } as never, '');
    expect(said).toContain('No vencido: 90.071.992.547.409,93 EUR (100,0\u00a0%)');
    expect(othersLine(euro, style)).toBe('All others: 1,00 EUR');
  });

  it('leaves the page as SVG with title and policy, and hostile names as text', () => {
    const picture = pictureOf(stackPanels(stacksOf(request), style), style.scheme, {
      title: 'Aging <script>',
      policyLine: 'as of 31 Oct 2026 & by due date',
    });
    expect(picture.svg).toContain('Aging &lt;script&gt;</text>');
    expect(picture.svg).toContain('as of 31 Oct 2026 &amp; by due date</text>');
    expect(picture.svg).toContain('A &lt;b&gt;&amp;');
    expect(picture.svg).not.toMatch(/<script|<b>|="[^"]*"[A-Za-z]/);
    expect(picture.svg.match(/<svg /g)).toHaveLength(3);
  });
});
