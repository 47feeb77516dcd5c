import { parseIsoDate } from '../../../domain/time/calendar';
import { fail } from '../../fail';
import type { SourceFile } from '../../source';
import { textAt, type XmlElement } from '../../xml/element';
import { opposite, plainDecimal } from '../amount';

/** An amount with its sign: a debit is minus, whether it reverses something or not. */
export function signedAmount(file: SourceFile, amount: XmlElement, indicator: string): string {
  const value = plainDecimal(amount.text.trim());
  // Its side is said by the indicator; a sign of its own would contradict it, or say it twice.
  if (value === undefined || value.startsWith('-')) unreadable(file, amount);
  if (indicator === 'DBIT') return opposite(value);
  if (indicator === 'CRDT') return value;
  return fail(file, 'damaged_file', amount.line, {
    place: `${amount.line}`,
    detail: `CdtDbtInd ${indicator}`,
  });
}

/**
 * The date of a choice of `Dt` and `DtTm`, as it is written: where the bank books, it is that day. Blank where there is
 * no element.
 */
export function dateOf(file: SourceFile, choice: XmlElement | undefined): string {
  if (!choice) return '';
  const text = textAt(choice, 'Dt') || textAt(choice, 'DtTm') || choice.text.trim();
  if (text === '') return '';
  const date = parseIsoDate(text.slice(0, 10));
  return date.ok ? date.value : unreadable(file, choice);
}

/** Ends the reading at a value that is not of its type. */
function unreadable(file: SourceFile, element: XmlElement): never {
  const text = element.text.trim().slice(0, 80);
  return fail(file, 'damaged_file', element.line, {
    place: `${element.line}`,
    detail: `${element.name} ${text}`.trim(),
  });
}
