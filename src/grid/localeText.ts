import { AG_GRID_LOCALE_CZ, AG_GRID_LOCALE_ES } from '@ag-grid-community/locale';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';

const shipped: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  es: AG_GRID_LOCALE_ES,
  cs: AG_GRID_LOCALE_CZ,
};

/** What the grid itself says, mostly to screen readers; what everybody sees comes from the catalogue. */
export function localeText(locale: Locale, translate: Translate): Record<string, string> {
  return {
    ...shipped[locale],
    noRowsToShow: translate('grid.empty'),
    loadingOoo: translate('grid.loading'),
  };
}
