import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { exact, sum } from '../../domain/money/decimal';
import { isPlain } from '../bank/amount';
import { looksPacked } from '../packed/looksPacked';
import type { TextGrid } from '../textGrid';
import { datevFormat, readDatev } from './format';

/** `SALDO_FUZZ_RUNS` damaged files; `SALDO_SEED` repeats a run. */
const numRuns = Number(process.env['SALDO_FUZZ_RUNS'] ?? 1_000);
const seed = Number(process.env['SALDO_SEED'] ?? 20261122);

const head = (category: number, name: string, period = '20260101;4;20260101;20260131'): string =>
  `"EXTF";700;${category};"${name}";13;20260201101500000;;"RE";"";"";1001;42;${period};"Januar";"MM";1;0;0;"EUR";;"";;;"03";;;"";""\r\n`;

const bookingNames =
  'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext\r\n';

/** An invoice with two rates of tax, its payment with a discount, a credit note, and what is no debtor's. */
const january =
  head(21, 'Buchungsstapel') +
  bookingNames +
  [
    '119,00;"S";;;;;10001;8400;;0501;"RE-1";"040226";;"Müller & Söhne"',
    '53,50;"S";"EUR";;;;10001;8300;;0501;"RE-1";"040226";;"Müller & Söhne, Bücher"',
    '165,00;"S";;;;;1200;10001;;2801;"RE-1";"";7,50;"Zahlung Müller"',
    '238,00;"H";;;;;8400;10002;;601;"RE-2";"";;"Weiß; ""Nord"""',
    '38,00;"H";;;;;10002;8400;;3101;"RE-2";"";;"Gutschrift Weiß"',
    '500,00;"S";;;;;4210;70001;9;1001;"M-1";"";;"Miete"',
    '1.000,50;"S";;;;;420;1200;;1201;"";"";;"Schreibtisch"',
  ].join('\r\n');

const windows1252 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((one) => (one === '€' ? 0x80 : one.charCodeAt(0))));

const read = (...parts: BlobPart[]): Promise<readonly TextGrid[]> =>
  readDatev({ name: 'EXTF.csv', blob: new Blob(parts) }, {});

/** The rows of a dataset as records, blank cells left out. */
function rowsOf(grids: readonly TextGrid[], dataset: string): readonly Record<string, string>[] {
  const [names = [], ...rows] = grids.find((grid) => grid.dataset === dataset)?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, i) => [name, row[i] ?? ''] as const).filter(([, cell]) => cell !== ''),
    ),
  );
}

const totalOf = (rows: readonly Record<string, string>[], column: string): string =>
  sum(rows.map((row) => exact(row[column] ?? '0'))).toFixed(2);

async function problemOf(...parts: BlobPart[]): Promise<ImportFailure['problem']> {
  const end = await read(...parts).catch((error: unknown) => error);
  if (end instanceof ImportFailure) return end.problem;
  throw end;
}

describe('a batch of bookings (Buchungsstapel)', () => {
  it('is two lines a booking, debit and credit by the mark of the first account', async () => {
    const entries = rowsOf(await read(windows1252(january)), 'gl_entry');
    expect(
      entries.map((row) => [row['account_id'], row['debit'] ?? '', row['credit'] ?? ''].join(' ')),
    ).toEqual([
      '10001 119.00 ',
      '8400  119.00',
      '10001 53.50 ',
      '8300  53.50',
      '1200 165.00 ',
      '10001  165.00',
      '8400  238.00',
      '10002 238.00 ',
      '10002  38.00',
      '8400 38.00 ',
      '4210 500.00 ',
      '70001  500.00',
      '0420 1000.50 ',
      '1200  1000.50',
    ]);
    expect(entries[0]).toMatchObject({
      posting_date: '2026-01-05',
      customer_id: '10001',
      document_id: '10001/RE-1/2026-01-05/invoice',
      reference: 'RE-1',
      description: 'Müller & Söhne',
    });
    expect(entries[6]?.['description']).toBe('Weiß; "Nord"');
    expect(new Set(entries.map((row) => `${row['entry_id']} ${row['line_no']}`)).size).toBe(14);
    expect(totalOf(entries, 'debit')).toBe(totalOf(entries, 'credit'));
  });

  it('gives each debtor’s number its invoice, payment, discount and credit note', async () => {
    const grids = await read(windows1252(january));
    expect(rowsOf(grids, 'document')).toMatchObject([
      {
        document_id: '10001/RE-1/2026-01-05/invoice',
        kind: 'invoice',
        customer_id: '10001',
        number: 'RE-1',
        document_date: '2026-01-05',
        due_date: '2026-02-04',
        currency: 'EUR',
        amount: '172.5',
        control_account_id: '10001',
      },
      { kind: 'payment', amount: '-165', posting_date: '2026-01-28', reference: 'RE-1' },
      { kind: 'credit_note', amount: '-7.5', description: 'Skonto Zahlung Müller' },
      { kind: 'invoice', customer_id: '10002', amount: '238' },
      { kind: 'credit_note', customer_id: '10002', amount: '-38', posting_date: '2026-01-31' },
    ]);
    expect(
      rowsOf(grids, 'allocation').map((row) => [row['debit_document_id'], row['amount']]),
    ).toEqual([
      ['10001/RE-1/2026-01-05/invoice', '165'],
      ['10001/RE-1/2026-01-05/invoice', '7.5'],
      ['10002/RE-2/2026-01-06/invoice', '38'],
    ]);
    expect(rowsOf(grids, 'gl_account')).toEqual([
      { account_id: '10001', kind: 'asset', control_kind: 'trade' },
      { account_id: '10002', kind: 'asset', control_kind: 'trade' },
    ]);
  });

  it('has the same ids when it is exported again, and other ids for equal bookings of it', async () => {
    const twice = `${january}\r\n1.000,50;"S";;;;;420;1200;;1201;"";"";;"Schreibtisch"\r\n`;
    const ids = (grids: readonly TextGrid[]): readonly (string | undefined)[] =>
      rowsOf(grids, 'gl_entry').map((row) => row['entry_id']);
    const [first, second] = [ids(await read(january)), ids(await read(twice))];
    expect(second.slice(0, 14)).toEqual(first);
    expect(second[14]).toBe(`${second[12]}/2`);
  });

  it('reads a day in the year of its period, also where the fiscal year ends in another', async () => {
    const dates = async (period: string, ...days: readonly string[]): Promise<unknown> => {
      const rows = days.map((day) => `1,00;S;;;;;1200;8400;;${day};;;;\n`);
      const grids = await read(head(21, 'Buchungsstapel', period), bookingNames, ...rows);
      return rowsOf(grids, 'gl_entry')
        .filter((_, i) => i % 2 === 0)
        .map((row) => row['posting_date']);
    };
    expect(await dates('20250701;4;20251201;20260131', '3112', '101', '1507', '3002')).toEqual([
      '2025-12-31',
      '2026-01-01',
      '2025-07-15',
      '3002',
    ]);
    expect(await dates('20240101;4;20240201;20240229', '2902', '29022020')).toEqual([
      '2024-02-29',
      '2024-02-29',
    ]);
  });

  it('has the books’ amount of a foreign one from its field or from the rate; else the booking is not taken', async () => {
    const grids = await read(
      head(21, 'Buchungsstapel'),
      bookingNames,
      '110,00;S;USD;1,100000;100,00;EUR;10001;8400;;0501;RE-1;;;a\n',
      '50,00;S;USD;1,250000;;;1200;10001;;0601;RE-1;;;b\n',
      '70,00;S;USD;;;;10001;8400;;0701;RE-3;;;c\n',
      '80,00;X;;;;;10001;8400;;0701;RE-4;;;d\n',
    );
    const entries = rowsOf(grids, 'gl_entry');
    expect(entries.slice(0, 4)).toMatchObject([
      { debit: '100.00', currency: 'USD', amount_currency: '110.00' },
      { credit: '100.00', currency: 'USD', amount_currency: '-110.00' },
      { debit: '40', amount_currency: '50.00' },
      { credit: '40', amount_currency: '-50.00' },
    ]);
    expect(entries.slice(4).map((row) => row['debit'] ?? row['credit'])).toEqual([
      '? 70,00 USD S',
      '? 70,00 USD S',
      '? 80,00  X',
      '? 80,00  X',
    ]);
    expect(rowsOf(grids, 'document')).toMatchObject([
      { kind: 'invoice', currency: 'USD', amount: '110', base_amount: '100' },
      { kind: 'payment', currency: 'USD', amount: '-50', base_amount: '-40' },
    ]);
  });

  it('knows balances carried forward, refunds, transfers between debtors, reversals and due dates', async () => {
    const wide = (cells: Readonly<Record<number, string>>): string =>
      `${Array.from({ length: 118 }, (_, i) => cells[i + 1] ?? '').join(';')}\n`;
    const booked = (
      account: string,
      contra: string,
      more: Readonly<Record<number, string>> = {},
    ): string => wide({ 1: '10,00', 2: 'S', 7: account, 8: contra, 10: '0101', 11: 'R', ...more });
    const grids = await read(
      head(21, 'Buchungsstapel'),
      wide({}).replaceAll(';', 'x;'),
      booked('10001', '9008', { 11: 'A' }),
      booked('10001', '1200', { 11: 'B' }),
      booked('10001', '10002', { 11: 'C' }),
      booked('8400', '10001', { 11: 'D', 118: '1' }),
      booked('10001', '8400', { 11: 'E', 37: 'K1', 95: 'P1', 117: '15032026' }),
    );
    expect(
      rowsOf(grids, 'document').map((row) =>
        [row['kind'], row['customer_id'], row['amount'], row['due_date'] ?? ''].join(' '),
      ),
    ).toEqual([
      'opening_balance 10001 10 ',
      'refund 10001 10 ',
      'adjustment 10001 10 ',
      'adjustment 10002 -10 ',
      'credit_note 10001 -10 ',
      'invoice 10001 10 2026-03-15',
    ]);
    const entries = rowsOf(grids, 'gl_entry');
    expect(entries.map((row) => row['entry_kind'] ?? '')).toEqual([
      ...['opening', 'opening', '', '', '', '', 'reversal', 'reversal', '', ''],
    ]);
    expect(entries.at(-1)).toMatchObject({ department: 'K1', project: 'P1' });
  });

  it('takes longer accounts for what they are', async () => {
    const grids = await read(
      head(21, 'Buchungsstapel', '20260101;6;20260101;20260131'),
      bookingNames,
      '1,00;S;;;;;1234567;840000;;0501;RE-1;;;a\n1,00;S;;;;;120000;1234567;;0601;RE-1;;;b\n1,00;S;;;;;10001;7234567;;0601;X;;;c\n',
    );
    expect(rowsOf(grids, 'document').map((row) => [row['kind'], row['customer_id']])).toEqual([
      ['invoice', '1234567'],
      ['payment', '1234567'],
    ]);
    expect(rowsOf(grids, 'gl_entry')[4]?.['account_id']).toBe('010001');
  });
});

describe('other categories', () => {
  it('debtors are customers, creditors are not', async () => {
    const cells = (values: Readonly<Record<number, string>>): string =>
      `${Array.from({ length: 110 }, (_, i) => values[i + 1] ?? '').join(';')}\n`;
    const grids = await read(
      windows1252(
        head(16, 'Debitoren/Kreditoren') +
          cells({ 1: 'Konto', 2: 'Name (Adressattyp Unternehmen)' }) +
          cells({
            ...{
              1: '10001',
              2: '"Müller & Söhne GmbH"',
              9: 'DE',
              10: '123456789',
              16: 'Am Markt 1',
            },
            ...{ 18: '01067', 19: 'Dresden', 20: 'DE', 29: '0351 1', 33: 'a@example.org' },
            ...{ 101: '1', 108: '5.000', 109: '10' },
          }) +
          cells({ 1: '10002', 4: 'Weiß', 5: 'Anna', 17: '12 34', 100: '201/1' }) +
          cells({ 1: '70001', 2: 'Vermieter' }),
      ),
    );
    expect(rowsOf(grids, 'customer')).toEqual([
      {
        customer_id: '10001',
        name: 'Müller & Söhne GmbH',
        tax_id: 'DE123456789',
        language: 'de',
        terms: '10',
        credit_limit: '5000',
        email: 'a@example.org',
        phone: '0351 1',
        street: 'Am Markt 1',
        city: 'Dresden',
        postal_code: '01067',
        country: 'DE',
      },
      { customer_id: '10002', name: 'Anna Weiß', tax_id: '201/1', street: 'Postfach 12 34' },
    ]);
  });

  it('names of accounts are accounts, each once', async () => {
    const grids = await read(
      head(20, 'Sachkontenbeschriftungen'),
      'Konto;Kontenbeschriftung;SprachId\n',
      '8400;"Erlöse 19 %";"de-DE"\n8400;"Sales";"en-GB"\n420;"Büro";"de-DE"\n',
    );
    expect(rowsOf(grids, 'gl_account')).toEqual([
      { account_id: '8400', name: 'Erlöse 19 %' },
      { account_id: '0420', name: 'Büro' },
    ]);
  });

  it('what is of none of these is given as it stands', async () => {
    const grids = await read(head(46, 'Zahlungsbedingungen'), 'Nummer;Bezeichnung\n10;netto\n');
    expect(grids).toEqual([
      {
        name: 'Zahlungsbedingungen',
        dataset: undefined,
        rows: [
          ['Nummer', 'Bezeichnung'],
          ['10', 'netto'],
        ],
      },
    ]);
  });
});

describe('a file', () => {
  it('is told by its first bytes, whatever its name', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const begin of ['"EXTF";700;', 'EXTF;510;', '"DTVF";700;', '\uFEFF"EXTF";700;']) {
      expect(datevFormat.matches(bytes(begin), 'a.txt')).toBe(true);
      expect(looksPacked(bytes(begin))).toBe(true);
    }
    for (const begin of ['EXTFD;1', 'Konto;"EXTF";', 'EXTF,700'])
      expect(datevFormat.matches(bytes(begin), 'EXTF_a.csv')).toBe(false);
  });

  it('is UTF-8 or Windows-1252', async () => {
    expect(await read(january)).toEqual(await read(windows1252(january)));
    expect(await read(`\uFEFF${january}`)).toEqual(await read(january));
  });

  it('says what is wrong with it, and where', async () => {
    expect(await problemOf('')).toMatchObject({ code: 'empty_file' });
    expect(await problemOf(head(21, 'Buchungsstapel'))).toMatchObject({ code: 'no_rows' });
    expect(await problemOf(head(21, 'Buchungsstapel'), bookingNames)).toMatchObject({
      code: 'no_rows',
    });
    expect(await problemOf(january, '\r\n119,00;"S";;;;;100')).toMatchObject({
      code: 'damaged_file',
      line: 10,
      values: { detail: '7 fields of 14' },
    });
    expect(await problemOf(january, '\r\n1,00;S;;;;;1200;8400;;0501;"open\r\n')).toMatchObject({
      code: 'quote_open',
      line: 10,
    });
    expect(await problemOf(january, '\r\n', 'x'.repeat(1_100_000))).toMatchObject({
      code: 'cell_too_large',
    });
    expect(await problemOf(january, ';'.repeat(2_000))).toMatchObject({ code: 'columns_too_many' });
  });

  it('loses both lines of a booking that lacks an account', async () => {
    const grids = await read(january, '\r\n1,00;S;;;;;10001;;;0501;RE-9;;;a');
    const entries = rowsOf(grids, 'gl_entry');
    expect(entries.slice(-2).map((row) => row['account_id'])).toEqual([undefined, undefined]);
    expect(rowsOf(grids, 'document')).toHaveLength(5);
  });
});

interface RandomBooking {
  readonly cents: number;
  readonly side: 'S' | 'H';
  readonly account: string;
  readonly contra: string;
  readonly day: number;
  readonly number: number;
}

const bookings: fc.Arbitrary<readonly RandomBooking[]> = fc.array(
  fc.record({
    cents: fc.integer({ min: 1, max: 99_999_999 }),
    side: fc.constantFrom('S', 'H'),
    account: fc.constantFrom('10001', '10002', '1200', '8400', '70001'),
    contra: fc.constantFrom('10001', '10003', '1000', '8300', '4210'),
    day: fc.integer({ min: 1, max: 31 }),
    number: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 40 },
);

const euros = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

describe('any batch', () => {
  it('comes back exactly: each account, each debtor, debit and credit', async () => {
    await fc.assert(
      fc.asyncProperty(bookings, async (all) => {
        const lines = all.map(
          ({ cents, side, account, contra, day, number }) =>
            `${euros(cents).replace('.', ',')};"${side}";;;;;${account};${contra};;${String(day).padStart(2, '0')}01;"R${number}";"";;"t"\r\n`,
        );
        const grids = await read(head(21, 'Buchungsstapel'), bookingNames, ...lines);
        const booked = new Map<string, number>();
        for (const { cents, side, account, contra } of all) {
          const sign = side === 'S' ? 1 : -1;
          booked.set(account, (booked.get(account) ?? 0) + sign * cents);
          booked.set(contra, (booked.get(contra) ?? 0) - sign * cents);
        }
        const entries = rowsOf(grids, 'gl_entry');
        const documents = rowsOf(grids, 'document');
        const allocations = rowsOf(grids, 'allocation');
        expect(totalOf(entries, 'debit')).toBe(totalOf(entries, 'credit'));
        for (const [account, cents] of booked) {
          const own = entries.filter((row) => row['account_id'] === account);
          const balance = exact(totalOf(own, 'debit')).minus(totalOf(own, 'credit'));
          expect(balance.times(100).toNumber()).toBe(cents);
          if (!/^1000\d$/.test(account)) continue;
          const claims = documents.filter((row) => row['customer_id'] === account);
          expect(exact(totalOf(claims, 'amount')).times(100).toNumber()).toBe(cents);
        }
        for (const { document_id: id, amount = '0' } of documents) {
          const taken = allocations.filter(
            (row) => row['credit_document_id'] === id || row['debit_document_id'] === id,
          );
          expect(exact(totalOf(taken, 'amount')).lte(exact(amount).abs())).toBe(true);
        }
        const ids = documents.map((row) => row['document_id']);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: Math.min(numRuns, 300), seed },
    );
  });

  it('damaged in any way, is read in pairs of lines or refused with one typed problem', async () => {
    const bytes = windows1252(january);
    const at = fc.nat({ max: bytes.length - 1 });
    const damage = fc.record({
      cut: fc.option(at),
      flips: fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, flips }) => {
        const damaged = bytes.slice(0, cut ?? bytes.length);
        for (const [place, byte] of flips) if (place < damaged.length) damaged[place] = byte;
        try {
          const grids = await read(damaged);
          for (const grid of grids) expect(grid.rows.length).toBeGreaterThan(1);
          const taken = rowsOf(grids, 'gl_entry').filter(
            (row) => row['account_id'] && isPlain(row['debit'] ?? row['credit'] ?? ''),
          );
          expect(totalOf(taken, 'debit')).toBe(totalOf(taken, 'credit'));
        } catch (error) {
          if (!(error instanceof ImportFailure)) throw error;
          expect(error.problem.file).toBe('EXTF.csv');
        }
      }),
      { numRuns, seed },
    );
  });
});
