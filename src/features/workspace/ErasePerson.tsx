import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { failureText } from '../../screen/failureText';
import { useSessionState } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { NotSigned, useSigned } from '../../session/react/useActions';

/** Erases a person for good; the number is typed twice, since nothing brings it back. */
export function ErasePerson(): ReactNode {
  const t = useTranslate();
  const role = useSessionState((state) => state.store.role);
  const signed = useSigned();
  const tell = useNotices((notices) => notices.tell);
  const [customer, setCustomer] = useState('');
  const [again, setAgain] = useState('');
  const isSure = customer.trim() !== '' && customer.trim() === again.trim();
  const erase = async (): Promise<void> => {
    const id = customer.trim();
    try {
      await signed((session) => session.erase(id));
      setCustomer('');
      setAgain('');
      tell({ tone: 'done', text: t('erase.done', { record: id }) });
    } catch (error) {
      if (!(error instanceof NotSigned)) tell({ tone: 'problem', text: failureText(error, t) });
    }
  };
  return (
    <Stack gap="xs" maw={760}>
      <Title order={2}>{t('erase.title')}</Title>
      <Text size="sm">{t('erase.what')}</Text>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={t('erase.customer')}
          value={customer}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t('erase.confirm')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Button
          size="xs"
          color="red"
          disabled={!isSure || role === 'reader'}
          onClick={() => void erase()}
        >
          {t('erase.go')}
        </Button>
      </Group>
    </Stack>
  );
}
