import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type DatasetDef, datasetByName, datasets } from '../domain/import/datasets';
import { ImportFailure } from '../domain/import/problem';
import type { Engine } from '../engine/port';
import type { StagedFile } from '../importers/csv/stage';
import { completeFormats, type Suggestion, suggestMapping } from '../session/import/suggest';

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

/** What a person may state instead of the best guess: a dataset, a header for each field, and constants. */
const mappingFile = z.strictObject({
  dataset: z.string().optional(),
  columns: pairs,
  constants: pairs,
  flipSign: z.boolean().default(false),
});
export type MappingFile = z.output<typeof mappingFile>;

function invalid(file: string, detail: string): ImportFailure {
  return new ImportFailure({ code: 'mapping_invalid', file, values: { detail } });
}

/** @throws ImportFailure where the file cannot be read or says something that is no mapping */
export async function readMapping(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportFailure({ code: 'file_unreadable', file: path });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : String(error));
  }
  const parsed = mappingFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(path, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/**
 * The best mapping of a staged file, with what the person stated in its place.
 * @throws ImportFailure where the columns are not known, or what was stated does not fit the file
 */
export async function mappingOf(
  engine: Engine,
  staged: StagedFile,
  stated: MappingFile | undefined,
): Promise<Suggestion> {
  const suggestion = await suggestMapping(engine, staged, work);
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
    });

  const guessed = suggestion?.mapping.dataset === dataset.name ? suggestion.mapping.fields : {};
  const columns = new Map(Object.entries(guessed).map(([field, source]) => [field, source.column]));
  for (const [field, header] of stated?.columns ?? [])
    columns.set(checkField(staged, dataset, field), columnOf(staged, field, header));
  const constants = stated?.constants ?? [];
  for (const [field] of constants) checkField(staged, dataset, field);
  for (const column of columns.values()) refuseRepeatedHeader(staged, column);

  const rest = {
    constants: Object.fromEntries(constants),
    flipSign: stated?.flipSign ?? false,
  };
  const sources = [...columns].map(([field, column]) => ({ field, column }));
  return completeFormats(engine, staged, dataset, sources, rest, work);
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
