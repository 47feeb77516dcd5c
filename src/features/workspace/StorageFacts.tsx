import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { formatBytes, formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { useSession, useSessionState } from '../../session/react/context';

/** How safely the browser keeps this data, how much there is, and what was lost before this opening. */
export function StorageFacts(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { loss } = useSession();
  const position = useSessionState((state) => state.position);
  const isDurable = useSessionState((state) => state.isDurable);
  const [isPersisted, setPersisted] = useState<boolean>();
  const [estimate, setEstimate] = useState<StorageEstimate>();
  useEffect(() => {
    if (!isDurable || position < 0) return;
    navigator.storage.persisted().then(setPersisted, () => undefined);
    navigator.storage.estimate().then(setEstimate, () => undefined);
  }, [isDurable, position]);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('workspace.storage')}</Title>
      {loss && (
        <Alert color="orange" role="alert">
          {t('workspace.loss', {
            position: formatInteger(loss.position, locale),
            recorded: loss.recorded === undefined ? '?' : formatInteger(loss.recorded, locale),
          })}
        </Alert>
      )}
      {!isDurable && <Alert color="orange">{t('shell.notSaved')}</Alert>}
      {isPersisted !== undefined && (
        <Group gap="xs">
          <Text size="sm" data-testid="persisted">
            {t(isPersisted ? 'workspace.persisted' : 'workspace.notPersisted')}
          </Text>
          {!isPersisted && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void navigator.storage.persist().then(setPersisted)}
            >
              {t('workspace.askPersist')}
            </Button>
          )}
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {t('workspace.journal', { count: position })}
        {estimate?.usage !== undefined && estimate.quota !== undefined
          ? ` · ${t('workspace.used', {
              used: formatBytes(estimate.usage, locale),
              quota: formatBytes(estimate.quota, locale),
            })}`
          : ''}
      </Text>
    </Stack>
  );
}
