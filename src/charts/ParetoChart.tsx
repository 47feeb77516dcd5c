import { useComputedColorScheme } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import type { ResultRow } from '../domain/report/result';
import { formatAmount, formatPercent, percentDigits } from '../i18n/formats';
import { codeText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import type { Scheme } from '../ui/tokens/tokens';
import { ChartFigure } from './ChartFigure';
import { type ChartHandle, useChartHandle } from './chartHandle';
import { type ParetoBar, paretoOf } from './pareto';
import { paretoHeight, paretoOption, paretoRest } from './paretoOption';
import type { Panel } from './picture';
import type { TwinLine } from './Twin';

export interface ParetoChartProps {
  readonly title: string;
  /** How it was computed, drawn into exported pictures. */
  readonly policyLine: string;
  /** Rows of `concentration`. */
  readonly rows: readonly ResultRow[];
  readonly currency: string;
  /** What the bars are: the header above their names. */
  readonly rowsName: string;
  readonly locale: Locale;
  readonly onOpen: (row: ResultRow) => void;
  readonly ref?: Ref<ChartHandle> | undefined;
}

/** Who owes most, and how much of all that is owed the largest few make up. */
export function ParetoChart(props: ParetoChartProps) {
  const { title, policyLine, rows, currency, rowsName, locale, onOpen } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const pareto = useMemo(() => {
    const nameOf = (row: ResultRow): string => {
      const name = String(row['label'] ?? row['key'] ?? '');
      return codeText(translate, 'label', name) ?? name;
    };
    return paretoOf(rows, currency, nameOf);
  }, [rows, currency, translate]);
  const kind = translate('chart.pareto');
  const description = translate('chart.named', { kind, title, currency });
  const panelIn = useMemo(
    () =>
      (shown: Scheme): Panel => {
        const style = { scheme: shown, locale, negative: 'minus', translate, description } as const;
        return {
          title: currency,
          option: paretoOption(pareto, style),
          height: paretoHeight,
          note: paretoRest(pareto, style),
        };
      },
    [pareto, currency, locale, translate, description],
  );
  const panel = useMemo(() => panelIn(scheme), [panelIn, scheme]);
  useChartHandle(props.ref, scheme, { title, policyLine }, (asked) => [panelIn(asked)]);

  const percent = (share: string): string => formatPercent(share, locale, percentDigits);
  const lineOf = (bar: ParetoBar): TwinLine => {
    const text = formatAmount(bar.total, locale);
    const name = translate('chart.openCell', { name: bar.name, figure: `${text} ${currency}` });
    return {
      key: String(bar.rank),
      name: bar.name,
      cells: [
        { key: 'total', text, open: { name, run: () => onOpen(bar.row) } },
        { key: 'share', text: percent(bar.share) },
        { key: 'cumulative', text: percent(bar.cumulative) },
      ],
    };
  };
  const { others } = pareto;
  return (
    <ChartFigure
      panel={panel}
      description={description}
      onClick={({ dataIndex }) => {
        const bar = pareto.bars[dataIndex];
        if (bar) onOpen(bar.row);
      }}
      twin={{
        summary: translate('chart.table'),
        head: [
          rowsName,
          `${translate('column.total')}, ${currency}`,
          translate('column.share'),
          translate('column.cumulativeShare'),
        ],
        lines: [
          ...pareto.bars.map(lineOf),
          ...(others
            ? [
                {
                  key: 'others',
                  name: translate('chart.others'),
                  cells: [
                    { key: 'total', text: formatAmount(others.total, locale) },
                    { key: 'share', text: percent(others.share) },
                    { key: 'cumulative', text: percent('1') },
                  ],
                },
              ]
            : []),
        ],
      }}
    />
  );
}
