import { Alert, Button, Loader, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseIsoDate } from '../domain/time/calendar';
import { formatDate } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';
import { useSessionState } from '../session/react/context';
import { useInbox } from '../session/react/inbox';
import { useReach } from '../session/react/useReach';
import { useUrlParams } from '../session/react/useUrlParams';
import { Welcome } from './Welcome';

/** In the place of a report while there is nothing to report: the ways to get a ledger. */
export function NoLedger(): ReactNode {
  const t = useTranslate();
  const imports = useSessionState((state) => state.imports);
  const put = useInbox((inbox) => inbox.put);
  const { params, go } = useUrlParams();
  const asOf = params['asOf'] ?? '';
  if (imports.length > 0 && asOf !== '' && !parseIsoDate(asOf).ok) return <NoSuchDay asOf={asOf} />;
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

/** The address names a day that no calendar has. */
function NoSuchDay({ asOf }: { readonly asOf: string }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { set } = useUrlParams();
  const opening = useReach()?.opening;
  return (
    <Alert color="orange" variant="light" role="alert">
      <Stack gap="xs" align="flex-start">
        {t('page.badAddress', { detail: `asOf=${asOf}` })}
        {opening !== undefined && (
          <Button size="xs" variant="default" onClick={() => set({ asOf: opening })}>
            {t('page.toLastMonthEnd', { date: formatDate(opening, locale) })}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
