import { useComputedColorScheme } from '@mantine/core';
import type { ECElementEvent } from 'echarts/core';
import { type Ref, useMemo } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { formatDate } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import { columnColours, unappliedColour } from '../ui/tokens/bucketColours';
import type { Scheme } from '../ui/tokens/tokens';
import { ChartFigure } from './ChartFigure';
import { type ChartHandle, useChartHandle } from './chartHandle';
import { heatHeight, heatOption, heatWidthMin } from './heatOption';
import type { MatrixCell } from './matrix';
import { matrixTwin } from './matrixTwin';
import type { Panel } from './picture';
import { type BucketName, rollMatrix } from './rollMatrix';
import { flowsOf, nodesOf, sankeyHeight, sankeyOption } from './sankeyOption';

export interface RollPictureProps {
  readonly kind: 'heat-map' | 'sankey';
  readonly title: string;
  /** How it was computed, drawn into exported pictures. */
  readonly policyLine: string;
  /** Rows of `roll-rates` of one period. */
  readonly rows: readonly ResultRow[];
  readonly currency: string;
  readonly buckets: readonly BucketName[];
  readonly locale: Locale;
  /** Whether something stands behind a figure, given by the id of its column, and what opens it. */
  readonly opens: (column: string, row: ResultRow) => boolean;
  readonly onOpen: (column: string, row: ResultRow) => void;
  readonly ref?: Ref<ChartHandle> | undefined;
}

/** Where debits went between two days, as a heat map of the transition matrix or as the flows that it is made of. */
export function RollPicture(props: RollPictureProps) {
  const { kind, title, policyLine, rows, currency, buckets, locale, opens, onOpen } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const matrix = useMemo(
    () => rollMatrix(rows, currency, buckets, translate),
    [rows, currency, buckets, translate],
  );
  const description = translate('chart.named', {
    kind: translate(kind === 'sankey' ? 'chart.sankey' : 'chart.heatMap'),
    title,
    currency,
  });
  const period = rows[0];
  const caption = translate(kind === 'sankey' ? 'chart.roll.sides' : 'chart.roll.rows', {
    currency,
    from: formatDate(String(period?.['period_from'] ?? ''), locale),
    to: formatDate(String(period?.['period_to'] ?? ''), locale),
  });
  const panelIn = useMemo(() => {
    const columns = buckets.map(({ id, label }): Column => ({ id, label, kind: 'money' }));
    return (shown: Scheme): Panel => {
      const style = { scheme: shown, locale, negative: 'minus', translate, description } as const;
      const colours = columnColours(columns, shown);
      const colourOf = (id: string) => (colours.get(id) ?? unappliedColour(shown)).fill;
      return kind === 'sankey'
        ? {
            title: caption,
            note: '',
            option: sankeyOption(matrix, { ...style, colourOf }),
            height: sankeyHeight(matrix),
          }
        : {
            title: caption,
            note: '',
            option: heatOption(matrix, { ...style, shareMax: '1' }),
            height: heatHeight(matrix),
          };
    };
  }, [kind, matrix, buckets, locale, translate, description, caption]);
  const panel = useMemo(() => panelIn(scheme), [panelIn, scheme]);
  useChartHandle(props.ref, scheme, { title, policyLine }, (asked) => [panelIn(asked)]);

  const open = (column: string, source: ResultRow | undefined): void => {
    if (source && opens(column, source)) onOpen(column, source);
  };
  const onClick = ({ dataType, dataIndex }: ECElementEvent): void => {
    if (kind === 'heat-map') open('amount', matrix.cells[dataIndex]?.source);
    else if (dataType === 'edge') open('amount', flowsOf(matrix)[dataIndex]?.source);
    else {
      const node = nodesOf(matrix)[dataIndex];
      const at = node?.side === 'before' ? matrix.rows.indexOf(node.line) : -1;
      open('from_amount', matrix.cells.find(({ row }) => row === at)?.source);
    }
  };
  return (
    <ChartFigure
      panel={panel}
      description={description}
      widthMin={kind === 'heat-map' ? heatWidthMin(matrix) : undefined}
      onClick={onClick}
      twin={{
        summary: translate('chart.table'),
        head: [
          translate('column.fromState'),
          ...matrix.columns.map(({ name }) => name),
          translate('column.fromAmount'),
        ],
        lines: matrixTwin({
          matrix,
          style: { scheme, locale, negative: 'minus', translate, description },
          opens: (cell: MatrixCell) => opens('amount', cell.source),
          onOpen: (cell: MatrixCell) => onOpen('amount', cell.source),
        }),
      }}
    />
  );
}
