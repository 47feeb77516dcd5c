import { createInstance, type FormatterModule, type InitOptions, type i18n } from 'i18next';
import type { MessageKey } from './catalogue';
import { formatInteger } from './formats';
import { isLocale, type Locale, locales } from './locale';
import { textsIn } from './texts';

/** What `{{name}}` in a message stands for. Numbers are grouped as the language does; `count` picks the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of a message in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Numbers inside sentences; everything else stands as it is. React escapes, and files have rules of their own. */
export const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' && language !== undefined && isLocale(language)
      ? formatInteger(value, language)
      : String(value),
};

/** i18next without network or `eval`, with the texts of one language that was loaded before. */
export function initOptions(locale: Locale): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    supportedLngs: [...locales],
    resources: { [locale]: { translation: textsIn(locale) } },
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '\u0000',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false, alwaysFormat: true, skipOnVariables: true },
  };
}

/** A value of a message is text from anybody's file: it must not be read as a reference to another message. */
export function translateWith(instance: i18n, locale: Locale): Translate {
  return (key, values) => instance.t(key, { ...values, lng: locale, nest: false });
}

const instances = new Map<Locale, Translate>();

/** The words of a language that was loaded, where there is no React: exports, print, workers. */
export function translator(locale: Locale): Translate {
  const known = instances.get(locale);
  if (known) return known;
  const instance = createInstance();
  instance.use(formatter);
  void instance.init(initOptions(locale));
  const translate = translateWith(instance, locale);
  instances.set(locale, translate);
  return translate;
}
