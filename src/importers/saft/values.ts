import { type Exact, exact } from '../../domain/money/decimal';
import { parseIsoDate } from '../../domain/time/calendar';
import { plainDecimal } from '../bank/amount';
import { childAt, textAt, type XmlElement } from '../xml/element';

/** The text of the first of several paths that has one; blank where none has. */
export function firstText(
  element: XmlElement | undefined,
  ...paths: readonly (readonly string[])[]
): string {
  for (const path of paths) {
    const text = textAt(element, ...path);
    if (text !== '') return text;
  }
  return '';
}

/** A day, of `xs:date` or `xs:dateTime`, with or without a zone; what is no date stays as it is, to be rejected. */
export function dayOf(text: string): string {
  const parsed = parseIsoDate(text.slice(0, 10));
  return parsed.ok && /^(?:[TZ+-]|$)/.test(text.slice(10)) ? parsed.value : text;
}

/** When something was typed in, without a zone; blank for what says no such thing, which is no reason to reject a row. */
export function instantOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?/.exec(text)?.[0] ?? '';
}

/** An amount as the file has it: in the books' currency, and in its own where it has another. */
export interface SaftAmount {
  readonly base: string;
  /** Blank where the amount is in the books' currency alone. */
  readonly currency: string;
  readonly foreign: string;
}

/**
 * An amount that is plain text (Portugal, Austria, totals everywhere) or an `AmountStructure` (OECD 2.0, Norway,
 * Romania, Lithuania, Luxembourg): `Amount` in the header's currency, `CurrencyCode` and `CurrencyAmount` beside it.
 */
export function amountOf(element: XmlElement | undefined, baseCurrency: string): SaftAmount {
  const base = childAt(element, 'Amount') ? textAt(element, 'Amount') : textAt(element);
  const code = textAt(element, 'CurrencyCode');
  const foreign = textAt(element, 'CurrencyAmount');
  const isForeign = code !== '' && code !== baseCurrency && foreign !== '';
  return { base, currency: isForeign ? code : '', foreign: isForeign ? foreign : '' };
}

/** A decimal of a file; `undefined` for what is none. */
export function decimalOf(text: string): Exact | undefined {
  const plain = plainDecimal(text);
  return plain === undefined ? undefined : exact(plain);
}

/** A text with its sign turned, where it is a decimal; else as it is. */
export function negated(text: string): string {
  const value = decimalOf(text);
  if (!value) return text;
  if (value.isZero()) return text;
  return text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/, '')}`;
}

/** Ids by which files say that there is nobody: Romania writes `0` where a customer or supplier must be named. */
export function idOf(text: string): string {
  return text === '0' ? '' : text;
}
