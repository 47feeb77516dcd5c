import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isLocale, type Locale } from './locale';
import { loadTexts } from './texts';
import { formatter, initOptions, type Translate, translateWith } from './translate';

/** Called once, before the first render. */
export async function initI18n(locale: Locale): Promise<void> {
  await loadTexts(locale);
  i18next.use(initReactI18next).use(formatter);
  await i18next.init({ ...initOptions(locale), react: { useSuspense: false } });
}

/** Every mounted component that uses the words is drawn again. */
export async function changeLocale(locale: Locale): Promise<void> {
  i18next.addResourceBundle(locale, 'translation', await loadTexts(locale));
  await i18next.changeLanguage(locale);
}

/** The language on the screen. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return isLocale(i18n.language) ? i18n.language : 'en';
}

/** The words in the language on the screen. */
export function useTranslate(): Translate {
  const { i18n } = useTranslation();
  const locale = useLocale();
  return useCallback((key, values) => translateWith(i18n, locale)(key, values), [i18n, locale]);
}
