import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatBytes } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';
import { forgetStored } from './boot';

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

export function OpenFailed(props: { readonly detail: string }): ReactNode {
  const t = useTranslate();
  const forget = async (): Promise<void> => {
    await forgetStored();
    globalThis.location.reload();
  };
  return (
    <Alert color="red" role="alert">
      <Stack align="flex-start">
        <Text>{t('shell.openFailed', { detail: props.detail })}</Text>
        <Group>
          <Button onClick={() => globalThis.location.reload()}>{t('shell.reload')}</Button>
          <Button variant="default" onClick={() => void forget()}>
            {t('shell.startEmpty')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
