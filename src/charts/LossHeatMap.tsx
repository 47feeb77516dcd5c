import { useComputedColorScheme } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import type { ResultRow } from '../domain/report/result';
import { formatAmount } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import type { Scheme } from '../ui/tokens/tokens';
import { ChartFigure } from './ChartFigure';
import { type ChartHandle, useChartHandle } from './chartHandle';
import { heatHeight, heatOption, heatWidthMin } from './heatOption';
import { highestShare, lossMatrix } from './lossMatrix';
import { matrixTwin } from './matrixTwin';
import type { Panel } from './picture';
import type { BucketName } from './rollMatrix';

export interface LossHeatMapProps {
  readonly title: string;
  /** How it was computed, drawn into exported pictures. */
  readonly policyLine: string;
  /** Rows of `expected-loss`. */
  readonly rows: readonly ResultRow[];
  readonly currency: string;
  readonly buckets: readonly BucketName[];
  /** What the groups are: the header above their names. */
  readonly rowsName: string;
  readonly locale: Locale;
  readonly ref?: Ref<ChartHandle> | undefined;
}

/** A provision matrix as a heat map: the rate of each bucket and group, with the loss to expect. */
export function LossHeatMap(props: LossHeatMapProps) {
  const { title, policyLine, rows, currency, buckets, rowsName, locale } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const { matrix, others } = useMemo(
    () => lossMatrix(rows, currency, buckets, translate),
    [rows, currency, buckets, translate],
  );
  const kind = translate('chart.heatMap');
  const description = translate('chart.named', { kind, title, currency });
  const panelIn = useMemo(
    () =>
      (shown: Scheme): Panel => {
        const style = { scheme: shown, locale, negative: 'minus', translate, description } as const;
        return {
          title: translate('chart.loss.caption', { currency }),
          note: others
            ? translate('chart.loss.others', {
                number: others.count,
                amount: formatAmount(others.total, locale),
                currency,
              })
            : '',
          option: heatOption(matrix, { ...style, shareMax: highestShare(matrix) }),
          height: heatHeight(matrix),
        };
      },
    [matrix, others, currency, locale, translate, description],
  );
  const panel = useMemo(() => panelIn(scheme), [panelIn, scheme]);
  useChartHandle(props.ref, scheme, { title, policyLine }, (asked) => [panelIn(asked)]);
  return (
    <ChartFigure
      panel={panel}
      description={description}
      widthMin={heatWidthMin(matrix)}
      onClick={undefined}
      twin={{
        summary: translate('chart.table'),
        head: [
          rowsName,
          ...matrix.columns.map(({ name }) => name),
          translate('column.expectedLoss'),
        ],
        lines: matrixTwin({
          matrix,
          style: { scheme, locale, negative: 'minus', translate, description },
          opens: () => false,
          onOpen: () => undefined,
        }),
      }}
    />
  );
}
