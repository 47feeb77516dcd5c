import { decimalMark, markedDecimal } from '../amount';
import { isoDate } from '../dates';
import type { BankBalance, BankStatement, StatementTransaction } from '../statement';
import type { OfxAggregate } from './document';

type Mark = '.' | ',' | undefined;

/** Responses that are statements: of a bank account, of a card, and the cash of a securities account. */
const responses = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);
const accounts = ['BANKACCTFROM', 'CCACCTFROM', 'INVACCTFROM'] as const;
const transactionLists = new Set(['BANKTRANLIST', 'BANKTRANLISTP', 'INVTRANLIST']);

/** The statements of a document. Trades of securities are counted and left out: they are no bank transactions. */
export function statementsOf(root: OfxAggregate): readonly BankStatement[] {
  const found: OfxAggregate[] = [];
  collect(root, found);
  const mark = decimalMark(amountsOf(found));
  return found.map((response) => statementOf(response, mark));
}

/** The first amount of which nothing tells whether its comma stands before decimals or between thousands. */
export function undecidedAmount(root: OfxAggregate): string | undefined {
  const found: OfxAggregate[] = [];
  collect(root, found);
  const amounts = [...amountsOf(found)];
  if (decimalMark(amounts) !== undefined) return undefined;
  return amounts.find((text) => /^[+-]?\d{1,3},\d{3}$/.test(text));
}

function collect(aggregate: OfxAggregate, into: OfxAggregate[]): void {
  for (const child of aggregate.children) {
    if (responses.has(child.name)) into.push(child);
    else collect(child, into);
  }
}

function* amountsOf(found: readonly OfxAggregate[]): Generator<string> {
  for (const response of found) {
    for (const line of linesOf(response)) yield line.values.get('TRNAMT') ?? '';
    yield within(response, 'LEDGERBAL')?.values.get('BALAMT') ?? '';
  }
}

const within = (aggregate: OfxAggregate, name: string): OfxAggregate | undefined =>
  aggregate.children.find((child) => child.name === name);

function linesOf(response: OfxAggregate): readonly OfxAggregate[] {
  return response.children
    .filter((child) => transactionLists.has(child.name))
    .flatMap((list) => list.children)
    .filter(({ name }) => name === 'STMTTRN' || name === 'STMTTRNP');
}

function statementOf(response: OfxAggregate, mark: Mark): BankStatement {
  const account = accounts
    .map((name) => within(response, name)?.values.get('ACCTID') ?? '')
    .find((id) => id !== '');
  const lines = linesOf(response);
  const isUnsigned = !lines.some(isMinus) && lines.some((line) => isOut(line));
  const currency = response.values.get('CURDEF') ?? lines.map(ownCurrency).find(Boolean) ?? '';
  const closing = closingOf(response, currency, mark);
  const lists = response.children.filter((child) => transactionLists.has(child.name));
  const [list] = lists;
  const period = ['DTSTART', 'DTEND'].map((name) => dateOf(list?.values.get(name) ?? ''));
  return {
    statementId: (list ? period : [closing?.date ?? '']).filter((part) => part !== '').join(' '),
    isNumbered: false,
    account: account ?? '',
    currency,
    opening: undefined,
    closing,
    transactions: lines.map((line) => transactionOf(line, currency, mark, isUnsigned)),
    turnedCount: isUnsigned ? lines.filter(isOut).length : 0,
    leftOutCount: lists.flatMap((one) => one.children).filter(({ name }) => name === 'INVTRAN')
      .length,
    controls: [],
  };
}

/** Types of transactions by which money only ever leaves an account. Source: OFX 2.2, section 11.4.4.3. */
const outgoing = new Set(['DEBIT', 'CHECK', 'FEE', 'SRVCHG', 'DIRECTDEBIT']);

const isOut = (line: OfxAggregate): boolean =>
  outgoing.has((line.values.get('TRNTYPE') ?? '').toUpperCase());

const isMinus = (line: OfxAggregate): boolean =>
  (line.values.get('TRNAMT') ?? '').trim().startsWith('-');

const unsigned = (text: string): string => text.trim().replace(/^\+\s*/, '');

const ownCurrency = (line: OfxAggregate): string | undefined =>
  within(line, 'CURRENCY')?.values.get('CURSYM');

function closingOf(response: OfxAggregate, currency: string, mark: Mark): BankBalance | undefined {
  const ledger = within(response, 'LEDGERBAL');
  const text = ledger?.values.get('BALAMT') ?? '';
  if (text === '') return undefined;
  const date = dateOf(ledger?.values.get('DTASOF') ?? '');
  return { date, amount: amountOf(text, mark), currency };
}

/** @param isUnsigned no amount of the statement has a minus: the type alone says which money left */
function transactionOf(
  line: OfxAggregate,
  currency: string,
  mark: Mark,
  isUnsigned: boolean,
): StatementTransaction {
  const of = (name: string): string => line.values.get(name) ?? '';
  const balance = of('ACCTBAL');
  return {
    status: line.name === 'STMTTRN' ? 'booked' : 'pending',
    bookingDate: dateOf(of('DTPOSTED')),
    valueDate: dateOf(of('DTAVAIL') || of('VALUEDATE')),
    amount: amountOf(isUnsigned && isOut(line) ? `-${unsigned(of('TRNAMT'))}` : of('TRNAMT'), mark),
    // CURRENCY: the amount is in it. ORIGCURRENCY: it was, before the bank converted it.
    currency: ownCurrency(line) ?? currency,
    counterparty: of('NAME') || (within(line, 'PAYEE')?.values.get('NAME') ?? ''),
    counterpartyAccount:
      (within(line, 'BANKACCTTO') ?? within(line, 'CCACCTTO'))?.values.get('ACCTID') ?? '',
    reference: [of('REFNUM'), of('CHECKNUM')].find((text) => !/^0*$/.test(text)) ?? '',
    bankReference: of('FITID'),
    entryId: of('FITID'),
    remittance: of('MEMO'),
    balanceAfter: balance === '' ? '' : amountOf(balance, mark),
  };
}

/**
 * An amount; what is none stays as it stands, so that its row says so. OFX writes no marks between thousands, but some
 * banks do: a file with a comma that may be either is refused.
 */
function amountOf(text: string, mark: Mark): string {
  if (mark === undefined && text.includes(',')) return text;
  return markedDecimal(text, mark ?? '.') ?? text;
}

/**
 * `YYYYMMDD`, then a time and a zone that do not move it: the day is the bank's. What is no date stays as it stands.
 * Source: OFX 2.2, section 3.2.8.2.
 */
function dateOf(text: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})(?:\d{4,6}(?:[.:]\d+)?)?(?:\[[^\]]*\])?$/.exec(text.trim());
  if (!match) return text.trim();
  return isoDate(Number(match[1]), Number(match[2]), Number(match[3])) ?? text.trim();
}
