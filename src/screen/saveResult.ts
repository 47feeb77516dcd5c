import type { ReportResult } from '../domain/report/result';
import { type MadeFrom, stateLine } from '../domain/report/stateLine';
import { writeInWorker } from '../exporters/inWorker';
import { type ExportJob, fileName } from '../exporters/job';
import { exportFormats } from '../exporters/registry';
import { labelText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { assert } from '../lib/assert';
import { version } from '../lib/version';
import { agingPolicyOf, bucketCodes } from './agingPolicyOf';
import { horizonText } from './horizonText';
import { save } from './save';

/** Saves a result that no page shows, such as one of an earlier state. @returns the file's name */
export async function saveResult(
  result: ReportResult,
  kind: 'csv' | 'xlsx',
  madeFrom: MadeFrom,
  t: Translate,
  locale: Locale,
): Promise<string> {
  const format = exportFormats.find(({ id }) => id === kind);
  assert(format, `there is no format ${kind}`);
  const job: ExportJob = {
    result,
    title: labelText(t, { key: `report.${result.report}.title` }),
    about: [
      ...(result.outside
        ? [{ label: t('export.about.horizon'), value: horizonText(result.outside, t, locale) }]
        : []),
      { label: t('export.about.state'), value: stateLine(madeFrom) },
      { label: t('export.about.version'), value: version },
    ],
    locale,
    codes: bucketCodes(agingPolicyOf(result)),
    shown: madeFrom.columns,
    state: madeFrom,
  };
  const written = await writeInWorker(kind, job, new AbortController().signal);
  if (!written.ok)
    throw new Error(
      t('export.tooManyRows', {
        format: written.error.format,
        rows: written.error.rows,
        max: written.error.max,
      }),
    );
  const name = fileName(job, format.extension);
  save(name, new Blob([written.value], { type: format.mediaType }));
  return name;
}
