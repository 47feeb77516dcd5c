import { ExactNumbers } from '../exactNumbers';
import type { ExactValue } from './parse';

/** A table found in JSON: its name is the way to it, its first row the names of the columns. */
export interface JsonTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly exactNumbers: readonly number[];
}

type ExactObject = Extract<ExactValue, { kind: 'object' }>;

/**
 * The tables of a text of JSON: a list of objects, or of lists, wherever the outermost objects hold one. A column is
 * each name that occurs, nested names joined by points; a list within a row becomes the text it is written as.
 */
export function tablesOf(values: readonly ExactValue[]): readonly JsonTable[] {
  const [only] = values;
  if (values.length > 1 || only?.kind !== 'list') {
    if (values.length > 1) return isRows(values) ? [tableOf('', values)] : [];
    return only?.kind === 'object' ? inside(only, '') : [];
  }
  return isRows(only.items) ? [tableOf('', only.items)] : [];
}

const isRows = (items: readonly ExactValue[]): boolean =>
  items.length > 0 &&
  items.every(({ kind }) => kind === items[0]?.kind && (kind === 'object' || kind === 'list'));

function inside({ entries }: ExactObject, path: string): readonly JsonTable[] {
  const tables: JsonTable[] = [];
  for (const [key, value] of entries) {
    const name = path === '' ? key : `${path}.${key}`;
    if (value.kind === 'list' && isRows(value.items)) tables.push(tableOf(name, value.items));
    else if (value.kind === 'object') tables.push(...inside(value, name));
  }
  // One object alone is one row.
  if (tables.length === 0 && path === '') return [tableOf('', [{ kind: 'object', entries }])];
  return tables;
}

function tableOf(name: string, items: readonly ExactValue[]): JsonTable {
  const exact = new ExactNumbers();
  const told = (value: ExactValue | undefined, column: number): string => {
    const text = value ? textOf(value) : '';
    exact.look(column, text, value?.kind === 'number');
    return text;
  };
  const rows =
    items[0]?.kind === 'list'
      ? items.map((item) => (item.kind === 'list' ? item.items.map(told) : []))
      : rowsOf(items, told);
  return { name, rows, exactNumbers: exact.columns };
}

/** Objects as rows of the names that occur, which are the first row. */
function rowsOf(
  items: readonly ExactValue[],
  told: (value: ExactValue | undefined, column: number) => string,
): readonly (readonly string[])[] {
  const columns = new Map<string, number>();
  const flat = items.map((item) => {
    const cells = new Map<string, ExactValue>();
    if (item.kind === 'object') flatten(item, '', cells);
    for (const name of cells.keys()) if (!columns.has(name)) columns.set(name, columns.size);
    return cells;
  });
  const names = [...columns.keys()];
  return [names, ...flat.map((cells) => names.map((name, i) => told(cells.get(name), i)))];
}

function flatten({ entries }: ExactObject, path: string, cells: Map<string, ExactValue>): void {
  for (const [key, value] of entries) {
    const name = path === '' ? key : `${path}.${key}`;
    if (value.kind === 'object' && value.entries.size > 0) flatten(value, name, cells);
    else cells.set(name, value);
  }
}

function textOf(value: ExactValue): string {
  switch (value.kind) {
    case 'null':
      return '';
    case 'list':
      return `[${value.items.map(textOf).join(', ')}]`;
    case 'object':
      return `{${[...value.entries].map(([key, one]) => `${key}: ${textOf(one)}`).join(', ')}}`;
    case 'number':
      return plainNumber(value.text);
    default:
      return value.text;
  }
}

/** More places than any amount has; a number of more stays as it is written. */
const placesMax = 30;

/** A number without its exponent, digit for digit: `1.5E2` is `150`. */
function plainNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([-+]?\d{1,3})$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', power = ''] = match;
  const point = whole.length + Number(power);
  const digits = `${whole}${fraction}`;
  if (Math.abs(point) > placesMax || digits.length > placesMax) return text;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point);
  const left = padded
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=\d)/, '');
  const right = padded.slice(at);
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}
