import { fail } from '../../fail';
import type { SourceFile } from '../../source';
import { isReference } from '../ids';
import type { StatementTransaction } from '../statement';
import { type Details, detailsOf, nonSwiftDetails } from './details';
import type { SwiftField } from './fields';
import { type StatementLine, statementLine } from './line';

/** References that say no more than where the reference stands: in field 86, under that key. */
const elsewhere = /^(?:EREF|KREF|MREF)\+?$/;

const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

const nothing: Details = {
  remittance: '',
  counterparty: '',
  counterpartyAccount: '',
  reference: '',
};

/** One transaction: field 61, and the fields 86 or `:NS:` below it. */
export class LineBuilder {
  readonly #line: StatementLine;
  readonly #details: string[] = [];
  readonly #nonSwift: string[] = [];

  constructor(file: SourceFile, { lines, line }: SwiftField) {
    this.#line =
      statementLine(lines) ??
      fail(file, 'damaged_file', line, {
        place: `line ${line}`,
        detail: `:61:${(lines[0] ?? '').slice(0, 80)}`,
      });
  }

  take({ tag, lines }: SwiftField): void {
    const into = tag === 'NS' ? this.#nonSwift : this.#details;
    for (const line of lines) into.push(line);
  }

  get bookingDate(): string {
    return this.#line.bookingDate;
  }

  built(account: string, currency: string): StatementTransaction {
    const line = this.#line;
    const details =
      this.#details.length > 0
        ? detailsOf(this.#details)
        : this.#nonSwift.length > 0
          ? nonSwiftDetails(this.#nonSwift)
          : nothing;
    const party = partyOf(line, details, account);
    return {
      status: 'booked',
      bookingDate: line.bookingDate,
      valueDate: line.valueDate,
      amount: line.amount,
      currency,
      ...party,
      reference: referenceOf(line, details),
      bankReference: line.bankReference,
      entryId: '',
      remittance: details.remittance || line.supplementary,
      balanceAfter: '',
    };
  }
}

/** What field 86 names end to end comes before the reference of field 61; one that says nothing comes last. */
function referenceOf(line: StatementLine, details: Details): string {
  const own = elsewhere.test(line.reference) ? '' : line.reference;
  const found = [details.reference, own].filter((text) => text !== '');
  return found.find(isReference) ?? found[0] ?? line.reference;
}

/**
 * The other side. Where field 86 does not name it, Dutch banks do in field 61: the account as the reference and the
 * name below it, both again at the beginning of field 86; or the name on the line itself; or the IBAN below it.
 */
function partyOf(
  line: StatementLine,
  details: Details,
  account: string,
): Pick<StatementTransaction, 'counterparty' | 'counterpartyAccount'> {
  const { counterparty, counterpartyAccount } = details;
  const isOwn = [account, account.split('/').at(-1)].includes(counterpartyAccount);
  const theirs = isOwn ? '' : counterpartyAccount;
  if (counterparty !== '' || theirs !== '')
    return {
      counterparty,
      counterpartyAccount: theirs || (iban.test(line.supplementary) ? line.supplementary : ''),
    };
  const { supplementary, reference } = line;
  if (iban.test(supplementary)) return { counterparty: '', counterpartyAccount: supplementary };
  const isRepeated = supplementary !== '' && /^[A-Z0-9]+$/.test(reference);
  if (isRepeated && details.remittance.startsWith(`${reference} ${supplementary}`))
    return { counterparty: supplementary, counterpartyAccount: reference };
  return { counterparty: line.name, counterpartyAccount: '' };
}
