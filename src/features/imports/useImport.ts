import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindingCode } from '../../domain/import/finding';
import type { ColumnFormat } from '../../domain/import/formats';
import type { Mapping } from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import { nearestDataset } from '../../domain/import/recognise';
import { Cancelled } from '../../engine/errors';
import { useTranslate } from '../../i18n/setup';
import type { Encoding } from '../../importers/csv/encoding';
import type { SourceFile } from '../../importers/source';
import type { BuildStep } from '../../ledger/build';
import { save } from '../../screen/save';
import type { ImportOutcome } from '../../session/import/commit';
import type { StagedImport } from '../../session/import/desk';
import type { ImportPlan } from '../../session/import/plan';
import type { PlanReview } from '../../session/import/review/review';
import { mappingsPage, savedMapping } from '../../session/import/savedMappings';
import type { Suggestion } from '../../session/import/suggest';
import { useSession } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { withFormats } from './mappingRows';
import { problemMessage, unknownMessage } from './problemMessage';

/** How a draft's file is read: as suggested, or as the user said. */
interface Reading {
  readonly mapping: Mapping | undefined;
  /** Headers of columns that can be read in two ways, until the user said which. */
  readonly ambiguousDates: readonly string[];
  readonly ambiguousNumbers: readonly string[];
  readonly ambiguousSides: readonly string[];
  /** The formats that the user chose, by column: they stay whatever else is changed. */
  readonly chosen: ReadonlyMap<number, ColumnFormat>;
}

/** A file in the preview: what it would bring, or why it cannot yet. */
export interface Draft extends Reading {
  readonly staged: StagedImport;
  readonly plan: ImportPlan | undefined;
  readonly review: PlanReview | undefined;
  readonly problem: string | undefined;
}

/** A suggestion with what the user chose before. */
function readingOf(
  suggestion: Suggestion | undefined,
  headers: readonly string[],
  chosen: Reading['chosen'],
): Reading {
  const open = (found: readonly string[] | undefined, kind: ColumnFormat['kind']) =>
    (found ?? []).filter((header) => chosen.get(headers.indexOf(header))?.kind !== kind);
  return {
    mapping: suggestion && withFormats(suggestion.mapping, chosen),
    ambiguousDates: open(suggestion?.ambiguousDates, 'date'),
    ambiguousNumbers: open(suggestion?.ambiguousNumbers, 'number'),
    ambiguousSides: suggestion?.ambiguousSides ?? [],
    chosen,
  };
}

const isSame = (one: Draft, other: Draft): boolean =>
  one.staged.staged.table === other.staged.staged.table;

export type ImportPhase =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading';
      readonly file: string;
      /** Bytes read, and all of them. */
      readonly done: number;
      readonly all: number;
      readonly rows: number | undefined;
    }
  | { readonly kind: 'planning'; readonly file: string; readonly rows: number }
  | { readonly kind: 'preview' }
  | { readonly kind: 'committing'; readonly step: BuildStep | undefined }
  | {
      readonly kind: 'done';
      readonly plans: readonly ImportPlan[];
      readonly outcomes: readonly ImportOutcome[];
    };

export interface ImportFlow {
  readonly phase: ImportPhase;
  readonly drafts: readonly Draft[];
  /** Messages about files that cannot be read at all. */
  readonly problems: readonly string[];
  /** @param isTrusted the files are ours: a plan without rejects is committed without a preview */
  start(files: readonly SourceFile[], isTrusted?: boolean): Promise<void>;
  remap(
    draft: Draft,
    dataset: string,
    columns: ReadonlyMap<string, number>,
    rest: Omit<Mapping, 'dataset' | 'fields'>,
  ): Promise<void>;
  /** Decides how columns with these headers are read: as the mapping has it. */
  setMapping(draft: Draft, mapping: Mapping, headers: readonly string[]): Promise<void>;
  reread(draft: Draft, encoding: Encoding): Promise<void>;
  /** Takes another mapping as it is: what rows are left out, mended, merged, and what the file's rows are. */
  adjust(draft: Draft, mapping: Mapping, openSides?: readonly string[]): Promise<void>;
  /** Leaves out all rows that a finding is about. */
  leaveOut(draft: Draft, code: FindingCode): Promise<void>;
  /** Saves the rejected rows as a file to be mended. */
  saveRejects(draft: Draft): Promise<void>;
  /** Keeps the mapping under a name, for the next file of this shape. */
  saveMapping(draft: Draft, name: string): Promise<void>;
  remove(draft: Draft): Promise<void>;
  commit(): Promise<void>;
  cancel(): void;
  reset(): void;
}

/** The import as the page sees it: reading, preview, commit, result; every step can be cancelled. */
export function useImport(): ImportFlow {
  const session = useSession();
  const tell = useNotices((notices) => notices.tell);
  const t = useTranslate();
  const [phase, setPhase] = useState<ImportPhase>({ kind: 'idle' });
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const abort = useRef<AbortController | undefined>(undefined);
  const kept = useRef<readonly Draft[]>([]);
  kept.current = drafts;

  const signalOf = useCallback((): AbortSignal => {
    abort.current?.abort();
    abort.current = new AbortController();
    return abort.current.signal;
  }, []);

  const complain = useCallback(
    (error: unknown) => {
      const message = problemMessage(error, t) ?? t('import.cancelled');
      setProblems((before) => [...before, message]);
    },
    [t],
  );

  const planOf = useCallback(
    async (staged: StagedImport, reading: Reading, signal?: AbortSignal): Promise<Draft> => {
      const draft: Draft = {
        staged,
        ...reading,
        plan: undefined,
        review: undefined,
        problem: undefined,
      };
      if (!reading.mapping) {
        const { headers, dataset, file } = staged.staged;
        return { ...draft, problem: unknownMessage(nearestDataset(headers, dataset ?? file), t) };
      }
      try {
        return { ...draft, plan: await session.desk.plan(staged.staged, reading.mapping, signal) };
      } catch (error) {
        if (error instanceof Cancelled) throw error;
        return { ...draft, problem: problemMessage(error, t) };
      }
    },
    [session, t],
  );

  /** Looks at all drafts together: what one file lacks another may bring. */
  const reviewed = useCallback(
    async (all: readonly Draft[], signal?: AbortSignal): Promise<readonly Draft[]> => {
      const plans = all.flatMap(({ plan }) => plan ?? []);
      const reviews = await session.desk.review(plans, signal);
      return all.map((draft) => {
        const at = draft.plan ? plans.indexOf(draft.plan) : -1;
        return { ...draft, review: reviews[at] };
      });
    },
    [session],
  );

  const replace = async (old: Draft, next: Draft): Promise<void> => {
    const all = kept.current.map((draft) => (isSame(draft, old) ? next : draft));
    setDrafts(all);
    try {
      const looked = await reviewed(all);
      // Another change may have come meanwhile: its own look follows.
      setDrafts((before) => (before === all ? looked : before));
    } catch (error) {
      complain(error);
    }
  };

  /** Asks the browser, once there is something to lose, not to clear it by itself; its answer is told. */
  const askToKeep = useCallback(async () => {
    const { isDurable } = session.getState();
    if (!isDurable || (await navigator.storage.persisted())) return;
    if (!(await navigator.storage.persist()))
      tell({
        tone: 'done',
        text: t('workspace.notPersisted'),
        target: { path: '/workspace', params: {} },
      });
  }, [session, tell, t]);

  const commitDrafts = useCallback(
    async (ready: readonly Draft[]): Promise<void> => {
      const plans = ready.flatMap(({ plan, staged }) =>
        plan ? [{ plan, source: staged.source, original: staged.original }] : [],
      );
      setPhase({ kind: 'committing', step: undefined });
      try {
        const outcomes = await session.commit(plans, {
          signal: signalOf(),
          onStep: (step) => setPhase({ kind: 'committing', step }),
        });
        setDrafts([]);
        setPhase({ kind: 'done', plans: plans.map(({ plan }) => plan), outcomes });
        void askToKeep();
      } catch (error) {
        complain(error);
        setDrafts([]);
        setPhase({ kind: 'idle' });
      }
    },
    [session, complain, signalOf, askToKeep],
  );

  const start = useCallback<ImportFlow['start']>(
    async (files, isTrusted = false) => {
      const signal = signalOf();
      setProblems([]);
      const next: Draft[] = [...kept.current];
      try {
        const found = await session.desk.stageFiles(files, {
          signal,
          onFile: (file, done, all, rows) => setPhase({ kind: 'reading', file, done, all, rows }),
        });
        for (const problem of found.problems) complain(problem);
        for (const staged of found.imports) {
          const { sha256, file, rowCount } = staged.staged;
          if (next.some((draft) => draft.staged.staged.sha256 === sha256)) {
            await session.desk.drop(staged.staged);
            complain(new ImportFailure({ code: 'given_twice', file }));
            continue;
          }
          setPhase({ kind: 'planning', file, rows: rowCount });
          const reading = readingOf(staged.suggestion, staged.staged.headers, new Map());
          next.push(await planOf(staged, reading, signal));
        }
        const looked = await reviewed(next, signal);
        setDrafts(looked);
        const isClean = next.length > 0 && next.every(({ plan }) => plan?.rejectCount === 0);
        if (isTrusted && isClean) await commitDrafts(next);
        else setPhase(next.length > 0 ? { kind: 'preview' } : { kind: 'idle' });
      } catch (error) {
        // What was prepared before stays as it was.
        const before = kept.current;
        for (const draft of next.filter((one) => !before.includes(one)))
          await session.desk.drop(draft.staged.staged).catch(() => undefined);
        complain(error);
        setPhase(before.length > 0 ? { kind: 'preview' } : { kind: 'idle' });
      }
    },
    [session, planOf, reviewed, complain, commitDrafts, signalOf],
  );

  useEffect(
    () => () => {
      abort.current?.abort();
      for (const draft of kept.current)
        void session.desk.drop(draft.staged.staged).catch(() => undefined);
    },
    [session],
  );

  const adjust: ImportFlow['adjust'] = async (draft, mapping, openSides = draft.ambiguousSides) => {
    const reading = { ...draft, mapping, ambiguousSides: openSides };
    await replace(draft, await planOf(draft.staged, reading));
  };

  const reset = useCallback(() => setPhase({ kind: 'idle' }), []);

  return {
    phase,
    drafts,
    problems,
    start,
    remap: async (draft, dataset, columns, rest) => {
      const { staged } = draft.staged;
      const suggestion = await session.desk.mapColumns(
        staged,
        dataset,
        columns,
        rest,
        draft.mapping,
      );
      const reading = readingOf(suggestion, staged.headers, draft.chosen);
      await replace(draft, await planOf(draft.staged, reading));
    },
    setMapping: async (draft, mapping, headers) => {
      const chosen = new Map(draft.chosen);
      for (const { column, header, format } of Object.values(mapping.fields))
        if (headers.includes(header) && format !== undefined) chosen.set(column, format);
      const reading = readingOf({ ...draft, mapping }, draft.staged.staged.headers, chosen);
      await replace(draft, await planOf(draft.staged, reading));
    },
    adjust,
    leaveOut: async (draft, code) => {
      const { plan } = draft;
      if (!plan) return;
      const plans = kept.current.flatMap((one) => one.plan ?? []);
      const lines = await session.desk.linesOf(plan, plans, code);
      const dropped = [...new Set([...(plan.mapping.dropped ?? []), ...lines])];
      await adjust(draft, { ...plan.mapping, dropped: dropped.sort((a, b) => a - b) });
    },
    saveRejects: async (draft) => {
      if (!draft.plan) return;
      const stem = draft.staged.staged.file.replace(/\.[^.]*$/, '');
      save(t('import.rejectsFile', { file: stem }), await session.desk.rejects(draft.plan));
    },
    saveMapping: async (draft, name) => {
      if (!draft.mapping) return;
      const { headers } = draft.staged.staged;
      await session.saveView(mappingsPage, name, savedMapping(name, headers, draft.mapping));
      tell({ tone: 'done', text: t('import.mappingSaved', { name }) });
    },
    reread: async (draft, encoding) => {
      try {
        const staged = await session.desk.stage(draft.staged.source, { encoding });
        await session.desk.drop(draft.staged.staged);
        const { suggestion } = staged;
        const reading = readingOf(suggestion, staged.staged.headers, draft.chosen);
        await replace(draft, await planOf(staged, reading));
      } catch (error) {
        complain(error);
      }
    },
    remove: async (draft) => {
      await session.desk.drop(draft.staged.staged);
      const rest = drafts.filter((one) => !isSame(one, draft));
      setDrafts(rest);
      if (rest.length === 0) setPhase({ kind: 'idle' });
    },
    commit: () => commitDrafts(drafts),
    cancel: () => abort.current?.abort(),
    reset,
  };
}
