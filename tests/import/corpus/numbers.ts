import { asked, asking, type Family, noted, type Outcome, refused, table, taken } from './case';
import { csv, lines } from './csv';

/** Invoices with these amounts, each cell enclosed. */
const amounts = (...texts: readonly string[]): string =>
  lines('Invoice,Date,Amount', ...texts.map((text, i) => `F-${i + 1},2026-09-15,"${text}"`));

/** The same between semicolons. */
const semicolons = (...texts: readonly string[]): string =>
  lines('Invoice;Date;Amount', ...texts.map((text, i) => `F-${i + 1};2026-09-15;${text}`));

const decimals = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(4, '0')}`);
};

function sumOf(texts: readonly string[]): string {
  const sum = texts.reduce((total, text) => total + decimals(text), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(5, '0');
  const text = `${sum < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  return text.replace(/\.?0+$/, '');
}

/** The amounts that are read, with four decimals as they are kept; `!` where the line is refused for its amount, `=` where that is a formula. */
function tableOf(expected: readonly string[], currency = '') {
  const good = expected.filter((text) => text !== '!' && text !== '=');
  return table(expected.length, {
    totals: good.length === 0 ? [] : [`${currency} ${sumOf(good)}`.trim()],
    rejects: expected.flatMap((text, i) =>
      text === '!' || text === '='
        ? [
            [
              i + 2,
              text === '!' ? ('unreadable' as const) : ('not_computed' as const),
              'amount',
            ] as const,
          ]
        : [],
    ),
    reads: {
      amount: good.map((text) => {
        const [whole = '', fraction = ''] = text.split('.');
        return `${whole}.${fraction.padEnd(4, '0')}`;
      }),
    },
  });
}

const read = (...expected: readonly string[]): Outcome => taken(tableOf(expected));
/** Amounts whose sign is of one currency, which is the file's. */
const readAs = (currency: string, ...expected: readonly string[]): Outcome =>
  taken(tableOf(expected, currency));
/** Amounts of which more decimals were given than are kept. */
const rounded = (...expected: readonly string[]): Outcome => noted(['rounded'], tableOf(expected));
/** Amounts whose sign may be of several currencies. */
const signed = (...expected: readonly string[]): Outcome =>
  noted(['sign_without_currency'], tableOf(expected));
const open = (...expected: readonly string[]): Outcome => asked(['Amount'], tableOf(expected));
const none = (value: string): Outcome =>
  refused('all_rows_rejected', {
    line: 2,
    values: { field: 'amount', value, reason: 'unreadable' },
  });

export const numbers: Family = {
  name: 'numbers',
  casesMin: 50,
  cases: [
    csv(
      'plain numbers',
      () => amounts('100.00', '-5', '.5', '7.', '0'),
      read('100', '-5', '0.5', '7', '0'),
    ),
    csv(
      'commas between thousands',
      () => amounts('1,234.56', '1,000,000.00', '12'),
      read('1234.56', '1000000', '12'),
    ),
    csv(
      'points between thousands',
      () => amounts('1.234,56', '1.000.000,00', '12'),
      read('1234.56', '1000000', '12'),
    ),
    csv(
      'blanks between thousands',
      () => amounts('1 234,56', '1 000 000,00'),
      read('1234.56', '1000000'),
    ),
    csv(
      'no-break blanks between thousands',
      () => amounts('1\u00a0234,56', '1\u202f000,00'),
      read('1234.56', '1000'),
    ),
    csv(
      'thin blanks between thousands',
      () => amounts('1\u2009234,56', '12,50'),
      read('!', '12.50'),
    ),
    csv(
      'apostrophes between thousands',
      () => amounts("1'234.56", '1’000.00'),
      read('1234.56', '1000'),
    ),
    csv(
      'lakhs and crores',
      () => amounts('1,23,456.00', '12,34,56,789.50'),
      read('123456', '123456789.5'),
    ),
    csv(
      'points that may be either, between commas',
      () => amounts('1.234', '2.500'),
      open('1.234', '2.5'),
    ),
    csv(
      'points that may be either, between semicolons',
      () => semicolons('1.234', '2.500'),
      open('1234', '2500'),
    ),
    csv(
      'points that may be either, beside whole numbers',
      () => amounts('1.234', '100', '7'),
      open('1.234', '100', '7'),
    ),
    csv(
      'points that may be either, in parentheses',
      () => amounts('(1.234)', '2.500'),
      open('-1.234', '2.5'),
    ),
    csv(
      'points that may be either, with a currency sign',
      () => amounts('€ 1.234', '€ 2.500'),
      asked(['Amount'], tableOf(['1.234', '2.5'], 'EUR')),
    ),
    csv(
      'a point that one cell tells to stand before decimals',
      () => amounts('1.234', '0.5'),
      read('1.234', '0.5'),
    ),
    csv(
      'a point that one cell tells to stand between thousands',
      () => amounts('1.234', '1.234,50'),
      read('1234', '1234.5'),
    ),
    csv(
      'commas before three digits throughout',
      () => amounts('1,234', '12,000'),
      read('1234', '12000'),
    ),
    csv(
      'a comma that one cell tells to stand before decimals',
      () => amounts('1,234', '1,5'),
      read('1.234', '1.5'),
    ),
    csv(
      'points and commas that may each be either',
      () => amounts('1,234', '1.234'),
      asked(['Amount'], table(2, { totals: ['1235.234'] })),
    ),
    csv(
      'both conventions in one column, more of them English',
      () => amounts('1,234.56', '9,876.54', '1.234,56'),
      asking(['Amount'], read('1234.56', '9876.54', '!')),
    ),
    csv(
      'both conventions in one column, more of them Czech',
      () => amounts('12,50', '13,50', '14.50'),
      asking(['Amount'], read('12.5', '13.5', '!')),
    ),
    csv(
      'a group of two digits',
      () => amounts('1,23', '12,34.50', '1.50'),
      asking(['Amount'], read('!', '!', '1.5')),
    ),
    csv('a group of four digits', () => amounts('1,2345.00', '1.50'), read('!', '1.5')),
    csv('two points', () => amounts('1.2.3', '1..5', '1.50'), read('!', '!', '1.5')),
    csv(
      'a comma at the end',
      () => amounts('100,', '1.50', '2.50'),
      asking(['Amount'], read('!', '1.5', '2.5')),
    ),
    csv(
      'one decimal comma among nine plain numbers',
      () => amounts(...Array.from({ length: 9 }, (_, i) => `${i}.50`), '12,50'),
      read(...Array.from({ length: 9 }, (_, i) => `${i}.5`), '!'),
    ),
    csv(
      'a currency that ends with a point',
      () => amounts('Rs. 100', 'Rs.250', 'Rs. 50'),
      signed('100', '250', '50'),
    ),
    csv(
      'a currency that ends with a point, before decimals',
      () => amounts('Fr. 100.50', 'Fr. 1,250.00'),
      readAs('CHF', '100.5', '1250'),
    ),
    csv(
      'parentheses for minus',
      () => amounts('(100.00)', '(€5.50)', '€(8)', '( € 7 )'),
      readAs('EUR', '-100', '-5.5', '-8', '-7'),
    ),
    csv(
      'a parenthesis that is not closed',
      () => amounts('(100.00', '100.00)', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv(
      'a minus in parentheses',
      () => amounts('(-100.00)', '-(100.00)', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv('a minus behind', () => amounts('100.00-', '5.50 -', '1.50'), read('-100', '-5.5', '1.5')),
    csv(
      'a minus on both sides',
      () => amounts('-100.00-', '--5', '+-5', '1.50'),
      read('!', '!', '!', '1.5'),
    ),
    csv('a minus of typesetters', () => amounts('−100.00', '1.50'), read('-100', '1.5')),
    csv('a dash of typesetters', () => amounts('–100.00', '—5.00', '1.50'), read('!', '!', '1.5')),
    csv('a plus', () => amounts('+100.00', '1.50'), read('100', '1.5')),
    csv('a dash for nothing', () => amounts('-', '–', '1.50'), read('!', '!', '1.5')),
    csv(
      'CR and DR behind',
      () => amounts('100.00 CR', '5.50 DR', '1.50Cr.'),
      read('-100', '5.5', '-1.5'),
    ),
    csv(
      'CR and DR before',
      () => amounts('CR 100.00', 'DR 5.50', 'Cr. 1.50'),
      read('-100', '5.5', '-1.5'),
    ),
    csv(
      'H and S behind, as German ledgers write',
      () => semicolons('100,00 H', '5,50 S', '1,50'),
      read('-100', '5.5', '1.5'),
    ),
    csv(
      'a column of D and C beside amounts without a sign',
      () => lines('Invoice,Date,Amount,D/C', 'F-1,2026-09-15,100.00,D', 'F-2,2026-09-15,40.00,C'),
      taken(table(2, { totals: ['60'], reads: { amount: ['100.0000', '-40.0000'] } })),
    ),
    csv(
      'a column of S and H beside amounts without a sign',
      () =>
        lines(
          'Rechnung;Date;Amount;Soll/Haben'.replace('Rechnung', 'Invoice'),
          'F-1;2026-09-15;100,00;S',
          'F-2;2026-09-15;40,00;H',
        ),
      taken(table(2, { totals: ['60'], reads: { amount: ['100.0000', '-40.0000'] } })),
    ),
    csv(
      'the sign of one currency throughout',
      () => amounts('€1,234.00', '€ 5.50', '-€7.00'),
      readAs('EUR', '1234', '5.5', '-7'),
    ),
    csv(
      'a sign of several currencies throughout',
      () => amounts('$1,234.00', '$ 5.50', '-$7.00'),
      signed('1234', '5.5', '-7'),
    ),
    csv(
      'signs of two currencies in a column, of which one may be several',
      () => amounts('$100.00', '$20.00', '€50.00', '7.00'),
      taken(
        table(4, {
          totals: ['EUR 50'],
          rejects: [
            [2, 'other_currency', 'amount'],
            [3, 'other_currency', 'amount'],
            [5, 'missing', 'currency'],
          ],
          reads: { amount: ['50.0000'], currency: ['EUR'] },
        }),
      ),
    ),
    csv(
      'codes of two currencies in a column',
      () => amounts('100.00 USD', '20.00 USD', '50.00 EUR'),
      taken(
        table(3, {
          totals: ['EUR 50', 'USD 120'],
          reads: { amount: ['100.0000', '20.0000', '50.0000'] },
        }),
      ),
    ),
    csv(
      'a currency sign that contradicts the currency’s column',
      () =>
        lines(
          'Invoice,Date,Amount,Currency',
          'F-1,2026-09-15,$100.00,EUR',
          'F-2,2026-09-15,50.00,EUR',
        ),
      taken(table(2, { totals: ['EUR 50'], rejects: [[2, 'other_currency', 'amount']] })),
    ),
    csv('percentages', () => amounts('5%', '1.50'), read('!', '1.5')),
    csv('exponents', () => amounts('1E5', '1.5e3', '1e-2', '1.50'), read('!', '!', '!', '1.5')),
    csv('nothing but exponents', () => amounts('1E5', '2E5'), none('1E5')),
    csv('thousands as k', () => amounts('12.5k', '3 K', '1.50'), read('!', '!', '1.5')),
    csv(
      'millions as M and words',
      () => amounts('3M', '1.2 million', '5 mil', '1.50'),
      read('!', '!', '!', '1.5'),
    ),
    csv('a unit behind the number', () => amounts('5 pcs', '12 h', '1.50'), read('!', '!', '1.5')),
    csv(
      'a word before the number',
      () => amounts('approx 100', 'circa 5', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv('words alone', () => amounts('n/a', 'tbd', 'zero', '1.50'), read('!', '!', '!', '1.5')),
    csv(
      'NaN and Infinity',
      () => amounts('NaN', 'Infinity', '-inf', '1.50'),
      read('!', '!', '!', '1.5'),
    ),
    csv('nothing but NaN', () => amounts('NaN', 'nan'), none('NaN')),
    csv(
      'hexadecimal and octal numbers',
      () => amounts('0x10', '0o17', '0b11', '1.50'),
      read('!', '!', '!', '1.5'),
    ),
    csv('underscores between thousands', () => amounts('1_000', '1.50'), read('!', '1.5')),
    csv(
      'nothing but underscores between thousands',
      () => amounts('1_000', '2_000'),
      none('1_000'),
    ),
    csv('leading zeros', () => amounts('000100.00', '-0005'), read('100', '-5')),
    csv('minus zero', () => amounts('-0.00', '0', '1'), read('0', '0', '1')),
    csv('digits of full width', () => amounts('１００', '1.50'), read('!', '1.5')),
    csv('digits of another script', () => amounts('١٠٠', '1.50'), read('!', '1.5')),
    csv(
      'letters that look like digits',
      () => amounts('1O0.00', 'l00.00', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv(
      'formulas',
      () => amounts('=1+1', '=A1', '+1', '@SUM(1)', '1.50'),
      read('=', '=', '1', '!', '1.5'),
    ),
    csv('an apostrophe before the number', () => amounts("'100.00", '1.50'), read('!', '1.5')),
    csv(
      'errors of spreadsheets',
      () => amounts('#REF!', '#VALUE!', '#DIV/0!', '#N/A', '1.50'),
      read('!', '!', '!', '!', '1.5'),
    ),
    csv(
      'hashes, as a column too narrow shows',
      () => amounts('########', '1.50'),
      read('!', '1.5'),
    ),
    csv(
      'the largest amount there is, and one more',
      () => amounts('99999999999999.9999', '100000000000000', '-99999999999999.9999'),
      read('99999999999999.9999', '!', '-99999999999999.9999'),
    ),
    csv('a number of forty digits', () => amounts('9'.repeat(40), '1.50'), read('!', '1.5')),
    csv(
      'a number of ten thousand digits',
      () => amounts('9'.repeat(10_000), '1.50'),
      read('!', '1.5'),
    ),
    csv(
      'ten thousand zeros before a number',
      () => amounts(`${'0'.repeat(10_000)}5`, '1.50'),
      read('5', '1.5'),
    ),
    csv(
      'more digits than a double has',
      () => amounts('90071992547409.93', '0.1', '0.2'),
      read('90071992547409.93', '0.1', '0.2'),
    ),
    csv('four decimals', () => amounts('0.0001', '1.2345'), read('0.0001', '1.2345')),
    csv(
      'what binary fractions leave behind',
      () => amounts('4235.1000000000004', '0.30000000000000004'),
      read('4235.1', '0.3'),
    ),
    csv(
      'half of the smallest unit, away from zero',
      () => amounts('1.00005', '-1.00005', '1.00004'),
      rounded('1.0001', '-1.0001', '1'),
    ),
    csv(
      'half of the smallest unit, between semicolons',
      () => semicolons('1,00005', '-1,00005', '1,00004'),
      rounded('1.0001', '-1.0001', '1'),
    ),
    csv(
      'an amount that is not zero and would become it',
      () => amounts('0.00001', '1.50'),
      rounded('0', '1.5'),
    ),
    csv('a fraction', () => amounts('1/2', '½', '1 ½', '1.50'), read('!', '!', '!', '1.5')),
    csv(
      'two numbers in a cell',
      () => amounts('100.00 / 50.00', '1 2', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv(
      'a date for an amount',
      () => amounts('2026-09-15', '15/09/2026', '1.50'),
      read('!', '!', '1.5'),
    ),
    csv('a range', () => amounts('10-20', '1.50'), read('!', '1.5')),
    csv(
      'blanks for an amount',
      () => amounts('', ' ', '\u00a0', '1.50'),
      taken(
        table(4, {
          totals: ['1.5'],
          rejects: [
            [2, 'missing', 'amount'],
            [3, 'missing', 'amount'],
            [4, 'missing', 'amount'],
          ],
        }),
      ),
    ),
    csv(
      'a zero of every kind',
      () => amounts('0', '0.00', '-0', '(0.00)', '0 CR'),
      read('0', '0', '0', '0', '0'),
    ),
    csv(
      'quantity, price and amount of which the product tells the marks',
      () =>
        lines(
          'Invoice;Date;Item;Quantity;Unit price;Line total',
          'F-1;2026-09-15;Pump;2;1.500;3.000',
          'F-1;2026-09-15;Pipe;3;2.000;6.000',
          'F-2;2026-09-15;Pipe;1;2.500;2.500',
        ),
      asked(['Line total'], table(3, { totals: ['11500'] })),
    ),
    csv(
      'an open amount that is not the amount',
      () =>
        lines(
          'Invoice,Date,Amount,Balance due',
          'F-1,2026-09-15,100.00,x',
          'F-2,2026-09-15,50.00,20.00',
        ),
      taken(table(2, { totals: ['50'], rejects: [[2, 'unreadable', 'open_amount']] })),
    ),
    csv(
      'the same amount written in two ways in two columns',
      () =>
        lines(
          'Invoice;Date;Amount;Tax',
          'F-1;2026-09-15;1.234,50;214.26',
          'F-2;2026-09-15;2.000,00;347.11',
        ),
      taken(table(2, { totals: ['3234.5'], reads: { tax_amount: ['214.2600', '347.1100'] } })),
    ),
    csv('rows that are all zero', () => amounts('0.00', '0.00'), read('0', '0')),
    csv(
      'a blank and a comma, which one cell tells',
      () => amounts('1 234,5', '999,99'),
      read('1234.5', '999.99'),
    ),
    csv(
      'three decimals that may be thousands, of a currency without them',
      () =>
        lines(
          'Invoice,Date,Amount,Currency',
          'F-1,2026-09-15,1.500,JPY',
          'F-2,2026-09-15,2.750,JPY',
        ),
      asked(['Amount'], table(2, { totals: ['JPY 4.25'] })),
    ),
    csv(
      'a payment of which more was applied than was paid',
      () => lines('Payment,Invoice,Date,Amount,Applied amount', 'P-1,F-1,2026-09-15,100.00,150.00'),
      noted(['orphan_payment'], table(1, { totals: ['100'] })),
    ),
  ],
};
