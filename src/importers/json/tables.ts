import { ExactNumbers } from '../exactNumbers';
import { type FlatRow, nestedRows } from './nested';
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
 * each name that occurs, nested names joined by points; a list within a row becomes the text it is written as. Objects in
 * lists within the rows, such as the lines of invoices, are a table of their own besides, with the key of their row.
 */
export function tablesOf(values: readonly ExactValue[]): readonly JsonTable[] {
  const [only] = values;
  if (values.length > 1 || only?.kind !== 'list') {
    if (values.length > 1) return isRows(values) ? tablesOfRows('', values) : [];
    return only?.kind === 'object' ? inside(only, '') : [];
  }
  return isRows(only.items) ? tablesOfRows('', only.items) : [];
}

const isRows = (items: readonly ExactValue[]): boolean =>
  items.length > 0 &&
  items.every(({ kind }) => kind === items[0]?.kind && (kind === 'object' || kind === 'list'));

function inside({ entries }: ExactObject, path: string): readonly JsonTable[] {
  const tables: JsonTable[] = [];
  for (const [key, value] of entries) {
    const name = path === '' ? key : `${path}.${key}`;
    if (value.kind === 'list' && isRows(value.items))
      tables.push(...tablesOfRows(name, value.items));
    else if (value.kind === 'object') tables.push(...inside(value, name));
  }
  // One object alone is one row.
  if (tables.length === 0 && path === '') return [tableOf('', [{ kind: 'object', entries }])];
  return tables;
}

function tablesOfRows(name: string, items: readonly ExactValue[]): readonly JsonTable[] {
  if (items[0]?.kind !== 'object') return [tableOf(name, items)];
  const flat = items.map(flatOf);
  const nested = nestedRows(flat, flatOf);
  return [
    tableOfFlat(name, flat),
    ...nested.map((one) => tableOfFlat(name === '' ? one.name : `${name}.${one.name}`, one.rows)),
  ];
}

function tableOf(name: string, items: readonly ExactValue[]): JsonTable {
  if (items[0]?.kind !== 'list') return tableOfFlat(name, items.map(flatOf));
  const exact = new ExactNumbers();
  const rows = items.map((item) => (item.kind === 'list' ? item.items.map(teller(exact)) : []));
  return { name, rows, exactNumbers: exact.columns };
}

/** Objects as rows of the names that occur, which are the first row. */
function tableOfFlat(name: string, flat: readonly FlatRow[]): JsonTable {
  const exact = new ExactNumbers();
  const told = teller(exact);
  const names = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  const rows = flat.map((cells) => names.map((one, i) => told(cells.get(one), i)));
  return { name, rows: [names, ...rows], exactNumbers: exact.columns };
}

/** Values as texts, of which each column's numbers are looked at. */
const teller =
  (exact: ExactNumbers) =>
  (value: ExactValue | undefined, column: number): string => {
    const text = value ? textOf(value) : '';
    exact.look(column, text, value?.kind === 'number');
    return text;
  };

function flatOf(item: ExactValue): FlatRow {
  const cells = new Map<string, ExactValue>();
  if (item.kind === 'object') flatten(item, '', cells);
  return cells;
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
