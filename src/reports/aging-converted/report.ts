import { z } from 'zod';
import { bucketsOf } from '../../domain/aging/buckets';
import { convertedAging } from '../../domain/fx/convertedAging';
import { conversion } from '../../domain/fx/rates';
import { sum } from '../../domain/money/decimal';
import { dimensions } from '../../domain/report/dimension';
import type { ResultRow } from '../../domain/report/result';
import { sql } from '../../engine/sql';
import { bucketColumns } from '../aging/columns';
import { bucketTotals, every, itemFilters, openAt, spanTable } from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { agingRows } from '../aging-by/query';
import { defineReport } from '../define';
import { MissingRate } from '../missingRate';
import { type AgingParams, agingNeeds, agingPolicy, agingShape, isoDate } from '../params';
import { quotedRates, ratesOn } from '../ratesOn';

const params = z.strictObject({
  ...agingShape,
  by: z.enum(dimensions).default('customer'),
  /** What is open is added up in its own currency and converted then. */
  currency: z.enum(['document']).default('document'),
  to: z
    .string()
    .regex(/^[A-Z]{3}$/, 'give an ISO code such as EUR')
    .describe('the currency that all is converted to; the one of the books where nothing is said')
    .optional(),
  rateDate: isoDate
    .describe('the day of the rates, YYYY-MM-DD; the date of the aging where nothing is said')
    .optional(),
});
type Params = z.output<typeof params>;

const agingOf = ({ by: _by, to: _to, rateDate: _day, ...aging }: Params): AgingParams => aging;
const dayOfRates = (p: Params) => p.rateDate ?? p.asOf;
const text = (cell: ResultRow[string] | undefined): string => String(cell ?? '');

/** The columns of money, and those of counts. */
function columnsOf(p: Params) {
  const buckets = bucketsOf(p.edges).map(({ id }) => id);
  return {
    money: [...buckets, ...(p.credits === 'unapplied' ? ['unapplied'] : [])],
    counts: [...buckets.map((id) => id.replace('b', 'n')), 'item_count'],
  };
}

export const agingConverted = defineReport<Params>({
  id: 'aging-converted',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', to: 'USD', rateDate: '2026-06-30', by: 'documentCurrency' },
    { asOf: '2026-08-31', to: 'CZK', by: 'segment', credits: 'unapplied', allocation: 'oldest' },
    { asOf: '2026-08-31', credits: 'netted', edges: '0,60' },
  ],
  compute: {
    inputs: (p) => ({
      books: sql`SELECT base_currency FROM ledger_base`,
      rates: ratesOn(dayOfRates(p)),
      cells: agingRows(agingOf(p), p.by),
      examples: sql`
        SELECT c.currency AS currency, min(i.document_id) AS document_id
        FROM (SELECT item_key, currency_key FROM ${spanTable(agingOf(p))} s
              WHERE ${openAt(agingOf(p))} AND ${every(itemFilters(agingOf(p)))}) s
        JOIN item i ON i.item_key = s.item_key
        JOIN ledger_currency c ON c.currency_key = s.currency_key
        GROUP BY c.currency`,
    }),
    rows: (p, { books = [], rates = [], cells = [], examples = [] }) => {
      const base = text(books[0]?.['base_currency']);
      const to = p.to ?? base;
      const quoted = quotedRates(rates);
      const { money, counts } = columnsOf(p);
      const rateOf = (currency: string) => {
        const found = conversion(quoted, currency, to, base);
        if (found) return found;
        const own = cells.filter((row) => row['currency'] === currency);
        const example = examples.find((row) => row['currency'] === currency);
        throw new MissingRate(
          ...([currency, to, text(example?.['document_id'])] as const),
          own.reduce((count, row) => count + Number(row['item_count']), 0),
        );
      };
      const converted = convertedAging(
        cells.map((row) => ({
          key: text(row['key']),
          currency: text(row['currency']),
          amounts: money.map((name) => text(row[name])),
        })),
        (currency) => rateOf(currency).rate,
        to,
      );
      const rowsOf = new Map<string, ResultRow[]>();
      for (const row of cells) {
        const key = text(row['key']);
        rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
      }
      return [...converted].map(([key, amounts]) => {
        const own = rowsOf.get(key) ?? [];
        const count = (name: string) =>
          String(own.reduce((all, row) => all + Number(row[name]), 0));
        const rate = p.by === 'documentCurrency' ? rateOf(key) : undefined;
        return {
          key,
          label: own[0]?.['label'] ?? null,
          currency: to,
          ...(rate && {
            rate: rate.rate.toDecimalPlaces(10).toFixed(),
            rate_date: rate.rateDate ?? null,
          }),
          ...Object.fromEntries(money.map((name, i) => [name, amounts[i]?.toFixed(4) ?? null])),
          ...Object.fromEntries(counts.map((name) => [name, count(name)])),
          total: sum(amounts).toFixed(4),
        };
      });
    },
  },
  order: () => [
    { column: 'total', direction: 'desc' },
    { column: 'key', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'key', label: { key: `dimension.${p.by}` }, kind: 'id' },
    { id: 'label', label: { key: 'column.name' }, kind: 'text' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...(p.by === 'documentCurrency'
      ? ([
          { id: 'rate', label: { key: 'column.fx.conversion' }, kind: 'rate' },
          { id: 'rate_date', label: { key: 'column.fx.rateDate' }, kind: 'date' },
        ] as const)
      : []),
    // The items behind a cell are in their own currencies.
    ...bucketColumns({ ...agingOf(p), currency: 'base' }, { [p.by]: 'key' }).map((column) =>
      column.drill
        ? { ...column, drill: { ...column.drill, fixed: withoutBase(column.drill.fixed) } }
        : column,
    ),
  ],
  totals: (p, source) =>
    sql`SELECT currency, ${bucketTotals(agingOf(p))} FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: agingTieOuts.map(({ name, query }) => ({
    name,
    query: (p: Params, dialect) => query(agingOf(p), dialect),
  })),
  needs: (p) => agingNeeds(agingOf(p)),
  policy: (p) => ({
    ...agingPolicy(agingOf(p)),
    by: p.by,
    converted: { to: p.to ?? null, rateDate: dayOfRates(p) },
  }),
});

function withoutBase({ currency: _, ...fixed }: Readonly<Record<string, string>>) {
  return fixed;
}
