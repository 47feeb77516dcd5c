import { Kbd, Modal, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MessageKey } from '../i18n/catalogue';
import { useTranslate } from '../i18n/setup';

const shortcuts: readonly (readonly [keys: string, label: MessageKey])[] = [
  ['Ctrl K', 'shortcut.palette'],
  ['?', 'shortcut.help'],
  ['K', 'shortcut.previousDay'],
  ['J', 'shortcut.nextDay'],
  ['Shift K', 'shortcut.previousMonth'],
  ['Shift J', 'shortcut.nextMonth'],
  ['← ↑ → ↓ · Shift', 'shortcut.move'],
  ['Home · End', 'shortcut.rowEnds'],
  ['Ctrl ← ↑ → ↓', 'shortcut.blockEnds'],
  ['Ctrl Home · Ctrl End', 'shortcut.corners'],
  ['Tab · Shift Tab', 'shortcut.nextCell'],
  ['Esc', 'shortcut.release'],
  ['Enter', 'shortcut.open'],
  ['Ctrl Enter', 'shortcut.explain'],
  ['Ctrl A', 'shortcut.selectAll'],
  ['Ctrl C', 'shortcut.copy'],
  ['Ctrl F', 'shortcut.find'],
  ['Ctrl Z', 'shortcut.undo'],
  ['Ctrl Y', 'shortcut.redo'],
];

/** Where cells can be edited. */
const editing: typeof shortcuts = [
  ['F2', 'shortcut.edit'],
  ['Alt ↓', 'shortcut.openList'],
  ['Ctrl Enter', 'shortcut.fillBlock'],
  ['Ctrl D', 'shortcut.fillDown'],
  ['Ctrl R', 'shortcut.fillRight'],
  ['Delete', 'shortcut.clear'],
  ['Ctrl X', 'shortcut.cut'],
  ['Ctrl V', 'shortcut.paste'],
];

export function Shortcuts(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslate();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('shell.shortcuts')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Keys of={shortcuts} />
      <Title order={3} mt="md" mb="xs">
        {t('shortcut.editing')}
      </Title>
      <Keys of={editing} />
    </Modal>
  );
}

function Keys(props: { readonly of: typeof shortcuts }): ReactNode {
  const t = useTranslate();
  return (
    <Table>
      <Table.Tbody>
        {props.of.map(([keys, label]) => (
          <Table.Tr key={keys}>
            <Table.Td>
              <Kbd>{keys}</Kbd>
            </Table.Td>
            <Table.Td>{t(label)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
