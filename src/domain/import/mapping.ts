import { type DatasetDef, datasets, type FieldDef, normalHeader } from './datasets';
import type { ColumnFormat } from './formats';

/** Where a field's values come from: a column of the file, by its position, and how it writes them. */
export interface FieldSource {
  readonly column: number;
  readonly header: string;
  readonly format?: ColumnFormat;
}

/** What a file is and how its columns become fields. It can be corrected, and is stored with the file. */
export interface Mapping {
  readonly dataset: string;
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Fields without a column that have one value throughout, such as the currency. */
  readonly constants: Readonly<Record<string, string>>;
  /** Amounts of the file have the opposite sign of the ledger's. */
  readonly flipSign: boolean;
}

interface Guess {
  readonly dataset: DatasetDef;
  readonly fields: ReadonlyMap<string, number>;
  readonly score: number;
}

/** Which column means which field: by the field's own name first, then by its synonyms in their order. */
function guess(dataset: DatasetDef, headers: readonly string[]): Guess {
  const normal = headers.map(normalHeader);
  const taken = new Set<number>();
  const fields = new Map<string, number>();
  const take = (fieldDef: FieldDef, wanted: string): void => {
    if (fields.has(fieldDef.name)) return;
    const at = normal.findIndex((header, i) => header === wanted && !taken.has(i));
    if (at < 0) return;
    fields.set(fieldDef.name, at);
    taken.add(at);
  };
  for (const fieldDef of dataset.fields) take(fieldDef, normalHeader(fieldDef.name));
  const rounds = Math.max(...dataset.fields.map((fieldDef) => fieldDef.synonyms.length));
  for (let round = 0; round < rounds; round += 1)
    for (const fieldDef of dataset.fields) {
      const synonym = fieldDef.synonyms[round];
      if (synonym !== undefined) take(fieldDef, normalHeader(synonym));
    }
  const required = dataset.fields.filter((fieldDef) => fieldDef.required);
  const missing = required.filter((fieldDef) => !fields.has(fieldDef.name)).length;
  return { dataset, fields, score: fields.size - missing * 100 };
}

/** A missing required field weighs more than any number of columns found. */
const hopeless = -50;

/**
 * Nearly every export has a customer's number, which is all that the customers' own table requires: it takes a
 * name too, and half of the file's columns.
 */
function isLikely({ dataset, fields }: Guess, headers: readonly string[]): boolean {
  return dataset.name !== 'customer' || (fields.has('name') && 2 * fields.size >= headers.length);
}

/**
 * The dataset that explains most of a file's headers, with the columns of its fields; `undefined` where no
 * dataset finds all that it requires.
 * @param hint the file's name: a canonical table's own name decides by itself
 */
export function recognise(
  headers: readonly string[],
  hint: string,
): { readonly dataset: string; readonly columns: ReadonlyMap<string, number> } | undefined {
  const stem = hint.replace(/\.[^.]*$/, '').toLowerCase();
  const guesses = datasets.map((dataset) => guess(dataset, headers));
  const named = guesses.find((one) => one.dataset.name === stem && one.score > hopeless);
  const likely = guesses.filter((one) => isLikely(one, headers));
  const best = named ?? likely.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score <= hopeless) return undefined;
  return { dataset: best.dataset.name, columns: best.fields };
}
