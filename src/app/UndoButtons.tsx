import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from '../i18n/setup';
import { eventName } from '../screen/eventName';
import { useUndo } from '../screen/useUndo';
import { useSessionState } from '../session/react/context';
import { useDocumentNumber } from '../session/react/documentNumber';

/** Undo and redo, each saying what it would do. */
export function UndoButtons(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const undo = useSessionState((state) => state.undo);
  const redo = useSessionState((state) => state.redo);
  const role = useSessionState((state) => state.store.role);
  const act = useUndo();
  useHotkeys([
    ['mod+Z', () => void act('undo')],
    ['mod+Y', () => void act('redo')],
    ['mod+shift+Z', () => void act('redo')],
  ]);
  const isReader = role === 'reader';
  const undoNumber = useDocumentNumber(undo?.event);
  const redoNumber = useDocumentNumber(redo?.event);
  const undoText = undo
    ? t('undo.name', { name: eventName(undo, t, locale, undoNumber) })
    : t('undo.nothing');
  const redoText = redo
    ? t('redo.name', { name: eventName(redo, t, locale, redoNumber) })
    : t('redo.nothing');
  return (
    <>
      <Tooltip label={undoText}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={undoText}
          disabled={!undo || isReader}
          onClick={() => void act('undo')}
          data-testid="undo"
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoText}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={redoText}
          disabled={!redo || isReader}
          onClick={() => void act('redo')}
          data-testid="redo"
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
