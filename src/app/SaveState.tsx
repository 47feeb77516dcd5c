import { Badge, Button, Group, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/setup';
import { failureText } from '../screen/failureText';
import { useSession, useSessionState } from '../session/react/context';
import { useNotices } from '../session/react/notices';
import { StoreFailure } from '../workspace/store';

/** Whether what was done is on disk, and if not, why and what to do; and how the engine is. */
export function SaveState(): ReactNode {
  const t = useTranslate();
  const engine = useSessionState((state) => state.engine);
  const isDurable = useSessionState((state) => state.isDurable);
  const role = useSessionState((state) => state.store.role);
  const save = useSessionState((state) => state.store.save);
  if (engine === 'lost')
    return (
      <Badge color="red" role="alert">
        {t('shell.engineLost')}
      </Badge>
    );
  if (save.kind === 'failed')
    return (
      <Tooltip label={failureText(new StoreFailure(save.reason, save.detail), t)} multiline w={340}>
        <Badge color="red" role="alert" tt="none" data-testid="save-state">
          {t('shell.saveFailed')}
        </Badge>
      </Tooltip>
    );
  if (role === 'reader') return <Reader />;
  if (engine === 'rebuilding')
    return (
      <Badge color="yellow.9" role="status">
        {t('shell.rebuilding')}
      </Badge>
    );
  if (!isDurable)
    return (
      <Tooltip label={t('shell.notSaved')} multiline w={320}>
        <Badge color="orange" variant="light" role="status" data-testid="save-state">
          {t('shell.memoryOnly')}
        </Badge>
      </Tooltip>
    );
  return (
    <Badge variant="default" role="status" tt="none" data-testid="save-state">
      {save.kind === 'saving' ? t('shell.saving') : t('shell.saved')}
    </Badge>
  );
}

/** Another tab writes; this one follows, and may take over. */
function Reader(): ReactNode {
  const t = useTranslate();
  const session = useSession();
  const tell = useNotices((notices) => notices.tell);
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      await session.takeOver();
      tell({ tone: 'done', text: t('tabs.taken') });
    } catch (error) {
      tell({ tone: 'problem', text: failureText(error, t) });
    } finally {
      setTaking(false);
    }
  };
  return (
    <Group gap={6} wrap="nowrap">
      <Tooltip label={t('tabs.readerWhy')} multiline w={320}>
        <Badge color="orange" variant="light" role="status" tt="none" data-testid="save-state">
          {t('tabs.reader')}
        </Badge>
      </Tooltip>
      <Button
        size="compact-xs"
        variant="default"
        loading={isTaking}
        onClick={() => void take()}
        data-testid="take-over"
      >
        {t('tabs.takeOver')}
      </Button>
    </Group>
  );
}
