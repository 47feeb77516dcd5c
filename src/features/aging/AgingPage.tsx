import { Group, Select } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { dimensions } from '../../domain/report/dimension';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { agingPolicyOf } from '../../screen/agingPolicyOf';
import type { ChartPictures } from '../../screen/ExportMenu';
import { Filters } from '../../screen/Filters';
import { agingParamNames, reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

const AgingChart = lazy(async () => ({ default: (await import('./AgingChart')).AgingChart }));

/** Who and how much in all, before the buckets. */
const firstColumns = ['key', 'label', 'currency', 'total'];

/** The aging at a date, by any dimension: chart, grid, totals, tie-out. */
export function AgingPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const view = useScreenReport(
    'aging-by',
    asOf === undefined ? undefined : reportParams(params, asOf, [...agingParamNames, 'by']),
  );
  const pictures = useRef<ChartPictures>(null);
  const policy = agingPolicyOf(view.bound);
  if (asOf === undefined || !reach) return <NoLedger />;
  const by = dimensions.find((dimension) => dimension === params['by']) ?? 'customer';
  return (
    <ReportScreen
      view={view}
      title={t('report.aging-by.title', { dimension: t(`dimension.${by}`).toLowerCase() })}
      rule={[t('explain.aging')]}
      policy={policy}
      pictures={pictures}
      first={firstColumns}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <Group gap="xs">
            <Select
              size="xs"
              w={190}
              aria-label={t('page.groupBy')}
              value={by}
              allowDeselect={false}
              data={dimensions.map((dimension) => ({
                value: dimension,
                label: `${t('page.groupBy')}: ${t(`dimension.${dimension}`)}`,
              }))}
              onChange={(value) =>
                set({ by: value === null || value === 'customer' ? undefined : value })
              }
            />
            <Filters asOf={asOf} />
          </Group>
        </>
      }
      chart={
        view.open && view.open.rowCount > 0 && policy ? (
          <Suspense fallback={<div style={{ height: 220 }} />}>
            <AgingChart
              open={view.open}
              policy={policy}
              pictures={pictures}
              title={t('report.aging-by.title', { dimension: t(`dimension.${by}`).toLowerCase() })}
            />
          </Suspense>
        ) : null
      }
    />
  );
}
