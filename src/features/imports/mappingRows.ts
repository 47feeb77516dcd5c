import { datasetByName } from '../../domain/import/datasets';
import type { ColumnFormat } from '../../domain/import/formats';
import type { Mapping } from '../../domain/import/mapping';
import type { ColumnType } from '../../domain/ledger/tables';
import type { MessageKey } from '../../i18n/catalogue';

/** A column of the file in the preview: what it becomes and how it is read. */
export interface MappingRow {
  readonly column: number;
  readonly header: string;
  readonly field: string | undefined;
  readonly readAs: MessageKey | undefined;
}

function readAs(type: ColumnType, format: ColumnFormat | undefined): MessageKey {
  if (type === 'boolean') return 'import.format.yesno';
  if (type === 'id' || type === 'text' || !format) return 'import.format.text';
  if (format.kind === 'number')
    return format.decimal === ',' ? 'import.format.comma' : 'import.format.point';
  if (format.order.startsWith('DMY')) return 'import.format.dmy';
  return format.order.startsWith('MDY') ? 'import.format.mdy' : 'import.format.iso';
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

/** The same mapping with its date columns read in another order. */
export function withDateOrder(mapping: Mapping, dayFirst: boolean): Mapping {
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, source]) => {
      const { format } = source;
      if (format?.kind !== 'date' || !/^(DMY|MDY)/.test(format.order)) return [name, source];
      const isShort = format.order.endsWith('2');
      const order = dayFirst ? (isShort ? 'DMY2' : 'DMY') : isShort ? 'MDY2' : 'MDY';
      return [name, { ...source, format: { kind: 'date', order } as const }];
    }),
  );
  return { ...mapping, fields };
}
