import type { Column } from '../domain/report/column';
import type { Translate } from '../i18n/translate';
import type { CellEditor, Choice, Editors, GridEditing } from './editing';

/** Which of the columns can be edited, and how. */
export function editorsOf(columns: readonly Column[], editing: GridEditing): Editors {
  return new Map(
    columns.flatMap((column) => {
      const editor = editing.editorOf(column);
      return editor ? [[column.id, editor] as const] : [];
    }),
  );
}

/** What an editor offers as a list; `undefined` where it has none. */
export function cellChoices(
  { kind, choices }: CellEditor,
  translate: Translate,
): readonly Choice[] | undefined {
  if (kind === 'choice') return choices ?? [];
  if (kind !== 'yesNo') return undefined;
  return [
    { value: 'true', label: translate('grid.yes') },
    { value: 'false', label: translate('grid.no') },
  ];
}
