/** The languages of the product. Every message exists in all of them. */
export const locales = ['en', 'es', 'cs'] as const;

export type Locale = (typeof locales)[number];

/** The region whose number and date habits a language follows here. */
export const localeTags: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  es: 'es-ES',
  cs: 'cs-CZ',
};

/** A language's name in itself, for the switch. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  es: 'Español',
  cs: 'Čeština',
};

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The first of the reader's languages that the product speaks, else English. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const base = language.toLowerCase().split('-')[0] ?? '';
    if (isLocale(base)) return base;
    if (base === 'sk') return 'cs';
  }
  return 'en';
}
