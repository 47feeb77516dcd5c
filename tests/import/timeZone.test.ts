import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zoneOffsets } from '../../src/session/import/zone';
import { Drafting, file, formatOf } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const dated = (header: string, ...times: readonly string[]) =>
  file(
    'invoices.csv',
    `Invoice,Customer,${header},Amount`,
    ...times.map((time, i) => `F-${i + 1},C1,${time},1.00`),
  );
const days = async (header: string, ...times: readonly string[]) =>
  desk.typed(await desk.one(dated(header, ...times)), 'document_date');

it('without a zone of the books an instant is of the day that is written', async () => {
  expect(await days('Invoice date', '2026-03-31T23:30:00Z', '2026-04-01T00:30:00+02:00')).toEqual([
    '2026-03-31',
    '2026-04-01',
  ]);
});

describe('of books that are kept in Prague', () => {
  beforeAll(async () => {
    await desk.bring(
      file(
        'entity.csv',
        'entity_id,name,base_currency,time_zone',
        'PRG,Alfa s.r.o.,CZK,Europe/Prague',
      ),
    );
  });

  const instants = [
    // One hour ahead in winter, two in summer; the clocks change on 29 March and 25 October 2026 at 01:00 UTC.
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-07-31T21:59:59.999Z', '2026-07-31'],
    ['2026-07-31T22:00:00.000Z', '2026-08-01'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-10-31T23:30:00-05:00', '2026-11-01'],
    ['2026-11-01T00:30:00+0530', '2026-10-31'],
    ['2026-11-01 00:30+01', '2026-11-01'],
    ['2026-11-01T00:30:00+02:00', '2026-10-31'],
  ] as const;

  it('an instant is of the day that it was in Prague', async () => {
    const read = await days('Invoice date', ...instants.map(([instant]) => instant));
    expect(instants.map(([instant], i) => [instant, read[i]])).toEqual(instants);
  });

  it('a time that says no zone is one of Prague already, also beside others that do', async () => {
    expect(
      await days('Invoice date', '2026-10-31T23:30:00', '2026-10-31T23:30:00Z', '2026-10-31'),
    ).toEqual(['2026-10-31', '2026-11-01', '2026-10-31']);
  });

  it('a column that says UTC has instants of UTC, and days that are no instants', async () => {
    const draft = await desk.one(
      file(
        'stripe.csv',
        'id,Number,Created (UTC),Due Date (UTC),Customer,Currency,Total,Amount Paid,Status',
        'U-1,1,2026-10-31 23:30,2026-11-30,C1,eur,1.00,0.00,open',
        'U-2,2,2026-10-31 22:30,2026-11-30,C1,eur,1.00,0.00,open',
        'U-3,3,2026-10-31,2026-11-30,C1,eur,1.00,0.00,open',
      ),
    );
    expect(formatOf(draft, 'document_date')).toMatchObject({ zone: { isUtc: true } });
    expect(await desk.typed(draft, 'document_date', 'due_date')).toEqual([
      '2026-11-01 | 2026-11-30',
      '2026-10-31 | 2026-11-30',
      '2026-10-31 | 2026-11-30',
    ]);
  });

  it('the mapping keeps what Prague was ahead of UTC, so that a later table of zones changes no import', async () => {
    const draft = await desk.one(dated('Invoice date', '2026-07-31T22:00:00Z'));
    expect(formatOf(draft, 'document_date')).toMatchObject({
      order: 'YMD',
      zone: {
        name: 'Europe/Prague',
        isUtc: false,
        offsets: [
          { minutes: 60 },
          { from: '2026-03-29 01:00:00', minutes: 120 },
          { from: '2026-10-25 01:00:00', minutes: 60 },
        ],
      },
    });
  });
});

it.each([
  ['America/New_York', [-300, -240, -300]],
  ['Asia/Kolkata', [330]],
  ['Australia/Lord_Howe', [660, 630, 660]],
  ['Africa/Casablanca', [60, 0, 60]],
] as const)('%s was ahead of UTC in 2026 by these minutes', (zone, minutes) => {
  const offsets = zoneOffsets(zone, [{ value: '2026-06-01T00:00:00Z', count: 1 }]);
  expect(offsets.map((one) => one.minutes)).toEqual(minutes);
});
