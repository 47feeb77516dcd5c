import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BucketStrip } from '../../charts/BucketStrip';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { OpenReport } from '../../reports/run';
import { drillTarget } from '../../session/react/reportPaths';
import { useFirstRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';

/** Each currency's aging as one strip; a bucket opens its items. */
export function Strip({ open }: { readonly open: OpenReport | undefined }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { go } = useUrlParams();
  const shown = useFirstRows(open, 20);
  if (!shown) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('overview.strip')}</Title>
      {shown.rows.map((row) => (
        <div key={String(row['currency'])}>
          <Text size="sm" fw={600}>
            {String(row['currency'])}
          </Text>
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
      ))}
    </Stack>
  );
}
