import { useCallback, useEffect, useRef, useState } from 'react';
import type { Mapping } from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { useTranslate } from '../../i18n/setup';
import type { Encoding } from '../../importers/csv/encoding';
import type { SourceFile } from '../../importers/source';
import type { BuildStep } from '../../ledger/build';
import type { ImportOutcome } from '../../session/import/commit';
import type { ImportPlan } from '../../session/import/plan';
import { useSession } from '../../session/react/context';
import type { StagedImport } from '../../session/session';
import { problemMessage } from './problemMessage';

/** A file in the preview: what it would bring, or why it cannot yet. */
export interface Draft {
  readonly staged: StagedImport;
  readonly mapping: Mapping | undefined;
  readonly ambiguousDates: readonly string[];
  readonly plan: ImportPlan | undefined;
  readonly problem: string | undefined;
}

export type ImportPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: string; readonly done: number; readonly all: number }
  | { readonly kind: 'planning'; readonly file: string }
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
    rest: Pick<Mapping, 'constants' | 'flipSign'>,
  ): Promise<void>;
  /** Decides the order of the dates of every date column of a draft. */
  setMapping(draft: Draft, mapping: Mapping): Promise<void>;
  reread(draft: Draft, encoding: Encoding): Promise<void>;
  remove(draft: Draft): Promise<void>;
  commit(): Promise<void>;
  cancel(): void;
  reset(): void;
}

/** The import as the page sees it: reading, preview, commit, result; every step can be cancelled. */
export function useImport(): ImportFlow {
  const session = useSession();
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
    async (
      staged: StagedImport,
      mapping: Mapping | undefined,
      ambiguousDates: readonly string[],
      signal?: AbortSignal,
    ): Promise<Draft> => {
      if (!mapping)
        return {
          staged,
          mapping,
          ambiguousDates,
          plan: undefined,
          problem: t('import.notRecognised'),
        };
      try {
        const plan = await session.plan(staged.staged, mapping, signal);
        return { staged, mapping, ambiguousDates, plan, problem: undefined };
      } catch (error) {
        if (error instanceof Cancelled) throw error;
        return {
          staged,
          mapping,
          ambiguousDates,
          plan: undefined,
          problem: problemMessage(error, t),
        };
      }
    },
    [session, t],
  );

  const replace = (old: Draft, next: Draft): void =>
    setDrafts((before) => before.map((draft) => (draft === old ? next : draft)));

  const commitDrafts = useCallback(
    async (ready: readonly Draft[]): Promise<void> => {
      const plans = ready.flatMap(({ plan, staged }) =>
        plan ? [{ plan, source: staged.source }] : [],
      );
      setPhase({ kind: 'committing', step: undefined });
      try {
        const outcomes = await session.commit(plans, {
          signal: signalOf(),
          onStep: (step) => setPhase({ kind: 'committing', step }),
        });
        setDrafts([]);
        setPhase({ kind: 'done', plans: plans.map(({ plan }) => plan), outcomes });
      } catch (error) {
        complain(error);
        setDrafts([]);
        setPhase({ kind: 'idle' });
      }
    },
    [session, complain, signalOf],
  );

  const start = useCallback<ImportFlow['start']>(
    async (files, isTrusted = false) => {
      const signal = signalOf();
      setProblems([]);
      const next: Draft[] = [...kept.current];
      try {
        for (const source of files) {
          setPhase({ kind: 'reading', file: source.name, done: 0, all: source.blob.size });
          try {
            const staged = await session.stage(source, {
              signal,
              onBytes: (done) =>
                setPhase({ kind: 'reading', file: source.name, done, all: source.blob.size }),
            });
            if (next.some((draft) => draft.staged.staged.sha256 === staged.staged.sha256)) {
              await session.drop(staged.staged);
              throw new ImportFailure({ code: 'already_imported', file: source.name });
            }
            setPhase({ kind: 'planning', file: source.name });
            const { suggestion } = staged;
            next.push(
              await planOf(staged, suggestion?.mapping, suggestion?.ambiguousDates ?? [], signal),
            );
          } catch (error) {
            if (error instanceof Cancelled) throw error;
            complain(error);
          }
        }
        setDrafts(next);
        const isClean = next.length > 0 && next.every(({ plan }) => plan?.rejectCount === 0);
        if (isTrusted && isClean) await commitDrafts(next);
        else setPhase(next.length > 0 ? { kind: 'preview' } : { kind: 'idle' });
      } catch (error) {
        for (const draft of next) await session.drop(draft.staged.staged).catch(() => undefined);
        complain(error);
        setDrafts([]);
        setPhase({ kind: 'idle' });
      }
    },
    [session, planOf, complain, commitDrafts, signalOf],
  );

  useEffect(
    () => () => {
      abort.current?.abort();
      for (const draft of kept.current)
        void session.drop(draft.staged.staged).catch(() => undefined);
    },
    [session],
  );

  return {
    phase,
    drafts,
    problems,
    start,
    remap: async (draft, dataset, columns, rest) => {
      const suggestion = await session.mapColumns(draft.staged.staged, dataset, columns, rest);
      replace(draft, await planOf(draft.staged, suggestion.mapping, suggestion.ambiguousDates));
    },
    setMapping: async (draft, mapping) => replace(draft, await planOf(draft.staged, mapping, [])),
    reread: async (draft, encoding) => {
      try {
        const staged = await session.stage(draft.staged.source, { encoding });
        await session.drop(draft.staged.staged);
        const { suggestion } = staged;
        replace(draft, await planOf(staged, suggestion?.mapping, suggestion?.ambiguousDates ?? []));
      } catch (error) {
        complain(error);
      }
    },
    remove: async (draft) => {
      await session.drop(draft.staged.staged);
      const rest = drafts.filter((one) => one !== draft);
      setDrafts(rest);
      if (rest.length === 0) setPhase({ kind: 'idle' });
    },
    commit: () => commitDrafts(drafts),
    cancel: () => abort.current?.abort(),
    reset: () => setPhase({ kind: 'idle' }),
  };
}
