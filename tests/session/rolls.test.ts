import { afterAll, beforeAll, expect, it } from 'vitest';
import { exact } from '../../src/domain/money/decimal';
import type { IsoDate } from '../../src/domain/time/calendar';
import type { FieldEdit } from '../../src/session/journal/edit';
import type { Session } from '../../src/session/session';
import { bring } from '../import/workbench';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';

/** Three invoices that are open all the time; what changes in October is what people say of them. */
const document = `document_id,kind,customer_id,document_date,due_date,currency,amount
I1,invoice,C1,2026-08-21,2026-09-20,EUR,100.00
I2,invoice,C2,2026-08-11,2026-09-10,EUR,40.00
I3,invoice,C3,2026-08-11,2026-09-10,EUR,7.00
`;
const customer = `customer_id,name,segment
C1,Casa,retail
C2,Dům,retail
C3,House,trade
`;
const october = { from: '2026-10-01', to: '2026-10-31' };

let session: Session;
beforeAll(async () => {
  session = await openSession();
  await bring(session, 'customer.csv', customer);
  await bring(session, 'document.csv', document);
  await session.setPerson('Ana');
  const edit = async (field: Omit<FieldEdit, 'was'>): Promise<void> =>
    expect(await session.edit([{ ...field, was: null }], 'agreed')).toEqual([]);
  const invoice = (id: string) => ({ table: 'document', id, kind: 'invoice', entity: '' }) as const;
  const since = '2026-10-15' as IsoDate;
  await edit({ record: invoice('I1'), field: 'due_date', since, value: '2026-11-30' });
  await edit({
    record: invoice('I3'),
    field: 'due_date',
    since: '2026-11-02' as IsoDate,
    value: '2027-01-31',
  });
  await edit({ record: invoice('I2'), field: 'disputed', since, value: 'true' });
  await edit({
    record: { table: 'customer', id: 'C2', kind: '', entity: '' },
    field: 'segment',
    since,
    value: 'trade',
  });
  await session.settled();
});
afterAll(() => session.close());

/** Rows of a roll-forward as `key opening transfers closing`; everything ties. */
async function rolled(params: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { rows, tieOuts } = await ask(session.engine, 'roll-forward', { ...october, ...params });
  expect(tieOuts.filter(({ difference }) => !exact(difference).isZero())).toEqual([]);
  return rows.map((row) =>
    [row['key'] ?? 'all', row['opening'], row['transfers'], row['closing']].join(' '),
  );
}

/** Cells of roll rates as `from to amount`; everything ties. */
async function rates(params: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { rows, tieOuts } = await ask(session.engine, 'roll-rates', {
    ...{ from: '2026-09-30', to: '2026-10-31' },
    ...params,
  });
  expect(tieOuts.filter(({ difference }) => !exact(difference).isZero())).toEqual([]);
  return rows.map((row) => [row['from_state'], row['to_state'], row['amount']].join(' '));
}

it('an extension moves its item to the bucket of the new date, and one of later days moves nothing', async () => {
  expect(await rolled({ by: 'bucket' })).toEqual([
    'b0 0.00 100.00 100.00',
    'b1 147.00 -147.00 0.00',
    'b2 0.00 47.00 47.00',
  ]);
  expect(await rolled({ by: 'bucket', dueDate: 'original' })).toEqual([
    'b1 147.00 -147.00 0.00',
    'b2 0.00 147.00 147.00',
  ]);
});

it('a customer who changes segment is transferred, unless attributes are those of now', async () => {
  expect(await rolled({ by: 'segment' })).toEqual([
    'retail 140.00 -40.00 100.00',
    'trade 7.00 40.00 47.00',
  ]);
  expect(await rolled({ by: 'segment', attributes: 'now' })).toEqual([
    'retail 100.00 0.00 100.00',
    'trade 47.00 0.00 47.00',
  ]);
});

it('what enters or leaves a filter is transferred', async () => {
  expect(await rolled({ segment: 'trade' })).toEqual(['all 7.00 40.00 47.00']);
  expect(await rolled({ segment: 'retail' })).toEqual(['all 140.00 -40.00 100.00']);
  expect(await rolled({ disputed: 'exclude' })).toEqual(['all 147.00 -40.00 107.00']);
});

it('roll rates take what enters a filter as new, and what leaves it as settled otherwise', async () => {
  expect(await rates({})).toEqual(['b1 b0 100.00', 'b1 b2 47.00']);
  expect(await rates({ dueDate: 'original' })).toEqual(['b1 b2 147.00']);
  expect(await rates({ segment: 'retail' })).toEqual(['b1 b0 100.00', 'b1 other 40.00']);
  expect(await rates({ segment: 'trade' })).toEqual(['b1 b2 7.00', 'new b2 40.00']);
  expect(await rates({ disputed: 'exclude' })).toEqual([
    'b1 b0 100.00',
    'b1 b2 7.00',
    'b1 other 40.00',
  ]);
});

it('a cell of the opening leads to the items that were open, and one of the closing to those that are', async () => {
  const { columns, rows } = await ask(session.engine, 'roll-forward', {
    ...october,
    by: 'segment',
  });
  for (const id of ['opening', 'closing']) {
    const drill = columns.find((column) => column.id === id)?.drill;
    if (!drill) throw new Error(`${id} leads nowhere`);
    for (const row of rows) {
      const fromRow = Object.fromEntries(
        Object.entries(drill.fromRow).map(([param, column]) => [param, String(row[column])]),
      );
      const items = await ask(session.engine, drill.report, { ...drill.fixed, ...fromRow });
      expect(items.totals[0]?.['open_amount'], `${id} of ${row['key']}`).toBe(row[id]);
    }
  }
});
