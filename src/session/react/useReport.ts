import { useEffect, useMemo, useRef, useState } from 'react';
import type { TieOut } from '../../domain/report/result';
import { EngineLost } from '../../engine/errors';
import type { SortKey } from '../../engine/port';
import { err } from '../../lib/result';
import type { BoundReport, RawParams } from '../../reports/define';
import { MissingRate } from '../../reports/missingRate';
import { reportById } from '../../reports/registry';
import { type OpenReport, runTieOuts } from '../../reports/run';
import { useSession } from './context';

/** What a screen knows of a report: the last answer stays while a new one is on its way. */
export interface ReportView {
  readonly bound: BoundReport | undefined;
  /** The address asks for what is not there; one line says what. */
  readonly problem: string | undefined;
  readonly open: OpenReport | undefined;
  readonly isRunning: boolean;
  readonly failure: Error | undefined;
  /** The report has no answer because there is no rate to the currency that is asked for. */
  readonly missingRate: MissingRate | undefined;
  /** Time of the last answer, for the status bar. */
  readonly ms: number | undefined;
}

const ownOrder: readonly SortKey[] = [];

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'Cancelled';

/** Until then nobody wonders whether something is under way. */
const slow_ms = 150;

/** Binds a report's parameters once for each change of their values. */
function useBound(id: string, params: RawParams | undefined) {
  const key = params === undefined ? undefined : JSON.stringify(params);
  return useMemo(() => {
    if (key === undefined) return undefined;
    const report = reportById(id);
    const asked: RawParams = JSON.parse(key);
    return report ? report.bind(asked) : err(`there is no report ${id}`);
  }, [id, key]);
}

/**
 * Runs a report for a screen. A change of parameters cancels the run before it, and rows of an earlier answer
 * are dropped once the new one is shown.
 * @param params `undefined` while they are not known yet
 * @param asked the order of the rows, made in the engine; unknown columns are ignored, none is the report's own order
 */
export function useReport(
  id: string,
  params: RawParams | undefined,
  asked: readonly SortKey[] = ownOrder,
): ReportView {
  const session = useSession();
  const result = useBound(id, params);
  const bound = result?.ok ? result.value : undefined;
  const orderKey = JSON.stringify(asked);
  const order = useMemo((): readonly SortKey[] => JSON.parse(orderKey), [orderKey]);
  const [answer, setAnswer] = useState<Pick<ReportView, 'open' | 'failure' | 'missingRate' | 'ms'>>(
    {
      open: undefined,
      failure: undefined,
      missingRate: undefined,
      ms: undefined,
    },
  );
  const [isRunning, setRunning] = useState(false);
  const shown = useRef<OpenReport | undefined>(undefined);

  useEffect(() => {
    if (!bound) return undefined;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      const started = performance.now();
      const options = { signal: abort.signal };
      const own = await session.open(bound, options);
      const known = new Set(bound.columns.map((column) => column.id));
      const wanted = order.filter((key) => known.has(key.column));
      let open = own;
      if (wanted.length > 0) {
        open = await own.sorted([...wanted, ...bound.order], undefined, options);
        await own.close();
      }
      if (abort.signal.aborted) {
        await open.close();
        return;
      }
      const before = shown.current;
      shown.current = open;
      setAnswer({
        open,
        failure: undefined,
        missingRate: undefined,
        ms: performance.now() - started,
      });
      // The grid may still be reading a page of the old rows.
      setTimeout(() => void before?.close().catch(() => undefined), 2_000);
    };
    const attempt = (attempts: number): Promise<void> =>
      ask().catch((error: unknown) => {
        if (abort.signal.aborted || isAbort(error)) return undefined;
        if (error instanceof EngineLost && attempts > 0) return attempt(attempts - 1);
        setAnswer({
          open: undefined,
          failure: error instanceof Error ? error : new Error(String(error)),
          missingRate: error instanceof MissingRate ? error : undefined,
          ms: undefined,
        });
        return undefined;
      });

    let asked: number | undefined;
    let isAsking = false;
    /** Asks until the answer is of the ledger as it is now. What is asked is seen through: edits may come quickly. */
    const keepUp = async (): Promise<void> => {
      const isBehind = () =>
        !abort.signal.aborted && asked !== session.getState().changes[bound.shows];
      if (isAsking || !isBehind()) return;
      isAsking = true;
      const wait = setTimeout(() => {
        if (!abort.signal.aborted) setRunning(true);
      }, slow_ms);
      while (isBehind()) {
        asked = session.getState().changes[bound.shows];
        await attempt(1);
      }
      clearTimeout(wait);
      isAsking = false;
      if (!abort.signal.aborted) setRunning(false);
    };
    void keepUp();
    // Asked at once, before anything is drawn anew.
    const end = session.subscribe(() => void keepUp());
    return () => {
      end();
      abort.abort();
    };
  }, [session, bound, order]);

  useEffect(() => () => void shown.current?.close().catch(() => undefined), []);

  return {
    bound,
    problem: result && !result.ok ? result.error : undefined,
    ...answer,
    isRunning,
  };
}

/** The tie-outs of a report, asked after its rows are on the screen. */
export function useTieOuts(open: OpenReport | undefined): readonly TieOut[] | undefined {
  const session = useSession();
  const [tieOuts, setTieOuts] = useState<readonly TieOut[]>();
  useEffect(() => {
    if (!open) return undefined;
    const abort = new AbortController();
    // A slider that is being dragged asks for many dates; only the one it rests on is worth proving.
    const timer = setTimeout(() => {
      const { report } = open;
      session
        .withTables(report.needs, () =>
          runTieOuts(session.engine, report, { signal: abort.signal }),
        )
        .then(setTieOuts, () => undefined);
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [session, open]);
  return open ? tieOuts : undefined;
}
