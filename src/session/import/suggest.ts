import { type DatasetDef, datasetByName } from '../../domain/import/datasets';
import {
  type ColumnFormat,
  type DateOrder,
  judgeDates,
  judgeNumbers,
  type ValueCount,
} from '../../domain/import/formats';
import { type FieldSource, type Mapping, recognise } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
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
    sql`SELECT ${text} AS value, count(*) AS n FROM ${sql.id(staged.table)}
        WHERE ${text} IS NOT NULL AND trim(${text}) <> '' ${onlyDecorated ? decorated : sql.empty}
        GROUP BY 1 ORDER BY n DESC, value LIMIT ${distinctMax}`,
    options,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
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
  const open: { field: string; order: DateOrder }[] = [];
  const decided = new Map<DateOrder, number>();

  for (const { field, column } of sources) {
    const type = typeOf.get(field);
    if (type === 'date') {
      const verdict = judgeDates(await valuesOf(engine, staged, column, false, options));
      if (!verdict) continue;
      formats.set(field, { kind: 'date', order: verdict.order });
      if (verdict.isAmbiguous) open.push({ field, order: verdict.order });
      else decided.set(verdict.order, (decided.get(verdict.order) ?? 0) + 1);
    } else if (type === 'money' || type === 'rate' || type === 'integer') {
      formats.set(field, judgeNumbers(await valuesOf(engine, staged, column, true, options)));
    }
  }

  const [habit] = [...decided].sort((a, b) => b[1] - a[1]);
  for (const { field } of open) if (habit) formats.set(field, { kind: 'date', order: habit[0] });

  const fields: Record<string, FieldSource> = Object.create(null);
  for (const { field, column } of sources) {
    const format = formats.get(field);
    const header = staged.headers[column] ?? '';
    fields[field] = format === undefined ? { column, header } : { column, header, format };
  }
  return {
    mapping: { dataset: dataset.name, fields, ...rest },
    ambiguousDates: habit
      ? []
      : open.map(
          ({ field }) =>
            staged.headers[sources.find((s) => s.field === field)?.column ?? -1] ?? field,
        ),
  };
}
