import { exact, toDouble } from '../domain/money/decimal';
import { formatAmount, formatInteger, formatPercent, percentDigits } from '../i18n/formats';
import { localeTags } from '../i18n/locale';
import { shareColour } from '../ui/tokens/shareColours';
import { tokens } from '../ui/tokens/tokens';
import { type ChartStyle, commonOption, labelStyle, plain, tooltipStyle } from './chartStyle';
import type { ChartOption } from './echarts';
import type { Pareto, ParetoBar } from './pareto';

/** The least width of a bar under which a slanted name fits, in pixels. */
const namedBarWidth = 24;
/** Before the bars: for the axis, and for the first name, which begins left of its bar. */
const room = { wide: 92, narrow: 48 } as const;
const axesWidth = room.wide + 52;
const nameHeight = 92;

/** A bar in words, with all digits. */
function barText(bar: ParetoBar, { currency }: Pareto, style: ChartStyle): string {
  const { locale, negative, translate } = style;
  const percent = (share: string) => formatPercent(share, locale, percentDigits);
  return [
    `${formatInteger(bar.rank, locale)} · ${plain(bar.name)}`,
    `${translate('column.total')}: ${formatAmount(bar.total, locale, negative)} ${currency} (${percent(bar.share)})`,
    `${translate('column.cumulativeShare')}: ${percent(bar.cumulative)}`,
  ].join('\n');
}

/** The largest exposures as bars, and their running share of all as a line. */
export function paretoOption(pareto: Pareto, style: ChartStyle): ChartOption {
  const { scheme, locale, translate } = style;
  const { bars } = pareto;
  const colours = tokens[scheme];
  // Light enough for the line to be seen across it.
  const { fill } = shareColour(0.6, scheme);
  const label = labelStyle(scheme);
  const muted = { ...label, color: colours.textMuted };
  const compact = new Intl.NumberFormat(localeTags[locale], { notation: 'compact' });
  const ranks = bars.map(({ rank }) => formatInteger(rank, locale));
  return {
    ...commonOption(style),
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      selectedMode: false,
      textStyle: label,
    },
    tooltip: {
      ...tooltipStyle(scheme),
      formatter: (item) => {
        const bar = Array.isArray(item) ? undefined : bars[item.dataIndex];
        return bar ? barText(bar, pareto, style) : '';
      },
    },
    grid: { top: 34, left: room.wide, right: 52, bottom: nameHeight, outerBoundsMode: 'none' },
    media: [
      {
        query: { minWidth: axesWidth + bars.length * namedBarWidth },
        option: {
          grid: { left: room.wide, bottom: nameHeight },
          xAxis: {
            data: bars.map(({ name }) => plain(name)),
            axisLabel: { rotate: 40, width: 118, overflow: 'truncate', interval: 0 },
          },
        },
      },
      // Without room for names the ranks lead to them in the table.
      {
        option: {
          grid: { left: room.narrow, bottom: 28 },
          xAxis: { data: ranks, axisLabel: { rotate: 0, interval: 'auto', hideOverlap: true } },
        },
      },
    ],
    xAxis: {
      type: 'category',
      data: ranks,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: label,
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        splitNumber: 4,
        axisLabel: { ...muted, formatter: (value: number) => compact.format(value) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.25,
        axisLabel: {
          ...muted,
          formatter: (value: number) => formatPercent(value.toFixed(2), locale, 0),
        },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        name: `${translate('column.total')}, ${pareto.currency}`,
        barMaxWidth: 44,
        barCategoryGap: '30%',
        itemStyle: { color: fill },
        emphasis: { itemStyle: { color: fill, borderColor: colours.text } },
        data: bars.map(({ total }) => toDouble(exact(total))),
      },
      {
        type: 'line',
        name: translate('column.cumulativeShare'),
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: colours.text, width: 1.5 },
        itemStyle: { color: colours.text, borderColor: colours.surface, borderWidth: 1 },
        data: bars.map(({ cumulative }) => toDouble(exact(cumulative))),
      },
    ],
  };
}

/** What the bars leave out, in words; empty where they are all. */
export function paretoRest({ others, currency }: Pareto, style: ChartStyle): string {
  if (!others) return '';
  const { locale, negative, translate } = style;
  return translate('chart.pareto.others', {
    number: others.count,
    amount: formatAmount(others.total, locale, negative),
    currency,
    share: formatPercent(others.share, locale, percentDigits),
  });
}

/** In pixels. */
export const paretoHeight = 330;
