import { normalHeader } from '../../domain/import/datasets';
import { documentSynonyms } from '../../domain/import/synonyms';
import type { ExactValue } from './parse';

type ExactObject = Extract<ExactValue, { kind: 'object' }>;

/** An object's values by the names that lead to them. */
export type FlatRow = ReadonlyMap<string, ExactValue>;

/** Rows that stand within others, each behind the key of the one that holds it. */
export interface NestedRows {
  readonly name: string;
  readonly rows: readonly FlatRow[];
}

/** Names that tell which document a row is of, the likeliest first. */
const keyNames: readonly string[] = [
  'document_id',
  ...(documentSynonyms['document_id'] ?? []),
  'number',
  'id',
].map(normalHeader);

/**
 * Lists of objects within rows, such as an invoice's lines, as rows of their own, one table for each name that such
 * lists have. Each begins with the key of the row that holds it: a number of documents that every row has, and no two
 * alike. Where there is none nothing tells whose the lines are: they stay the text that they are in their row.
 * @param items the rows, flat
 */
export function nestedRows(
  items: readonly FlatRow[],
  flatten: (item: ExactObject) => FlatRow,
): readonly NestedRows[] {
  const names = new Set(items.flatMap((item) => [...item.keys()]));
  const lists = [...names].filter((name) => isNested(items, name));
  if (lists.length === 0) return [];
  const key = keyOf(items, names);
  if (key === undefined) return [];
  return lists.map((name) => ({
    name,
    rows: items.flatMap((item) => {
      const list = item.get(name);
      const whose = item.get(key);
      if (list?.kind !== 'list' || !whose) return [];
      return list.items.flatMap((line) =>
        line.kind === 'object' ? [behind(key, whose, name, flatten(line))] : [],
      );
    }),
  }));
}

/** Whether a column holds lists of nothing but objects, and one of them has some. */
function isNested(items: readonly FlatRow[], name: string): boolean {
  let isFilled = false;
  for (const item of items) {
    const value = item.get(name);
    if (value === undefined || value.kind === 'null') continue;
    if (value.kind !== 'list' || value.items.some(({ kind }) => kind !== 'object')) return false;
    isFilled ||= value.items.length > 0;
  }
  return isFilled;
}

/** The column that tells the rows apart, by the names that such columns have. */
function keyOf(items: readonly FlatRow[], names: ReadonlySet<string>): string | undefined {
  const byName = new Map([...names].map((name) => [normalHeader(name), name]));
  return keyNames
    .flatMap((known) => byName.get(known) ?? [])
    .find((name) => {
      const values = items.map((item) => scalar(item.get(name)));
      return !values.includes('') && new Set(values).size === values.length;
    });
}

const scalar = (value: ExactValue | undefined): string =>
  value?.kind === 'text' || value?.kind === 'number' ? value.text.trim() : '';

/** A line behind the key; its own column of that name goes by the list's name as well. */
function behind(key: string, whose: ExactValue, list: string, line: FlatRow): FlatRow {
  const row = new Map([[key, whose]]);
  for (const [name, value] of line) row.set(name === key ? `${list}.${name}` : name, value);
  return row;
}
