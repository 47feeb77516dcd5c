import { fail } from '../../fail';
import type { ImportFormat } from '../../format';
import type { ReadOptions, SourceFile } from '../../source';
import { decimalMark, markedDecimal } from '../amount';
import { gridsOf } from '../grids';
import type { BankBalance, BankStatement, StatementTransaction } from '../statement';
import { checkLength, headText, statementText } from '../text';
import { type DateOrder, dateOrderOf, qifDate } from './dates';
import { type QifRecord, type QifSection, sectionsOf } from './records';

/** Sections whose records are an account's movements. Investments, lists and memorized ones are not. */
const movements = new Set(['bank', 'ccard', 'cash', 'oth a', 'oth l']);

interface Dialect {
  /** `undefined` where nothing proves it. */
  readonly order: DateOrder['order'] | undefined;
  readonly mark: '.' | ',';
}

export interface QifReading {
  readonly statements: readonly BankStatement[];
  /** How its dates were read; where nothing proves the order, a person should look. */
  readonly dates: DateOrder;
}

/**
 * The accounts of a QIF file. Day and month, and the decimal mark, are decided over the whole file.
 * Source: Intuit, Quicken Interchange Format specification.
 * @throws ImportFailure; Cancelled
 */
export async function readQif(file: SourceFile, options: ReadOptions): Promise<QifReading> {
  const text = await statementText(file, options);
  const sections = sectionsOf(text);
  if (!sections) fail(file, 'damaged_file', 1, { place: 'line 1', detail: 'no !Type' });
  const found = sections.filter(({ type, records }) => movements.has(type) && records.length > 0);
  if (found.length === 0) fail(file, 'no_rows');
  const records = found.flatMap((section) => section.records);
  for (const record of records) for (const value of record.values()) checkLength(file, value, 1);
  const dates = dateOrderOf(records.map((record) => record.get('D') ?? ''));
  const dialect: Dialect = {
    order: dates.isProven ? dates.order : undefined,
    mark: decimalMark(records.map(figureOf)) ?? '.',
  };
  return { statements: found.map((section) => statementOf(section, dialect)), dates };
}

const figureOf = (record: QifRecord): string => record.get('T') ?? record.get('U') ?? '';

function statementOf({ account, records }: QifSection, dialect: Dialect): BankStatement {
  const first = records[0];
  const isOpening = first !== undefined && isOpeningBalance(first);
  const own = /^\[(.*)\]$/.exec(first?.get('L') ?? '')?.[1];
  const name = account?.get('N') ?? (isOpening ? (own ?? '') : '');
  const lines = (isOpening ? records.slice(1) : records).map((one) => transactionOf(one, dialect));
  const dates = lines.map((line) => line.bookingDate).sort();
  const period = [dates[0] ?? '', dates.at(-1) ?? ''];
  return {
    statementId: period.filter((part) => part !== '').join(' '),
    isNumbered: false,
    account: name,
    currency: '',
    opening: isOpening ? balanceOf(first.get('D'), figureOf(first), dialect) : undefined,
    closing: balanceOf(account?.get('/'), account?.get('$'), dialect),
    transactions: lines,
    leftOutCount: 0,
    controls: [],
  };
}

/** The first record of an account's register says what was there before, and names the account as its category. */
const isOpeningBalance = (record: QifRecord): boolean =>
  /^opening balance$/i.test(record.get('P') ?? '') && /^\[.*\]$/.test(record.get('L') ?? '');

function balanceOf(
  date: string | undefined,
  figure: string | undefined,
  dialect: Dialect,
): BankBalance | undefined {
  if (figure === undefined) return undefined;
  return {
    date: qifDate(date ?? '', dialect.order),
    amount: amountOf(figure, dialect),
    currency: '',
  };
}

function transactionOf(record: QifRecord, dialect: Dialect): StatementTransaction {
  const transfer = /^\[(.*)\]$/.exec(record.get('L') ?? '')?.[1];
  return {
    status: 'booked',
    bookingDate: qifDate(record.get('D') ?? '', dialect.order),
    valueDate: '',
    amount: amountOf(figureOf(record), dialect),
    currency: '',
    counterparty: record.get('P') ?? '',
    counterpartyAccount: transfer ?? '',
    reference: record.get('N') ?? '',
    bankReference: '',
    entryId: '',
    remittance: record.get('M') ?? '',
    balanceAfter: '',
  };
}

const amountOf = (text: string, { mark }: Dialect): string => markedDecimal(text, mark) ?? text;

/** QIF, told by its first header. */
export const qifFormat: ImportFormat = {
  id: 'qif',
  matches: (head) => /^[\s\uFEFF]*!(?:Type\s*:|Account|Option|Clear)/i.test(headText(head)),
  read: async (file, options) => gridsOf((await readQif(file, options)).statements),
};
