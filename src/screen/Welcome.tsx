import {
  Button,
  FileButton,
  Group,
  Modal,
  Paper,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboard, IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/setup';
import type { SourceFile } from '../importers/source';
import { sourceFiles } from '../session/react/inbox';

interface WelcomeProps {
  readonly onFiles: (files: readonly SourceFile[]) => void;
  readonly onSample: (() => void) | undefined;
}

/** The ways in: drop, choose, paste, or the sample. */
export function Welcome(props: WelcomeProps): ReactNode {
  const t = useTranslate();
  const [isPasting, pasting] = useDisclosure(false);
  return (
    <Paper withBorder p="xl" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="md">
        <IconUpload size={32} aria-hidden />
        <Title order={2}>{t('import.welcome')}</Title>
        <Text c="dimmed">{t('import.welcomeHint')}</Text>
        <Group>
          <FileButton
            multiple
            onChange={(files) => files.length > 0 && props.onFiles(sourceFiles(files))}
          >
            {(button) => (
              <Button {...button} leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
                {t('import.choose')}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconClipboard size={16} aria-hidden />}
            onClick={pasting.open}
          >
            {t('import.paste')}
          </Button>
          {props.onSample && (
            <Button variant="light" onClick={props.onSample}>
              {t('import.sample')}
            </Button>
          )}
        </Group>
        {props.onSample && (
          <Text size="sm" c="dimmed">
            {t('import.sampleHint')}
          </Text>
        )}
      </Stack>
      {isPasting && <PasteDialog onClose={pasting.close} onFiles={props.onFiles} />}
    </Paper>
  );
}

function PasteDialog(props: {
  readonly onClose: () => void;
  readonly onFiles: WelcomeProps['onFiles'];
}): ReactNode {
  const t = useTranslate();
  const [text, setText] = useState('');
  const take = (): void => {
    props.onClose();
    props.onFiles([{ name: t('import.pasteName'), blob: new Blob([text]) }]);
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('import.paste')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack>
        <Text size="sm">{t('import.pasteHint')}</Text>
        <Textarea
          data-autofocus
          aria-label={t('import.pasteText')}
          rows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'monospace', whiteSpace: 'pre' } }}
        />
        <Button onClick={take} disabled={text.trim() === ''}>
          {t('import.continue')}
        </Button>
      </Stack>
    </Modal>
  );
}
