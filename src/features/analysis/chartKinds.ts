import type { UrlParams } from '../../session/react/useUrlParams';

/** The pictures of the transition matrix; the first is shown where the address does not say. */
export const rollKinds = ['heat-map', 'sankey'] as const;

export type ChartKind = (typeof rollKinds)[number] | 'pareto' | 'loss-rates';

/** Whether a report is drawn in several ways, of which the reader chooses one, or none. */
export function hasChoice(report: string, { months }: UrlParams): boolean {
  // A series has a matrix a month: there is no one picture of them.
  return report === 'roll-rates' && (months === undefined || months === '1');
}

/** What is drawn of a report; nothing where it has no picture, or the reader wants the table alone. */
export function chartKindOf(report: string, params: UrlParams): ChartKind | undefined {
  if (report === 'concentration') return 'pareto';
  if (report === 'expected-loss') return 'loss-rates';
  if (!hasChoice(report, params) || params['chart'] === 'table') return undefined;
  return rollKinds.find((kind) => kind === params['chart']) ?? rollKinds[0];
}

/** What a chart takes of the page until it is drawn, in pixels. */
export const chartRoom = 340;
