import { type DatasetDef, datasetByName } from '../../domain/import/datasets';
import {
  type ColumnFormat,
  type DateOrder,
  dateHabit,
  isMaybeThousands,
  isThousandsOpen,
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

/** What a regular expression calls a plain number of which no mark can stand between thousands. */
const plainlyDecimal =
  '\\s*-?([0-9]+|(0[0-9]*|[0-9]{4,})\\.[0-9]+|[0-9]+\\.([0-9]{1,2}|[0-9]{4,}))\\s*';

/** A column's values with their counts, the most frequent first. */
async function valuesOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  onlyDecorated: boolean,
  options: RunOptions,
): Promise<readonly ValueCount[]> {
  const text = stagedColumn(column);
  const decorated = sql`AND NOT regexp_full_match(${text}, ${plainlyDecimal})`;
  const rows = await engine.rows(
    sql`SELECT ${text} AS value, count(*) AS n FROM ${staged.rows} s
        WHERE ${text} IS NOT NULL AND trim(${text}) <> '' ${onlyDecorated ? decorated : sql.empty}
        GROUP BY 1 ORDER BY n DESC, value LIMIT ${distinctMax}`,
    options,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}

/** The values that tell how a column writes its numbers: those that are not plain, and what the plain ones decide. */
async function numbersOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<readonly ValueCount[]> {
  const values = await valuesOf(engine, staged, column, true, options);
  if (!values.some(({ value }) => isMaybeThousands(value))) return values;
  const text = stagedColumn(column);
  const [plain] = await engine.rows(
    sql`SELECT min(${text}) AS value, count(*) AS n FROM ${staged.rows} s
        WHERE contains(${text}, '.') AND regexp_full_match(${text}, ${plainlyDecimal})`,
    options,
  );
  const count = Number(plain?.['n'] ?? 0);
  return count === 0 ? values : [...values, { value: String(plain?.['value']), count }];
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

/** How a file may be read, and the headers of the columns that leave it open, for the preview to ask about. */
export interface Suggestion {
  readonly mapping: Mapping;
  /** Dates that are day/month as well as month/day. */
  readonly ambiguousDates: readonly string[];
  /** Numbers like 1.234 throughout, whose points may stand before decimals or between thousands. */
  readonly ambiguousNumbers: readonly string[];
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
  const found = recognise(staged.headers, staged.dataset ?? staged.file);
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
  file: Pick<StagedFile, 'headers' | 'file' | 'dataset' | 'shapes'>,
): Mapping | undefined {
  const found = recognise(file.headers, file.dataset ?? file.file);
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
  const openNumbers: { readonly field: string; readonly column: number }[] = [];

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
      const values = isPlain ? [] : await numbersOf(engine, staged, column, options);
      formats.set(field, judgeNumbers(values));
      // A rate has as many decimals as it likes, and hardly thousands.
      if (type !== 'rate' && isThousandsOpen(values)) openNumbers.push({ field, column });
    }
  }

  // Cells are separated by semicolons where the comma is taken: it stands before decimals there.
  if (staged.delimiter === ';')
    for (const { field } of openNumbers)
      formats.set(field, { kind: 'number', decimal: ',', plain: false });

  const ambiguous: number[] = [];
  for (const { field, column, orders } of open) {
    const uses = (order: DateOrder): number => decided.get(dateHabit(order)) ?? 0;
    const [order] = [...orders].sort((a, b) => uses(b) - uses(a));
    if (order !== undefined && uses(order) > 0) formats.set(field, { kind: 'date', order });
    else ambiguous.push(column);
  }

  const fields = fieldSources(staged.headers, sources, formats);
  const headersOf = (columns: readonly number[]): readonly string[] =>
    [...columns]
      .sort((a, b) => a - b)
      .map((column) => staged.headers[column] ?? String(column + 1));
  return {
    mapping: { dataset: dataset.name, fields, ...rest },
    ambiguousDates: headersOf(ambiguous),
    ambiguousNumbers: headersOf(openNumbers.map(({ column }) => column)),
  };
}
