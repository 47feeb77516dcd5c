import { Alert, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/setup';

/** At an address that no page has. */
export function NotFound(): ReactNode {
  const t = useTranslate();
  return (
    <Alert variant="light" role="alert">
      <Stack gap="xs">
        {t('page.notFound')}
        <Link to="/">{t('page.toOverview')}</Link>
      </Stack>
    </Alert>
  );
}
