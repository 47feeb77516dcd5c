import { Alert, Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { useSession, useSessionState } from '../../session/react/context';
import { useUrlParams } from '../../session/react/useUrlParams';
import { useWorkspaces } from '../../session/react/workspaces';
import { backupMark, dayAfter, isBackupDue, markBackup } from '../../workspace/backup/lastBackup';

/** Reminds of a backup when many events, or some for days, are in none; it can be put off for a day. */
export function BackupReminder(): ReactNode {
  const t = useTranslate();
  const { events } = useSession();
  const position = useSessionState((state) => state.position);
  const store = useSessionState((state) => state.store);
  const { id, now } = useWorkspaces();
  const { go } = useUrlParams();
  const [isPutOff, setPutOff] = useState(false);
  const mark = backupMark(id);
  const began = events[0]?.at ?? now();
  if (isPutOff || store.role === 'reader' || !isBackupDue(mark, { position, began, now: now() }))
    return null;
  const putOff = (): void => {
    markBackup(id, { position: 0, at: '', ...mark, quietUntil: dayAfter(now()) });
    setPutOff(true);
  };
  return (
    <Alert color="orange" py={6} role="status" data-testid="backup-reminder">
      <Group gap="xs">
        <Text size="sm">{t('backup.reminder', { count: position - (mark?.position ?? 0) })}</Text>
        <Button size="compact-xs" variant="default" onClick={() => go('/workspace', {})}>
          {t('backup.now')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={putOff}>
          {t('backup.later')}
        </Button>
      </Group>
    </Alert>
  );
}
