import { lacksDay } from '../domain/import/mapping';
import { ImportFailure, type ImportProblem, isNote } from '../domain/import/problem';
import type { Engine } from '../engine/port';
import { unpack } from '../importers/packed/unpack';
import { type ImportPlan, planImport } from '../session/import/plan';
import { linesOfFinding } from '../session/import/review/review';
import { stageTexts } from '../session/import/stageTexts';
import { zoneOfFiles } from '../session/import/zoneOfFiles';
import { BadRequest } from './badRequest';
import { doubts } from './doubts';
import { type MappingFile, mappingOf, type StatedMapping } from './mappingFile';
import { problemText } from './problemText';
import { fileOf } from './source';

const work = { lane: 'work' } as const;

/** What a list of one day has to say; the page asks for it. */
const needsDay =
  'its rows are what was open on one day, or at a cut-over, and it does not say on which; give the file a name with that day, or state it as "content" with --mapping';

/** What stands between a file's name and that of a part of it. */
const within = ' › ';

/** Files that a text was taken out of, by the names that a person gave. */
function filesOf({ origin }: ImportPlan['staged']): readonly string[] {
  const names = origin ? [origin.file, ...(origin.pieces ?? []).map(({ file }) => file)] : [];
  return names.map((name) => name.split(within)[0] ?? name);
}

const ofNoTable: ReadonlySet<ImportProblem['code']> = new Set([
  'empty_file',
  'no_rows',
  'no_header',
  'binary_file',
  'not_recognised',
]);

/** Whether what was read is no table that is known: a cover sheet, a file that says what is in the others. */
const isOfNoTable = (error: unknown): error is ImportFailure =>
  error instanceof ImportFailure && ofNoTable.has(error.problem.code);

/** Whether a problem needs no more than a word: of a file that is taken all the same, or of a second copy of one. */
const isTold = ({ problem }: ImportFailure): boolean =>
  isNote(problem.code) || problem.code === 'already_imported' || problem.code === 'given_twice';

/** Stages and plans files, those of one shape as one import; the caller commits. */
export async function planFiles(
  engine: Engine,
  paths: readonly string[],
  stated: StatedMapping | undefined,
  tell: (line: string) => void,
): Promise<{ readonly plans: readonly ImportPlan[]; readonly warnings: readonly string[] }> {
  const sources = await Promise.all(paths.map(fileOf));
  const { texts, problems } = await stageTexts(engine, sources, 'stage', unpack);
  const warnings: string[] = [];
  const warn = (line: string): void => {
    warnings.push(line);
    tell(line);
  };
  // Notes are of files that are taken all the same; a file that is not ends a shell's import as a whole.
  const broken = problems.find((one) => !isTold(one) && !isOfNoTable(one));
  if (broken) throw broken;
  // A part of an archive or workbook goes by its own name, else by that of the file that it came in.
  const statedOf = ({ file, origin }: ImportPlan['staged']): MappingFile | undefined =>
    stated?.of(file) ?? (origin ? stated?.of(origin.file) : undefined);
  const here = new Set(texts.flatMap(({ staged }) => [staged.file, staged.origin?.file]));
  for (const name of stated?.names ?? [])
    if (!here.has(name)) warn(`the mapping names ${name}, which is none of these files`);
  const zone = await zoneOfFiles(
    engine,
    texts.map(({ staged }) => staged),
    work,
  );
  const plans: ImportPlan[] = [];
  const refusals: ImportFailure[] = [];
  for (const { staged } of texts) {
    const suggestion = await mappingOf(engine, staged, statedOf(staged), { zone }).catch(
      (error: unknown) => {
        if (!isOfNoTable(error)) throw error;
        refusals.push(error);
      },
    );
    if (!suggestion) {
      await staged.drop();
      continue;
    }
    if (lacksDay(suggestion.mapping)) throw new BadRequest(`${staged.file}: ${needsDay}`);
    for (const doubt of doubts(suggestion)) warn(`${staged.file}: ${doubt}`);
    plans.push(await planImport(engine, staged, suggestion.mapping, work));
  }
  // A part that is no table is left out beside one that is, unless a mapping names it.
  const taken = new Set(plans.flatMap(({ staged }) => filesOf(staged)));
  const canBeLeft = (failure: ImportFailure): boolean =>
    isOfNoTable(failure) &&
    stated?.names.includes(failure.problem.file) !== true &&
    sources.some(
      ({ name }) => failure.problem.file.startsWith(`${name}${within}`) && taken.has(name),
    );
  const all = [...problems, ...refusals];
  const refused = all.find((one) => !isTold(one) && !canBeLeft(one));
  if (refused) throw refused;
  for (const failure of all) {
    const text = problemText(failure.problem);
    warn(isTold(failure) ? text : `${text}; it is left out`);
  }
  for (const [i, plan] of plans.entries()) {
    const lines = new Set(plan.mapping.dropped);
    for (const code of statedOf(plan.staged)?.leaveOut ?? [])
      for (const line of await linesOfFinding(engine, plan, plans, code, work)) lines.add(line);
    if (lines.size === (plan.mapping.dropped?.length ?? 0)) continue;
    const dropped = [...lines].sort((a, b) => a - b);
    plans[i] = await planImport(engine, plan.staged, { ...plan.mapping, dropped }, work);
  }
  return { plans, warnings };
}
