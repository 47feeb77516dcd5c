import { Stack, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Column } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import { useLocale, useTranslate } from '../../i18n/setup';

const AgingTrend = lazy(async () => ({
  default: (await import('../../charts/AgingTrend')).AgingTrend,
}));

interface TrendProps {
  readonly columns: readonly Column[];
  readonly rows: readonly ResultRow[];
  onOpen(date: string, currency: string): void;
}

/** The aging at the last twelve month ends; a column opens the aging of its date. */
export function Trend({ columns, rows, onOpen }: TrendProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Stack gap="sm">
      <Title order={2}>{t('overview.trend')}</Title>
      <Suspense fallback={<div style={{ height: 240 }} />}>
        <AgingTrend
          title={t('overview.trend')}
          policyLine=""
          columns={columns}
          rows={rows}
          locale={locale}
          onOpen={(_column, row) => onOpen(String(row['as_of']), String(row['currency']))}
        />
      </Suspense>
    </Stack>
  );
}
