import type { DatasetDef } from '../../domain/import/datasets';
import { documentDatasets } from '../../domain/import/datasets';
import type { FieldSource, Mapping } from '../../domain/import/mapping';
import {
  creditKinds,
  currencyCode,
  sidesOf,
  vocabularyOf,
  wordKey,
} from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { isMapped } from '../../ledger/projection/staged';
import { typedRows } from '../../ledger/projection/typed';
import { valuesOf } from './columnValues';
import { typedTableOf } from './typedTable';

/** What the words of a file's columns of kinds, states and sides mean, found from the words that stand there. */
export async function withWords(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  dataset: DatasetDef,
  options: RunOptions,
): Promise<Mapping> {
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const [name, source] of Object.entries(mapping.fields)) {
    const sided = await withSide(engine, staged, source, dataset.name, options);
    fields[name] = await withMeanings(engine, staged, sided, dataset.name, name, options);
  }
  const worded: Mapping = { ...mapping, fields };
  if (mapping.flipCredits !== undefined || !mayFlip(worded)) return worded;
  const { plus, minus } = await creditSignsOf(engine, staged, worded, dataset, options);
  if (plus === 0) return worded;
  if (minus === 0) return { ...worded, flipCredits: true };
  // With and without a sign: that most of them add to what is owed is not to be believed.
  return { ...worded, flipCredits: plus > minus ? 'each' : false };
}

async function withSide(
  engine: Engine,
  staged: StagedFile,
  source: FieldSource,
  dataset: string,
  options: RunOptions,
): Promise<FieldSource> {
  const { side } = source;
  if (!side || side.minus.length + side.plus.length > 0) return source;
  const words = await valuesOf(engine, staged, side.column, options);
  const sides = sidesOf(
    words.map(({ value }) => value),
    dataset,
  );
  return { ...source, side: { ...side, ...sides } };
}

/** Of a field with a fixed set of values, what each word of the column means; nothing where all are the ledger's own. */
async function withMeanings(
  engine: Engine,
  staged: StagedFile,
  source: FieldSource,
  dataset: string,
  field: string,
  options: RunOptions,
): Promise<FieldSource> {
  if (field === 'currency' || field === 'base_currency')
    return withCurrencies(engine, staged, source, field, options);
  const vocabulary = vocabularyOf(dataset, field);
  // Several columns together are words of which the values of one do not tell.
  if (!vocabulary && (!source.words || source.joined)) return source;
  const values = await wordsOf(engine, staged, source, field, options);
  const meanings = new Set(vocabulary?.values());
  if (!source.words && values.every((value) => meanings.has(value) && value !== '')) return source;
  const words: Record<string, string> = Object.create(null);
  for (const value of values) {
    const key = wordKey(value);
    const meaning = source.words?.[key] ?? vocabulary?.get(key);
    if (key !== '' && meaning !== undefined) words[key] = meaning;
  }
  const isName = field === 'control_kind';
  return { ...source, words, ...(isName && { isLoose: true as const }) };
}

/** A column of currencies in which some are no codes, read by what they mean: `exact` texts, for signs have no key. */
async function withCurrencies(
  engine: Engine,
  staged: StagedFile,
  source: FieldSource,
  field: string,
  options: RunOptions,
): Promise<FieldSource> {
  const values = await wordsOf(engine, staged, source, field, options);
  if (values.every((value) => currencyCode(value) === value.toUpperCase())) return source;
  const same: Record<string, string> = Object.create(null);
  for (const value of values) {
    const code = currencyCode(value);
    if (code !== undefined && code !== value) same[value] = code;
  }
  return { ...source, ...(Object.keys(same).length > 0 && { same }), isCode: true };
}

/** The words of a column; a large file that was typed meanwhile has them there already. */
async function wordsOf(
  engine: Engine,
  staged: StagedFile,
  source: FieldSource,
  field: string,
  options: RunOptions,
): Promise<readonly string[]> {
  if (staged.typedAs?.fields[field]?.column !== source.column)
    return (await valuesOf(engine, staged, source.column, options)).map(({ value }) =>
      value.trim(),
    );
  const rows = await engine.rows(
    sql`SELECT DISTINCT ${sql.id(field)} AS word FROM ${sql.id(typedTableOf(staged))}
        WHERE ${sql.id(field)} IS NOT NULL ORDER BY 1`,
    options,
  );
  return rows.map((row) => String(row['word']));
}

/** Whether a file says which of its rows are credits, so that their signs can be compared. */
function mayFlip(mapping: Mapping): boolean {
  const { kind, amount } = mapping.fields;
  const isDocument = documentDatasets.has(mapping.dataset);
  const meanings = Object.values(kind?.words ?? {});
  return (
    isDocument &&
    isMapped(mapping, 'amount') &&
    amount?.side === undefined &&
    amount?.minus === undefined &&
    [...meanings, mapping.constants['kind'] ?? ''].some((meaning) => creditKinds.includes(meaning))
  );
}

/** How many of a file's credits it writes with a minus, and how many without a sign. */
async function creditSignsOf(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  dataset: DatasetDef,
  options: RunOptions,
): Promise<{ readonly plus: number; readonly minus: number }> {
  const kinds = sql.join(creditKinds.map((kind) => sql`${kind}`));
  const [found] = await engine.rows(
    sql`SELECT count(*) FILTER (WHERE amount > 0) AS plus, count(*) FILTER (WHERE amount < 0) AS minus
        FROM (${typedRows(staged.rows, dataset, mapping)}) t WHERE kind IN (${kinds})`,
    options,
  );
  return { plus: Number(found?.['plus'] ?? 0), minus: Number(found?.['minus'] ?? 0) };
}
