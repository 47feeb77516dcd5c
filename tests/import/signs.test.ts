import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Draft, Drafting, file, withField } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const amounts = (draft: Draft) => desk.typed(draft, 'amount');

describe('a bank’s column that says which side', () => {
  it.each([
    ['D/C', 'D', 'C'],
    ['Dr/Cr', 'Dr', 'Cr'],
    ['Debit/Credit', 'DEBIT', 'CREDIT'],
    ['Soll/Haben', 'S', 'H'],
    ['Debe/Haber', 'DEBE', 'HABER'],
    ['CD', 'DBIT', 'CRDT'],
    ['D/K', 'D', 'K'],
    ['Dr/Cr', '-', '+'],
    ['CD', 'out', 'in'],
  ])('as %s makes %s money that left, and %s money that came', async (header, left, came) => {
    const draft = await desk.one(
      file(
        'bank.csv',
        `Date,Description,Amount,${header}`,
        `2026-10-05,Rent,500.00,${left}`,
        `2026-10-06,Receipt,80.00,${came}`,
        `2026-10-07,Fee,2.50,${left.toLowerCase()}`,
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00', '80.00', '-2.50']);
  });

  it('and an amount that says the same itself are one side, and no amount where they differ', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Amount,Dr/Cr',
        '2026-10-05,Rent,500.00 Dr,Dr',
        '2026-10-06,Receipt,80.00 CR,Cr',
        '2026-10-07,Fee,2.50 Cr,Dr',
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00', '80.00']);
    expect(draft.plan.rejects).toMatchObject([{ line: 4, field: 'amount', value: '2.50 Cr' }]);
  });

  it('of a second column that writes its minus itself are its own, and of one with corrections are not', async () => {
    const signed = await desk.one(
      file(
        'signed.csv',
        'Date,Description,Money in,Money out',
        '2026-10-05,Rent,,-500.00',
        '2026-10-06,Receipt,80.00,',
        '2026-10-07,Fee,0.00,-2.50',
      ),
    );
    expect(await amounts(signed)).toEqual(['-500.00', '80.00', '-2.50']);
    const corrected = await desk.one(
      file(
        'corrected.csv',
        'Date,Description,Money in,Money out',
        '2026-10-05,Rent,,500.00',
        '2026-10-06,Rent taken back,,-500.00',
      ),
    );
    expect(await amounts(corrected)).toEqual(['-500.00', '500.00']);
  });

  it('of two columns without headers are their own where one of them is minus throughout, whichever stands first', async () => {
    for (const rows of [
      ['2026-10-05,Rent,-500.00,', '2026-10-06,Receipt,,80.00', '2026-10-07,Fee,-2.50,'],
      ['2026-10-05,Rent,,-500.00', '2026-10-06,Receipt,80.00,', '2026-10-07,Fee,,-2.50'],
    ]) {
      const draft = await desk.one(file('bank.csv', ...rows));
      expect(draft.suggestion?.ambiguousSides).toEqual([]);
      expect(await amounts(draft)).toEqual(['-500.00', '80.00', '-2.50']);
    }
  });

  it('refuses an amount beside a word that nobody knows, and takes one without a word as it stands', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Amount,D/C',
        '2026-10-05,Rent,500.00,D',
        '2026-10-06,Receipt,80.00,C',
        '2026-10-07,Fee,2.50,EUR',
        '2026-10-08,Interest,-1.50,',
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00', '80.00', '-1.50']);
    expect(draft.plan.rejects).toMatchObject([
      { line: 4, reason: 'unknown_side', field: 'amount', value: 'EUR' },
    ]);
  });

  it('beside amounts turns a reversed one round', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Amount,D/C',
        '2026-10-05,Rent,500.00,D',
        '2026-10-06,Rent taken back,-500.00,D',
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00', '500.00']);
  });
});

describe('a ledger’s column that says which side', () => {
  it.each([
    ['S', 'H'],
    ['D', 'C'],
    ['Dr', 'Cr'],
    ['MD', 'DAL'],
  ])('makes %s what is owed, and %s what is not', async (debit, credit) => {
    const source = file(
      'items.csv',
      'Invoice,Customer,Date,Amount,Side',
      `L-1,C1,2026-10-05,100.00,${debit}`,
      `L-2,C1,2026-10-06,40.00,${credit}`,
    );
    const [staged] = await desk.stage([source]);
    if (!staged?.suggestion) throw new Error('items.csv is not recognised');
    const { mapping } = staged.suggestion;
    const sided = withField('amount', {
      side: { column: 4, header: 'Side', minus: [], plus: [] },
    })(mapping);
    const columns = new Map(Object.entries(sided.fields).map(([name, one]) => [name, one.column]));
    const { dataset, fields: _, ...rest } = sided;
    const said = await desk.session.desk.mapColumns(staged.staged, dataset, columns, rest, sided);
    const plan = await desk.plan(staged, said.mapping);
    expect(await amounts({ ...staged, suggestion: said, plan })).toEqual(['100.00', '-40.00']);
  });
});

describe('money in and money out in two columns', () => {
  it('are one amount, in minus out', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Debit,Credit,Balance',
        '2026-10-05,Rent,500.00,,1000.00',
        '2026-10-06,Receipt,,80.00,1080.00',
        '2026-10-07,Both,10.00,0.00,1070.00',
        '2026-10-08,Net,10.00,25.00,1085.00',
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00', '80.00', '-10.00', '15.00']);
  });

  it('refuse a row without either, and one of which one cannot be read', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Debit,Credit,Balance',
        '2026-10-05,Rent,500.00,,1000.00',
        '2026-10-06,Nothing,,,1000.00',
        '2026-10-07,Scribble,x,80.00,1080.00',
      ),
    );
    expect(await amounts(draft)).toEqual(['-500.00']);
    expect(draft.plan.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 missing',
      '4 unreadable',
    ]);
  });

  it('without names are asked about, and nothing is decided in silence', async () => {
    const [staged] = await desk.stage([
      file(
        'bank.csv',
        '05.10.2026;Rent of October;500,00;',
        '06.10.2026;Receipt of Alfa;;80,00',
        '07.10.2026;Fee of October;2,50;',
      ),
    ]);
    expect(staged?.suggestion?.ambiguousSides).toEqual(['Column 3', 'Column 4']);
  });
});

describe('credits', () => {
  const header = 'Invoice,Type,Customer,Date,Amount';
  it('that are all written without a sign are made minus', async () => {
    const draft = await desk.one(
      file(
        'plus.csv',
        header,
        'K-1,Invoice,C1,2026-10-05,100.00',
        'K-2,Credit note,C1,2026-10-06,40.00',
        'K-3,Payment,C1,2026-10-07,60.00',
      ),
    );
    expect(draft.suggestion.mapping.flipCredits).toBe(true);
    expect(await amounts(draft)).toEqual(['100.00', '-40.00', '-60.00']);
  });

  it('that have a sign keep it, also where one of them has none', async () => {
    const draft = await desk.one(
      file(
        'signed.csv',
        header,
        'K-1,Invoice,C1,2026-10-05,100.00',
        'K-2,Credit note,C1,2026-10-06,-40.00',
        'K-3,Credit note,C1,2026-10-07,5.00',
      ),
    );
    expect(draft.suggestion.mapping.flipCredits).toBe(false);
    expect(await amounts(draft)).toEqual(['100.00', '-40.00', '5.00']);
  });

  it('may each be made minus whatever they are written with', async () => {
    const draft = await desk.one(
      file(
        'each.csv',
        header,
        'K-1,Invoice,C1,2026-10-05,-100.00',
        'K-2,Credit note,C1,2026-10-06,-40.00',
        'K-3,Payment,C1,2026-10-07,5.00',
      ),
      (mapping) => ({ ...mapping, flipCredits: 'each' }),
    );
    expect(await amounts(draft)).toEqual(['-100.00', '-40.00', '-5.00']);
  });

  it('are turned with everything else where a file has all signs the other way', async () => {
    const draft = await desk.one(
      file(
        'turned.csv',
        header,
        'K-1,Invoice,C1,2026-10-05,-100.00',
        'K-2,Credit note,C1,2026-10-06,40.00',
      ),
      ({ flipCredits: _, ...mapping }) => ({ ...mapping, flipSign: true }),
    );
    expect(await amounts(draft)).toEqual(['100.00', '-40.00']);
  });
});

describe('the points of 1.234', () => {
  const sales = (name: string, ...rows: readonly string[]) =>
    file(name, 'Invoice,Customer,Date,Product,Quantity,Unit price,Line amount', ...rows);
  const lines = (draft: Draft) => desk.typed(draft, 'line_amount');

  it('stand between thousands where quantity × price says so', async () => {
    const draft = await desk.one(
      sales(
        'thousands.csv',
        'P-1,C1,2026-10-05,Pump,2,617,1.234',
        'P-2,C1,2026-10-05,Pump,3,617,1.851',
        'P-3,C1,2026-10-05,Pump,4,617,2.468',
      ),
    );
    expect(draft.suggestion.ambiguousNumbers).toEqual([]);
    expect(await lines(draft)).toEqual(['1234.00', '1851.00', '2468.00']);
  });

  it('stand before decimals where quantity × price says so', async () => {
    const draft = await desk.one(
      sales(
        'decimals.csv',
        'P-1,C1,2026-10-05,Seal,2,0.617,1.234',
        'P-2,C1,2026-10-05,Seal,3,0.617,1.851',
        'P-3,C1,2026-10-05,Seal,4,0.617,2.468',
      ),
    );
    expect(draft.suggestion.ambiguousNumbers).toEqual([]);
    expect(await lines(draft)).toEqual(['1.2340', '1.8510', '2.4680']);
  });

  it('are asked about where too few rows prove anything, or none fits', async () => {
    const few = await desk.one(sales('few.csv', 'P-1,C1,2026-10-05,Pump,2,617,1.234'));
    expect(few.suggestion.ambiguousNumbers).toEqual(['Line amount']);
    const torn = await desk.one(
      sales(
        'torn.csv',
        'P-1,C1,2026-10-05,Pump,2,617,1.234',
        'P-2,C1,2026-10-05,Pump,3,700,1.851',
        'P-3,C1,2026-10-05,Pump,4,900,2.468',
      ),
    );
    expect(torn.suggestion.ambiguousNumbers).toEqual(['Line amount']);
  });
});

it('a ledger’s amount that says its side twice is minus once, and one of another currency is none', async () => {
  const draft = await desk.one(
    file(
      'items.csv',
      'Invoice No,Customer,Invoice Date,Amount,Dr/Cr,Currency',
      'D1,A,2026-01-15,100.00,Dr,EUR',
      'D2,A,2026-01-15,40.00 Cr,Cr,EUR',
      'D3,A,2026-01-15,9.00 Dr,Cr,EUR',
      'D4,A,2026-01-15,USD 6.00,Dr,EUR',
      'D5,A,2026-01-15,EUR 7.00,Cr,EUR',
    ),
  );
  expect(await amounts(draft)).toEqual(['100.00', '-40.00', '-7.00']);
  expect(draft.plan.rejects).toMatchObject([{ line: 4 }, { line: 5, value: 'USD 6.00' }]);
});

it('a customer who is known by a name alone is known by it', async () => {
  const draft = await desk.one(
    file('named.csv', 'Invoice,Customer Name,Date,Total', 'A1,Foo Inc,2026-01-15,100.00'),
  );
  expect(await desk.typed(draft, 'customer_id', 'customer_name')).toEqual(['Foo Inc | Foo Inc']);
});

it('what is due of a total is what is open of it', async () => {
  const draft = await desk.one(
    file(
      'list.csv',
      'Invoice,Customer,Date,Total Amount,Amount Due',
      'T1,A,2026-01-01,100.00,40.00',
    ),
  );
  expect(await desk.typed(draft, 'amount', 'open_amount')).toEqual(['100.00 | 40.00']);
});
