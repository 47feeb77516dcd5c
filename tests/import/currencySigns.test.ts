import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Draft, Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
beforeEach(() => desk.session.clear());
afterEach(() => desk.discard());
afterAll(() => desk.close());

/** Invoices A1, A2… of these amounts, and nothing that names a currency. */
const invoices = (...amounts: readonly string[]) =>
  file(
    'invoices.csv',
    'Invoice No;Customer ID;Invoice Date;Amount',
    ...amounts.map((amount, i) => `A${i + 1};C1;2026-01-15;${amount}`),
  );

const read = (draft: Draft) => desk.typed(draft, 'document_id', 'amount', 'currency');
const refused = ({ plan }: Draft) =>
  plan.rejects.map(({ line, reason, field, value }) =>
    `${line} ${reason} ${field} ${value}`.trim(),
  );
const signs = (draft: Draft) => desk.found([draft], 'sign_without_currency');

describe('a file whose amounts all carry one sign or code', () => {
  it.each([
    ['€', ['€10.00', '€ 20.00'], 'EUR'],
    ['£', ['£10.00', '(£20.00)'], 'GBP'],
    ['Kč', ['10.00 Kč', '20.00 Kč'], 'CZK'],
    ['zł', ['10.00 zł', '20.00zł'], 'PLN'],
    ['₹', ['₹10.00', '₹20.00'], 'INR'],
    ['US$', ['US$10.00', 'US$ 20.00'], 'USD'],
    ['a code before', ['CHF 10.00', 'CHF 20.00'], 'CHF'],
    ['a code right behind', ['10.00USD', '20.00USD'], 'USD'],
    ['a sign and its code', ['$10.00 CAD', '$20.00 CAD'], 'CAD'],
  ])('is in its currency: %s', async (_, amounts, currency) => {
    const draft = await desk.one(invoices(...amounts));
    expect(draft.suggestion.mapping.constants).toEqual({ currency });
    expect((await read(draft)).map((row) => row.split(' | ')[2])).toEqual([currency, currency]);
    expect(await signs(draft)).toEqual([]);
  });

  it('or most of them, is in it with those that carry none', async () => {
    const draft = await desk.one(invoices('10.00 Kč', '20.00 Kč', '30.00'));
    expect(await read(draft)).toEqual(['A1 | 10.00 | CZK', 'A2 | 20.00 | CZK', 'A3 | 30.00 | CZK']);
  });

  it('or few of them, has them alone in it, and says that the others have none', async () => {
    const draft = await desk.one(invoices('10.00 Kč', '20.00', '30.00'));
    expect(await read(draft)).toEqual(['A1 | 10.00 | CZK', 'A2 | 20.00 | ', 'A3 | 30.00 | ']);
    expect(await desk.found([draft], 'no_currency')).toEqual(['3 A2 → 20.0000', '4 A3 → 30.0000']);
  });

  it('is in the currency that a person states, as far as the sign may be of it', async () => {
    const draft = await desk.one(invoices('£10.00', '£20.00'), (mapping) => ({
      ...mapping,
      constants: { currency: 'EGP' },
    }));
    expect(await read(draft)).toEqual(['A1 | 10.00 | EGP', 'A2 | 20.00 | EGP']);
    const other = desk.again(draft, (mapping) => ({ ...mapping, constants: { currency: 'USD' } }));
    await expect(other).rejects.toMatchObject({
      problem: { code: 'all_rows_rejected', values: { reason: 'other_currency' } },
    });
  });
});

describe('a sign of several currencies', () => {
  it.each([['$10.00'], ['10.00 kr'], ['¥10.00'], ['Rs. 10.00']])(
    'is told where nothing says which: %s',
    async (amount) => {
      const draft = await desk.one(invoices(amount, amount));
      expect(draft.suggestion.mapping.constants).toEqual({});
      expect(await signs(draft)).toEqual(['2 A1 → 10.0000', '3 A2 → 10.0000']);
    },
  );

  it('is not told where the file’s currency is stated, nor where the ledger’s own has it', async () => {
    const draft = await desk.one(invoices('$10.00', '$20.00'), (mapping) => ({
      ...mapping,
      constants: { currency: 'MXN' },
    }));
    expect(await read(draft)).toEqual(['A1 | 10.00 | MXN', 'A2 | 20.00 | MXN']);
    expect(await signs(draft)).toEqual([]);
    await desk.discard();
    await desk.bring(file('entity.csv', 'entity_id,name,base_currency', 'E,Ours,USD'));
    expect(await signs(await desk.one(invoices('$10.00', '$20.00')))).toEqual([]);
    expect(await signs(await desk.one(invoices('10.00 kr')))).toEqual(['2 A1 → 10.0000']);
  });
});

describe('signs of several currencies in one column', () => {
  it('are each row’s own, and those that may be several or are missing are refused', async () => {
    const draft = await desk.one(invoices('€10.00', '$20.00', '30.00 Kč', 'USD 40.00', '50.00'));
    expect(await read(draft)).toEqual(['A1 | 10.00 | EUR', 'A3 | 30.00 | CZK', 'A4 | 40.00 | USD']);
    expect(refused(draft)).toEqual(['3 other_currency amount $20.00', '6 missing currency']);
    await desk.take([draft]);
    expect(await desk.table('document', 'document_id', 'amount', 'currency')).toEqual([
      'A1 | 10.00 | EUR',
      'A3 | 30.00 | CZK',
      'A4 | 40.00 | USD',
    ]);
  });

  it('are read once a person mends the amount or states the currency', async () => {
    const draft = await desk.one(invoices('€10.00', '$20.00'));
    const mended = await desk.again(draft, (mapping) => ({
      ...mapping,
      patches: [{ line: 3, column: 3, text: 'USD 20.00' }],
    }));
    expect(await read(mended)).toEqual(['A1 | 10.00 | EUR', 'A2 | 20.00 | USD']);
    const stated = await desk.again(draft, ({ currencyIn: _, ...mapping }) => ({
      ...mapping,
      constants: { currency: 'USD' },
    }));
    expect(await read(stated)).toEqual(['A2 | 20.00 | USD']);
    expect(refused(stated)).toEqual(['2 other_currency amount €10.00']);
  });

  it('are those of money in and money out in two columns', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Money in,Money out',
        '2026-10-05,Rent,,€500.00',
        '2026-10-06,Receipt,£80.00,',
      ),
    );
    expect(await desk.typed(draft, 'amount', 'currency')).toEqual(['-500.00 | EUR', '80.00 | GBP']);
  });

  it('are those of invoices by their lines', async () => {
    const draft = await desk.one(
      file(
        'lines.csv',
        'Invoice,Date,Customer,Item,Line amount',
        'F-1,2026-01-10,C1,a,€10.00',
        'F-1,2026-01-10,C1,b,€5.00',
        'F-2,2026-01-10,C1,a,£7.00',
      ),
    );
    await desk.take([draft]);
    expect(await desk.table('document', 'document_id', 'amount', 'currency')).toEqual([
      'F-1 | 15.00 | EUR',
      'F-2 | 7.00 | GBP',
    ]);
  });
});

it('an amount in the books’ own currency has a sign of its own beside a column of currencies', async () => {
  const draft = await desk.one(
    file(
      'two.csv',
      'Invoice,Date,Amount,Currency,Local amount',
      'F-1,2026-01-10,$20.00,USD,€18.00',
      'F-2,2026-01-10,30.00EUR,USD,€27.00',
    ),
  );
  expect(await desk.typed(draft, 'amount', 'currency', 'base_amount')).toEqual([
    '20.00 | USD | 18.00',
  ]);
  expect(refused(draft)).toEqual(['3 other_currency amount 30.00EUR']);
});
