import type { MessageKey } from './catalogue';
import { isMessageKey } from './texts';
import type { MessageValues, Translate } from './translate';

/** A message that a report names: `Label` of a report's columns has this shape. */
export interface Wording {
  readonly key: string;
  readonly values?: MessageValues;
}

interface WordedColumn {
  readonly id: string;
  readonly label: Wording;
}

/** Codes of a column that only the report can word, such as `b0` … of its own edges. */
export type CodeWordings = Readonly<Record<string, Readonly<Record<string, Wording>>>>;

/** A label in words; a key that the catalogue lacks is shown as it is. */
export function labelText(translate: Translate, label: Wording): string {
  return isMessageKey(label.key) ? translate(label.key, label.values) : label.key;
}

/** A column's header. A count names the bucket it counts in that bucket's words. */
export function columnText(
  translate: Translate,
  column: WordedColumn,
  columns: readonly WordedColumn[],
): string {
  const counted = columns.find((other) => other.id === column.label.values?.['of']);
  if (!counted) return labelText(translate, column.label);
  return labelText(translate, {
    key: column.label.key,
    values: { of: labelText(translate, counted.label) },
  });
}

/** Which areas of the catalogue word the codes of a column; the first that has a word counts. */
const codeAreas: Readonly<Record<string, readonly string[]>> = {
  kind: ['kind'],
  movement: ['movement'],
  cause: ['cause'],
  subject: ['subject'],
  action: ['action'],
  event_kind: ['eventKind'],
  record_kind: ['kind'],
  table_name: ['tableName', 'import.dataset'],
  field: ['field'],
  change: ['dueChange'],
  conflict: ['conflict'],
  status: ['status'],
  disputed: ['yesNo'],
  from_state: ['rollState'],
  to_state: ['rollState'],
  rate_of: ['rateOf'],
  due_state: ['dueState'],
  step: ['whatIf'],
};

/** A saved view belongs to a page: the words for its address. */
const pageTitles: Readonly<Record<string, MessageKey>> = {
  '/': 'shell.overview',
  '/aging': 'shell.aging',
  '/items': 'shell.ledger',
  '/account': 'report.customer-account.title',
  '/customers': 'shell.customers',
  '/documents': 'report.documents.title',
  '/analysis': 'shell.analysis',
  '/tie-out': 'report.tie-out.title',
  '/contradictions': 'report.contradictions.title',
  '/history': 'report.history.title',
  '/re-aged': 'report.re-aged.title',
  '/edit-conflicts': 'report.edit-conflicts.title',
};

/** Columns in which `-` means that the source gave no value. */
const namedColumns: ReadonlySet<string> = new Set(['key', 'label', 'customer_id', 'customer_name']);

/** The words for a code of a column, or `undefined` where the code stands for itself. */
export function codeText(
  translate: Translate,
  columnId: string,
  code: string,
  wordings?: CodeWordings,
): string | undefined {
  const given = wordings?.[columnId];
  const wording = given && Object.hasOwn(given, code) ? given[code] : undefined;
  if (wording) return labelText(translate, wording);
  if (code === '-' && namedColumns.has(columnId)) return translate('dimension.missing');
  if (columnId === 'table_name' && Object.hasOwn(pageTitles, code)) {
    const title = pageTitles[code];
    return title && translate(title);
  }
  const areas = Object.hasOwn(codeAreas, columnId) ? codeAreas[columnId] : undefined;
  const key = areas?.map((area) => `${area}.${code}`).find(isMessageKey);
  return key === undefined ? undefined : translate(key);
}

/** The same for many rows: a code that comes again is not worded again. */
export function codeReader(
  translate: Translate,
  wordings?: CodeWordings,
): (columnId: string, code: string) => string | undefined {
  const known = new Map<string, Map<string, string | undefined>>();
  return (columnId, code) => {
    if (namedColumns.has(columnId)) return codeText(translate, columnId, code, wordings);
    if (!Object.hasOwn(codeAreas, columnId) && !wordings?.[columnId]) return undefined;
    const words = known.get(columnId) ?? new Map<string, string | undefined>();
    known.set(columnId, words);
    if (!words.has(code)) words.set(code, codeText(translate, columnId, code, wordings));
    return words.get(code);
  };
}
