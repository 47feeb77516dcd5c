import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type DatasetDef, datasetByName, datasets } from '../domain/import/datasets';
import type { ColumnFormat, DateOrder } from '../domain/import/formats';
import { type Mapping, withColumns } from '../domain/import/mapping';
import { ImportFailure } from '../domain/import/problem';
import { nearestDataset } from '../domain/import/recognise';
import { parseIsoDate } from '../domain/time/calendar';
import type { Engine } from '../engine/port';
import type { StagedFile } from '../importers/csv/stage';
import {
  type Books,
  completeFormats,
  type Suggestion,
  suggestMapping,
} from '../session/import/suggest';

const work = { lane: 'work' } as const;

/** An object of texts as its pairs: a key such as `__proto__` is a key like any other, and is looked at too. */
const pairs = z
  .unknown()
  .default({})
  .transform((value, context): readonly (readonly [string, string])[] => {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
      return entries;
    context.addIssue('give an object of texts');
    return z.NEVER;
  });

const day = z.string().refine((text) => parseIsoDate(text).ok, 'give a date as YYYY-MM-DD');

/**
 * What a person may state instead of the best guess: a dataset, a header for each field, constants, which column says
 * the side of amounts, how a column writes its dates and amounts, what the rows of a file are, and what becomes of some
 * of them.
 */
const mappingFile = z.strictObject({
  dataset: z.string().optional(),
  columns: pairs,
  constants: pairs,
  /** By field: the header of the column that says which side its amounts are on. */
  sides: pairs,
  /** By field: the header of the column whose amounts are subtracted, as credits beside debits. */
  minus: pairs,
  flipSign: z.boolean().optional(),
  flipCredits: z.boolean().optional(),
  /** By header: `DMY`, `MDY` … for dates, `.` or `,` for the decimal mark. */
  formats: pairs,
  content: z
    .strictObject({
      kind: z.enum(['history', 'changes', 'open_items', 'opening']),
      from: day.optional(),
      to: day.optional(),
      missing: z.literal('void').optional(),
    })
    .optional(),
  /** Findings whose rows are left out. */
  leaveOut: z.array(z.string()).default([]),
  /** Lines that are left out, and cells that are corrected, by header. */
  dropped: z.array(z.number().int().positive()).default([]),
  patches: z
    .array(
      z.strictObject({ line: z.number().int().positive(), column: z.string(), text: z.string() }),
    )
    .default([]),
});
export type MappingFile = z.output<typeof mappingFile>;

/** What is stated of files: of each by its name, or one for all of them. */
export interface StatedMapping {
  /** Files that are named. */
  readonly names: readonly string[];
  of(file: string): MappingFile | undefined;
}

const mappingsByFile = z.strictObject({ files: z.record(z.string(), z.unknown()) });

function invalid(file: string, detail: string): ImportFailure {
  return new ImportFailure({ code: 'mapping_invalid', file, values: { detail } });
}

/**
 * One mapping for all files of a command, or `{ "files": { "name.csv": mapping … } }`.
 * @throws ImportFailure where the file cannot be read or says something that is no mapping
 */
export async function readMapping(path: string): Promise<StatedMapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportFailure({ code: 'file_unreadable', file: path });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : String(error));
  }
  const byFile = mappingsByFile.safeParse(json);
  if (!byFile.success) {
    const one = mappingIn(path, json);
    return { names: [], of: () => one };
  }
  const mappings = new Map(
    Object.entries(byFile.data.files).map(([name, stated]) => [
      name,
      mappingIn(`${path}, ${name}`, stated),
    ]),
  );
  return { names: [...mappings.keys()], of: (file) => mappings.get(file) };
}

function mappingIn(place: string, json: unknown): MappingFile {
  const parsed = mappingFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(place, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/**
 * The best mapping of a staged file, with what the person stated in its place.
 * @throws ImportFailure where the columns are not known, or what was stated does not fit the file
 */
export async function mappingOf(
  engine: Engine,
  staged: StagedFile,
  stated: MappingFile | undefined,
  books: Books = {},
): Promise<Suggestion> {
  const suggestion = await suggestMapping(engine, staged, work, books);
  const name = stated?.dataset ?? suggestion?.mapping.dataset;
  const dataset = name === undefined ? undefined : datasetByName(name);
  if (!dataset && stated?.dataset !== undefined)
    throw invalid(
      staged.file,
      `there is no dataset “${stated.dataset}”; there are ${datasets.map((one) => one.name).join(', ')}`,
    );
  if (!dataset)
    throw new ImportFailure({
      code: 'not_recognised',
      file: staged.file,
      line: staged.headerLine || undefined,
      nearest: nearestDataset(staged.headers, staged.dataset ?? staged.file),
    });

  const guessed = suggestion?.mapping.dataset === dataset.name ? suggestion.mapping : undefined;
  if (!stated && suggestion && guessed) {
    // A bank repeats the currency beside its amount and its balance: it is one account's.
    const isOfBank = guessed.dataset === 'bank_transaction';
    for (const [name, { column }] of Object.entries(guessed.fields))
      if (!(isOfBank && name === 'currency')) refuseRepeatedHeader(staged, column);
    return suggestion;
  }
  const columns = new Map(
    Object.entries(guessed?.fields ?? {}).map(([field, source]) => [field, source.column]),
  );
  for (const [field, header] of stated?.columns ?? [])
    columns.set(checkField(staged, dataset, field), columnOf(staged, field, header));
  const constants = stated?.constants ?? [];
  for (const [field] of constants) checkField(staged, dataset, field);
  const beside = (name: 'sides' | 'minus') =>
    besideAmounts(staged, dataset, columns, name, stated?.[name] ?? []);
  const sides = beside('sides');
  const minus = beside('minus');
  for (const column of [...columns.values(), ...sides.values(), ...minus.values()])
    refuseRepeatedHeader(staged, column);

  const {
    dataset: _dataset,
    fields: _fields,
    ...rest
  } = guessed ?? { constants: {}, flipSign: false };
  const sources = [...columns].map(([field, column]) => ({
    field,
    column,
    side: sides.get(field),
    minus: minus.get(field),
  }));
  const found = await completeFormats(
    engine,
    staged,
    dataset,
    sources,
    {
      ...rest,
      constants: { ...rest.constants, ...Object.fromEntries(constants) },
      ...stateOf(staged, stated),
    },
    work,
    books,
    guessed,
  );
  return withStatedFormats(staged, found, stated?.formats ?? []);
}

/** The columns that say the sides of amounts, or whose amounts are subtracted, by the fields that they stand beside. */
function besideAmounts(
  staged: StagedFile,
  dataset: DatasetDef,
  columns: ReadonlyMap<string, number>,
  name: 'sides' | 'minus',
  stated: readonly (readonly [string, string])[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [field, header] of stated) {
    const type = dataset.fields.find(
      (one) => one.name === checkField(staged, dataset, field),
    )?.type;
    if (type !== 'money') throw invalid(staged.file, `${name}: ${field} is no amount`);
    if (!columns.has(field))
      throw invalid(staged.file, `${name}: ${field} has no column; state it in columns`);
    const column = columnOf(staged, name, header);
    if (column === columns.get(field))
      throw invalid(staged.file, `${name}: “${header}” is the column of ${field} itself`);
    found.set(field, column);
  }
  return found;
}

/** What of a mapping that is not its columns a person stated. */
function stateOf(
  staged: StagedFile,
  stated: MappingFile | undefined,
): Partial<Pick<Mapping, 'flipSign' | 'flipCredits' | 'content' | 'dropped' | 'patches'>> {
  const { flipSign, flipCredits, content, dropped = [], patches = [] } = stated ?? {};
  return {
    ...(flipSign !== undefined && { flipSign }),
    ...(flipCredits !== undefined && { flipCredits }),
    ...(content && {
      content: {
        kind: content.kind,
        ...(content.from !== undefined && { from: content.from }),
        ...(content.to !== undefined && { to: content.to }),
        ...(content.missing && { missing: content.missing }),
      },
    }),
    ...(dropped.length > 0 && { dropped }),
    ...(patches.length > 0 && {
      patches: patches.map(({ line, column, text }) => ({
        line,
        column: columnOf(staged, 'patches', column),
        text,
      })),
    }),
  };
}

const orders: ReadonlyMap<string, DateOrder> = new Map(
  (
    [
      'YMD',
      'DMY',
      'MDY',
      'YMD8',
      'DMY2',
      'MDY2',
      'YMD2',
      'NAMED',
      'YM',
      'SERIAL',
      'SERIAL1904',
    ] as const
  ).map((order) => [order, order]),
);

/** A suggestion with the formats that were stated, which nothing has to be asked about any more. */
function withStatedFormats(
  staged: StagedFile,
  found: Suggestion,
  stated: readonly (readonly [string, string])[],
): Suggestion {
  if (stated.length === 0) return found;
  const formats = new Map<number, ColumnFormat>();
  for (const [header, text] of stated) {
    const order = orders.get(text);
    const column = columnOf(staged, 'formats', header);
    if (order) formats.set(column, { kind: 'date', order });
    else if (text === '.' || text === ',')
      formats.set(column, { kind: 'number', decimal: text, plain: false });
    else
      throw invalid(
        staged.file,
        `formats: ${text} is none; give ${[...orders.keys(), '.', ','].join(' ')}`,
      );
  }
  const headers = new Set(stated.map(([header]) => header));
  const fields = Object.fromEntries(
    Object.entries(found.mapping.fields).map(([name, source]) => [
      name,
      withColumns(source, (ref) => {
        const known = [source, source.minus, source.times, ...(source.joined ?? [])];
        const format =
          formats.get(ref.column) ?? known.find((one) => one?.column === ref.column)?.format;
        return { ...ref, ...(format && { format }) };
      }),
    ]),
  );
  const others = (open: readonly string[]): readonly string[] =>
    open.filter((header) => !headers.has(header));
  return {
    ...found,
    mapping: { ...found.mapping, fields },
    ambiguousDates: others(found.ambiguousDates),
    ambiguousNumbers: others(found.ambiguousNumbers),
  };
}

function checkField(staged: StagedFile, dataset: DatasetDef, field: string): string {
  if (dataset.fields.some((one) => one.name === field)) return field;
  throw invalid(staged.file, `${dataset.name} has no field “${field}”`);
}

function columnOf(staged: StagedFile, field: string, header: string): number {
  const at = staged.headers.indexOf(header);
  if (at >= 0) return at;
  const known = staged.headers.slice(0, 20).join(', ');
  throw invalid(staged.file, `there is no column “${header}” for ${field}; there are ${known}`);
}

/** A shell shows no preview, so nobody would see which of two columns of one name was taken. */
function refuseRepeatedHeader(staged: StagedFile, column: number): void {
  const header = staged.headers[column] ?? '';
  if (staged.headers.filter((other) => other === header).length < 2) return;
  throw new ImportFailure({
    code: 'repeated_header',
    file: staged.file,
    line: staged.headerLine || undefined,
    values: { header },
  });
}
