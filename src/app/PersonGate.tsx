import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/setup';
import { usePersonAsked } from '../session/react/person';

/** Asks who writes here, before the first thing is written. */
export function PersonGate(): ReactNode {
  const t = useTranslate();
  const { waiting, answer } = usePersonAsked();
  const [name, setName] = useState('');
  return (
    <Modal
      opened={waiting !== undefined}
      onClose={() => answer(undefined)}
      title={t('person.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') answer(name.trim());
        }}
      >
        <Stack>
          <Text size="sm">{t('person.why')}</Text>
          <TextInput
            data-autofocus
            label={t('person.name')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" disabled={name.trim() === ''}>
              {t('person.go')}
            </Button>
            <Button variant="default" onClick={() => answer(undefined)}>
              {t('shell.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
