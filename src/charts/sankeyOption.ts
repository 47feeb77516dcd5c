import { exact, toDouble } from '../domain/money/decimal';
import { formatAmount } from '../i18n/formats';
import { tokens } from '../ui/tokens/tokens';
import { type ChartStyle, commonOption, labelStyle, plain, tooltipStyle } from './chartStyle';
import type { ChartOption } from './echarts';
import { cellName, cellText } from './heatOption';
import type { Matrix, MatrixCell, MatrixLine } from './matrix';

export interface SankeyStyle extends ChartStyle {
  /** The colour of a line of the matrix by its id. */
  readonly colourOf: (id: string) => string;
}

const nodeGap = 20;
const room = { wide: 190, narrow: 98 } as const;
const narrowMax = 600;

/** A flow without an amount has no width, and one below zero none that could be drawn. */
export function flowsOf(matrix: Matrix): readonly MatrixCell[] {
  return matrix.cells.filter(({ amount }) => exact(amount).isPositive() && !exact(amount).isZero());
}

/** One end of the flows: those of its lines that a flow touches, with their totals in words. */
interface SankeyNode {
  readonly name: string;
  readonly side: 'before' | 'after';
  readonly line: MatrixLine;
}

export function nodesOf(matrix: Matrix): readonly SankeyNode[] {
  const flows = flowsOf(matrix);
  const before = new Set(flows.map(({ row }) => row));
  const after = new Set(flows.map(({ column }) => column));
  const node = (side: SankeyNode['side']) => (line: MatrixLine) =>
    ({ name: `${side} ${line.id}`, side, line }) as const;
  return [
    ...matrix.rows.filter((_, at) => before.has(at)).map(node('before')),
    ...matrix.columns.filter((_, at) => after.has(at)).map(node('after')),
  ];
}

/** A matrix as flows from its rows, at the left, to its columns. Every figure in words comes from exact text. */
export function sankeyOption(matrix: Matrix, style: SankeyStyle): ChartOption {
  const { scheme, locale, negative, colourOf } = style;
  const nodes = nodesOf(matrix);
  const flows = flowsOf(matrix);
  const byName = new Map(nodes.map((node) => [node.name, node.line]));
  const totalOf = (line: MatrixLine) => formatAmount(line.total, locale, negative);
  const sized = (margin: number, hasTotals: boolean): ChartOption => ({
    series: [
      {
        left: margin,
        right: margin,
        label: {
          width: margin - 10,
          formatter: ({ name }: { readonly name: string }) => {
            const line = byName.get(name);
            if (!line) return '';
            return hasTotals ? `${plain(line.name)}  ${totalOf(line)}` : plain(line.name);
          },
        },
      },
    ],
  });
  return {
    ...commonOption(style),
    tooltip: {
      ...tooltipStyle(scheme),
      formatter: (item) => {
        if (Array.isArray(item)) return '';
        const flow = item.dataType === 'edge' ? flows[item.dataIndex] : undefined;
        if (flow) return `${plain(cellName(flow, matrix))}\n${cellText(flow, matrix, style)}`;
        const line = nodes[item.dataIndex]?.line;
        return line ? `${plain(line.name)}: ${totalOf(line)} ${matrix.currency}` : '';
      },
    },
    media: [
      { query: { maxWidth: narrowMax }, option: sized(room.narrow, false) },
      { option: sized(room.wide, true) },
    ],
    series: [
      {
        type: 'sankey',
        // Its entrance clips the names beside it, and stays where it is drawn anew meanwhile.
        animation: false,
        top: 10,
        bottom: 10,
        left: room.wide,
        right: room.wide,
        nodeWidth: 12,
        nodeGap,
        // The order of the states is the order of the nodes.
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.75 } },
        lineStyle: { color: 'source', opacity: scheme === 'dark' ? 0.45 : 0.35, curveness: 0.5 },
        label: { ...labelStyle(scheme), overflow: 'break', lineHeight: 13, textBorderWidth: 0 },
        data: nodes.map(({ name, side, line }) => ({
          name,
          depth: side === 'before' ? 0 : 1,
          itemStyle: { color: colourOf(line.id), borderColor: tokens[scheme].surface },
          label: { position: side === 'before' ? ('left' as const) : ('right' as const) },
        })),
        links: flows.map((flow) => ({
          source: `before ${matrix.rows[flow.row]?.id}`,
          target: `after ${matrix.columns[flow.column]?.id}`,
          value: toDouble(exact(flow.amount)),
        })),
      },
    ],
  };
}

/** How high flows are drawn, in pixels: gaps that a name fits in, and half as much again for the flows. */
export function sankeyHeight(matrix: Matrix): number {
  const most = Math.max(matrix.rows.length, matrix.columns.length);
  return 200 + most * (nodeGap + 4);
}
