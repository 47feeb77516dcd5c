import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { ClosedPeriod } from './ClosedPeriod';
import { ErasePerson } from './ErasePerson';
import { StorageFacts } from './StorageFacts';
import { WorkspaceList } from './WorkspaceList';

/** Everything about the workspace as a whole. */
export function WorkspacePage(): ReactNode {
  const t = useTranslate();
  return (
    <Stack gap="lg" maw={1100}>
      <Title order={1}>{t('workspace.title')}</Title>
      <WorkspaceList />
      <StorageFacts />
      <ClosedPeriod />
      <ErasePerson />
    </Stack>
  );
}
