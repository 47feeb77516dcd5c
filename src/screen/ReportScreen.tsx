import { Alert, Button, Group, Loader, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react';
import type { AgingPolicy } from '../domain/aging/policy';
import type { ResultRow } from '../domain/report/result';
import { duckdbDialect } from '../engine/dialect';
import { layoutWithFirst, shownColumns } from '../grid/columnLayout';
import type { GridEditing } from '../grid/editing';
import type { SelectionSummary } from '../grid/statistics';
import type { CodeWordings } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';
import { questionsOf } from '../reports/define';
import { drillTarget } from '../session/react/reportPaths';
import { type ReportView, useTieOuts } from '../session/react/useReport';
import { useUrlParams } from '../session/react/useUrlParams';
import { ExplainDrawer } from '../ui/ExplainDrawer';
import { PolicyLine } from '../ui/PolicyLine';
import { StatusBar } from '../ui/StatusBar';
import { TieOutBadges } from '../ui/TieOutBadges';
import { type ChartPictures, ExportMenu } from './ExportMenu';
import { horizonText } from './horizonText';
import { reportFailure } from './reportFailure';
import { orderOfParam, paramOfOrder } from './sortParam';
import { useColumnLayout } from './useColumnLayout';
import { ViewsMenu } from './ViewsMenu';

const ReportGrid = lazy(async () => ({ default: (await import('../grid/ReportGrid')).ReportGrid }));

export interface ReportScreenProps {
  readonly view: ReportView;
  readonly title: string;
  /** The rule in words, for *Explain*. */
  readonly rule: readonly string[];
  readonly policy?: AgingPolicy | undefined;
  /** Dates, groups and filters above the figures. */
  readonly controls?: ReactNode;
  readonly chart?: ReactNode;
  readonly pictures?: RefObject<ChartPictures | null> | undefined;
  readonly codes?: CodeWordings | undefined;
  /** Columns that stand first until the reader arranges them: what must be seen without scrolling. */
  readonly first?: readonly string[] | undefined;
  /** More to explain about a row: what opening one, by Enter or a double click, shows. */
  readonly explainRow?: ((row: ResultRow) => ReactNode) | undefined;
  /** Makes the grid editable. */
  readonly editing?: GridEditing | undefined;
  /** What to say where there are no rows. */
  readonly empty?: string | undefined;
}

/** The sums of the selected amounts; counts and days are not shown as sums. */
function sumsOf(selection: SelectionSummary | undefined) {
  return selection?.figures.flatMap(({ currency, sum, average }) =>
    currency === null ? [] : [{ currency, sum, average }],
  );
}

/** What every report's page has: title, policy, tie-outs, export, chart, grid, status. */
export function ReportScreen(props: ReportScreenProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { view, title, policy } = props;
  const { open, bound } = view;
  const { params, set, go } = useUrlParams();
  const tieOuts = useTieOuts(open);
  const [selection, setSelection] = useState<SelectionSummary>();
  const [explained, setExplained] = useState<ResultRow>();
  const [isExplaining, explaining] = useDisclosure(false);
  // Of the rows that are shown: widths fit one grouping's names and one language's headers.
  const arranged = open?.report ?? bound;
  const layoutKey = [
    arranged?.id ?? '',
    arranged?.columns.length ?? 0,
    ...['by', 'kinds'].flatMap((name) => {
      const value = arranged?.params[name];
      return value === undefined ? [] : [value];
    }),
    locale,
  ].join(':');
  const [stored, setLayout] = useColumnLayout(layoutKey);
  const layout =
    stored ?? (props.first && open && layoutWithFirst(open.report.columns, props.first));

  const known = new Set(open?.report.columns.map((column) => column.id));
  const order = orderOfParam(params['sort']).filter(({ column }) => known.has(column));

  if (view.problem !== undefined)
    return (
      <Alert color="orange" variant="light" role="alert">
        {t('page.badAddress', { detail: view.problem })}
      </Alert>
    );
  return (
    <Stack gap="xs" mih="calc(100dvh - 48px - 2 * var(--mantine-spacing-md))">
      <Group justify="space-between" align="flex-start">
        <Title order={1}>{title}</Title>
        <Group gap="xs">
          {view.isRunning && <Loader size="xs" aria-hidden />}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHelpCircle size={14} aria-hidden />}
            onClick={explaining.open}
          >
            {t('page.explain')}
          </Button>
          {open && <ViewsMenu layout={stored} onLayout={setLayout} />}
          {open && (
            <ExportMenu
              open={open}
              title={title}
              tieOuts={tieOuts}
              policy={policy}
              pictures={props.pictures}
              codes={props.codes}
              shown={shownColumns(open.report.columns, layout)}
            />
          )}
        </Group>
      </Group>
      {policy && (
        <PolicyLine
          policy={policy}
          // Another set of buckets need not have the one that was opened.
          onChange={(changes) => set({ bucket: undefined, ...changes })}
        />
      )}
      {props.controls}
      {open?.outside && (
        <Alert color="orange" variant="light" py={6} data-testid="outside-horizon">
          {horizonText(open.outside, t, locale)}
        </Alert>
      )}
      <TieOutBadges
        tieOuts={tieOuts}
        isOutside={open?.outside !== undefined}
        onOpen={(name) => {
          if (name === 'general-ledger' && policy) go('/tie-out', { asOf: policy.asOf });
          else explaining.open();
        }}
      />
      {view.failure !== undefined && (
        <Alert color="red" role="alert">
          {reportFailure(view.failure, t)}
        </Alert>
      )}
      {props.chart}
      {open && open.rowCount === 0 && (
        <Alert variant="light">{props.empty ?? t('page.empty')}</Alert>
      )}
      {open && (
        <div
          style={{ flex: 1, minHeight: 440, display: 'grid', minWidth: 0 }}
          data-testid="grid-area"
          data-rows={open.rowCount}
        >
          <Suspense fallback={<Loader size="sm" />}>
            <ReportGrid
              title={title}
              columns={open.report.columns}
              rows={open}
              totals={open.totals}
              baseCurrency={open.baseCurrency}
              locale={locale}
              {...(props.codes ? { codes: props.codes } : {})}
              order={order.length > 0 ? order : open.report.order.slice(0, 1)}
              onSort={(next) => set({ sort: paramOfOrder(next) }, true)}
              onOpenCell={(column, row) => {
                const target = drillTarget(column, row);
                if (target) go(target.path, target.params);
              }}
              onExplainRow={(row) => {
                setExplained(row);
                explaining.open();
              }}
              opensRows={props.explainRow !== undefined}
              columnStateKey={layoutKey}
              {...(layout ? { columnState: layout } : {})}
              onColumnState={setLayout}
              onSelection={setSelection}
              {...(props.editing ? { editing: props.editing } : {})}
            />
          </Suspense>
        </div>
      )}
      <StatusBar
        rowCount={open?.rowCount}
        ms={view.ms}
        selectedCells={selection?.cells}
        sums={sumsOf(selection)}
      />
      <ExplainDrawer
        isOpen={isExplaining}
        onClose={explaining.close}
        rule={props.rule}
        sql={
          bound &&
          Object.values(questionsOf(bound, duckdbDialect))
            .map(({ text }) => text)
            .join(';\n\n')
        }
        row={explained}
      >
        {explained && props.explainRow?.(explained)}
      </ExplainDrawer>
    </Stack>
  );
}
