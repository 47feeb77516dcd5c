import type { Outside } from '../domain/report/result';
import { formatDate } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';

/** Why the figures of a day are not known to be all: the same on the page, in print and in every export. */
export function horizonText({ side, date, kind }: Outside, t: Translate, locale: Locale): string {
  return t(side === 'after' ? 'horizon.after' : `horizon.before.${kind}`, {
    date: formatDate(date, locale),
  });
}
