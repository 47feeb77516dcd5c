import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { parseStateLine } from '../../domain/report/stateLine';
import { useLocale, useTranslate } from '../../i18n/setup';
import { failureText } from '../../screen/failureText';
import { saveResult } from '../../screen/saveResult';
import { useSession } from '../../session/react/context';

/** Makes an output again, from the state that it says it was made from. */
export function MakeAgain(props: { readonly onClose: () => void }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<{ readonly isGood: boolean; readonly text: string }>();
  const parsed = parseStateLine(text);
  const make = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    if (!parsed.ok) return;
    setBusy(true);
    setTold(undefined);
    try {
      const made = await session.makeAgain(parsed.value);
      if (made.ok) {
        const name = await saveResult(made.value, kind, parsed.value, t, locale);
        setTold({ isGood: true, text: t('again.done', { file: name }) });
      } else
        setTold({
          isGood: false,
          text: t(`again.${made.error}`, { position: parsed.value.position }),
        });
    } catch (error) {
      setTold({ isGood: false, text: failureText(error, t) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('again.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack>
        <Text size="sm">{t('again.how')}</Text>
        <Textarea
          data-autofocus
          label={t('again.line')}
          placeholder="saldo:aging-by?asOf=2026-08-31#57.9c1f2ab03d4e5f60"
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={text !== '' && !parsed.ok ? t('again.no_line') : undefined}
        />
        {told && (
          <Alert color={told.isGood ? 'green' : 'red'} role="status">
            {told.text}
          </Alert>
        )}
        <Group>
          <Button loading={isBusy} disabled={!parsed.ok} onClick={() => void make('csv')}>
            {t('page.exportCsv')}
          </Button>
          <Button
            variant="default"
            loading={isBusy}
            disabled={!parsed.ok}
            onClick={() => void make('xlsx')}
          >
            {t('page.exportXlsx')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
