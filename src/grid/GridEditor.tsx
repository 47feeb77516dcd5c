import type { RefObject } from 'react';
import type { Column } from '../domain/report/column';
import { formatInteger } from '../i18n/formats';
import { columnText } from '../i18n/labels';
import { CellEditorOverlay } from './CellEditorOverlay';
import type { CellStyle } from './cellText';
import type { GridController } from './controller';
import { cellChoices } from './editors';
import type { Editing } from './useEditing';

interface GridEditorProps {
  readonly controller: GridController;
  readonly editing: Editing;
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  /** What the editor is placed in. */
  readonly frame: RefObject<HTMLElement | null>;
}

/** The editor of the cell that is written in, if any. */
export function GridEditor({ controller, editing, columns, style, frame }: GridEditorProps) {
  const { session } = editing;
  if (!session) return null;
  const { translate, locale } = style;
  const { target, column } = session;
  return (
    <CellEditorOverlay
      key={`${session.rowIndex} ${column.id}`}
      ref={editing.overlay}
      session={session}
      label={translate(target.isEntry ? 'grid.entry.cell' : 'grid.edit.cell', {
        column: columnText(translate, column, columns),
        row: formatInteger(target.line, locale),
      })}
      choices={cellChoices(session.editor, translate)}
      frame={frame}
      element={() => controller.elementAt(editing.pointOf(session))}
      translate={translate}
      onCommit={(text, picked, onward) => editing.commit(session, text, picked, onward)}
      onCancel={editing.cancel}
      onReveal={() => controller.reveal(editing.pointOf(session))}
    />
  );
}
