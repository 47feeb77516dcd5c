import { useMemo } from 'react';
import { editableField } from '../domain/journal/editable';
import { adjustmentSource } from '../domain/journal/event';
import type { RecordKey } from '../domain/journal/record';
import type { Column } from '../domain/report/column';
import type { ResultCell, ResultRow } from '../domain/report/result';
import type { IsoDate } from '../domain/time/calendar';
import type {
  CellEdit,
  CellEditor,
  Choice,
  EditReject,
  EditRequest,
  GridEditing,
} from '../grid/editing';
import { formatDate } from '../i18n/formats';
import { labelText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import { useLocale, useTranslate } from '../i18n/setup';
import type { Translate } from '../i18n/translate';
import type { AdjustmentEntry, EditProblem, FieldEdit } from '../session/journal/edit';
import { useSessionState } from '../session/react/context';
import { useSigned } from '../session/react/useActions';
import type { Session } from '../session/session';
import { failureText } from './failureText';

/** How edits of a grid count, and what may be entered there. */
interface RecordEditing {
  readonly table: RecordKey['table'];
  /** From which day on a change counts; `null`: it always was so. */
  readonly since: IsoDate | null;
  readonly reason: string;
  /** Pick lists by field: values that are in use. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** New rows are adjustments, or customers. */
  readonly canAppend: boolean;
}

/** The field that a column of a report shows; they are called alike, save the customer's name. */
const fieldOf = (column: string): string => (column === 'customer_name' ? 'name' : column);

/** What an adjustment has beside the fields of every document. */
const adjustmentColumns: Readonly<Record<string, CellEditor>> = {
  customer_id: { kind: 'text', required: true, maxLength: 100 },
  document_date: { kind: 'date', required: true },
  // Hidden at first, and its own date where nothing is given.
  posting_date: { kind: 'date' },
  due_date: { kind: 'date' },
  currency: { kind: 'text', required: true, maxLength: 10 },
  amount: { kind: 'amount', required: true, decimalsMax: 4 },
  reference: { kind: 'text', maxLength: 200 },
  description: { kind: 'text', required: true, maxLength: 4_000 },
};

const entryNames: Readonly<Record<string, keyof AdjustmentEntry>> = {
  customer_id: 'customerId',
  document_date: 'documentDate',
  posting_date: 'postingDate',
  due_date: 'dueDate',
  currency: 'currency',
  amount: 'amount',
  reference: 'reference',
  description: 'reason',
};

const textOf = (cell: ResultCell | undefined): string | null =>
  cell === null || cell === undefined ? null : String(cell);

const isGiven = (value: string | null | undefined): boolean =>
  value !== null && value !== undefined && value !== '' && value !== 'false';

const isOwn = (row: ResultRow): boolean => row['source_id'] === adjustmentSource;

function recordOf(table: RecordKey['table'], row: ResultRow): RecordKey {
  return table === 'customer'
    ? { table, id: String(row['customer_id'] ?? ''), kind: '', entity: '' }
    : {
        table,
        id: String(row['document_id'] ?? ''),
        kind: String(row['kind'] ?? ''),
        entity: String(row['entity_id'] ?? ''),
      };
}

/** Makes a grid of customers or of documents editable: every edit becomes an event, or is refused in words. */
export function useRecordEditing(asked: RecordEditing): GridEditing {
  const t = useTranslate();
  const locale = useLocale();
  const signed = useSigned();
  const role = useSessionState((state) => state.store.role);
  const isReader = role === 'reader';
  const { table, since, reason, choices, canAppend } = asked;
  return useMemo((): GridEditing => {
    const editorOf = (column: Column): CellEditor | undefined => {
      const own = canAppend && table === 'document' ? adjustmentColumns[column.id] : undefined;
      if (own) return own;
      if (canAppend && table === 'customer' && column.id === 'customer_id')
        return { kind: 'text', required: true, maxLength: 100 };
      return fieldEditor(table, fieldOf(column.id), choices, t);
    };
    const canEdit = (column: Column, row: ResultRow): string | undefined => {
      if (table === 'customer')
        return column.id === 'customer_id' || row['customer_id'] === '-'
          ? t('editProblem.key')
          : undefined;
      if (isOwn(row)) return undefined;
      if (String(row['document_id']).startsWith('gl:')) return t('editProblem.imported');
      if (column.id === 'due_date' && row['kind'] === 'payment')
        return t('editProblem.fixed_due_date');
      return editableField('document', column.id) ? undefined : t('editProblem.imported');
    };
    return {
      editorOf,
      canEdit,
      canAppend,
      ...(isReader ? { readOnlyReason: t('tabs.readerWhy') } : {}),
      apply: async (request) => {
        try {
          return await signed((session) => apply(session, request));
        } catch (error) {
          throw new Error(failureText(error, t));
        }
      },
    };

    async function apply(session: Session, request: EditRequest): Promise<readonly EditReject[]> {
      const rejects: EditReject[] = [];
      const list = (problems: readonly EditProblem[], edits: readonly CellEdit[]): void => {
        for (const problem of problems) {
          const edit = edits[problem.index];
          rejects.push({
            line: edit?.line ?? 0,
            column: edit?.column ?? problem.field,
            value: edit?.value ?? '',
            reason: problemText(problem, t, locale),
          });
        }
      };
      const own = request.edits.filter(
        ({ row, column }) => table === 'document' && isOwn(row) && column in entryNames,
      );
      const isEarly = ({ row, column, value }: CellEdit): boolean =>
        column === 'due_date' && value !== null && value < String(row['document_date'] ?? '');
      const fields = request.edits.filter((edit) => !own.includes(edit) && !isEarly(edit));
      for (const edit of request.edits)
        if (!own.includes(edit) && isEarly(edit))
          rejects.push({
            line: edit.line ?? 0,
            column: edit.column,
            value: edit.value ?? '',
            reason: t('editProblem.due_before_date'),
          });
      if (fields.length > 0) {
        const edits = fields.map(
          ({ row, column, value }): FieldEdit => ({
            record: recordOf(table, row),
            field: fieldOf(column),
            since,
            was: textOf(row[column]),
            value,
          }),
        );
        list(await session.edit(edits, reason), fields);
      }
      if (table === 'document' && (own.length > 0 || request.added.length > 0)) {
        const problems = await session.adjust(
          request.added.map(({ values }) => entryOf(values)),
          patchesOf(own),
        );
        for (const { line, values } of request.added)
          for (const [column, value] of Object.entries(values))
            if (!(column in entryNames) && editableField('document', column) && isGiven(value))
              rejects.push({ line, column, value: value ?? '', reason: t('editProblem.later') });
        for (const problem of problems) {
          const added = request.added[problem.index];
          const line = added?.line ?? own[0]?.line ?? 0;
          // Where no posting date was given it is the document's own.
          const column =
            problem.field === 'posting_date' && !isGiven(added?.values['posting_date'])
              ? 'document_date'
              : problem.field;
          const value = String(added?.values[column] ?? '');
          rejects.push({
            line,
            column,
            value,
            reason: problemText(problem, t, locale),
          });
        }
      }
      if (table === 'customer' && request.added.length > 0)
        rejects.push(...(await addCustomers(session, request)));
      return rejects;
    }

    /** A customer that nobody imported: its fields, set. */
    async function addCustomers(
      session: Session,
      { added }: EditRequest,
    ): Promise<readonly EditReject[]> {
      const edits: FieldEdit[] = [];
      const lines: { readonly line: number; readonly column: string }[] = [];
      const rejects: EditReject[] = [];
      for (const { line, values } of added) {
        const id = values['customer_id']?.trim() ?? '';
        if (id === '' || id === '-') {
          rejects.push({
            line,
            column: 'customer_id',
            value: id,
            reason: t('editProblem.required'),
          });
          continue;
        }
        const given = Object.entries({ customer_name: id, ...values }).filter(
          ([column, value]) =>
            value !== null && value !== '' && editableField('customer', fieldOf(column)),
        );
        for (const [column, value] of given) {
          lines.push({ line, column });
          edits.push({
            record: { table: 'customer', id, kind: '', entity: '' },
            field: fieldOf(column),
            since: null,
            was: null,
            value,
          });
        }
      }
      if (edits.length === 0) return rejects;
      const problems = await session.addCustomers(edits, reason);
      const once = problems.filter(
        ({ code, index }, i) =>
          code !== 'customer_exists' ||
          problems.findIndex(
            (other) => other.code === code && lines[other.index]?.line === lines[index]?.line,
          ) === i,
      );
      return [
        ...rejects,
        ...once.map((problem) => ({
          line: lines[problem.index]?.line ?? 0,
          column:
            problem.code === 'customer_exists'
              ? 'customer_id'
              : (lines[problem.index]?.column ?? ''),
          value:
            (problem.code === 'customer_exists'
              ? edits[problem.index]?.record.id
              : edits[problem.index]?.value) ?? '',
          reason: problemText(problem, t, locale),
        })),
      ];
    }
  }, [table, since, reason, choices, canAppend, isReader, signed, t, locale]);
}

function fieldEditor(
  table: RecordKey['table'],
  name: string,
  choices: RecordEditing['choices'],
  t: Translate,
): CellEditor | undefined {
  const field = editableField(table, name);
  if (!field) return undefined;
  const required = name === 'name' || name === 'due_date';
  if (field.choices)
    return {
      kind: 'choice',
      choices: field.choices.map((value) => ({
        value,
        label: labelText(t, { key: `status.${value}` }),
      })),
    };
  const known = choices[name];
  if (known) return { kind: 'choice', choices: known, open: true, maxLength: field.lengthMax };
  switch (field.type) {
    case 'date':
      return { kind: 'date', required };
    case 'money':
      return { kind: 'amount', decimalsMax: 4 };
    case 'boolean':
      return { kind: 'yesNo' };
    default:
      return { kind: 'text', required, maxLength: field.lengthMax };
  }
}

/** What was typed for a new adjustment: posted on its own date and due on it, unless it says otherwise. */
function entryOf(values: Readonly<Record<string, string | null>>): AdjustmentEntry {
  const documentDate = (values['document_date'] ?? '') as IsoDate;
  return {
    customerId: values['customer_id'] ?? '',
    documentDate,
    postingDate: (values['posting_date'] ?? documentDate) as IsoDate,
    dueDate: (values['due_date'] ?? documentDate) as IsoDate,
    currency: values['currency'] ?? '',
    amount: values['amount'] ?? '',
    reference: values['reference'] ?? '',
    reason: values['description'] ?? '',
  };
}

function patchesOf(edits: readonly CellEdit[]) {
  const patches = new Map<string, Record<string, string>>();
  for (const { row, column, value } of edits) {
    const id = String(row['document_id']);
    const name = entryNames[column];
    if (name !== undefined) patches.set(id, { ...patches.get(id), [name]: value ?? '' });
  }
  return [...patches].map(([id, patch]) => ({ id, patch: patch as Partial<AdjustmentEntry> }));
}

/** Why an edit was not taken, in words. */
function problemText(problem: EditProblem, t: Translate, locale: Locale): string {
  const { date } = problem.values ?? {};
  return t(`editProblem.${problem.code}`, {
    ...problem.values,
    ...(typeof date === 'string' ? { date: formatDate(date, locale) } : {}),
  });
}
