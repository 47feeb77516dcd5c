import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { BackupSection } from './BackupSection';
import { ClosedPeriod } from './ClosedPeriod';
import { ErasePerson } from './ErasePerson';
import { ExchangeSection } from './ExchangeSection';
import { StorageFacts } from './StorageFacts';
import { WorkspaceList } from './WorkspaceList';

/** Everything about the workspace as a whole. */
export function WorkspacePage(): ReactNode {
  const t = useTranslate();
  return (
    <Stack gap="lg" maw={1100}>
      <Title order={1}>{t('workspace.title')}</Title>
      <WorkspaceList />
      <BackupSection />
      <StorageFacts />
      <ClosedPeriod />
      <ExchangeSection />
      <ErasePerson />
    </Stack>
  );
}
