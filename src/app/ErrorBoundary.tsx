import { Alert, Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslate } from '../i18n/setup';

function Crashed(props: { readonly detail: string }): ReactNode {
  const t = useTranslate();
  return (
    <Alert color="red" title={t('shell.crashed')} m="md" role="alert">
      <Stack align="flex-start">
        <Text size="sm" ff="monospace">
          {props.detail}
        </Text>
        <Button onClick={() => globalThis.location.reload()}>{t('shell.reload')}</Button>
      </Stack>
    </Alert>
  );
}

/** A defect of one screen never leaves a blank page. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly detail: string | undefined }
> {
  override state = { detail: undefined };

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.detail === undefined ? (
      this.props.children
    ) : (
      <Crashed detail={this.state.detail} />
    );
  }
}
