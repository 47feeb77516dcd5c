import { currencyScale } from '../../../domain/money/currency';
import { fail } from '../../fail';
import { limits } from '../../limits';
import type { SourceFile } from '../../source';
import { ofMinorUnits, opposite } from '../amount';
import { swiftDate } from '../dates';
import type {
  BankBalance,
  BankStatement,
  ControlDifference,
  StatementTransaction,
} from '../statement';
import { typedAmounts } from './amounts';
import { detailOf } from './detail';
import { type Bai2Record, fieldsOf } from './records';
import { closingLedger, directionOf, openingLedger } from './types';

type Level = ControlDifference['level'];

/** What a level has come to, to be compared with its trailer. */
interface Tally {
  total: bigint;
  records: number;
  /** Accounts of a group, groups of a file. */
  members: number;
}

const newTally = (): Tally => ({ total: 0n, records: 0, members: 0 });

const isDigits = /^[+-]?\d{1,30}$/;

interface Draft {
  readonly account: string;
  readonly currency: string;
  readonly date: string;
  opening: BankBalance | undefined;
  closing: BankBalance | undefined;
  readonly transactions: StatementTransaction[];
  readonly controls: ControlDifference[];
  leftOutCount: number;
}

/** Reads the records of a file in their nesting: file, group, account, details, and their trailers. */
export class Bai2File {
  readonly #file: SourceFile;
  readonly #drafts: Draft[] = [];
  readonly #tallies: Record<Level, Tally> = {
    account: newTally(),
    group: newTally(),
    file: newTally(),
  };
  /** What is open, from the outermost. */
  #open: readonly Level[] = [];
  #isDone = false;
  #groupDate = '';
  #groupCurrency = '';
  #draft: Draft | undefined;
  /** Differences that were found before any account. */
  readonly #early: ControlDifference[] = [];

  constructor(file: SourceFile) {
    this.#file = file;
  }

  take(record: Bai2Record): void {
    const { code } = record;
    if (this.#isDone) this.#damaged(record, `${code} after 99`);
    if (code === '01') this.#begin(record, []);
    else if (code === '02') this.#beginGroup(record);
    else if (code === '03') this.#beginAccount(record);
    else if (code === '16') this.#takeDetail(record);
    else if (code === '49') this.#end(record, 'account');
    else if (code === '98') this.#end(record, 'group');
    else if (code === '99') this.#end(record, 'file');
    else this.#damaged(record, `record ${code}`);
  }

  /** The statements, once all records are taken. */
  statements(): readonly BankStatement[] {
    if (!this.#isDone)
      fail(this.#file, 'damaged_file', undefined, { place: 'its end', detail: 'no record 99' });
    const first = this.#drafts[0];
    if (!first) fail(this.#file, 'no_rows');
    first.controls.unshift(...this.#early);
    return this.#drafts.map(({ date, ...draft }) => ({
      statementId: date,
      isNumbered: true,
      ...draft,
    }));
  }

  #begin(record: Bai2Record, within: readonly Level[]): void {
    const level: Level = (['file', 'group', 'account'] as const)[within.length] ?? 'account';
    if (this.#open.length !== within.length) this.#damaged(record, `record ${record.code}`);
    this.#open = [...within, level];
    this.#tallies[level] = newTally();
    this.#count(record);
  }

  #beginGroup(record: Bai2Record): void {
    this.#begin(record, ['file']);
    const [, , , date = '', , currency = ''] = fieldsOf(record);
    this.#groupDate = swiftDate(date) ?? this.#damaged(record, `date ${date}`);
    this.#groupCurrency = currency || 'USD';
    this.#tallies.file.members += 1;
  }

  #beginAccount(record: Bai2Record): void {
    this.#begin(record, ['file', 'group']);
    const [account = '', currency = '', ...amounts] = fieldsOf(record);
    this.#draft = {
      account,
      currency: currency || this.#groupCurrency,
      date: this.#groupDate,
      opening: undefined,
      closing: undefined,
      transactions: [],
      controls: [],
      leftOutCount: 0,
    };
    this.#drafts.push(this.#draft);
    this.#tallies.group.members += 1;
    for (const { type, amount } of typedAmounts(amounts)) {
      if (!/^\d{3}$/.test(type)) this.#damaged(record, `type code ${type.slice(0, 20)}`);
      this.#add(record, amount);
      if (type === openingLedger) this.#draft.opening ??= this.#balanceOf(record, amount);
      if (type === closingLedger) this.#draft.closing ??= this.#balanceOf(record, amount);
    }
  }

  #takeDetail(record: Bai2Record): void {
    const draft = this.#draft;
    if (!draft || !this.#open.includes('account')) this.#damaged(record, 'no record 03 before it');
    this.#count(record);
    const detail = detailOf(record);
    for (const text of [detail.text, detail.customerReference])
      if (text.length > limits.cellBytesMax)
        fail(this.#file, 'cell_too_large', record.line, { limit: limits.cellBytesMax });
    this.#add(record, detail.amount);
    const direction = directionOf(detail.type);
    if (direction === undefined) this.#damaged(record, `type code ${detail.type.slice(0, 20)}`);
    const amount = ofMinorUnits(detail.amount || '0', currencyScale(draft.currency)) ?? '0';
    if (direction === 'none') {
      draft.leftOutCount += 1;
      return;
    }
    draft.transactions.push({
      status: 'booked',
      bookingDate: draft.date,
      valueDate: detail.valueDate,
      amount: direction === 'debit' ? opposite(amount) : amount,
      currency: draft.currency,
      counterparty: '',
      counterpartyAccount: '',
      reference: detail.customerReference,
      bankReference: detail.bankReference,
      entryId: '',
      remittance: detail.text,
      balanceAfter: '',
    });
  }

  #balanceOf(record: Bai2Record, text: string): BankBalance | undefined {
    if (text === '' || !this.#draft) return undefined;
    const { currency, date } = this.#draft;
    const amount = ofMinorUnits(text, currencyScale(currency));
    return amount === undefined ? this.#damaged(record, text) : { date, amount, currency };
  }

  /** Counts a record on every open level. */
  #count({ count }: Bai2Record): void {
    for (const level of this.#open) this.#tallies[level].records += count;
  }

  /** Control totals add up every amount of an account as it stands, balances and summaries too. */
  #add(record: Bai2Record, text: string): void {
    if (text === '') return;
    if (!isDigits.test(text)) this.#damaged(record, `amount ${text.slice(0, 40)}`);
    this.#tallies.account.total += BigInt(text.replace('+', ''));
  }

  #end(record: Bai2Record, level: Level): void {
    if (this.#open.at(-1) !== level) this.#damaged(record, `record ${record.code}`);
    this.#count(record);
    const tally = this.#tallies[level];
    const [total = '', ...counts] = fieldsOf(record);
    const differ = (what: ControlDifference['what'], stated: string, counted: bigint): void => {
      if (stated !== '' && !isDigits.test(stated)) this.#damaged(record, stated.slice(0, 40));
      if (BigInt(stated.replace('+', '') || '0') === counted) return;
      const into = this.#draft?.controls ?? this.#early;
      into.push({ level, what, line: record.line, stated, counted: String(counted) });
    };
    differ('total', total, tally.total);
    if (level !== 'account')
      differ(level === 'group' ? 'accounts' : 'groups', counts[0] ?? '', BigInt(tally.members));
    differ('records', (level === 'account' ? counts[0] : counts[1]) ?? '', BigInt(tally.records));
    this.#open = this.#open.slice(0, -1);
    const above = this.#open.at(-1);
    // A trailer adds up the trailers below it, as they are stated.
    if (above && isDigits.test(total)) this.#tallies[above].total += BigInt(total.replace('+', ''));
    if (level === 'file') this.#isDone = true;
  }

  #damaged(record: Bai2Record, detail: string): never {
    return fail(this.#file, 'damaged_file', record.line, { place: `line ${record.line}`, detail });
  }
}
