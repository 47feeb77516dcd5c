import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/setup';
import { useSessionState } from '../session/react/context';
import { useUrlParams } from '../session/react/useUrlParams';

/** In the place of a report while there is nothing to report: what to do next. */
export function NoLedger(): ReactNode {
  const t = useTranslate();
  const { imports } = useSessionState();
  const { go } = useUrlParams();
  if (imports.length > 0) return <Loader size="sm" m="xl" />;
  return (
    <Stack align="center" gap="sm" py={80}>
      <Title order={1}>{t('shell.noLedger')}</Title>
      <Text c="dimmed">{t('shell.noLedgerHint')}</Text>
      <Group>
        <Button onClick={() => go('/import', {})}>{t('shell.import')}</Button>
        <Button variant="light" onClick={() => go('/import', { sample: 'yes' })}>
          {t('import.sample')}
        </Button>
      </Group>
    </Stack>
  );
}
