import { type IsoDate, parseIsoDate } from '../domain/time/calendar';
import { type Locale, localeTags } from '../i18n/locale';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The months as a language writes them, in full and inflected as in a date. */
function monthNames(locale: Locale): readonly (readonly string[])[] {
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
  ];
  return Array.from({ length: 12 }, (_, month) =>
    styles.map((style) => {
      const format = new Intl.DateTimeFormat(localeTags[locale], { ...style, timeZone: 'UTC' });
      const part = format
        .formatToParts(new Date(Date.UTC(2026, month, 1)))
        .find(({ type }) => type === 'month');
      return plain(part?.value ?? '');
    }),
  );
}

/** A month's number by three letters of its name or more; names that begin alike need as many as tell them apart. */
function monthOf(word: string, locale: Locale): number | undefined {
  const wanted = plain(word).replace(/\.$/, '');
  if (wanted.length < 3) return undefined;
  const names = monthNames(locale);
  const exactly = names.findIndex((forms) => forms.includes(wanted));
  if (exactly >= 0) return exactly + 1;
  const fitting = names.flatMap((forms, month) =>
    forms.some((name) => name.startsWith(wanted)) ? [month + 1] : [],
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * A date as a person types it: 2026-10-31, or day, month and year in the order in which all of Saldo's languages
 * show them, the month as a number or a name, the year with four digits (so that no half-typed one counts).
 * `undefined` for anything else and for days that do not exist: a date is never guessed.
 */
export function typedDate(text: string, locale: Locale): IsoDate | undefined {
  const written = text.trim();
  const iso = parseIsoDate(written);
  if (iso.ok) return iso.value;
  const parts = /^(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2}|\p{L}+\.?)(?:\s*[./-]\s*|\s+)(\d{4})$/u.exec(
    written,
  );
  if (!parts) return undefined;
  const [, day = '', monthText = '', year = ''] = parts;
  const month = /^\d/.test(monthText) ? Number(monthText) : monthOf(monthText, locale);
  if (month === undefined) return undefined;
  const read = parseIsoDate(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read.ok ? read.value : undefined;
}
