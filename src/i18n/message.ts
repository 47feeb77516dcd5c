import type { Locale } from './locale';

/** One sentence in every language; `{{name}}` stands for a value. */
type PlainMessage = Readonly<Record<Locale, string>>;

/**
 * A sentence that changes with `{{count}}`, by the plural forms of Unicode CLDR for whole numbers:
 * Czech has a form of its own for 2 to 4.
 */
interface PluralMessage {
  readonly en: { readonly one: string; readonly other: string };
  readonly es: { readonly one: string; readonly other: string };
  readonly cs: { readonly one: string; readonly few: string; readonly other: string };
}

/** The messages of one area. A language that is missing somewhere does not compile. */
export type Messages = Readonly<Record<string, PlainMessage | PluralMessage>>;

/**
 * One language's texts by key, as i18next wants them: plural forms as `key_one`, `key_few`, `key_many`, `key_other`.
 * `many` (millions in Spanish, fractions in Czech) reads like `other`.
 */
export function textsOf(messages: Messages, locale: Locale): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, message] of Object.entries(messages)) {
    const text = message[locale];
    if (typeof text === 'string') texts[key] = text;
    else
      for (const [form, sentence] of Object.entries({ ...text, many: text.other }))
        texts[`${key}_${form}`] = sentence;
  }
  return texts;
}
