import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openItemsAt, type ReferenceDocument } from '../../src/domain/ledger/reference';
import { type Exact, exact } from '../../src/domain/money/decimal';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { answers, expected, sorted } from './agingRows';
import { days, type RandomLedger, randomLedger, reversalOf, toTables } from './randomLedger';

const seed = Number(process.env['SALDO_SEED'] ?? 20261031);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 500);
const batch = 125;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** Twenty dates over the life of the ledgers, before their first and after their last day too. */
const dates = Array.from({ length: 20 }, (_, i) =>
  addDays('2024-12-20' as IsoDate, Math.round((i * (days + 190)) / 19)),
);

const samples = fc.sample(randomLedger, { numRuns: ledgerCount, seed });
const batches = Array.from({ length: Math.ceil(samples.length / batch) }, (_, i) =>
  samples.slice(i * batch, (i + 1) * batch),
);

describe(`random ledgers (seed ${seed})`, () => {
  it.each(batches.map((ledgers, i) => ({ i, ledgers })))(
    'batch $i: at 20 dates each, buckets, counts and totals equal the reference, and every total ties',
    async ({ i, ledgers }) => {
      const named = ledgers.map((ledger, k) => ({ name: `L${i * batch + k}`, ledger }));
      // Every other batch goes the way of large files, which are not copied.
      await loadTables(engine, toTables(named), { asLarge: i % 2 === 1 });
      for (const [at, asOf] of dates.entries()) {
        const view = at % 2 === 0 ? 'document' : 'base';
        const basis = at % 4 < 2 ? 'due' : 'document';
        const { byLedger, result } = await answers(engine, { asOf, currency: view, basis });
        for (const { name, ledger } of named)
          expect(sorted(byLedger.get(name)), `${name} at ${asOf}, ${view}, ${basis}`).toEqual(
            sorted(
              expected(openItemsAt(ledger.documents, ledger.allocations, asOf), asOf, view, basis),
            ),
          );
        for (const tieOut of result.tieOuts)
          expect(exact(tieOut.difference).isZero(), JSON.stringify(tieOut)).toBe(true);

        const totals = await ask(engine, 'aging-totals', { asOf, currency: view, basis });
        const items = await ask(engine, 'open-items', { asOf, basis });
        const column = view === 'base' ? 'open_base_amount' : 'open_amount';
        for (const row of totals.rows) {
          const own = items.rows.filter(
            (item) => view === 'base' || item['currency'] === row['currency'],
          );
          const sum = own.reduce((total, item) => total.plus(String(item[column])), exact('0'));
          expect(sum.toFixed(2), `Σ open items at ${asOf}`).toBe(row['total']);
          expect(own.length).toBe(row['item_count']);
        }
      }
    },
  );
});

/** The same ledger told in another way: nothing at D may move. */
const retellings: Readonly<Record<string, (ledger: RandomLedger, asOf: IsoDate) => RandomLedger>> =
  {
    'rows shuffled': ({ documents, allocations }) => ({
      documents: [...documents].reverse(),
      allocations: [...allocations].reverse(),
    }),
    'a document posted after D': ({ documents, allocations }, asOf) => ({
      documents: [...documents, late('D', asOf, '777.77'), late('P', asOf, '-555.55')],
      allocations: [
        ...allocations,
        ...documents
          .filter(
            (one) =>
              one.amount.isPositive() && one.reverses === undefined && one.currency === 'EUR',
          )
          .slice(0, 1)
          .map((one) => ({
            id: 'A00-late',
            credit: 'P90',
            debit: one.id,
            instalmentNo: undefined,
            amount: exact('1.00'),
            creditAmount: exact('1.00'),
            discount: exact('0'),
            withholding: exact('0'),
            charge: exact('0'),
            creditWriteOff: exact('0'),
            fullyCleared: false,
            writeOff: exact('0'),
            effectiveDate: '2025-01-01',
          })),
      ],
    }),
    'every other document reversed after D': ({ documents, allocations }, asOf) => {
      const reversed = new Set(documents.map(({ reverses }) => reverses));
      const date = addDays(asOf, 1);
      const whole = documents.filter(
        (one) => one.reverses === undefined && !reversed.has(one.id) && one.postingDate <= date,
      );
      return {
        documents: [
          ...documents,
          ...whole.filter((_, i) => i % 2 === 1).map((one) => reversalOf(one, date)),
        ],
        allocations,
      };
    },
    'a payment split in two': ({ documents, allocations }) => splitPayment(documents, allocations),
  };

function late(kind: string, asOf: IsoDate, amount: string): ReferenceDocument {
  const date = addDays(asOf, 1);
  return {
    id: `${kind}90`,
    customer: 'K0',
    currency: 'EUR',
    amount: exact(amount),
    base: exact(amount),
    documentDate: '2025-01-01',
    postingDate: date,
    dueDate: '2025-01-01',
    instalments: [],
    reverses: undefined,
  };
}

/** One unreversed receipt becomes two of half its amount each; its unlinked rest is what both halves keep. */
function splitPayment(
  documents: RandomLedger['documents'],
  allocations: RandomLedger['allocations'],
): RandomLedger {
  const linked = new Set(allocations.map((link) => link.credit));
  const reversed = new Set(documents.map((document) => document.reverses));
  const whole = documents.find(
    (one) =>
      one.id.startsWith('P') &&
      !linked.has(one.id) &&
      !reversed.has(one.id) &&
      one.amount.abs().gte('0.02') &&
      one.currency === 'EUR',
  );
  if (!whole) return { documents, allocations };
  const half = whole.amount.div(2).toDecimalPlaces(2);
  const part = (id: string, amount: Exact): ReferenceDocument => ({
    ...whole,
    id,
    amount,
    base: amount,
  });
  return {
    documents: [
      ...documents.filter((one) => one !== whole),
      part(`${whole.id}a`, half),
      part(`${whole.id}b`, whole.amount.minus(half)),
    ],
    allocations,
  };
}

describe('a ledger told in another way', () => {
  it.each(Object.keys(retellings))('%s: no bucket at D moves', async (name) => {
    const retell = retellings[name];
    if (!retell) throw new Error(name);
    const some = samples.slice(0, 100);
    const asOf = '2025-06-15' as IsoDate;
    const amounts = async (ledgers: readonly RandomLedger[]) => {
      await loadTables(engine, toTables(ledgers.map((ledger, i) => ({ name: `L${i}`, ledger }))));
      const result = await ask(engine, 'aging-by', { asOf, by: 'segment' });
      return result.rows
        .map((row) =>
          [
            row['key'],
            row['currency'],
            row['b0'],
            row['b1'],
            row['b2'],
            row['b3'],
            row['b4'],
            row['total'],
          ].join(' '),
        )
        .sort();
    };
    const before = await amounts(some);
    const after = await amounts(some.map((ledger) => retell(ledger, asOf)));
    expect(before.length).toBeGreaterThan(50);
    expect(after).toEqual(before);
  });
});

/** A ledger of plain documents and links: what debits alone can have (terms, parts, deductions) is left out. */
function plain({ documents, allocations }: RandomLedger): RandomLedger {
  const nothing = exact('0');
  return {
    documents: documents.map(({ terms: _terms, isDueByTerms: _parts, ...one }) => ({
      ...one,
      instalments: [],
    })),
    allocations: allocations.map((link) => ({
      ...link,
      instalmentNo: undefined,
      fullyCleared: false,
      discount: nothing,
      withholding: nothing,
      charge: nothing,
      writeOff: nothing,
      creditWriteOff: nothing,
    })),
  };
}

/** What is owed to us is what we owe, and the other way round. */
const mirrored = ({ documents, allocations }: RandomLedger): RandomLedger => ({
  documents: documents.map((one) => ({
    ...one,
    amount: one.amount.negated(),
    base: one.base.negated(),
  })),
  allocations: allocations.map((link) => ({
    ...link,
    credit: link.debit,
    debit: link.credit,
    amount: link.creditAmount,
    creditAmount: link.amount,
  })),
});

const buckets = ['b0', 'b1', 'b2', 'b3', 'b4', 'total'];

describe('an aging seen from elsewhere', () => {
  const asOf = '2025-06-15' as IsoDate;
  const some = samples.slice(0, 100);

  it('with every sign mirrored, every bucket is', async () => {
    const rowsOf = async (ledgers: readonly RandomLedger[], sign: number) => {
      await loadTables(engine, toTables(ledgers.map((ledger, i) => ({ name: `L${i}`, ledger }))));
      // Of debits and credits alike: a due date is theirs, a document's date is anybody's.
      const { rows } = await ask(engine, 'aging-by', { asOf, by: 'customer', basis: 'document' });
      return rows
        .map((row) =>
          [
            row['key'],
            row['currency'],
            ...buckets.map((name) => exact(String(row[name])).times(sign).toFixed(2)),
          ].join(' '),
        )
        .map((line) => line.replaceAll('-0.00', '0.00'))
        .sort();
    };
    const before = await rowsOf(some.map(plain), 1);
    const after = await rowsOf(
      some.map((ledger) => mirrored(plain(ledger))),
      -1,
    );
    expect(before.length).toBeGreaterThan(100);
    expect(after).toEqual(before);
  });

  it.each(['segment', 'customer', 'documentCurrency'])(
    'what one filter by %s shows and what all others show is the whole',
    async (by) => {
      await loadTables(engine, toTables(some.map((ledger, i) => ({ name: `L${i}`, ledger }))));
      const sumsOf = async (params: Readonly<Record<string, string>>) => {
        const { rows } = await ask(engine, 'aging-totals', { asOf, ...params });
        return new Map(
          rows.map((row) => [
            String(row['currency']),
            buckets.map((name) => exact(String(row[name]))),
          ]),
        );
      };
      const whole = await sumsOf({});
      const { rows } = await ask(engine, 'aging-by', { asOf, by });
      const keys = [...new Set(rows.map((row) => String(row['key'])))];
      const added = new Map<string, Exact[]>();
      for (const key of keys)
        for (const [currency, sums] of await sumsOf({ [by]: key })) {
          const before = added.get(currency);
          added.set(
            currency,
            sums.map((sum, i) => sum.plus(before?.[i] ?? exact('0'))),
          );
        }
      const texts = (sums: ReadonlyMap<string, readonly Exact[]>) =>
        [...sums].map(([currency, all]) => [currency, ...all.map((one) => one.toFixed(2))]).sort();
      expect(keys.length).toBeGreaterThan(1);
      expect(texts(added)).toEqual(texts(whole));
    },
  );

  it('asked on two days of the clock, the answer is one', async () => {
    const { rows } = await ask(engine, 'open-items', { asOf });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-28T23:59:00Z') });
    try {
      await loadTables(engine, toTables(some.map((ledger, i) => ({ name: `L${i}`, ledger }))));
      expect((await ask(engine, 'open-items', { asOf })).rows).toEqual(rows);
    } finally {
      vi.useRealTimers();
    }
    expect(rows.length).toBeGreaterThan(100);
  });
});
