import { asked, type Family, noted, type Outcome, one, refused, table, taken } from './case';
import { csv, lines } from './csv';

/** A statement of two lines: 250.50 in, 100 out, from 1000 to 1150.50 CZK. */
const mt940 = ({
  tag20 = ':20:REF',
  account = ':25:CZ65/1',
  opening = ':60F:C261030CZK1000,00',
  line = ':61:2610311031C250,50NTRFF-001//B1',
  closing = ':62F:C261031CZK1150,50',
  rest = '-',
} = {}): string =>
  lines(
    tag20,
    account,
    ':28C:10/1',
    opening,
    line,
    ':86:Alfa',
    ':61:2610311031D100,00NMSCNONREF//B2',
    ':86:Fee',
    closing,
    rest,
  );
const sta = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(`${name} (MT940)`, 'bad.sta', content, outcome);
/** A statement and its lines, by their amounts in hundredths. */
const czk = (notes: readonly string[], ...amounts: readonly number[]): Outcome =>
  noted(
    notes,
    table(1),
    table(amounts.length, {
      totals: [`CZK ${amounts.reduce((sum, one) => sum + one, 0) / 100}`],
      reads: { amount: amounts.map((one) => (one / 100).toFixed(4)) },
    }),
  );
const good = czk([], 25050, -10000);
const damagedAt = (line: number) => refused('damaged_file', { line });

const bai2 = ({
  account = '03,1,USD,010,100000,,,015,115000,,/',
  detail = '16,195,25000,,B1,C1,Alfa/',
  accountEnd = '49,250000,4/',
  groupEnd = '98,250000,1,6/',
  fileEnd = '99,250000,1,8/',
} = {}): string =>
  lines(
    '01,A,B,261030,1,1,,,2/',
    '02,B,A,1,261030,,USD,2/',
    account,
    detail,
    '16,495,10000,,B2,C2,Fee/',
    accountEnd,
    groupEnd,
    fileEnd,
  );
const bai = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(`${name} (BAI2)`, 'bad.bai', content, outcome);
const usd = (notes: readonly string[], amount: string, rows = 2): Outcome =>
  noted(notes, table(1), table(rows, { totals: [`USD ${amount}`] }));

const ofx = ({
  lines:
    inner = '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261030<TRNAMT>50.00<FITID>1<NAME>Alfa</STMTTRN>',
  end = '</OFX>',
  head = 'OFXHEADER:100\nCHARSET:1252\n\n',
} = {}): string =>
  `${head}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><DTSTART>20261001<DTEND>20261031${inner}</BANKTRANLIST><LEDGERBAL><BALAMT>150.00<DTASOF>20261031</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>${end}`;
const ofxLine = (date: string, amount: string, id = '1'): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${date}<TRNAMT>${amount}<FITID>${id}<NAME>Alfa</STMTTRN>`;
const qfx = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(`${name} (OFX)`, 'bad.ofx', content, outcome);
const ofxTaken = (rows: number, total: string, rest = {}) =>
  taken(table(1), table(rows, { totals: [`EUR ${total}`], ...rest }));

const qif = (...records: readonly string[]): string =>
  lines('!Type:Bank', ...records.flatMap((record) => [...record.split(' '), '^']));
const quicken = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(`${name} (QIF)`, 'bad.qif', content, outcome);
const qifTaken = (rows: number, total: string, rest = {}) =>
  taken(table(1), table(rows, { totals: [total], ...rest }));

const entry = (
  amount: string,
  indicator: string,
  rest = '',
  status = 'BOOK',
  day = '2026-10-31',
): string =>
  `<Ntry>${amount}${indicator === '' ? '' : `<CdtDbtInd>${indicator}</CdtDbtInd>`}<Sts>${status}</Sts><BookgDt><Dt>${day}</Dt></BookgDt>${rest}</Ntry>`;
const amt = (value: string, currency = 'EUR'): string => `<Amt Ccy="${currency}">${value}</Amt>`;
const balance = (code: string, value: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amt(value)}<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-31</Dt></Dt></Bal>`;
const camt = (entries: string, closing = '51.00'): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>CZ1</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', '1.00')}${balance('CLBD', closing)}${entries}</Stmt></BkToCstmrStmt></Document>`;
const iso = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(`${name} (CAMT)`, 'bad.camt.xml', content, outcome);
const eur = (rows: number, total: string, notes: readonly string[] = []): Outcome =>
  noted(notes, table(1), table(rows, { totals: [`EUR ${total}`] }));

export const bank: Family = {
  name: 'statements of banks',
  casesMin: 40,
  cases: [
    sta('a statement', () => mt940(), good),
    sta(
      'a closing balance that does not follow',
      () => mt940({ closing: ':62F:C261031CZK1150,00' }),
      czk(['statement_open'], 25050, -10000),
    ),
    sta(
      'a closing balance that is missing',
      () => mt940({ closing: '' }),
      noted(['statement_incomplete'], table(1), table(2, { totals: ['CZK 150.5'] })),
    ),
    sta(
      'an opening balance that is missing',
      () => mt940({ opening: '' }),
      noted(['statement_incomplete'], table(1), table(2, { totals: ['CZK 150.5'] })),
    ),
    sta(
      'balances in two currencies',
      () => mt940({ closing: ':62F:C261031EUR1150,50' }),
      noted(['statement_incomplete'], table(1), table(2, { totals: ['CZK 150.5'] })),
    ),
    sta(
      'a debit balance',
      () => mt940({ opening: ':60F:D261030CZK1000,00', closing: ':62F:D261031CZK849,50' }),
      good,
    ),
    sta(
      'a balance that is no number',
      () => mt940({ opening: ':60F:C261030CZKabc' }),
      damagedAt(4),
    ),
    sta(
      'a balance of a day that does not exist',
      () => mt940({ opening: ':60F:C261330CZK1000,00' }),
      damagedAt(4),
    ),
    sta('a line that is none', () => mt940({ line: ':61:hello' }), damagedAt(5)),
    sta(
      'a line of a day that does not exist',
      () => mt940({ line: ':61:2613311031C250,50NTRF' }),
      damagedAt(5),
    ),
    sta(
      'a line with a mark that is none',
      () => mt940({ line: ':61:2610311031X250,50NTRF' }),
      damagedAt(5),
    ),
    sta(
      'a line without an amount',
      () => mt940({ line: ':61:2610311031CNTRFF-001' }),
      damagedAt(5),
    ),
    sta(
      'an amount with points between thousands',
      () => mt940({ line: ':61:2610311031C1.250,50NTRF' }),
      damagedAt(5),
    ),
    sta(
      'an amount with a point before three digits',
      () => mt940({ line: ':61:2610311031C1.250NTRF' }),
      damagedAt(5),
    ),
    sta(
      'an amount with two commas',
      () => mt940({ line: ':61:2610311031C1,250,50NTRF' }),
      damagedAt(5),
    ),
    sta(
      'a tag without its second colon',
      () => mt940({ line: ':61 2610311031C250,50NTRF' }),
      czk(['statement_open'], -10000),
    ),
    sta('a tag that nobody knows', () => mt940({ rest: ':99X:what\n-' }), good),
    sta(
      'the 30th of February, as banks count',
      () => mt940({ line: ':61:2602300228C250,50NTRF' }),
      good,
    ),
    sta(
      'a text of sixty thousand letters',
      () => mt940({ line: `:61:2610311031C250,50NTRF\n:86:${'x'.repeat(60_000)}` }),
      good,
    ),
    sta(
      'a statement twice in a file',
      () => mt940() + mt940(),
      noted(
        ['exact_repeat'],
        table(2, { rejects: [[3, 'repeated', 'bank_statement_id']] }),
        table(4, {
          totals: ['CZK 150.5'],
          rejects: [
            [4, 'repeated', 'bank_transaction_id'],
            [5, 'repeated', 'bank_transaction_id'],
          ],
        }),
      ),
    ),
    sta('a statement that is cut in a line', () => mt940().slice(0, 70), refused('damaged_file')),
    sta(
      'nothing but an account',
      () => lines(':20:REF', ':25:CZ65/1', ':28C:10/1'),
      taken(table(1)),
    ),
    bai('a file of BAI2', () => bai2(), usd([], '150')),
    bai(
      'a total of an account that is wrong',
      () => bai2({ accountEnd: '49,250001,4/' }),
      usd(['totals_differ'], '150'),
    ),
    bai(
      'a count of records that is wrong',
      () => bai2({ accountEnd: '49,250000,9/' }),
      usd(['totals_differ'], '150'),
    ),
    bai(
      'a count of accounts that is wrong',
      () => bai2({ groupEnd: '98,250000,7,6/' }),
      usd(['totals_differ'], '150'),
    ),
    bai(
      'a total of the file that is wrong',
      () => bai2({ fileEnd: '99,1,1,8/' }),
      usd(['totals_differ'], '150'),
    ),
    bai('a file without its end', () => bai2({ fileEnd: '' }), refused('damaged_file')),
    bai('an account without its end', () => bai2({ accountEnd: '' }), damagedAt(7)),
    bai(
      'an amount that is none',
      () => bai2({ detail: '16,195,25x00,,B1,C1,Alfa/' }),
      damagedAt(4),
    ),
    bai(
      'an amount with a point',
      () => bai2({ detail: '16,195,250.00,,B1,C1,Alfa/' }),
      damagedAt(4),
    ),
    bai(
      'a kind of transaction that does not exist',
      () => bai2({ detail: '16,000,25000,,B1,C1,Alfa/' }),
      damagedAt(4),
    ),
    bai('a record that nobody knows', () => bai2({ detail: '17,195,25000/' }), damagedAt(4)),
    bai('something behind the end', () => `${bai2()}16,195,25000,,B1,C1,Alfa/\n`, damagedAt(9)),
    bai(
      'a closing balance that does not follow',
      () =>
        bai2({
          account: '03,1,USD,010,100000,,,015,115001,,/',
          accountEnd: '49,250001,4/',
          groupEnd: '98,250001,1,6/',
          fileEnd: '99,250001,1,8/',
        }),
      usd(['statement_open'], '150'),
    ),
    qfx('tags that are not closed', () => ofx(), ofxTaken(1, '50')),
    qfx('a file that was cut', () => ofx({ end: '' }), refused('damaged_file')),
    qfx(
      'a transaction that is not closed',
      () =>
        ofx({
          lines: `${ofxLine('20261030', '50.00').replace('</STMTTRN>', '')}${ofxLine('20261031', '-20.00', '2')}`,
        }),
      ofxTaken(2, '30'),
    ),
    qfx(
      'a day that does not exist',
      () => ofx({ lines: ofxLine('20261030', '50.00') + ofxLine('20260231', '1.00', '2') }),
      taken(
        table(1),
        table(2, { totals: ['EUR 50'], rejects: [[3, 'unreadable', 'booking_date']] }),
      ),
    ),
    qfx(
      'a day that is missing',
      () => ofx({ lines: ofxLine('20261030', '50.00') + ofxLine('', '1.00', '2') }),
      taken(table(1), table(2, { totals: ['EUR 50'], rejects: [[3, 'missing', 'booking_date']] })),
    ),
    qfx(
      'an amount that is none',
      () => ofx({ lines: ofxLine('20261030', '50.00') + ofxLine('20261030', 'abc', '2') }),
      taken(table(1), table(2, { totals: ['EUR 50'], rejects: [[3, 'unreadable', 'amount']] })),
    ),
    qfx(
      'decimal commas',
      () => ofx({ lines: ofxLine('20261030', '50,25') + ofxLine('20261030', '-1,00', '2') }),
      ofxTaken(2, '49.25'),
    ),
    qfx(
      'a comma that may be either',
      () => ofx({ lines: ofxLine('20261030', '1,234') }).replace('150.00', '2,234'),
      refused('damaged_file', { line: 4 }),
    ),
    qfx(
      'one id for two transactions',
      () => ofx({ lines: ofxLine('20261030', '50.00') + ofxLine('20261030', '7.00') }),
      ofxTaken(2, '57'),
    ),
    qfx(
      'a DOCTYPE',
      () => ofx({ head: '<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "b">]>' }),
      refused('no_rows'),
    ),
    qfx(
      'the answer that the password is wrong',
      () =>
        'OFXHEADER:100\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1></OFX>',
      refused('damaged_file', { values: { detail: '15500 Signon invalid' } }),
    ),
    quicken(
      'dates that one of them decides',
      () => qif('D13/01/2026 T50.00 PAlfa', 'D14/01/2026 T-1.00 PFee'),
      qifTaken(2, '49', { reads: { booking_date: ['2026-01-13', '2026-01-14'] } }),
    ),
    quicken(
      'dates that nothing decides',
      () => qif('D01/02/2026 T50.00 PAlfa'),
      asked(['booking_date'], table(1), table(1, { totals: ['50'] })),
    ),
    quicken(
      'a day that does not exist',
      () => qif('D31/02/2026 T50.00 PAlfa', 'D13/02/2026 T1.00 PBeta'),
      taken(table(1), table(2, { totals: ['1'], rejects: [[2, 'unreadable', 'booking_date']] })),
    ),
    quicken(
      'a date of another language',
      () => qif('D13/02/2026 T1.00 PBeta', 'Dgestern T50.00 PAlfa'),
      taken(table(1), table(2, { totals: ['1'], rejects: [[3, 'unreadable', 'booking_date']] })),
    ),
    quicken(
      'an amount that is none',
      () => qif('D13/02/2026 Tabc PAlfa', 'D13/02/2026 T1.00 PBeta'),
      taken(table(1), table(2, { totals: ['1'], rejects: [[2, 'unreadable', 'amount']] })),
    ),
    quicken(
      'an amount that may be a thousand',
      () => qif('D13/02/2026 T1,234 PAlfa'),
      qifTaken(1, '1234'),
    ),
    quicken(
      'a record without an end',
      () => '!Type:Bank\nD13/02/2026\nT1.00\nPBeta\n',
      qifTaken(1, '1'),
    ),
    quicken(
      'a text before the header',
      () => `hello\n${qif('D13/02/2026 T1.00 PBeta')}`,
      refused('not_recognised'),
    ),
    quicken('nothing but a header', () => '!Type:Bank\n', refused('no_rows')),
    quicken('a list of categories', () => '!Type:Cat\nNFood\n^\n', refused('no_rows')),
    iso('an entry', () => camt(entry(amt('50.00'), 'CRDT')), eur(1, '50')),
    iso('a credit of minus', () => camt(entry(amt('-50.00'), 'CRDT')), refused('damaged_file')),
    iso('a debit of minus', () => camt(entry(amt('-50.00'), 'DBIT')), refused('damaged_file')),
    iso('an entry without its side', () => camt(entry(amt('50.00'), '')), refused('damaged_file')),
    iso(
      'an entry whose side is a word of nobody',
      () => camt(entry(amt('50.00'), 'KREDIT')),
      refused('damaged_file'),
    ),
    iso('an entry without an amount', () => camt(entry('', 'CRDT')), refused('damaged_file')),
    iso('an amount with a comma', () => camt(entry(amt('50,00'), 'CRDT')), refused('damaged_file')),
    iso(
      'an amount with an exponent',
      () => camt(entry(amt('5E1'), 'CRDT')),
      refused('damaged_file'),
    ),
    iso(
      'a day that does not exist',
      () => camt(entry(amt('50.00'), 'CRDT', '', 'BOOK', '2026-02-31')),
      refused('damaged_file'),
    ),
    iso(
      'an entry that is not booked yet',
      () => camt(entry(amt('50.00'), 'CRDT') + entry(amt('7.00'), 'CRDT', '', 'PDNG')),
      eur(1, '50', ['entries_pending']),
    ),
    iso(
      'an entry in another currency',
      () => camt(entry(amt('50.00'), 'CRDT') + entry(amt('7.00', 'USD'), 'CRDT')),
      noted(['statement_open'], table(1), table(2, { totals: ['EUR 50', 'USD 7'] })),
    ),
    iso(
      'a closing balance that does not follow',
      () => camt(entry(amt('50.00'), 'CRDT'), '52.00'),
      eur(1, '50', ['statement_open']),
    ),
    iso('a statement without an entry', () => camt('', '1.00'), taken(table(1))),
    iso(
      'the same entry twice without a reference',
      () => camt(entry(amt('25.00'), 'CRDT').repeat(2)),
      eur(2, '50'),
    ),
    csv(
      'a statement as a table with balances among its rows',
      () =>
        lines(
          'Date,Description,Amount,Balance',
          '2026-01-01,Opening balance,,100.00',
          '2026-01-05,Alfa,50.00,150.00',
          '2026-01-31,Closing balance,,150.00',
        ),
      taken(table(3, { totals: ['50'], leftOut: 2 })),
    ),
    csv(
      'a table with money in and money out on one row',
      () =>
        lines(
          'Date,Description,Paid in,Paid out',
          '2026-01-05,Alfa,50.00,20.00',
          '2026-01-06,Beta,,7.00',
        ),
      taken(table(2, { totals: ['23'] })),
    ),
    csv(
      'a table with neither money in nor money out on a row',
      () =>
        lines('Date,Description,Paid in,Paid out', '2026-01-05,Alfa,50.00,', '2026-01-06,Beta,,'),
      taken(table(2, { totals: ['50'], rejects: [[3, 'missing', 'amount']] })),
    ),
    csv(
      'a table with a column of sides',
      () =>
        lines('Date,Description,Amount,D/C', '2026-01-05,Alfa,50.00,C', '2026-01-06,Fee,7.00,D'),
      taken(table(2, { totals: ['43'] })),
    ),
    csv(
      'a table with a side that is a word of nobody',
      () =>
        lines('Date,Description,Amount,D/C', '2026-01-05,Alfa,50.00,C', '2026-01-06,Fee,7.00,X'),
      taken(table(2, { totals: ['50'], rejects: [[3, 'unknown_side', 'amount']] })),
    ),
    csv(
      'a table with a side that is blank',
      () => lines('Date,Description,Amount,D/C', '2026-01-05,Alfa,50.00,C', '2026-01-06,Fee,7.00,'),
      taken(table(2, { totals: ['57'] })),
    ),
  ],
};
