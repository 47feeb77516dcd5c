import type { CustomSeriesOption } from 'echarts/charts';
import { exact, toDouble } from '../domain/money/decimal';
import { formatAmount, formatPercent, percentDigits } from '../i18n/formats';
import { shareColour } from '../ui/tokens/shareColours';
import { fontFamily, sizes, tokens } from '../ui/tokens/tokens';
import { type ChartStyle, commonOption, labelStyle, plain, tooltipStyle } from './chartStyle';
import type { ChartOption } from './echarts';
import type { Matrix, MatrixCell } from './matrix';

export interface HeatStyle extends ChartStyle {
  /** The share that has the strongest colour, 1 where all shares are of the same whole. */
  readonly shareMax: string;
}

/** Up to this width names have less room. */
const narrowMax = 600;
const rowHeight = 40;
const bottom = 8;
const amountFont = 11;
/** What a chart has of it, in pixels. */
const telephoneWidth = 308;
/** Room for names: before the rows and above the columns, where they stand upright and where they do not. */
const rowNames = { wide: 150, narrowMin: 76, narrowMax: 110 } as const;
const columnNames = { lying: 40, upright: 92 } as const;
/** A column that a name in two lines fits above, and the least that a share fits in. */
const columnWidth = { lying: 96, min: 33 } as const;

/** What names may have of a telephone's width beside the least that the columns take. */
function narrowNames({ columns }: Matrix): number {
  const rest = telephoneWidth - columns.length * columnWidth.min;
  return Math.max(rowNames.narrowMin, Math.min(rowNames.narrowMax, rest));
}

/** How wide a figure is drawn, in pixels: a little more than most fonts have, so that none leaves its cell. */
function widthOf(text: string, size: number): number {
  const parts = [...text].map((letter) => (letter === '%' ? 0.95 : /\d/.test(letter) ? 0.7 : 0.4));
  return size * parts.reduce((all, one) => all + one, 0);
}

interface Figure {
  readonly text: string;
  readonly size: number;
}

/** The first of some ways to write a figure that fits a width. */
function fitting(ways: readonly Figure[], width: number): Figure | undefined {
  return ways.find(({ text, size }) => widthOf(text, size) <= width);
}

/** A share with fewer digits, and then in smaller ones, the narrower its cell is. */
function waysOf(share: string, locale: ChartStyle['locale']): readonly Figure[] {
  const large = sizes.chartFont;
  const steps = [
    ...[percentDigits, 1, 0].map((digits) => [digits, large] as const),
    [0, 10],
    [0, 9],
  ] as const;
  return steps.map(([digits, size]) => ({ text: formatPercent(share, locale, digits), size }));
}

/** A cell in words: names of its lines, its amount and share with all their digits. */
export function cellText(cell: MatrixCell, matrix: Matrix, style: ChartStyle): string {
  const { locale, negative } = style;
  const amount = `${formatAmount(cell.amount, locale, negative)} ${matrix.currency}`;
  return cell.share === undefined
    ? amount
    : `${amount} (${formatPercent(cell.share, locale, percentDigits)})`;
}

/** Where a cell stands, in words. */
export function cellName(cell: MatrixCell, matrix: Matrix): string {
  return `${matrix.rows[cell.row]?.name ?? ''} → ${matrix.columns[cell.column]?.name ?? ''}`;
}

/** How far along the scale a cell is: a coordinate. */
function depthOf({ share }: MatrixCell, { shareMax }: HeatStyle): number {
  const max = exact(shareMax);
  return share === undefined || max.isZero() ? 0 : toDouble(exact(share).div(max));
}

/** Draws one cell: its share, and its amount below it where there is room. */
function drawCell(matrix: Matrix, style: HeatStyle): NonNullable<CustomSeriesOption['renderItem']> {
  const { scheme, locale, negative } = style;
  const colours = tokens[scheme];
  return (_params, api) => {
    const cell = matrix.cells[Number(api.value(2))];
    const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
    const [width = 0, height = 0] = (api.size?.([1, 1]) ?? []) as number[];
    if (!cell) return null;
    const { fill, text } = shareColour(depthOf(cell, style), scheme);
    const room = width - 1;
    const share = cell.share === undefined ? undefined : fitting(waysOf(cell.share, locale), room);
    const amounts = [{ text: formatAmount(cell.amount, locale, negative), size: amountFont }];
    // Where the share has no room, an amount alone would be taken for it.
    const amount = share || cell.share === undefined ? fitting(amounts, room) : undefined;
    const line = ({ text: words, size }: Figure, offset: number, fontWeight: number) => ({
      type: 'text' as const,
      style: {
        ...{ text: words, x, y: y + offset, fill: text, fontFamily, fontSize: size, fontWeight },
        ...{ align: 'center' as const, verticalAlign: 'middle' as const },
      },
    });
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: x - width / 2, y: y - height / 2, width, height },
          style: { fill, stroke: colours.surface, lineWidth: 2 },
          emphasis: { style: { stroke: colours.text } },
        },
        ...(share ? [line(share, amount ? -8 : 0, 600)] : []),
        ...(amount ? [line(amount, share ? 8 : 0, 400)] : []),
      ],
    };
  };
}

/** A matrix as a heat map. Every figure in it comes from exact text. */
export function heatOption(matrix: Matrix, style: HeatStyle): ChartOption {
  const colours = tokens[style.scheme];
  const label = labelStyle(style.scheme);
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
    splitArea: { show: true, areaStyle: { color: [colours.surfaceSunken] } },
  };
  const upright = (rowsRoom: number): ChartOption => ({
    grid: { top: columnNames.upright, left: rowsRoom },
    xAxis: { axisLabel: { rotate: 60, width: columnNames.upright, overflow: 'truncate' } },
    yAxis: { axisLabel: { width: rowsRoom - 10 } },
  });
  const lyingFrom = rowNames.wide + matrix.columns.length * columnWidth.lying;
  return {
    ...commonOption(style),
    tooltip: {
      ...tooltipStyle(style.scheme),
      formatter: (item) => {
        const cell = Array.isArray(item) ? undefined : matrix.cells[item.dataIndex];
        return cell ? `${plain(cellName(cell, matrix))}\n${cellText(cell, matrix, style)}` : '';
      },
    },
    grid: {
      top: columnNames.lying,
      left: rowNames.wide,
      right: 1,
      bottom,
      outerBoundsMode: 'none',
    },
    media: [
      // All that fit are taken: no two may.
      { query: { maxWidth: narrowMax }, option: upright(narrowNames(matrix)) },
      {
        query: { minWidth: narrowMax + 1, maxWidth: Math.max(narrowMax + 1, lyingFrom) },
        option: upright(rowNames.wide),
      },
      {
        option: {
          grid: { top: columnNames.lying, left: rowNames.wide },
          xAxis: { axisLabel: { rotate: 0, width: columnWidth.lying - 4, overflow: 'break' } },
          yAxis: { axisLabel: { width: rowNames.wide - 10 } },
        },
      },
    ],
    xAxis: {
      ...axis,
      position: 'top',
      data: matrix.columns.map(({ name }) => plain(name)),
      axisLabel: { ...label, interval: 0, lineHeight: 14 },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: matrix.rows.map(({ name }) => plain(name)),
      axisLabel: { ...label, interval: 0, overflow: 'break', lineHeight: 13 },
    },
    series: [
      {
        type: 'custom',
        clip: true,
        encode: { x: 0, y: 1 },
        renderItem: drawCell(matrix, style),
        data: matrix.cells.map((cell, at) => [cell.column, cell.row, at]),
      },
    ],
  };
}

/** How high a heat map is drawn, in pixels: with room for upright names. */
export function heatHeight(matrix: Matrix): number {
  return columnNames.upright + matrix.rows.length * rowHeight + bottom;
}

/** Below this width a heat map is scrolled: its shares would not fit, in pixels. */
export function heatWidthMin(matrix: Matrix): number {
  return narrowNames(matrix) + matrix.columns.length * columnWidth.min;
}
