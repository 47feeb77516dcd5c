import { type DatasetDef, datasetByName } from '../../domain/import/datasets';
import {
  type ColumnFormat,
  type DateOrder,
  dateHabit,
  judgeDates,
  judgeNumbers,
  type ValueCount,
} from '../../domain/import/formats';
import { type FieldSource, type Mapping, recognise } from '../../domain/import/mapping';
import type { ColumnType } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { allIsoDates, allPlainNumbers } from '../../importers/csv/cellShape';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/typed';

/** Different values looked at in a column: dates of a ledger hardly have more. */
const distinctMax = 20_000;

/** A column's values with their counts, the most frequent first. */
async function valuesOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  onlyDecorated: boolean,
  options: RunOptions,
): Promise<readonly ValueCount[]> {
  const text = stagedColumn(column);
  const decorated = sql`AND NOT regexp_full_match(${text}, '\\s*-?[0-9]+(\\.[0-9]+)?\\s*')`;
  const rows = await engine.rows(
    sql`SELECT ${text} AS value, count(*) AS n FROM ${staged.rows} s
        WHERE ${text} IS NOT NULL AND trim(${text}) <> '' ${onlyDecorated ? decorated : sql.empty}
        GROUP BY 1 ORDER BY n DESC, value LIMIT ${distinctMax}`,
    options,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}

/** Whether a column has nothing but ISO dates and blanks: most exports do, and no value needs a look then. */
async function isAllIso(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<boolean> {
  if (staged.shapes !== undefined) return ((staged.shapes[column] ?? 0) & allIsoDates) > 0;
  const text = stagedColumn(column);
  const others = await engine.rows(
    sql`SELECT 1 AS found FROM ${staged.rows} s
        WHERE ${text} <> '' AND NOT regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') LIMIT 1`,
    options,
  );
  return others.length === 0;
}

/** A date column whose order its values leave open, for the preview to ask about. */
export interface Suggestion {
  readonly mapping: Mapping;
  readonly ambiguousDates: readonly string[];
}

/**
 * What a staged file seems to be, with the format of each of its columns; `undefined` where no dataset fits.
 * A column whose dates read both ways follows the file's other date columns.
 */
export async function suggestMapping(
  engine: Engine,
  staged: StagedFile,
  options: RunOptions,
): Promise<Suggestion | undefined> {
  const found = recognise(staged.headers, staged.file);
  if (!found) return undefined;
  const dataset = datasetByName(found.dataset);
  if (!dataset) return undefined;
  const sources = [...found.columns].map(([field, column]) => ({ field, column }));
  return completeFormats(
    engine,
    staged,
    dataset,
    sources,
    { constants: {}, flipSign: false },
    options,
  );
}

/**
 * The mapping of a file whose columns of dates and amounts are all written plainly, as far as their shapes tell;
 * `undefined` where one is not, so that its values have to be looked at. It asks the engine nothing.
 */
export function suggestByShape(
  file: Pick<StagedFile, 'headers' | 'file' | 'shapes'>,
): Mapping | undefined {
  const found = recognise(file.headers, file.file);
  const dataset = found && datasetByName(found.dataset);
  if (!dataset) return undefined;
  const typeOf = new Map(dataset.fields.map((field) => [field.name, field.type]));
  const formats = new Map<string, ColumnFormat>();
  for (const [field, column] of found.columns) {
    const shape = file.shapes?.[column] ?? 0;
    const type = typeOf.get(field);
    if (type === 'date') {
      if ((shape & allIsoDates) === 0) return undefined;
      formats.set(field, { kind: 'date', order: 'YMD' });
    } else if (isNumber(type)) {
      if ((shape & allPlainNumbers) === 0) return undefined;
      formats.set(field, judgeNumbers([]));
    }
  }
  const sources = [...found.columns].map(([field, column]) => ({ field, column }));
  const fields = fieldSources(file.headers, sources, formats);
  return { dataset: dataset.name, fields, constants: {}, flipSign: false };
}

const isNumber = (type: ColumnType | undefined): boolean =>
  type === 'money' || type === 'rate' || type === 'integer';

/** A mapping's fields: each with its column, that one's header, and the format where it has one. */
function fieldSources(
  headers: readonly string[],
  sources: readonly { readonly field: string; readonly column: number }[],
  formats: ReadonlyMap<string, ColumnFormat>,
): Readonly<Record<string, FieldSource>> {
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const { field, column } of sources) {
    const format = formats.get(field);
    const header = headers[column] ?? '';
    fields[field] = format === undefined ? { column, header } : { column, header, format };
  }
  return fields;
}

/** Decides the formats of the columns that a mapping uses. */
export async function completeFormats(
  engine: Engine,
  staged: StagedFile,
  dataset: DatasetDef,
  sources: readonly { readonly field: string; readonly column: number }[],
  rest: Pick<Mapping, 'constants' | 'flipSign'>,
  options: RunOptions,
): Promise<Suggestion> {
  const typeOf = new Map(dataset.fields.map((field) => [field.name, field.type]));
  const formats = new Map<string, ColumnFormat>();
  const open: { field: string; column: number; orders: readonly DateOrder[] }[] = [];
  const decided = new Map<string, number>();

  for (const { field, column } of sources) {
    const type = typeOf.get(field);
    if (type === 'date') {
      const orders: readonly DateOrder[] = (await isAllIso(engine, staged, column, options))
        ? ['YMD']
        : judgeDates(await valuesOf(engine, staged, column, false, options));
      const [order] = orders;
      if (order === undefined) continue;
      formats.set(field, { kind: 'date', order });
      if (orders.length > 1) open.push({ field, column, orders });
      else decided.set(dateHabit(order), (decided.get(dateHabit(order)) ?? 0) + 1);
    } else if (isNumber(type)) {
      const isPlain = ((staged.shapes?.[column] ?? 0) & allPlainNumbers) > 0;
      formats.set(
        field,
        judgeNumbers(isPlain ? [] : await valuesOf(engine, staged, column, true, options)),
      );
    }
  }

  const ambiguous: number[] = [];
  for (const { field, column, orders } of open) {
    const uses = (order: DateOrder): number => decided.get(dateHabit(order)) ?? 0;
    const [order] = [...orders].sort((a, b) => uses(b) - uses(a));
    if (order !== undefined && uses(order) > 0) formats.set(field, { kind: 'date', order });
    else ambiguous.push(column);
  }

  const fields = fieldSources(staged.headers, sources, formats);
  return {
    mapping: { dataset: dataset.name, fields, ...rest },
    ambiguousDates: ambiguous
      .sort((a, b) => a - b)
      .map((column) => staged.headers[column] ?? String(column + 1)),
  };
}
