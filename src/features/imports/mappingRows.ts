import { datasetByName } from '../../domain/import/datasets';
import type { ColumnFormat, DateOrder } from '../../domain/import/formats';
import type { Mapping } from '../../domain/import/mapping';
import type { ColumnType } from '../../domain/ledger/tables';
import type { MessageKey } from '../../i18n/catalogue';

/** A column of the file in the preview: what it becomes and how it is read. */
export interface MappingRow {
  readonly column: number;
  readonly header: string;
  readonly field: string | undefined;
  readonly readAs: MessageKey | undefined;
  /** The ways in which it can be read, by their names; none where there is nothing to choose. */
  readonly choices: ReadonlyMap<MessageKey, ColumnFormat>;
}

const dateWords = {
  YMD: 'import.format.iso',
  DMY: 'import.format.dmy',
  MDY: 'import.format.mdy',
  DMY2: 'import.format.dmy2',
  MDY2: 'import.format.mdy2',
  YMD2: 'import.format.ymd2',
  YMD8: 'import.format.compact',
  'DMY.': 'import.format.dmyPoints',
  NAMED: 'import.format.named',
  YM: 'import.format.yearMonth',
  SERIAL: 'import.format.serial',
  SERIAL1904: 'import.format.serial1904',
} as const satisfies Record<DateOrder, MessageKey>;

const dateChoices: ReadonlyMap<MessageKey, ColumnFormat> = new Map(
  (
    [
      'YMD',
      'DMY',
      'MDY',
      'DMY2',
      'MDY2',
      'YMD2',
      'YMD8',
      'NAMED',
      'YM',
      'SERIAL',
      'SERIAL1904',
    ] as const
  ).map((order) => [dateWords[order], { kind: 'date', order }]),
);

const numberChoices: ReadonlyMap<MessageKey, ColumnFormat> = new Map([
  ['import.format.point', { kind: 'number', decimal: '.', plain: false }],
  ['import.format.comma', { kind: 'number', decimal: ',', plain: false }],
]);

function choicesOf(type: ColumnType | undefined): ReadonlyMap<MessageKey, ColumnFormat> {
  if (type === 'date') return dateChoices;
  return type === 'money' || type === 'rate' || type === 'integer' ? numberChoices : new Map();
}

function readAs(type: ColumnType, format: ColumnFormat | undefined): MessageKey {
  if (type === 'boolean') return 'import.format.yesno';
  if (type === 'id' || type === 'text' || !format) return 'import.format.text';
  if (format.kind === 'number')
    return format.decimal === ',' ? 'import.format.comma' : 'import.format.point';
  return dateWords[format.order];
}

export function mappingRows(
  headers: readonly string[],
  mapping: Mapping | undefined,
): readonly MappingRow[] {
  const fieldOf = new Map(
    Object.entries(mapping?.fields ?? {}).map(([field, source]) => [source.column, field]),
  );
  const types = new Map(
    datasetByName(mapping?.dataset ?? '')?.fields.map((field) => [field.name, field.type]),
  );
  return headers.map((header, column) => {
    const field = fieldOf.get(column);
    const type = field === undefined ? undefined : types.get(field);
    return {
      column,
      header,
      field,
      readAs:
        field === undefined || type === undefined
          ? undefined
          : readAs(type, mapping?.fields[field]?.format),
      choices: choicesOf(type),
    };
  });
}

/** The columns of a mapping after one column was given another meaning; a field has one column at most. */
export function withMeaning(
  mapping: Mapping | undefined,
  column: number,
  field: string | undefined,
): ReadonlyMap<string, number> {
  const columns = new Map(
    Object.entries(mapping?.fields ?? {}).map(([name, source]) => [name, source.column]),
  );
  for (const [name, at] of columns) if (at === column) columns.delete(name);
  if (field !== undefined) columns.set(field, column);
  return columns;
}

/** The same mapping with its date columns read in another order, year first where their years have two digits. */
export function withDateOrder(mapping: Mapping, first: 'DMY' | 'MDY' | 'YMD2'): Mapping {
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, source]) => {
      const { format } = source;
      if (format?.kind !== 'date' || !/^(DMY|MDY|YMD2)/.test(format.order)) return [name, source];
      const isShort = format.order.endsWith('2');
      if (first === 'YMD2' && !isShort) return [name, source];
      const order = first === 'YMD2' ? first : isShort ? (`${first}2` as const) : first;
      return [name, { ...source, format: { kind: 'date', order } as const }];
    }),
  );
  return { ...mapping, fields };
}

/** The same mapping with columns read as said, where their fields are of that kind. */
export function withFormats(mapping: Mapping, formats: ReadonlyMap<number, ColumnFormat>): Mapping {
  const types = new Map(
    datasetByName(mapping.dataset)?.fields.map((field) => [field.name, field.type]),
  );
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, source]) => {
      const format = formats.get(source.column);
      const kinds = [...choicesOf(types.get(name)).values()].map(({ kind }) => kind);
      return format !== undefined && kinds.includes(format.kind)
        ? [name, { ...source, format }]
        : [name, source];
    }),
  );
  return { ...mapping, fields };
}

/** The same mapping with the columns of these headers read with a decimal comma, or with a point. */
export function withDecimal(
  mapping: Mapping,
  headers: readonly string[],
  decimal: '.' | ',',
): Mapping {
  const columns = Object.values(mapping.fields)
    .filter(({ header }) => headers.includes(header))
    .map(({ column }) => [column, { kind: 'number', decimal, plain: false }] as const);
  return withFormats(mapping, new Map(columns));
}

/** The same mapping with the column of this header as money that came in, beside the one that it stands with. */
export function withMoneyIn(mapping: Mapping, header: string): Mapping {
  const { amount } = mapping.fields;
  if (!amount?.minus || amount.header === header) return mapping;
  const { minus, column, header: out, format, ...rest } = amount;
  const less = { column, header: out, ...(format && { format }) };
  return { ...mapping, fields: { ...mapping.fields, amount: { ...rest, ...minus, minus: less } } };
}
