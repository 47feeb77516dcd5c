import { Group, SegmentedControl, Select } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { type Dimension, dimensions } from '../../domain/report/dimension';
import { addDays, type IsoDate, monthEnd } from '../../domain/time/calendar';
import type { MessageKey } from '../../i18n/catalogue';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { agingPolicyOf, bucketCodes } from '../../screen/agingPolicyOf';
import type { ChartPictures } from '../../screen/ExportMenu';
import { Filters } from '../../screen/Filters';
import { agingParamNames, reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { type UrlParams, useUrlParams } from '../../session/react/useUrlParams';
import { DayInput } from '../../ui/DayInput';
import { ConversionChoice } from './ConversionChoice';
import { chartKindOf, chartRoom, hasChoice, rollKinds } from './chartKinds';
import { LossChoice } from './LossChoice';
import { reportsShown } from './reportsShown';
import { SecondPolicy, secondParams } from './SecondPolicy';
import { StateChoice } from './StateChoice';

const AnalysisChart = lazy(async () => ({
  default: (await import('./AnalysisChart')).AnalysisChart,
}));

type Shown = (typeof reportsShown)[number];

/** Choices that mean something else, or nothing, in another report. */
const ownChoices: readonly string[] = [
  'by',
  'from',
  'until',
  'sort',
  'top',
  'months',
  ...['limit', 'rates', 'adjust', 'back'],
  ...['to', 'rateDate'],
  ...secondParams,
  ...['chart', 'chartCurrency', 'fromState', 'toState'],
];

/** The first day of a month. */
const monthStart = (day: IsoDate): IsoDate => addDays(monthEnd(day, -1), 1);

/** The first day of the period: the address's, unless it lies behind the day on the screen. */
function periodStart({ from }: UrlParams, asOf: IsoDate): string {
  return from !== undefined && from <= asOf ? from : monthStart(asOf);
}

/** What the report is asked for: the day on the screen is the end of its period. */
function paramsOf(shown: Shown, address: UrlParams, asOf: IsoDate): Record<string, string> {
  const own = agingParamNames.filter(
    (name) =>
      !(name === 'credits' && shown.hasOwnCredits) &&
      !(name === 'basis' && shown.losses) &&
      !(name === 'currency' && (shown.isInBooks || shown.isConverted)),
  );
  const { asOf: day = asOf, ...rest } = reportParams(address, asOf, [...own, ...shown.params]);
  if (shown.time === 'period') return { ...rest, from: periodStart(address, asOf), to: day };
  const { from, by } = address;
  const isSince = shown.time === 'since' && from !== undefined && from <= day && by === undefined;
  if (isSince) return { ...rest, asOf: day, from };
  return shown.time === 'months' ? { ...rest, to: day } : { ...rest, asOf: day };
}

/** How what is owed came to be, where it is going, who owes most, and what is not yet applied: a report at a time. */
export function AnalysisPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const [first] = reportsShown;
  const shown = reportsShown.find(({ id }) => id === params['report']) ?? first;
  const view = useScreenReport(
    shown?.id ?? '',
    asOf === undefined || !shown ? undefined : paramsOf(shown, params, asOf),
  );
  const pictures = useRef<ChartPictures>(null);
  if (asOf === undefined || !reach || !shown) return <NoLedger />;
  const kind = chartKindOf(shown.id, params);
  const { open } = view;
  const policy = agingPolicyOf(view.bound);
  const buckets = bucketCodes(policy)?.['bucket'] ?? {};
  return (
    <ReportScreen
      key={shown.id}
      view={view}
      title={t(shown.title)}
      rule={[t(shown.rule), t('explain.aging')]}
      policy={policy}
      {...(kind && { pictures })}
      chart={
        // The answer of the report before stays until that of this one is there.
        kind && open && open.report.id === shown.id && open.rowCount > 0 ? (
          <Suspense fallback={<div style={{ height: chartRoom }} />}>
            <AnalysisChart open={open} kind={kind} title={t(shown.title)} pictures={pictures} />
          </Suspense>
        ) : null
      }
      codes={{
        bucket: buckets,
        from_state: buckets,
        to_state: buckets,
        ...(params['by'] === 'bucket' && { key: buckets }),
      }}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <Group gap="xs">
            <Select
              size="xs"
              w={270}
              aria-label={t('analysis.report')}
              value={shown.id}
              allowDeselect={false}
              data={reportsShown.map(({ id, title }) => ({ value: id, label: t(title) }))}
              onChange={(id) =>
                set({
                  report: id ?? undefined,
                  ...Object.fromEntries(ownChoices.map((name) => [name, undefined])),
                })
              }
            />
            <TimeChoice shown={shown} asOf={asOf} />
            <GroupChoice shown={shown} />
            {shown.isConverted && <ConversionChoice asOf={asOf} />}
            {hasChoice(shown.id, params) && <ChartChoice />}
            {shown.hasStates && <StateChoice buckets={buckets} />}
            {shown.losses && <LossChoice isTest={shown.losses === 'test'} />}
            <Filters asOf={asOf} />
          </Group>
          {shown.hasSecond && <SecondPolicy policy={view.bound?.policy ?? undefined} />}
        </>
      }
    />
  );
}

const chartWords = {
  table: 'analysis.chart.table',
  'heat-map': 'chart.heatMap',
  sankey: 'analysis.chart.sankey',
} as const satisfies Record<(typeof rollKinds)[number] | 'table', MessageKey>;

/** Which picture of the report stands above its table, or none. */
function ChartChoice(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const [own] = rollKinds;
  const choices = ['table', ...rollKinds] as const;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('analysis.chart')}
      value={choices.find((one) => one === params['chart']) ?? own}
      data={choices.map((value) => ({ value, label: t(chartWords[value]) }))}
      onChange={(chart) => set({ chart: chart === own ? undefined : chart })}
    />
  );
}

/** The other end of the report's time, where it has one. */
function TimeChoice(props: { readonly shown: Shown; readonly asOf: IsoDate }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { shown, asOf } = props;
  if (shown.time === 'period')
    return (
      <DayInput
        aria-label={t('column.periodFrom')}
        value={periodStart(params, asOf)}
        maxDate={asOf}
        onChange={(from) => set({ from: from ?? undefined })}
      />
    );
  if (shown.time === 'since')
    return params['by'] === undefined ? (
      <DayInput
        aria-label={t('column.periodFrom')}
        placeholder={t('column.periodFrom')}
        value={params['from'] ?? null}
        maxDate={asOf}
        clearable
        onChange={(from) => set({ from: from ?? undefined })}
      />
    ) : null;
  if (shown.time === 'until')
    return (
      <DayInput
        aria-label={t('analysis.until')}
        placeholder={t('analysis.until')}
        value={params['until'] ?? null}
        minDate={asOf}
        clearable
        onChange={(until) => set({ until: until ?? undefined })}
      />
    );
  if (shown.time === 'due')
    return (
      <>
        <DayInput
          aria-label={t('analysis.dueFrom')}
          placeholder={t('analysis.dueFrom')}
          value={params['from'] ?? null}
          clearable
          onChange={(from) => {
            const endsBefore = from !== null && (params['until'] ?? from) < from;
            set({ from: from ?? undefined, ...(endsBefore && { until: undefined }) });
          }}
        />
        <DayInput
          aria-label={t('analysis.dueUntil')}
          placeholder={t('analysis.dueUntil')}
          value={params['until'] ?? null}
          {...(params['from'] !== undefined && { minDate: params['from'] })}
          clearable
          onChange={(until) => set({ until: until ?? undefined })}
        />
      </>
    );
  if (shown.time !== 'months') return null;
  return (
    <Select
      size="xs"
      w={150}
      aria-label={t('analysis.months', { count: 1 })}
      value={params['months'] ?? '1'}
      allowDeselect={false}
      data={[1, 3, 6, 12, 24].map((count) => ({
        value: String(count),
        label: t('analysis.months', { count }),
      }))}
      onChange={(months) => set({ months: months === '1' ? undefined : (months ?? undefined) })}
    />
  );
}

/** What each kind of report can be grouped by; the first is its own choice. */
const groupChoices = {
  dimensions,
  caused: ['cause', ...dimensions],
  rolled: ['none', 'bucket', ...dimensions],
  lost: ['none', ...dimensions],
  foreign: ['none', ...dimensions.filter((one) => one !== 'documentCurrency')],
  due: ['item', 'week', 'month'],
} as const satisfies Record<NonNullable<Shown['groups']>, readonly string[]>;

type GroupBy = (typeof groupChoices)[keyof typeof groupChoices][number];

const groupWords: Readonly<Record<Exclude<GroupBy, Dimension>, MessageKey>> = {
  none: 'analysis.noGroups',
  cause: 'analysis.byCause',
  bucket: 'column.bucket',
  item: 'analysis.by.item',
  week: 'analysis.by.week',
  month: 'analysis.by.month',
};

const groupWord = (group: GroupBy): MessageKey =>
  isDimension(group) ? `dimension.${group}` : groupWords[group];

const isDimension = (group: GroupBy): group is Dimension => !Object.hasOwn(groupWords, group);

function GroupChoice({ shown }: { readonly shown: Shown }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  if (!shown.groups) return null;
  const groups: readonly GroupBy[] = groupChoices[shown.groups];
  const [own] = groups;
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t('page.groupBy')}
      value={params['by'] ?? own ?? null}
      allowDeselect={false}
      data={groups.map((group) => ({
        value: group,
        label: `${t('page.groupBy')}: ${t(groupWord(group))}`,
      }))}
      onChange={(by) => set({ by: by === null || by === own ? undefined : by, sort: undefined })}
    />
  );
}
