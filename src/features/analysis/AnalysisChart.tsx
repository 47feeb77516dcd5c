import { type ReactNode, type Ref, useMemo } from 'react';
import type { ChartHandle } from '../../charts/chartHandle';
import { LossHeatMap } from '../../charts/LossHeatMap';
import { ParetoChart } from '../../charts/ParetoChart';
import { RollPicture } from '../../charts/RollPicture';
import type { BucketName } from '../../charts/rollMatrix';
import type { ResultRow } from '../../domain/report/result';
import { labelText } from '../../i18n/labels';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { OpenReport } from '../../reports/run';
import { agingPolicyOf, bucketCodes } from '../../screen/agingPolicyOf';
import { drillTarget } from '../../session/react/reportPaths';
import { useUrlParams } from '../../session/react/useUrlParams';
import { policyPhrases } from '../../ui/policyPhrases';
import { ChartFrame, type ChartRows } from './ChartFrame';
import type { ChartKind } from './chartKinds';

interface AnalysisChartProps {
  readonly open: OpenReport;
  readonly kind: ChartKind;
  readonly title: string;
  readonly pictures: Ref<ChartHandle>;
}

/** The picture of the report that is open, of its own rows; a figure opens what it opens in the grid. */
export function AnalysisChart({ open, ...props }: AnalysisChartProps): ReactNode {
  return <ChartFrame open={open}>{(shown) => <Picture {...props} shown={shown} />}</ChartFrame>;
}

interface PictureProps extends Omit<AnalysisChartProps, 'open'> {
  readonly shown: ChartRows;
}

function Picture({ kind, title, pictures, shown }: PictureProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { go } = useUrlParams();
  const { report } = shown.of;
  const policy = agingPolicyOf(report);
  const buckets = useMemo(
    () =>
      Object.entries(bucketCodes(agingPolicyOf(report))?.['bucket'] ?? {}).flatMap(
        ([id, label]): readonly BucketName[] => (id === 'unapplied' ? [] : [{ id, label }]),
      ),
    [report],
  );
  const common = {
    ...{ title, locale, ref: pictures, rows: shown.rows, currency: shown.currency },
    policyLine: policy ? policyPhrases(policy, t, locale).join(' · ') : '',
  };
  const targetOf = (id: string, row: ResultRow) => {
    const column = report.columns.find((one) => one.id === id);
    return column && drillTarget(column, row);
  };
  const onOpen = (id: string, row: ResultRow): void => {
    const target = targetOf(id, row);
    if (target) go(target.path, target.params);
  };
  const key = report.columns.find(({ id }) => id === 'key');
  const rowsName = key ? labelText(t, key.label) : '';
  if (kind === 'pareto')
    return <ParetoChart {...common} rowsName={rowsName} onOpen={(row) => onOpen('total', row)} />;
  if (kind === 'loss-rates')
    return <LossHeatMap {...common} buckets={buckets} rowsName={rowsName} />;
  return (
    <RollPicture
      {...common}
      kind={kind}
      buckets={buckets}
      opens={(id, row) => targetOf(id, row) !== undefined}
      onOpen={onOpen}
    />
  );
}
