import { fail } from '../../fail';
import type { SourceFile } from '../../source';
import { opposite, plainDecimal } from '../amount';
import { swiftDate } from '../dates';
import type { BankBalance, BankStatement } from '../statement';
import { checkLength } from '../text';
import type { SwiftField } from './fields';
import { LineBuilder } from './transaction';

/** Mark, date, currency, amount. Source: SWIFT MT940, fields 60a and 62a. Some banks leave the currency out. */
const balance = /^\s*([CD])(\d{6})([A-Z]{3})?(\d[\d,.]{0,29})\s*$/;

/** Sources: SWIFT MT942, fields 34F (currency first) and 90 (behind the number of entries). */
const currencyWithin = /^\d*([A-Z]{3})/;

/** The letters of a currency behind an account. */
const currencyAtEnd = /\d\/?([A-Z]{3})$/;

/** Takes the fields of one statement as they come. */
export class MessageBuilder {
  readonly #file: SourceFile;
  readonly #numbers: string[] = [];
  #account: string | undefined;
  #opening: BankBalance | undefined;
  #closing: BankBalance | undefined;
  #isOpeningFinal = true;
  #isClosingFinal = true;
  readonly #lines: LineBuilder[] = [];
  #currency = '';
  #reference = '';
  #time = '';
  /** Of an interim report, which has no balances: from its floor limit or its sums. */
  #otherCurrency = '';

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** Whether a field begins another statement, this one having come to its end, or having what the field says. */
  isEndedBy({ tag, isFirst }: SwiftField): boolean {
    if (tag === '20') return this.#reference !== '' || this.isStatement;
    if (isFirst && tag !== '86' && tag !== 'NS') return this.#closing !== undefined;
    const isOpening = tag.startsWith('60');
    if (isOpening) return this.#opening !== undefined;
    return tag === '25' && this.#closing !== undefined;
  }

  take(field: SwiftField): void {
    const { tag, lines, line } = field;
    const text = (lines[0] ?? '').trim();
    for (const one of lines) checkLength(this.#file, one, line);
    if (tag === '20') this.#reference = text;
    else if (tag === '25' || tag === '25P') this.#takeAccount(text);
    else if (tag === '28' || tag === '28C') this.#numbers.push(text);
    else if (tag === '13D' || tag === '13') this.#time = text;
    else if (tag === '34F' || tag.startsWith('90'))
      this.#otherCurrency ||= currencyWithin.exec(text)?.[1] ?? '';
    else if (tag === '60F' || tag === '60M' || tag === '60') this.#open(field);
    else if (tag === '62F' || tag === '62M' || tag === '62') this.#close(field);
    else if (tag === '61') this.#lines.push(new LineBuilder(this.#file, field));
    // What follows the closing balance is about the statement, not about its last line.
    else if ((tag === '86' || tag === 'NS') && !this.#closing) this.#lines.at(-1)?.take(field);
  }

  /** Whether there is anything of a statement at all. */
  get isStatement(): boolean {
    return (
      this.#account !== undefined ||
      this.#opening !== undefined ||
      this.#closing !== undefined ||
      this.#lines.length > 0
    );
  }

  /** Whether another message is the next page of this statement. */
  isContinuedBy(next: MessageBuilder): boolean {
    return (
      !this.#isClosingFinal &&
      !next.#isOpeningFinal &&
      this.#account === next.#account &&
      this.#closing?.amount === next.#opening?.amount
    );
  }

  continueWith(next: MessageBuilder): void {
    this.#closing = next.#closing;
    this.#isClosingFinal = next.#isClosingFinal;
    this.#lines.push(...next.#lines);
    this.#currency ||= next.#currency;
  }

  built(): BankStatement {
    const account = this.#account ?? '';
    const currency =
      this.#currency ||
      this.#closing?.currency ||
      this.#otherCurrency ||
      (currencyAtEnd.exec(account)?.[1] ?? '');
    const known = (one: BankBalance | undefined): BankBalance | undefined =>
      one && { ...one, currency: one.currency || currency };
    const opening = known(this.#opening);
    return {
      statementId: this.#statementId(),
      isNumbered: /^0*[1-9]/.test(this.#numbers[0] ?? ''),
      account,
      currency,
      opening,
      closing: known(this.#closing),
      transactions: this.#lines.map((line) => line.built(account, currency)),
      leftOutCount: 0,
      controls: [],
    };
  }

  /**
   * Numbers of statements begin anew each year, and some banks do not count: the opening balance tells them apart.
   * Where a file is a part of a statement, what it has.
   */
  #statementId(): string {
    const number = this.#numbers[0] ?? '';
    const [opening, closing] = [this.#opening, this.#closing];
    const parts = opening
      ? [number, opening.date, opening.amount]
      : [number, this.#reference, this.#time, closing?.date ?? '', closing?.amount ?? ''];
    const days = [this.#lines[0]?.bookingDate ?? '', this.#lines.at(-1)?.bookingDate ?? ''];
    const known = parts.some((part) => part !== '') ? parts : days;
    return known.filter((part) => part !== '').join(' ');
  }

  /** The first counts: where field 86 was written as another 25, it is no account. */
  #takeAccount(text: string): void {
    this.#account ??= text;
  }

  #open(field: SwiftField): void {
    this.#opening = this.#balanceOf(field);
    this.#isOpeningFinal = field.tag !== '60M';
    this.#currency ||= this.#opening.currency;
  }

  #close(field: SwiftField): void {
    this.#closing = this.#balanceOf(field);
    this.#isClosingFinal = field.tag !== '62M';
  }

  #balanceOf({ tag, lines, line }: SwiftField): BankBalance {
    const text = lines[0] ?? '';
    const [, mark = '', when = '', currency = '', figure = ''] = balance.exec(text) ?? [];
    const date = swiftDate(when);
    const amount = plainDecimal(figure.replace(',', '.'));
    if (date === undefined || amount === undefined)
      fail(this.#file, 'damaged_file', line, {
        place: `line ${line}`,
        detail: `:${tag}:${text.slice(0, 80)}`,
      });
    return { date, currency, amount: mark === 'D' ? opposite(amount) : amount };
  }
}
