import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { BucketStrip } from '../charts/BucketStrip';
import { formatAmount } from '../i18n/formats';
import { useLocale } from '../i18n/setup';
import type { OpenReport } from '../reports/run';
import { drillTarget } from '../session/react/reportPaths';
import { useFirstRows } from '../session/react/useRows';
import { useUrlParams } from '../session/react/useUrlParams';

interface AgingStripsProps {
  /** An answer of `aging-totals`. */
  readonly open: OpenReport | undefined;
  /** Whether the sum of the buckets stands beside the currency. */
  readonly hasTotals?: boolean;
}

/** Each currency's aging as one strip; a bucket opens its items. */
export function AgingStrips({ open, hasTotals = false }: AgingStripsProps): ReactNode {
  const locale = useLocale();
  const { go } = useUrlParams();
  const shown = useFirstRows(open, 20);
  return shown?.rows.map((row) => (
    <div key={String(row['currency'])} data-testid="aging-strip">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {String(row['currency'])}
        </Text>
        {hasTotals && (
          <Text size="sm" data-testid="aging-strip-total">
            {formatAmount(String(row['total']), locale)}
          </Text>
        )}
      </Group>
      <BucketStrip
        columns={shown.of.report.columns}
        row={row}
        locale={locale}
        onOpen={(column) => {
          const target = drillTarget(column, row);
          if (target) go(target.path, target.params);
        }}
      />
    </div>
  ));
}
