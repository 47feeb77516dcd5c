import type { Translate } from '../i18n/translate';
import { StoreFailure } from '../workspace/store';

/** Why something was not saved, and what to do. */
export function failureText(error: unknown, t: Translate): string {
  if (error instanceof StoreFailure) return t(`storage.${error.reason}`, { detail: error.message });
  return t('storage.other', { detail: error instanceof Error ? error.message : String(error) });
}
