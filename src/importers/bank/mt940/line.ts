import { opposite, plainDecimal } from '../amount';
import { nearestDate, swiftDate } from '../dates';

/** What field 61 says of a transaction. */
export interface StatementLine {
  readonly bookingDate: string;
  readonly valueDate: string;
  readonly amount: string;
  /** The account owner's reference. */
  readonly reference: string;
  readonly bankReference: string;
  readonly supplementary: string;
  /** The name that a Dutch bank writes behind a reference of full width, on the same line. */
  readonly name: string;
}

/**
 * Value date, entry date, mark, funds code, amount, type; then the references.
 * Source: SWIFT MT940, field 61: 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x] and [34x] on the next line.
 */
const line61 = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?\s*(\d[\d,.]{0,29})([A-Z][A-Z0-9 ]{3})?(.*)$/;

/** An amount as it may stand there; a point before three digits may stand between thousands, and is neither. */
const figure15d = /^\d+(?:,\d{0,15}|\.\d{0,2}|\.\d{4,15})?$/;

const referenceWidth = 16;

/** The line of field 61 and those below it; `undefined` where it is none. */
export function statementLine(lines: readonly string[]): StatementLine | undefined {
  const [first = '', ...rest] = lines;
  // Some banks break the line before the amount.
  const isBroken = /^\d{6,10}(?:R|E)?[CD][A-Z]?\s*$/.test(first);
  const joined = isBroken ? first.trimEnd() + (rest.shift() ?? '') : first;
  const match = line61.exec(joined);
  if (!match) return undefined;
  const [, value = '', entry, mark = '', , figure = '', type, references = ''] = match;
  const valueDate = swiftDate(value);
  // An amount always has its comma; a few banks leave it out, but behind a figure that was cut nothing stands.
  if (!figure15d.test(figure) || (type === undefined && !/[,.]/.test(figure))) return undefined;
  const amount = plainDecimal(figure.replace(',', '.').replace(/\.$/, ''));
  if (valueDate === undefined || amount === undefined) return undefined;
  const bookingDate = entry === undefined ? valueDate : nearestDate(entry, valueDate);
  if (bookingDate === undefined) return undefined;
  // RC takes a credit back, RD a debit.
  const isCredit = mark === 'C' || mark === 'RD' || mark === 'EC';
  return {
    bookingDate,
    valueDate,
    amount: isCredit ? amount : opposite(amount),
    ...referencesOf(references),
    supplementary: rest
      .map((text) => text.trim())
      .join('\n')
      .trim(),
  };
}

function referencesOf(text: string): Pick<StatementLine, 'reference' | 'bankReference' | 'name'> {
  const slashes = text.indexOf('//');
  if (slashes >= 0)
    return {
      reference: text.slice(0, slashes).trim(),
      bankReference: text.slice(slashes + 2).trim(),
      name: '',
    };
  // A name stands behind a reference that is padded to its width; some banks' references are longer than that.
  const width = text.charAt(referenceWidth - 1) === ' ' ? referenceWidth : text.length;
  return {
    reference: text.slice(0, width).trim(),
    bankReference: '',
    name: text.slice(width).trim(),
  };
}
