import type { MessageKey } from './catalogue';
import type { Locale } from './locale';

/** One language's texts by key, plural forms as `key_one`, `key_few`, `key_many`, `key_other`. */
export type Texts = Readonly<Record<string, string>>;

/** A reader needs one language at a time: the build makes a file of each, `vite.config.ts` says how. */
const files: Readonly<Record<Locale, () => Promise<{ readonly texts: Texts }>>> = {
  en: () => import('virtual:texts/en'),
  es: () => import('virtual:texts/es'),
  cs: () => import('virtual:texts/cs'),
};

const loaded = new Map<Locale, Texts>();

/** Reads a language's texts, once; whoever writes words waits for it first. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  const known = loaded.get(locale);
  if (known) return known;
  const { texts } = await files[locale]();
  loaded.set(locale, texts);
  return texts;
}

/** The texts of a language that was loaded. Throws when nobody did: a fault of the program. */
export function textsIn(locale: Locale): Texts {
  const texts = loaded.get(locale);
  if (!texts) throw new Error(`The texts of ${locale} were not loaded`);
  return texts;
}

/** Whether there is a message of this key. All languages have the same: any that was loaded answers. */
export function isMessageKey(key: string): key is MessageKey {
  const [texts] = loaded.values();
  return texts !== undefined && (Object.hasOwn(texts, key) || Object.hasOwn(texts, `${key}_other`));
}
