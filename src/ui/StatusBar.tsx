import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatAmount, formatDuration } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';

/** Sum and average of the selected amounts of one currency, as exact text. */
interface SelectedSum {
  readonly currency: string;
  readonly sum: string;
  readonly average: string;
}

interface StatusBarProps {
  readonly rowCount: number | undefined;
  readonly ms: number | undefined;
  readonly selectedCells?: number | undefined;
  readonly sums?: readonly SelectedSum[] | undefined;
}

/** Rows, what is selected, and how long the answer took. */
export function StatusBar(props: StatusBarProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { rowCount, ms, selectedCells = 0, sums = [] } = props;
  return (
    <Group gap="md" py={4} role="status" data-testid="status-bar">
      {rowCount !== undefined && (
        <Text size="xs" c="dimmed">
          {t('page.rows', { count: rowCount })}
          {ms !== undefined && ` ${t('page.queryTime', { time: formatDuration(ms, locale) })}`}
        </Text>
      )}
      {selectedCells > 1 && <Text size="xs">{t('page.selected', { count: selectedCells })}</Text>}
      {selectedCells > 1 &&
        sums.map(({ currency, sum, average }) => (
          <Text size="xs" key={currency}>
            {t('page.sum', { amount: `${formatAmount(sum, locale)} ${currency}` })} ·{' '}
            {t('page.average', { amount: `${formatAmount(average, locale)} ${currency}` })}
          </Text>
        ))}
    </Group>
  );
}
