import type { Translate } from '../i18n/translate';
import { MissingRate } from '../reports/missingRate';
import { TooManyRows } from '../reports/run';

/** Why a report has no answer, and what to do, in the reader's language. */
export function reportFailure(failure: Error, t: Translate): string {
  if (failure instanceof MissingRate)
    return t('page.missingRate', {
      from: failure.currency,
      to: failure.baseCurrency,
      count: failure.itemCount,
      document: failure.documentId,
    });
  if (failure instanceof TooManyRows)
    return t('page.tooManyRows', { count: failure.rowCount, limit: failure.limit });
  return t('page.failed', { detail: failure.message });
}
