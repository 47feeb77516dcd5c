import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { formatBytes } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';
import type { WorkspaceEntry } from '../workspace/store';
import type { Boot } from './boot';
import { useBooting } from './bootContext';

/** While the engine loads: the frame stands, and the bytes show that something happens. */
export function Starting(props: { readonly bytesLoaded: number }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Group role="status" p="xl">
      <Loader size="sm" />
      <Text>
        {t('shell.starting')} {props.bytesLoaded > 0 && formatBytes(props.bytesLoaded, locale)}
      </Text>
    </Group>
  );
}

/** A workspace that cannot be opened is left as it is; the ways on are another one, or a new one. */
export function OpenFailed(props: {
  readonly failed: Extract<Boot, { readonly state: 'failed' }>;
}): ReactNode {
  const t = useTranslate();
  const { openWorkspace } = useBooting();
  const { detail, reason, workspaces } = props.failed;
  const [others, setOthers] = useState<readonly WorkspaceEntry[]>([]);
  useEffect(() => {
    workspaces?.list().then(setOthers, () => undefined);
  }, [workspaces]);
  return (
    <Alert color="red" role="alert">
      <Stack align="flex-start">
        <Text>{t('shell.openFailed', { detail })}</Text>
        {reason === 'newer' && <Text>{t('workspace.newer')}</Text>}
        <Group>
          <Button onClick={() => globalThis.location.reload()}>{t('shell.reload')}</Button>
          {others.map(({ id, name }) => (
            <Button key={id} variant="default" onClick={() => void openWorkspace(id)}>
              {t('workspace.openNamed', { name })}
            </Button>
          ))}
          <Button variant="default" onClick={() => void openWorkspace(undefined)}>
            {t('shell.startEmpty')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
