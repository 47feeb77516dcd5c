import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Draft } from './useImport';

/** The tables of headers that the lines of an import were joined with, and how many of their rows have lines. */
export function JoinedHeaders({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const headers = draft.staged.staged.origin?.headers ?? [];
  return headers.map(({ table, file, sha256, usedCount, rowCount }) => (
    <Text key={sha256} size="sm" data-testid="joined-headers">
      {t('import.joinedHeaders', {
        table,
        file,
        used: formatInteger(usedCount, locale),
        rows: formatInteger(rowCount, locale),
      })}
    </Text>
  ));
}
