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

const documents = () => desk.table('document', 'document_id', 'kind', 'customer_id', 'amount');
const lines = () =>
  desk.table(
    'document_line',
    'document_id',
    'line_no',
    'service',
    'quantity',
    'unit_price',
    'amount',
  );

it('lines of an invoice are one document of their sum, numbered as they stand', async () => {
  await desk.bring(
    file(
      'lines.csv',
      'Invoice,Date,Customer,Product,Quantity,Unit price',
      'A-1,2026-10-05,C1,Water,2,1.50',
      'A-2,2026-10-06,C2,Salt,10,0.40',
      'A-1,2026-10-05,C1,Salt,1,4.00',
      'A-3,2026-10-07,C1,Water,-2,1.50',
    ),
  );
  expect(await documents()).toEqual([
    'A-1 | invoice | C1 | 7.00',
    'A-2 | invoice | C2 | 4.00',
    'A-3 | credit_note | C1 | -3.00',
  ]);
  expect(await lines()).toEqual([
    'A-1 | 1 | Water | 2.00 | 1.5000000000 | 3.00',
    'A-1 | 2 | Salt | 1.00 | 4.0000000000 | 4.00',
    'A-2 | 1 | Salt | 10.00 | 0.4000000000 | 4.00',
    'A-3 | 1 | Water | -2.00 | 1.5000000000 | -3.00',
  ]);
  const { rows } = await ask(desk.session.engine, 'open-items', { asOf: '2026-10-31' });
  expect(rows.map((row) => `${row['document_id']} ${row['open_amount']}`).sort()).toEqual([
    'A-1 7.00',
    'A-2 4.00',
    'A-3 -3.00',
  ]);
});

it('a total that every line repeats is counted once, with the tax that the lines do not have', async () => {
  const draft = await desk.one(
    file(
      'totals.csv',
      'Invoice,Date,Customer,Total,Product,Quantity,Unit price,Line amount',
      'B-1,2026-10-05,C1,8.47,Water,2,1.50,3.00',
      'B-1,2026-10-05,C1,8.47,Salt,1,4.00,4.00',
    ),
  );
  expect(draft.plan.goodTotals).toEqual([{ currency: '', rows: 2, amount: '7.0000' }]);
  expect(await desk.found([draft], 'header_differs')).toEqual([]);
  await desk.take([draft]);
  expect(await documents()).toEqual(['B-1 | invoice | C1 | 8.47']);
});

it('without a total, an invoice is its lines and their tax', async () => {
  await desk.bring(
    file(
      'taxed.csv',
      'Invoice,Date,Customer,Product,Quantity,Unit price,Line amount,Line tax',
      'C-1,2026-10-05,C1,Water,2,1.50,3.00,0.63',
      'C-1,2026-10-05,C1,Salt,1,4.00,4.00,',
    ),
  );
  expect(await documents()).toEqual(['C-1 | invoice | C1 | 7.63']);
});

it('totals that lines repeat differently are told, and the first counts', async () => {
  const draft = await desk.one(
    file(
      'torn.csv',
      'Invoice,Date,Customer,Total,Product,Quantity,Unit price,Line amount',
      'D-1,2026-10-05,C1,7.00,Water,2,1.50,3.00',
      'D-1,2026-10-05,C1,9.00,Salt,1,4.00,4.00',
      'D-2,2026-10-05,C1,4.00,Salt,1,4.00,4.00',
    ),
  );
  expect(await desk.found([draft], 'header_differs')).toEqual(['2 D-1: 7.0000 … 9.0000']);
  await desk.take([draft]);
  expect(await documents()).toEqual(['D-1 | invoice | C1 | 7.00', 'D-2 | invoice | C1 | 4.00']);
});

it('an invoice that comes again comes with all of its lines: one that is gone is gone', async () => {
  const header = 'Invoice,Date,Customer,Product,Quantity,Unit price';
  await desk.bring(
    file(
      'first.csv',
      header,
      'E-1,2026-10-05,C1,Water,2,1.50',
      'E-1,2026-10-05,C1,Salt,1,4.00',
      'E-2,2026-10-05,C1,Salt,1,4.00',
    ),
  );
  const corrected = await desk.one(
    file(
      'corrected.csv',
      header,
      'E-1,2026-10-05,C1,Water,3,1.50',
      'E-3,2026-10-06,C1,Salt,1,4.00',
    ),
  );
  const [review] = await desk.review([corrected]);
  expect(review?.comparison).toMatchObject({
    newCount: 1,
    changedCount: 1,
    identicalCount: 0,
    effects: [{ monthEnd: '2026-10-31', currency: '', amount: '-2.5000' }],
  });
  await desk.take([corrected]);
  expect(await documents()).toEqual([
    'E-1 | invoice | C1 | 4.50',
    'E-2 | invoice | C1 | 4.00',
    'E-3 | invoice | C1 | 4.00',
  ]);
  expect((await lines()).map((line) => line.split(' | ').slice(0, 3).join(' '))).toEqual([
    'E-1 1 Water',
    'E-2 1 Salt',
    'E-3 1 Salt',
  ]);
});

it('an invoice that comes again as it was keeps its lines', async () => {
  const header = 'Invoice,Date,Customer,Product,Quantity,Unit price';
  const rows = ['F-1,2026-10-05,C1,Water,2,1.50', 'F-1,2026-10-05,C1,Salt,1,4.00'];
  await desk.bring(file('first.csv', header, ...rows));
  const before = await lines();
  await desk.bring(file('again.csv', header, ...rows, 'F-2,2026-10-06,C1,Salt,1,4.00'));
  expect((await lines()).slice(0, 2)).toEqual(before);
  expect(await lines()).toHaveLength(3);
});

it('one corrected line of an invoice leaves its other lines', async () => {
  const header = 'Invoice,Date,Customer,Total,Product,Quantity,Unit price';
  await desk.bring(
    file(
      'first.csv',
      header,
      'G-1,2026-10-05,C1,7.00,Water,2,1.50',
      'G-1,2026-10-05,C1,7.00,Salt,1,4.00',
    ),
  );
  // The document and its first line are the same, its second line is another.
  await desk.bring(
    file(
      'later.csv',
      header,
      'G-1,2026-10-05,C1,7.00,Water,2,1.50',
      'G-1,2026-10-05,C1,7.00,Sugar,1,4.00',
    ),
  );
  expect((await lines()).map((line) => line.split(' | ').slice(0, 3).join(' '))).toEqual([
    'G-1 1 Water',
    'G-1 2 Sugar',
  ]);
});
