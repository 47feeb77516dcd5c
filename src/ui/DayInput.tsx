import { DateInput, type DateInputProps } from '@mantine/dates';
import 'dayjs/locale/cs';
import 'dayjs/locale/es';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from '../i18n/setup';
import { typedDate } from './typedDate';

/** Days as each language writes them, in the calendar library's letters. */
export const dayFormats = { en: 'D MMM YYYY', es: 'DD/MM/YYYY', cs: 'D. M. YYYY' } as const;

/** A day to pick or to type, shown and read as the reader's language writes it. */
export function DayInput(
  props: Omit<DateInputProps, 'locale' | 'valueFormat' | 'dateParser'>,
): ReactNode {
  const locale = useLocale();
  const t = useTranslate();
  return (
    <DateInput
      size="xs"
      // Drawn as a cross, which has no name by itself.
      clearButtonProps={{ 'aria-label': t('shell.clearDay') }}
      {...props}
      locale={locale}
      valueFormat={dayFormats[locale]}
      dateParser={(text) => typedDate(text, locale) ?? null}
    />
  );
}
