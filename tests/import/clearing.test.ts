import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ask } from '../support/openFolder';
import { Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(async () => {
  await desk.discard();
  await desk.session.clear();
});
afterAll(() => desk.close());

/** A list of a sub-ledger's items: company, document, type, dates, amount, currency, and what cleared it when. */
const items = (...rows: readonly string[]) =>
  file(
    'items.csv',
    'Company Code,Customer,Document Number,Document Type,Document Date,Posting Date,Amount in doc. curr.,Document currency,Clearing Document,Clearing date',
    ...rows,
  );
const applied = () =>
  desk.table('allocation', 'credit_document_id', 'debit_document_id', 'amount', 'effective_date');
const open = async (asOf: string) =>
  (await ask(desk.session.engine, 'open-items', { asOf })).rows
    .map((row) => `${row['document_id']} ${row['open_amount']}`)
    .sort();
const nothingIsWrong = async () =>
  expect((await ask(desk.session.engine, 'contradictions', {})).rows).toEqual([]);

it('one payment clears two invoices on its own day', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,501,2026-10-05',
      '1000,C1,102,RV,2026-09-05,2026-09-05,250.00,EUR,501,2026-10-05',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-350.00,EUR,501,2026-10-05',
    ),
  );
  expect(await applied()).toEqual([
    '501-1000 | 101-1000 | 100.00 | 2026-10-05',
    '501-1000 | 102-1000 | 250.00 | 2026-10-05',
  ]);
  expect(await open('2026-10-04')).toEqual(['101-1000 100.00', '102-1000 250.00']);
  expect(await open('2026-10-05')).toEqual([]);
  await nothingIsWrong();
});

it('two payments clear one invoice, each its part, when the later one is there', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,502,2026-10-20',
      '1000,C1,501,DZ,2026-09-10,2026-09-10,-30.00,EUR,502,2026-10-20',
      '1000,C1,502,DZ,2026-10-20,2026-10-20,-70.00,EUR,502,2026-10-20',
    ),
  );
  expect(await applied()).toEqual([
    '501-1000 | 101-1000 | 30.00 | 2026-10-20',
    '502-1000 | 101-1000 | 70.00 | 2026-10-20',
  ]);
  expect(await open('2026-10-19')).toEqual(['101-1000 100.00', '501-1000 -30.00']);
  expect(await open('2026-10-20')).toEqual([]);
  await nothingIsWrong();
});

it('a credit note and a payment clear two invoices, cut where the amounts meet', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,501,2026-10-05',
      '1000,C1,102,RV,2026-09-05,2026-09-05,250.00,EUR,501,2026-10-05',
      '1000,C1,301,DG,2026-09-10,2026-09-10,-120.00,EUR,501,2026-10-05',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-230.00,EUR,501,2026-10-05',
    ),
  );
  expect(await applied()).toEqual([
    '301-1000 | 101-1000 | 100.00 | 2026-10-05',
    '301-1000 | 102-1000 | 20.00 | 2026-10-05',
    '501-1000 | 102-1000 | 230.00 | 2026-10-05',
  ]);
  expect(await open('2026-10-05')).toEqual([]);
  await nothingIsWrong();
});

it('a clearing of two invoices with one payment that is short leaves what is short open', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,501,2026-10-05',
      '1000,C1,102,RV,2026-09-05,2026-09-05,250.00,EUR,501,2026-10-05',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-345.00,EUR,501,2026-10-05',
    ),
  );
  expect(await open('2026-10-05')).toEqual(['102-1000 5.00']);
  await nothingIsWrong();
});

it('a clearing is of the day on which it was made, and never before its last item was posted', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,501,2026-10-25',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-100.00,EUR,501,2026-10-25',
      // Typed in with an earlier clearing date than its payment was posted.
      '1000,C2,102,RV,2026-08-05,2026-08-05,60.00,EUR,502,2026-10-01',
      '1000,C2,502,DZ,2026-10-08,2026-10-09,-60.00,EUR,502,2026-10-01',
    ),
  );
  expect(await applied()).toEqual([
    '501-1000 | 101-1000 | 100.00 | 2026-10-25',
    '502-1000 | 102-1000 | 60.00 | 2026-10-09',
  ]);
});

it('items of other companies and currencies clear nothing although the number is the same', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,501,2026-10-05',
      '2000,C1,501,DZ,2026-10-05,2026-10-05,-100.00,EUR,501,2026-10-05',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-100.00,USD,501,2026-10-05',
    ),
  );
  expect(await applied()).toEqual([]);
  expect(await open('2026-10-31')).toEqual([
    '101-1000 100.00',
    '501-1000 -100.00',
    '501-2000 -100.00',
  ]);
});

it('items that no clearing names stay open', async () => {
  await desk.bring(
    items(
      '1000,C1,101,RV,2026-08-05,2026-08-05,100.00,EUR,,',
      '1000,C1,501,DZ,2026-10-05,2026-10-05,-100.00,EUR,,',
    ),
  );
  expect(await applied()).toEqual([]);
  expect(await open('2026-10-31')).toEqual(['101-1000 100.00', '501-1000 -100.00']);
});

it('of many random clearings every one that ties is zero on its day', async () => {
  const rows: string[] = [];
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const cents = (amount: number): string => (amount / 100).toFixed(2);
  for (let clearing = 0; clearing < 60; clearing += 1) {
    const debits = Array.from({ length: 1 + next(4) }, () => 1 + next(90_000));
    let rest = debits.reduce((a, b) => a + b, 0);
    const tail = `EUR,9${clearing},2026-10-15`;
    debits.forEach((amount, i) => {
      rows.push(
        `1000,C1,D${clearing}-${i},RV,2026-08-0${1 + i},2026-08-0${1 + i},${cents(amount)},${tail}`,
      );
    });
    for (let i = 0; rest > 0; i += 1) {
      const part = i === 3 ? rest : Math.min(rest, 1 + next(60_000));
      rows.push(
        `1000,C1,K${clearing}-${i},DZ,2026-10-0${1 + i},2026-10-0${1 + i},-${cents(part)},${tail}`,
      );
      rest -= part;
    }
  }
  await desk.bring(items(...rows));
  expect((await open('2026-10-14')).length).toBeGreaterThan(60);
  expect(await open('2026-10-15')).toEqual([]);
  await nothingIsWrong();
});
