import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import type { Draft, ImportFlow } from './useImport';

/** Keeps how a file is read under a name, so that the next file of its shape asks nothing. */
export function SaveMapping(props: {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}): ReactNode {
  const t = useTranslate();
  const { draft, flow } = props;
  const [name, setName] = useState(draft.staged.savedAs ?? draft.mapping?.profile ?? '');
  if (!draft.mapping) return null;
  const isBlank = name.trim() === '';
  const save = (): void => void flow.saveMapping(draft, name.trim());
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        size="xs"
        label={t('import.mappingName')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isBlank) save();
        }}
      />
      <Button size="xs" variant="default" disabled={isBlank} onClick={save}>
        {t('import.saveMapping')}
      </Button>
    </Group>
  );
}
