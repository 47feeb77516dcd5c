import { useState } from 'react';
import type { AgingPolicy } from '../domain/aging/policy';
import type { TieOut } from '../domain/report/result';
import { useLocale, useTranslate } from '../i18n/setup';
import type { OpenReport } from '../reports/run';
import { fullResult } from '../reports/run';
import { policyPhrases } from '../ui/policyPhrases';
import type { ChartPictures } from './ExportMenu';
import { type PrintJob, printRowsMax } from './PrintSheet';
import { save } from './save';

export type ExportKind = 'csv' | 'xlsx' | 'print' | 'svg' | 'png';

interface ExportInput {
  readonly open: OpenReport;
  readonly title: string;
  readonly tieOuts: readonly TieOut[] | undefined;
  readonly policy: AgingPolicy | undefined;
  readonly pictures: { readonly current: ChartPictures | null } | undefined;
  onPrint(job: PrintJob): void;
}

/** A file name of a report: what it is and for which date, without marks that file systems dislike. */
function fileName(open: OpenReport, ending: string): string {
  const asOf = open.report.params['asOf'];
  return `saldo-${open.report.id}${asOf === undefined ? '' : `-${asOf}`}.${ending}`;
}

/** Runs one export at a time and says what went wrong with it. */
export function useExport(input: ExportInput) {
  const t = useTranslate();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { open, title, policy, pictures } = input;

  const take = async (kind: ExportKind): Promise<void> => {
    const picture = pictures?.current;
    if (kind === 'svg' && picture)
      return save(
        fileName(open, 'svg'),
        new Blob([picture.exportSvg()], { type: 'image/svg+xml' }),
      );
    if (kind === 'png' && picture) return save(fileName(open, 'png'), await picture.exportPng());
    if (kind === 'print') {
      if (open.rowCount > printRowsMax) {
        setProblem(t('page.printTooLong', { rows: open.rowCount, limit: printRowsMax }));
        return undefined;
      }
      const result = await fullResult(open, input.tieOuts ?? []);
      return input.onPrint({
        title,
        lines: policy ? [policyPhrases(policy, t, locale).join(' · ')] : [],
        result,
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
