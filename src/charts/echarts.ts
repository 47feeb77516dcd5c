import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  LineChart,
  type LineSeriesOption,
  SankeyChart,
  type SankeySeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what is drawn here: the library's other charts and its canvas stay out of the bundle.
use([
  ...[BarChart, LineChart, CustomChart, SankeyChart],
  ...[GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer],
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | CustomSeriesOption
  | SankeySeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | AriaComponentOption
>;

/** A chart in an element of the page. SVG, so that it prints sharp. */
export function createChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'svg' });
}

/** A chart as SVG text, without a page. Sizes in pixels. */
export function svgOf(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
