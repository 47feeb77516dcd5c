import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { currenciesOf } from '../../charts/matrix';
import type { ResultRow } from '../../domain/report/result';
import { useTranslate } from '../../i18n/setup';
import { computedRowsMax } from '../../reports/define';
import type { OpenReport } from '../../reports/run';
import { useFirstRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';
import { chartRoom } from './chartKinds';

/** The rows that a chart is drawn from, and the one currency of them that it shows. */
export interface ChartRows {
  readonly of: OpenReport;
  readonly rows: readonly ResultRow[];
  readonly currency: string;
}

interface ChartFrameProps {
  readonly open: OpenReport;
  readonly children: (shown: ChartRows) => ReactNode;
}

/** All rows of the report that is open, one currency at a time: amounts of several are never compared by length. */
export function ChartFrame({ open, children }: ChartFrameProps): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const shown = useFirstRows(open, computedRowsMax);
  if (!shown) return <div style={{ height: chartRoom }} />;
  const currencies = currenciesOf(shown.rows, shown.of.baseCurrency);
  const [own] = currencies;
  if (own === undefined) return null;
  const currency = currencies.find((one) => one === params['chartCurrency']) ?? own;
  return (
    <div data-testid="analysis-chart">
      {currencies.length > 1 && (
        <Group mb={4}>
          <Select
            size="xs"
            w={110}
            aria-label={t('analysis.chartCurrency')}
            value={currency}
            allowDeselect={false}
            data={currencies}
            onChange={(value) =>
              set({ chartCurrency: value === own ? undefined : (value ?? undefined) })
            }
          />
        </Group>
      )}
      {children({ ...shown, currency })}
    </div>
  );
}
