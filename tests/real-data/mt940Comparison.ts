import { expect } from 'vitest';
import { exact } from '../../src/domain/money/decimal';
import type {
  BankBalance,
  BankStatement,
  StatementTransaction,
} from '../../src/importers/bank/statement';
import type { DumpMap, DumpValue } from '../support/pythonDump';

/**
 * A dump holds one set of data for its file: the last statement's, key by key. Whose a final balance is where the last
 * statement has none; whose account, where a later field 25 is none.
 */
const finalStatement: Readonly<Record<string, number>> = { 'jejik/abnamro.sta': 0 };

/** Figures that a dump has wrong, with what is right. */
const rightAccount: Readonly<Record<string, string>> = {
  // Field 86 of the file was written as a second field 25; the first is the account.
  'betterplace/sepa_snippet_broken.sta': '50880050/0194787400888',
};
const rightClosing: Readonly<Record<string, string>> = {
  // `C02032495000,00` has no currency; the dump takes the first three digits for one.
  'self-provided/raphaelm.sta': '2002-03-24 95000 DEM',
};

/** Texts that a dump leaves raw, or takes from a place where they do not belong, with what they come to. */
const rightTexts: Readonly<Record<string, readonly (string | undefined)[]>> = {
  // Subfields that begin with > instead of ?, which the dump does not take apart.
  'jejik/triodos.sta': [
    'ALGEMENE TUSSENREKENING KOSTEN VAN 01-10-2010 TOT EN MET 31-12-2010',
    'HUUR\nKANTOOR - FEB 2010',
  ],
  // Field 86 behind the closing balance counts the statement's lines; the dump hangs it on the last of them.
  'jejik/ing.sta': [
    ...Array.from({ length: 6 }, () => undefined),
    '0111111111 Hr S Marechal\nROSMALEN Hr S Marechal ROSMALEN\nBetaling transactiedatum: 22-07-2010',
  ],
  // Text before the first key of SEPA belongs to the purpose as well.
  'self-provided/gv_codes.sta': [
    'Cie., S.C.A.SEPA-BASISLASTSCHRIFT\n. SPOTIFY, Ihr Einkaufbei SPOTIFY',
  ],
};

/** Names and accounts that Dutch banks put into field 61 or between slashes; the dump leaves them where they stand. */
const dutchParties: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'jejik/rabobank-iban.sta': [
    ['CONTRA ACCOUNT HOLDER', 'NL70ABNA0987654321'],
    ['JOHN DOE', ''],
    ['CONTRA ACCOUNT HOLDER', 'NL70ABNA0987654321'],
    ['JOHN DOE', ''],
  ],
  'jejik/rabobank.sta': [
    ['W.P. Jansen', ''],
    ['T-MOBILE NETHERLANDS BV', ''],
    ['TOMTE TUMMETOT AMERSFOORT', ''],
    ['KPN - MOBIEL', ''],
    ['NS-Utrecht C. 117 UTRECHT', ''],
  ],
  'jejik/sns.sta': [
    ['marechal s', '0987654321'],
    ['marechal s', '0987654321'],
  ],
};

/** References of `/EREF/`, to which field 61 only points. */
const slashedReferences: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'jejik/rabobank-iban.sta': [
    '01-01-2013 12:00 0030000987654321',
    undefined,
    '08-01-2013 12:00 0030000987654321',
  ],
};

/** Compares by named fields: account, currency, opening, closing; date, amount, reference, counterparty, text; counts. */
export function expectAsMt940Dump(
  statements: readonly BankStatement[],
  dump: DumpMap,
  name: string,
  bytes: Buffer,
): void {
  const data = mapOf(dump.get('data'));
  const last = statements.at(-1);
  expect(last?.account).toBe(rightAccount[name] ?? textOf(data, 'account_identification'));
  const final = statements[finalStatement[name] ?? statements.length - 1];
  expect(balance(final?.opening)).toBe(dumpedBalance(data, 'final_opening_balance'));
  expect(balance(final?.closing)).toBe(
    rightClosing[name] ?? dumpedBalance(data, 'final_closing_balance'),
  );
  if (final !== last) {
    expect(balance(last?.opening)).toBe(dumpedBalance(data, 'intermediate_opening_balance'));
    expect(balance(last?.closing)).toBe(dumpedBalance(data, 'intermediate_closing_balance'));
  }

  const transactions = statements.flatMap((one) => one.transactions);
  const dumped = listOf(dump.get('transactions')).map((one) => mapOf(mapOf(one).get('data')));
  expect(transactions).toHaveLength(dumped.length);
  const lines61 = bytes.toString('latin1').match(/^:61:(?:[^\r\n]*\r?\n(?=\d+,))?[^\r\n]*/gm) ?? [];
  for (const [i, expected] of dumped.entries()) {
    const transaction = transactions[i];
    if (!transaction) throw new Error('counted before');
    expectFigures(transaction, expected);
    expectReferences(transaction, expected, lines61[i] ?? '', slashedReferences[name]?.[i]);
    expectParty(transaction, expected, dutchParties[name]?.[i]);
    expectText(transaction, expected, rightTexts[name]?.[i]);
  }
}

/** The dump loses the blank at the end of a line; of what goes on in the next line, blanks cannot be compared. */
const packed = (text: string): string => text.replaceAll(/\s/g, '');

/** A reversal takes back: RC is a debit, although the dump has it as plus; the statements tie only so. */
function expectFigures(transaction: StatementTransaction, data: DumpMap): void {
  const amount = mapOf(data.get('amount'));
  const dumped = exact(textOf(amount, 'amount'));
  const isReversal = /^R[CD]$/.test(textOf(data, 'status'));
  const sign = textOf(data, 'status') === 'RC' ? -1 : 1;
  expect({
    amount: exact(transaction.amount).toFixed(),
    currency: transaction.currency,
    valueDate: transaction.valueDate,
    bookingDate: transaction.bookingDate,
  }).toEqual({
    amount: (isReversal ? dumped.abs().times(sign) : dumped).toFixed(),
    currency: textOf(amount, 'currency'),
    valueDate: dateOf(data.get('date')),
    bookingDate: dateOf(data.get('guessed_entry_date') ?? data.get('date')),
  });
}

/**
 * The reference end to end, else the customer's of field 86 (which the dump hangs behind that of field 61), else that
 * of field 61. The dump cuts field 61 after 16 characters even within `//`, and loses it where field 86 has keys of
 * SEPA: there it is taken from the file's own line. A bank's message, `MTLG:`, is no part of a reference.
 */
function expectReferences(
  transaction: StatementTransaction,
  data: DumpMap,
  line61: string,
  slashed: string | undefined,
): void {
  const customer = data.get('customer_reference');
  const own = /(?:[\d,][A-Z][A-Z0-9 ]{3})(.{0,16}?)(?:\s*\/\/(.*?))?\s*$/.exec(
    line61
      .slice(14)
      .replace(/^[^,\d]*/, '')
      .trimEnd(),
  );
  const of61 =
    typeof customer === 'string'
      ? (customer.split('\n')[0] ?? '').split('//')[0]?.replace(/\/$/, '').trim()
      : own?.[1]?.trim();
  const beforeMessage = (text: DumpValue): string =>
    typeof text === 'string' ? (text.split('MTLG:')[0] ?? '').trim() : '';
  const of86 = typeof customer === 'string' ? beforeMessage(customer.split('\n')[1]) : '';
  const endToEnd = beforeMessage(data.get('end_to_end_reference'));
  const candidates = [slashed ?? '', endToEnd, of86, of61 ?? ''].filter((text) => text !== '');
  const expected = candidates.find((text) => text !== 'NONREF') ?? candidates[0] ?? '';
  expect(packed(transaction.reference)).toBe(packed(expected));
  const bank = textOf(data, 'bank_reference');
  const cut = typeof customer === 'string' ? customer.split('\n')[0]?.split('//')[1] : undefined;
  const extra = textOf(data, 'extra_details');
  if (bank !== '') expect(transaction.bankReference).toBe(bank);
  else if (cut !== undefined) expect([cut, `${cut}${extra}`]).toContain(transaction.bankReference);
  else if (transaction.bankReference !== '') {
    expect(own?.[2]).toBe(transaction.bankReference);
    expect(transaction.bankReference.endsWith(extra.replace(/^\//, ''))).toBe(true);
  }
}

function expectParty(
  transaction: StatementTransaction,
  data: DumpMap,
  dutch: readonly [string, string] | undefined,
): void {
  const nonSwift = ['non_swift_15', 'non_swift_16'].map((key) => textOf(data, key)).join('');
  const name = dutch?.[0] ?? (textOf(data, 'applicant_name') || nonSwift);
  const account = dutch?.[1] ?? (textOf(data, 'applicant_iban') || textOf(data, 'non_swift_34'));
  expect(packed(transaction.counterparty)).toBe(packed(name));
  expect(transaction.counterpartyAccount).toBe(packed(account));
}

/**
 * The purpose and what is added to it, the bank's message on a line of its own, or the posting's name where there is no
 * purpose; the lines of an unstructured field 86; those of `:NS:`; what stands below field 61.
 */
function expectText(
  transaction: StatementTransaction,
  data: DumpMap,
  right: string | undefined,
): void {
  const free = data.get('transaction_details');
  if (right !== undefined) expect(transaction.remittance).toBe(right);
  else if (typeof free === 'string' && free !== '')
    expect(transaction.remittance.split('\n').map((line) => line.trim())).toEqual(
      free.split('\n').map((line) => line.trim()),
    );
  else if (data.has('posting_text')) {
    const endToEnd = textOf(data, 'end_to_end_reference').split('MTLG:')[1];
    const customer = textOf(data, 'customer_reference').split('MTLG:')[1];
    const message = endToEnd ?? customer;
    const parts = [
      textOf(data, 'purpose'),
      message === undefined ? '' : `MTLG:${message}`,
      textOf(data, 'additional_purpose'),
    ];
    expect(packed(transaction.remittance)).toBe(
      packed(parts.join('') || textOf(data, 'posting_text')),
    );
  } else if (/^0[1-9]/m.test(textOf(data, 'non_swift'))) {
    const lines = textOf(data, 'non_swift').split('\n');
    const purpose = lines.filter((line) => /^(?:0[1-9]|1[0-4])/.test(line));
    expect(transaction.remittance).toBe(purpose.map((line) => line.slice(2).trim()).join('\n'));
  } else {
    // Of a reference that the dump cut, the end is no text.
    const extra = textOf(data, 'extra_details');
    const isEnd = transaction.bankReference.endsWith(extra);
    expect(transaction.remittance).toBe(isEnd ? '' : extra);
  }
}

const balance = (of: BankBalance | undefined): string =>
  of ? `${of.date} ${exact(of.amount).toFixed()} ${of.currency}` : '';

function dumpedBalance(data: DumpMap, key: string): string {
  const found = data.get(key);
  if (!(found instanceof Map)) return '';
  const amount = mapOf(found.get('amount'));
  return [
    dateOf(found.get('date')),
    exact(textOf(amount, 'amount')).toFixed(),
    textOf(amount, 'currency'),
  ].join(' ');
}

/** A date of Python: year in two bytes, month, day. */
function dateOf(value: DumpValue): string {
  const [year = 0, rest = 0, month = 0, day = 0] = Buffer.from(String(listOf(value)[0]), 'base64');
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year * 256 + rest}-${two(month)}-${two(day)}`;
}

/** A text, or the one text of a list: what a Python object was made of. */
function textOf(map: DumpMap, key: string): string {
  const value = map.get(key);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

const mapOf = (value: DumpValue): DumpMap => (value instanceof Map ? value : new Map());
const listOf = (value: DumpValue): readonly DumpValue[] => (Array.isArray(value) ? value : []);
