import { fieldTypeOf } from '../domain/journal/editable';
import { formatAmount, formatDate } from '../i18n/formats';
import { codeText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';

/**
 * The value of a field of the history, as the language writes it: the journal keeps dates, amounts, statuses and yes
 * or no as codes.
 */
export function fieldText(
  field: string,
  value: string,
  locale: Locale,
  translate: Translate,
): string {
  switch (fieldTypeOf(field)) {
    case 'date':
      return formatDate(value, locale);
    case 'money':
      return formatAmount(value, locale);
    case 'boolean':
      return translate(value === 'true' ? 'grid.yes' : 'grid.no');
    default:
      return (field === 'status' ? codeText(translate, field, value) : undefined) ?? value;
  }
}
