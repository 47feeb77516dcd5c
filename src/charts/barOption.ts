import { exact, toDouble } from '../domain/money/decimal';
import { formatAmount, formatPercent } from '../i18n/formats';
import { columnText } from '../i18n/labels';
import { localeTags } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { tokens } from '../ui/tokens/tokens';
import {
  type ChartStyle,
  commonOption,
  labelStyle,
  narrowWidthMax,
  plain,
  tooltipStyle,
} from './chartStyle';
import type { ChartOption } from './echarts';
import { type Stack, type StackPart, shareText } from './stack';

export interface BarStyle extends ChartStyle {
  /** `lying`: names at the left and totals at the right. `standing`: along time. */
  readonly layout: 'lying' | 'standing';
}

const nameWidth = 190;
/** The room for names in a narrow chart, so that the bars keep some. */
const narrowNameWidth = 90;

/** The words for a part of a stack. */
export function partName(part: StackPart, stack: Stack, translate: Translate): string {
  return columnText(
    translate,
    part.column,
    stack.parts.map((one) => one.column),
  );
}

function tooltip(stack: Stack, bar: number, part: number, style: BarStyle): string {
  const shown = stack.bars[bar];
  const bucket = stack.parts[part];
  if (!shown || !bucket) return '';
  const { locale, negative, translate } = style;
  const amount = shown.amounts[bucket.column.id] ?? '0';
  const share = shareText(amount, shown.total);
  const percent = share === undefined ? '' : ` (${formatPercent(share, locale)})`;
  return [
    plain(shown.name),
    `${partName(bucket, stack, translate)}: ${formatAmount(amount, locale, negative)} ${stack.currency}${percent}`,
    `${translate('column.total')}: ${formatAmount(shown.total, locale, negative)} ${stack.currency}`,
  ].join('\n');
}

/** The part of a lying chart that depends on how wide it is drawn. */
function namesRoom(width: number) {
  return { grid: { left: width + 16 }, yAxis: [{ axisLabel: { width } }, {}] };
}

/** A stack as the chart library draws it. Every figure in words comes from exact text. */
export function barOption(stack: Stack, style: BarStyle): ChartOption {
  const { scheme, locale, negative, translate, layout } = style;
  const colours = tokens[scheme];
  const isLying = layout === 'lying';
  const compact = new Intl.NumberFormat(localeTags[locale], { notation: 'compact' });
  const label = labelStyle(scheme);
  const names = {
    type: 'category' as const,
    data: stack.bars.map((bar) => plain(bar.name)),
    inverse: isLying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: isLying
      ? { ...label, width: nameWidth, overflow: 'truncate' as const, interval: 0 }
      : { ...label, hideOverlap: true },
  };
  const totals = {
    ...names,
    data: stack.bars.map((bar) => formatAmount(bar.total, locale, negative)),
    position: 'right' as const,
    axisLine: { show: false },
    axisLabel: { ...label, interval: 0, fontWeight: 600 as const },
  };
  const amounts = {
    type: 'value' as const,
    splitNumber: 4,
    axisLabel: {
      ...label,
      color: colours.textMuted,
      hideOverlap: true,
      formatter: (value: number) => compact.format(value),
    },
    splitLine: { lineStyle: { color: colours.line } },
  };
  return {
    ...commonOption(style),
    legend: {
      // Where the names do not fit one line they are paged: a second line would lie on the bars.
      type: 'scroll',
      pageTextStyle: label,
      pageIconColor: colours.text,
      pageIconInactiveColor: colours.textMuted,
      top: 0,
      left: 0,
      itemWidth: 12,
      itemHeight: 12,
      selectedMode: false,
      textStyle: label,
    },
    tooltip: {
      ...tooltipStyle(scheme),
      formatter: (item) =>
        Array.isArray(item) ? '' : tooltip(stack, item.dataIndex, item.seriesIndex ?? 0, style),
    },
    ...(isLying && {
      media: [
        { query: { maxWidth: narrowWidthMax }, option: namesRoom(narrowNameWidth) },
        { option: namesRoom(nameWidth) },
      ],
    }),
    grid: {
      top: 30,
      left: isLying ? nameWidth + 16 : 56,
      right: isLying ? 120 : 12,
      bottom: 26,
      outerBoundsMode: 'none',
    },
    xAxis: isLying ? amounts : names,
    yAxis: isLying ? [names, totals] : amounts,
    series: stack.parts.map((part) => ({
      type: 'bar' as const,
      name: partName(part, stack, translate),
      stack: 'amounts',
      barMaxWidth: isLying ? 18 : 44,
      barCategoryGap: '30%',
      itemStyle: { color: part.fill, borderColor: colours.surface, borderWidth: 1 },
      emphasis: { itemStyle: { color: part.fill, borderColor: colours.text } },
      data: stack.bars.map((bar) => toDouble(exact(bar.amounts[part.column.id] ?? '0'))),
    })),
  };
}

/** The sum of what is not drawn, in words; nothing where everything is. */
export function othersLine(stack: Stack, style: BarStyle): string {
  const { others, currency } = stack;
  return others
    ? `${others.name}: ${formatAmount(others.total, style.locale, style.negative)} ${currency}`
    : '';
}

/** How high a chart is drawn, in pixels. */
export function heightOf(stack: Stack, layout: BarStyle['layout']): number {
  return layout === 'lying' ? 60 + stack.bars.length * 24 : 260;
}
