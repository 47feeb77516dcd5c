import { Loader, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/setup';
import { useSessionState } from '../session/react/context';
import { useInbox } from '../session/react/inbox';
import { useUrlParams } from '../session/react/useUrlParams';
import { Welcome } from './Welcome';

/** In the place of a report while there is nothing to report: the ways to get a ledger. */
export function NoLedger(): ReactNode {
  const t = useTranslate();
  const { imports } = useSessionState();
  const put = useInbox((inbox) => inbox.put);
  const { go } = useUrlParams();
  if (imports.length > 0) return <Loader size="sm" m="xl" />;
  return (
    <Stack maw={1100} gap="md">
      <Title order={1}>{t('shell.noLedger')}</Title>
      <Welcome
        onFiles={(files) => {
          put(files);
          go('/import', {});
        }}
        onSample={() => go('/import', { sample: 'yes' })}
      />
    </Stack>
  );
}
