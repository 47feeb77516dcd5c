import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import type { OpenReport } from '../../reports/run';
import { AgingStrips } from '../../screen/AgingStrips';

/** Each currency's aging as one strip; a bucket opens its items. */
export function Strip({ open }: { readonly open: OpenReport | undefined }): ReactNode {
  const t = useTranslate();
  if (!open) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('overview.strip')}</Title>
      <AgingStrips open={open} />
    </Stack>
  );
}
