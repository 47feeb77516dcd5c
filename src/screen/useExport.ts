import { useState } from 'react';
import type { ChartHandle } from '../charts/chartHandle';
import type { AgingPolicy } from '../domain/aging/policy';
import type { TieOut } from '../domain/report/result';
import { parseStateLine } from '../domain/report/stateLine';
import { writeInWorker } from '../exporters/inWorker';
import { columnsOf, type ExportJob, fileName } from '../exporters/job';
import { exportFormats } from '../exporters/registry';
import type { CodeWordings } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';
import { assert } from '../lib/assert';
import type { OpenReport } from '../reports/run';
import { fullResult } from '../reports/run';
import { useSession } from '../session/react/context';
import { aboutLines } from './aboutLines';
import { type PrintJob, printRowsMax } from './PrintSheet';
import { save } from './save';

export type ExportKind = 'csv' | 'xlsx' | 'print' | 'svg' | 'png' | 'line';

interface ExportInput {
  readonly open: OpenReport;
  readonly title: string;
  readonly tieOuts: readonly TieOut[] | undefined;
  readonly policy: AgingPolicy | undefined;
  readonly pictures: { readonly current: ChartHandle | null } | undefined;
  readonly codes: CodeWordings | undefined;
  readonly shown: readonly string[];
  onPrint(job: PrintJob): void;
}

/** Runs one export at a time and says what went wrong with it. */
export function useExport(input: ExportInput) {
  const t = useTranslate();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const session = useSession();
  const { open, title, policy, pictures, codes } = input;

  const about = () => {
    const { imports, state } = session.getState();
    return aboutLines({ open, policy, imports, state, shown: input.shown }, t, locale);
  };
  const jobOf = async (): Promise<ExportJob> => ({
    result: await fullResult(open, input.tieOuts ?? []),
    title,
    about: about().map(({ label, value }) => ({ label, value })),
    locale,
    codes,
    shown: input.shown,
    state: session.getState().state,
  });

  const writeFile = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    const format = exportFormats.find(({ id }) => id === kind);
    assert(format, `there is no format ${kind}`);
    if (open.rowCount > format.rowsMax)
      return setProblem(tooMany(format.id, open.rowCount, format.rowsMax));
    const job = await jobOf();
    const written = await writeInWorker(kind, job, new AbortController().signal);
    if (!written.ok)
      return setProblem(tooMany(written.error.format, written.error.rows, written.error.max));
    save(fileName(job, format.extension), new Blob([written.value], { type: format.mediaType }));
  };

  const tooMany = (format: string, rows: number, max: number): string =>
    t('export.tooManyRows', { format, rows, max });

  const take = async (kind: ExportKind): Promise<void> => {
    const picture = pictures?.current;
    if (kind === 'svg' && picture)
      return save(
        fileName(await jobOf(), 'svg'),
        new Blob([picture.exportSvg()], { type: 'image/svg+xml' }),
      );
    if (kind === 'png' && picture)
      return save(fileName(await jobOf(), 'png'), await picture.exportPng());
    if (kind === 'line') {
      const line = about().find(({ value }) => parseStateLine(value).ok);
      return navigator.clipboard.writeText(line?.value ?? '');
    }
    if (kind === 'csv' || kind === 'xlsx') return writeFile(kind);
    if (kind === 'print') {
      if (open.rowCount > printRowsMax) {
        setProblem(t('page.printTooLong', { rows: open.rowCount, limit: printRowsMax }));
        return undefined;
      }
      const job = await jobOf();
      const linesOf = (isProvenance: boolean): readonly string[] =>
        about()
          .filter((line) => line.isProvenance === isProvenance && line.value !== '')
          .map(({ label, value }) => `${label}: ${value}`);
      return input.onPrint({
        title,
        lines: linesOf(false),
        sources: linesOf(true),
        picture: picture?.exportSvg('light'),
        result: job.result,
        columns: columnsOf(job),
      });
    }
    return undefined;
  };

  return {
    busy,
    problem,
    run: async (kind: ExportKind): Promise<void> => {
      setBusy(true);
      setProblem(undefined);
      try {
        await take(kind);
      } catch (error) {
        setProblem(
          t('page.exportFailed', {
            detail: error instanceof Error ? error.message : String(error),
          }),
        );
      } finally {
        setBusy(false);
      }
    },
  };
}
