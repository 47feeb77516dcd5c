import { addDays, parseIsoDate } from '../../domain/time/calendar';
import { textAt, type XmlElement } from '../xml/element';
import { dayOf, firstText } from './values';

const dayCount =
  /^(?:net(?:to)?\s*)?(\d{1,3})\s*(?:d|dias?|days?|zile|dager|tage|dienų?|jours?)?\b/i;

/**
 * When an invoice is due, and its terms where these are words. A date or a number of days may stand where terms do;
 * Portugal's `Settlement` is what was agreed for a later payment. Source: comment in the schema of SAF-T (PT) 1.04_01.
 */
export function dueDateOf(
  invoice: XmlElement,
  totals: XmlElement | undefined,
  documentDate: string,
): { readonly dueDate: string; readonly terms: string } {
  const terms =
    firstText(invoice, ['PaymentTerms']) || textAt(totals, 'Settlement', 'PaymentTerms');
  const stated = [
    firstText(invoice, ['DueDate']),
    terms,
    textAt(totals, 'Settlement', 'SettlementDate'),
  ]
    .map(dayOf)
    .find((text) => parseIsoDate(text).ok);
  if (stated !== undefined) return { dueDate: stated, terms: '' };
  const days = dayCount.exec(terms)?.[1];
  const from = parseIsoDate(documentDate);
  if (days !== undefined && from.ok) return { dueDate: addDays(from.value, Number(days)), terms };
  return { dueDate: '', terms };
}
