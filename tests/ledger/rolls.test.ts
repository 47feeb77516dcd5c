import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketIndex } from '../../src/domain/aging/buckets';
import { changeColumns, type RollColumn, rollColumns } from '../../src/domain/aging/rollForward';
import {
  type ReferenceMovement,
  referenceMovements,
} from '../../src/domain/aging/rollForwardMovements';
import { type RollRow, rollForwardOf } from '../../src/domain/aging/rollForwardReference';
import { type RateCell, rollRatesOf } from '../../src/domain/aging/rollRatesReference';
import { openItemsAt, type ReferenceItem } from '../../src/domain/ledger/reference';
import { openItemsUnder } from '../../src/domain/ledger/referenceDerived';
import { type Exact, exact, ratio, sum } from '../../src/domain/money/decimal';
import type { ResultRow } from '../../src/domain/report/result';
import { addDays, daysBetween, type IsoDate, lastMonthEnds } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { days } from './randomLedger';
import { kindOf, type RollSample, rollSamples, rollTables } from './rollSamples';

const seed = Number(process.env['SALDO_SEED'] ?? 20261124);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 60);
const first = '2025-01-01' as IsoDate;
const edges = [0, 30, 60, 90];

/** Days at whose ends states are compared: a month, a day, longer, from before everything and to after it. */
const spans: readonly (readonly [before: number, to: number])[] = [
  [-10, 60],
  [60, 90],
  [90, 91],
  [31, 200],
  [120, 240],
  [-10, days + 120],
];
const periods = spans.map(([before, to]) => ({
  before: addDays(first, before),
  from: addDays(first, before + 1),
  to: addDays(first, to),
}));
type Period = (typeof periods)[number];

type By = 'none' | 'bucket' | 'segment' | 'customer';
type View = 'document' | 'base';
type Basis = 'due' | 'document';
const basisOf = (no: number): Basis => (no % 2 === 0 ? 'due' : 'document');

const samples = rollSamples(ledgerCount, seed);

const bucketOf = (item: ReferenceItem, day: string, basis: Basis): string => {
  const date = basis === 'due' ? item.dueDate : item.document.documentDate;
  return `b${bucketIndex(daysBetween(date as IsoDate, day as IsoDate), edges)}`;
};
const currencyOf = (item: ReferenceItem, view: View): string =>
  view === 'base' ? 'EUR' : item.document.currency;
const isZero = ({ difference }: { readonly difference: string }): boolean =>
  exact(difference).isZero();

/** What is open in each ledger on a day, asked once. */
const known = new Map<string, readonly ReferenceItem[]>();
function openAt({ name, ledger }: RollSample, day: IsoDate): readonly ReferenceItem[] {
  const key = `${name} ${day}`;
  const open = known.get(key) ?? openItemsAt(ledger.documents, ledger.allocations, day);
  known.set(key, open);
  return open;
}

const rowOf = (amountOf: (column: RollColumn) => Exact): RollRow =>
  Object.fromEntries(rollColumns.map((column) => [column, amountOf(column)])) as RollRow;
const added = (one: RollRow | undefined, other: RollRow): RollRow =>
  one ? rowOf((column) => one[column].plus(other[column])) : other;
const textOf = (row: RollRow): string =>
  rollColumns.map((column) => `${column} ${row[column].toFixed(2)}`).join(', ');
const texts = (rows: ReadonlyMap<string, RollRow>): Record<string, string> =>
  Object.fromEntries([...rows].map(([key, row]) => [key, textOf(row)]));

/** Rows of the engine by key and currency. */
const engineRows = (rows: readonly ResultRow[]): ReadonlyMap<string, RollRow> =>
  new Map(
    rows.map((row) => [
      `${row['key'] ?? ''} ${row['currency']}`,
      rowOf((column) => exact(String(row[column]))),
    ]),
  );

interface Told {
  readonly movements: (sample: RollSample) => readonly ReferenceMovement[];
  readonly openAt: (sample: RollSample, day: IsoDate) => readonly ReferenceItem[];
}
const asGiven: Told = { movements: ({ movements }) => movements, openAt };

/** What the reference says of all ledgers together. */
function referenceRows(
  { before, from, to }: Period,
  { by, view, basis }: { readonly by: By; readonly view: View; readonly basis: Basis },
  told: Told = asGiven,
): ReadonlyMap<string, RollRow> {
  const rows = new Map<string, RollRow>();
  for (const sample of samples) {
    const groupOf = (item: ReferenceItem, day: string): string => {
      if (by === 'segment') return sample.name;
      if (by === 'customer') return `${sample.name}.${item.document.customer}`;
      return by === 'bucket' ? bucketOf(item, day, basis) : '';
    };
    const own = rollForwardOf(
      told.movements(sample),
      told.openAt(sample, before),
      told.openAt(sample, to),
      {
        ...{ from, to, openingDay: before, kindOf, inBase: view === 'base' },
        rowOf: (item, day) => `${groupOf(item, day)} ${currencyOf(item, view)}`,
      },
    );
    for (const [key, row] of own) rows.set(key, added(rows.get(key), row));
  }
  return rows;
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadTables(engine, rollTables(samples));
});
afterAll(() => engine.close());

describe(`random ledgers roll forward (seed ${seed})`, () => {
  it('movements of the reference add up to what it says is open, item by item', () => {
    for (const sample of samples)
      for (const { to } of periods) {
        const moved = new Map<string, { amount: Exact; base: Exact }>();
        for (const { item, date, amount, base } of sample.movements) {
          if (date > to) continue;
          const key = `${item.document.id} ${item.instalmentNo ?? ''}`;
          const one = moved.get(key) ?? { amount: exact('0'), base: exact('0') };
          moved.set(key, { amount: one.amount.plus(amount), base: one.base.plus(base) });
        }
        const left = [...moved].filter(
          ([, { amount, base }]) => !(amount.isZero() && base.isZero()),
        );
        expect(
          Object.fromEntries(
            left.map(([key, { amount, base }]) => [key, `${amount.toFixed()} ${base.toFixed()}`]),
          ),
          `${sample.name} at ${to}`,
        ).toEqual(
          Object.fromEntries(
            openAt(sample, to).map(({ document, instalmentNo, open, openBase }) => [
              `${document.id} ${instalmentNo ?? ''}`,
              `${open.toFixed()} ${openBase.toFixed()}`,
            ]),
          ),
        );
      }
  });

  it('have every column but that of revaluations', () => {
    const rows = periods.flatMap((period) => [
      ...referenceRows(period, { by: 'customer', view: 'base', basis: 'due' }).values(),
    ]);
    const empty = changeColumns.filter((column) => rows.every((row) => row[column].isZero()));
    expect(empty).toEqual(['revaluation']);
  });

  const questions = (['none', 'bucket', 'segment', 'customer'] as const).flatMap((by) =>
    (['document', 'base'] as const).map((view) => ({ by, view })),
  );
  it.each(questions)(
    'by $by in $view currency: every column equals the reference, rows add up, and all ties',
    async ({ by, view }) => {
      for (const [no, period] of periods.entries()) {
        const { from, to } = period;
        const basis = basisOf(no);
        const result = await ask(engine, 'roll-forward', { from, to, by, currency: view, basis });
        const rows = engineRows(result.rows);
        expect(texts(rows), `${from} to ${to}`).toEqual(
          texts(referenceRows(period, { by, view, basis })),
        );
        for (const [key, row] of rows)
          expect(
            sum([row.opening, ...changeColumns.map((column) => row[column])]).toFixed(2),
            `${key}, ${from} to ${to}`,
          ).toBe(row.closing.toFixed(2));
        expect(result.tieOuts.filter((one) => !isZero(one))).toEqual([]);
      }
    },
  );

  it('of two periods that follow each other the changes add up, and one closes where the next opens', async () => {
    const across = async (from: IsoDate, to: IsoDate) =>
      engineRows((await ask(engine, 'roll-forward', { from, to, by: 'customer' })).rows);
    const [start, middle, end] = [31, 120, 200].map((day) => addDays(first, day));
    if (!start || !middle || !end) throw new Error('no days');
    const whole = await across(start, end);
    const early = await across(start, middle);
    const late = await across(addDays(middle, 1), end);
    const none = rowOf(() => exact('0'));
    expect(whole.size).toBeGreaterThan(ledgerCount);
    for (const [key, row] of whole) {
      const [a, b] = [early.get(key) ?? none, late.get(key) ?? none];
      expect(a.closing.toFixed(2), key).toBe(b.opening.toFixed(2));
      const both = rowOf((column) => a[column].plus(b[column]));
      expect(
        textOf({ ...both, opening: a.opening, closing: b.closing }),
        `${key}: both periods`,
      ).toBe(textOf(row));
    }
  });

  it('of one segment are what that segment is of all', async () => {
    const [, , , period] = periods;
    if (!period) throw new Error('no period');
    const { from, to } = period;
    const all = engineRows((await ask(engine, 'roll-forward', { from, to, by: 'segment' })).rows);
    for (const { name } of samples.slice(0, 5)) {
      const own = await ask(engine, 'roll-forward', { from, to, segment: name });
      const rows = [...engineRows(own.rows)].map(([key, row]) => [`${name}${key}`, textOf(row)]);
      const same = [...all].filter(([key]) => key.startsWith(`${name} `));
      expect(Object.fromEntries(rows)).toEqual(texts(new Map(same)));
      expect(own.tieOuts.filter((one) => !isZero(one))).toEqual([]);
    }
  });

  it.each(['unapplied', 'netted'])(
    'with credits %s open and close as the aging of the two days shows',
    async (credits) => {
      for (const [no, { before, from, to }] of periods.entries())
        for (const currency of ['document', 'base']) {
          const policy = { credits, currency, basis: basisOf(no) };
          const { rows, tieOuts } = await ask(engine, 'roll-forward', {
            ...{ from, to, by: 'bucket' },
            ...policy,
          });
          const cells = (column: string) =>
            Object.fromEntries(
              rows
                .filter((row) => !exact(String(row[column])).isZero())
                .map((row) => [`${row['key']} ${row['currency']}`, row[column]]),
            );
          const aging = async (asOf: string) => {
            const totals = (await ask(engine, 'aging-totals', { asOf, ...policy })).rows;
            const keys = ['b0', 'b1', 'b2', 'b3', 'b4', 'unapplied'];
            return Object.fromEntries(
              totals.flatMap((row) =>
                keys
                  .filter((key) => key in row && !exact(String(row[key])).isZero())
                  .map((key) => [`${key} ${row['currency']}`, row[key]]),
              ),
            );
          };
          expect(cells('opening'), `opening ${from}`).toEqual(await aging(before));
          expect(cells('closing'), `closing ${to}`).toEqual(await aging(to));
          for (const [key, row] of engineRows(rows))
            expect(
              sum([row.opening, ...changeColumns.map((column) => row[column])]).toFixed(2),
              `${key}, ${from} to ${to}`,
            ).toBe(row.closing.toFixed(2));
          expect(tieOuts.filter((one) => !isZero(one))).toEqual([]);
        }
    },
  );
});

describe('random ledgers roll forward under other ways to apply credits', () => {
  const byLinks: readonly RollColumn[] = [
    'transfers',
    'exchange',
    'discounts',
    'withheld',
    'written_off',
  ];
  const ways = (['oldest', 'newest', 'prorata'] as const).flatMap((allocation) =>
    (['no', 'yes'] as const).map((relink) => ({ allocation, relink })),
  );
  it.each(ways)(
    '$allocation, relink $relink: what derived links move is what the rest leaves',
    async (way) => {
      const dates = [...new Set(periods.flatMap(({ before, to }) => [before, to]))].sort();
      const zero = exact('0');
      const open = new Map(
        samples.map((sample) => [
          sample.name,
          openItemsUnder(sample.ledger.documents, sample.ledger.allocations, dates, way),
        ]),
      );
      const given = new Map(
        samples.map(({ name, ledger, movements }) => [
          name,
          way.relink === 'no'
            ? movements
            : referenceMovements(
                ledger.documents,
                ledger.allocations.map((link) => ({ ...link, amount: zero, creditAmount: zero })),
              ),
        ]),
      );
      const told: Told = {
        movements: ({ name }) => given.get(name) ?? [],
        openAt: ({ name }, day) => open.get(name)?.get(day) ?? [],
      };
      /**
       * Derived links are in no movement of the reference: what they move is what the rest leaves. In base currency they
       * also shift the cents of the shares by which deductions leave.
       */
      const withLinks = (row: RollRow, view: View): string => {
        const made = view === 'base' ? byLinks : byLinks.slice(0, 2);
        const without = rowOf((column) => (made.includes(column) ? zero : row[column]));
        const others = sum(changeColumns.map((column) => without[column]));
        return `${textOf(without)}, links ${row.closing.minus(row.opening).minus(others).toFixed(2)}`;
      };
      for (const [no, period] of periods.entries()) {
        const { from, to } = period;
        const view: View = no % 3 === 0 ? 'base' : 'document';
        const by: By = no % 2 === 0 ? 'customer' : 'bucket';
        const basis = basisOf(no + 1);
        const result = await ask(engine, 'roll-forward', {
          ...{ from, to, by, currency: view, basis },
          ...way,
        });
        const said = (rows: ReadonlyMap<string, RollRow>) =>
          Object.fromEntries([...rows].map(([key, row]) => [key, withLinks(row, view)]));
        const rows = engineRows(result.rows);
        expect(said(rows), `${from} to ${to}, ${view}`).toEqual(
          said(referenceRows(period, { by, view, basis }, told)),
        );
        for (const [key, row] of rows)
          expect(
            sum([row.opening, ...changeColumns.map((column) => row[column])]).toFixed(2),
            `${key}, ${from} to ${to}`,
          ).toBe(row.closing.toFixed(2));
        expect(result.tieOuts.filter((one) => !isZero(one))).toEqual([]);
      }
    },
  );
});

describe('roll rates of random ledgers', () => {
  /** Cells of all ledgers by currency and states, with the row that they are of. */
  function referenceCells(
    { before, to }: Period,
    view: View,
    basis: Basis,
  ): Record<string, string> {
    const cells = new Map<string, RateCell>();
    for (const sample of samples)
      for (const currency of view === 'base' ? ['EUR'] : ['EUR', 'USD', 'CZK']) {
        const isOwn = (item: ReferenceItem) => currencyOf(item, view) === currency;
        const own = rollRatesOf(
          sample.movements,
          openAt(sample, before).filter(isOwn),
          openAt(sample, to).filter(isOwn),
          {
            ...{ from: before, to, kindOf, inBase: view === 'base' },
            bucketOf: (item, day) => bucketOf(item, day, basis),
          },
        );
        for (const [states, { amount, itemCount }] of own) {
          const key = `${currency} ${states}`;
          const one = cells.get(key);
          cells.set(key, {
            amount: amount.plus(one?.amount ?? 0),
            itemCount: itemCount + (one?.itemCount ?? 0),
          });
        }
      }
    return Object.fromEntries(
      [...cells].map(([key, { amount, itemCount }]) => {
        const row = key.slice(0, key.lastIndexOf(' ') + 1);
        const whole = sum(
          [...cells].filter(([other]) => other.startsWith(row)).map(([, cell]) => cell.amount),
        );
        const rate = ratio(amount, whole)?.toFixed(6) ?? 'null';
        return [key, `${amount.toFixed(2)} of ${whole.toFixed(2)}, ${rate}, ${itemCount}`];
      }),
    );
  }

  const engineCells = (rows: readonly ResultRow[]): Record<string, string> =>
    Object.fromEntries(
      rows.map((row) => [
        `${row['currency']} ${row['from_state']} ${row['to_state']}`,
        `${row['amount']} of ${row['from_amount']}, ${row['rate']}, ${row['item_count']}`,
      ]),
    );

  it.each(['document', 'base'] as const)(
    'in %s currency equal the reference, and tie to the agings of both days bucket by bucket',
    async (view) => {
      for (const [no, period] of periods.entries()) {
        const { before, to } = period;
        const policy = { currency: view, basis: basisOf(no) };
        const result = await ask(engine, 'roll-rates', { from: before, to, ...policy });
        expect(engineCells(result.rows), `${before} to ${to}`).toEqual(
          referenceCells(period, view, basisOf(no)),
        );
        expect(result.tieOuts.filter((one) => !isZero(one))).toEqual([]);
        const sums = (state: 'from_state' | 'to_state') => {
          const found = new Map<string, Exact>();
          for (const row of result.rows) {
            if (!/^b\d/.test(String(row[state]))) continue;
            const key = `${row[state]} ${row['currency']}`;
            found.set(key, exact(String(row['amount'])).plus(found.get(key) ?? 0));
          }
          return Object.fromEntries([...found].map(([key, amount]) => [key, amount.toFixed(2)]));
        };
        const debits = async (asOf: string) => {
          const aging = await ask(engine, 'aging-totals', {
            ...{ asOf, credits: 'unapplied' },
            ...policy,
          });
          return Object.fromEntries(
            aging.rows.flatMap((row) =>
              ['b0', 'b1', 'b2', 'b3', 'b4']
                .filter((bucket) => !exact(String(row[bucket])).isZero())
                .map((bucket) => [`${bucket} ${row['currency']}`, row[bucket]]),
            ),
          );
        };
        expect(sums('from_state')).toEqual(await debits(before));
        expect(sums('to_state')).toEqual(await debits(to));
      }
    },
  );

  it.each(['document', 'base'] as const)(
    'in %s currency have in each cell the items that are listed for it',
    async (view) => {
      for (const [no, { before, to }] of periods.entries()) {
        const policy = { from: before, currency: view, basis: basisOf(no) };
        const cells = await ask(engine, 'roll-rates', { to, ...policy });
        const items = await ask(engine, 'rolled-items', { asOf: to, ...policy });
        expect(items.tieOuts.filter((one) => !isZero(one))).toEqual([]);
        const listed = new Map<string, { readonly amount: Exact; readonly count: number }>();
        for (const row of items.rows) {
          const key = `${row['currency']} ${row['from_state']} ${row['to_state']}`;
          const { amount, count } = listed.get(key) ?? { amount: exact('0'), count: 0 };
          listed.set(key, { amount: amount.plus(String(row['amount'])), count: count + 1 });
        }
        expect(
          Object.fromEntries(
            [...listed].map(([key, { amount, count }]) => [key, `${amount.toFixed(2)} ${count}`]),
          ),
          `${before} to ${to}`,
        ).toEqual(
          Object.fromEntries(
            cells.rows.map((row) => [
              `${row['currency']} ${row['from_state']} ${row['to_state']}`,
              `${row['amount']} ${row['item_count']}`,
            ]),
          ),
        );
      }
    },
  );

  it('every end of a debit occurs', () => {
    const cells = periods.flatMap((period) => Object.keys(referenceCells(period, 'base', 'due')));
    const ends = new Set(cells.map((cell) => cell.slice(cell.lastIndexOf(' ') + 1)));
    expect([...ends].sort()).toEqual([
      'b0',
      'b1',
      'b2',
      'b3',
      'b4',
      'collected',
      'credited',
      'other',
      'written_off',
    ]);
  });

  it('of some months are those of each month by itself', async () => {
    const to = '2025-07-31' as IsoDate;
    const { rows } = await ask(engine, 'roll-rates', { to, months: '4' });
    const ends = lastMonthEnds(to, 5);
    expect(new Set(rows.map((row) => row['period_to']))).toEqual(new Set(ends.slice(1)));
    for (const [i, end] of ends.slice(1).entries()) {
      const one = await ask(engine, 'roll-rates', { from: ends[i] ?? '', to: end });
      expect(rows.filter((row) => row['period_to'] === end)).toEqual(one.rows);
    }
  });
});
