import { z } from 'zod';
import { type RevaluedBalance, revalued } from '../../domain/fx/revaluation';
import { exact } from '../../domain/money/decimal';
import { type Dimension, dimensions } from '../../domain/report/dimension';
import type { ResultRow } from '../../domain/report/result';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { every, itemFilters, openAt, spanTable } from '../aging/source';
import { ledgerTieOut, openItemsTieOut } from '../aging/tieOuts';
import { defineReport } from '../define';
import { dimensionForeignKey, dimensionNames } from '../dimensions';
import { type AgingParams, agingNeeds, agingPolicy, agingShape, isoDate } from '../params';
import { quotedRates, ratesOn } from '../ratesOn';
import { rollForwardRows } from '../roll-forward/query';
import { missingClosingRate } from './missingRate';

const groups = dimensions.filter(
  (one): one is Exclude<Dimension, 'documentCurrency'> => one !== 'documentCurrency',
);

const params = z
  .strictObject({
    ...agingShape,
    /** One row a currency, or a key of a dimension and currency. */
    by: z.enum(['none', ...groups]).default('none'),
    /** The first day of a period: its opening revaluation is taken back, and what was realised in it stands beside. */
    from: isoDate.optional(),
    credits: z.enum(['own']).default('own'),
    /** Both are shown: what is open in its own currency, and what that is in the books. */
    currency: z.enum(['base']).default('base'),
  })
  .refine(({ from, asOf }) => from === undefined || from <= asOf, {
    path: ['from'],
    message: 'the period begins after its end',
  })
  .refine(({ from, by }) => from === undefined || by === 'none', {
    path: ['by'],
    message: 'what was realised in a period is known by currency alone',
  });
type Params = z.output<typeof params>;

function agingOf({ by: _by, from: _from, ...aging }: Params, asOf?: IsoDate): AgingParams {
  return asOf === undefined ? aging : { ...aging, asOf };
}

/** Items whose currency is not that of the books. */
const isForeign = sql`currency_key IN (SELECT k.currency_key FROM ledger_currency k
  JOIN ledger_base b ON b.base_currency <> k.currency)`;

const money = (value: Sql): Sql => sql`CAST(${value} AS DECIMAL(18,4))`;

/** What is open at the end of a day in foreign currencies: `key, label, currency, open, booked`. */
function balances(p: Params, day: IsoDate): Sql {
  const at = agingOf(p, day);
  const isGrouped = p.by !== 'none';
  const group = p.by === 'none' ? sql`0` : dimensionForeignKey(p.by, at);
  return sql`
    SELECT ${isGrouped ? sql`n.key AS key, n.label AS label` : sql`'' AS key, '' AS label`}, c.currency AS currency,
           ${money(sql`sum(s.open)`)} AS open, ${money(sql`sum(s.booked)`)} AS booked
    FROM (
      SELECT currency_key, group_key, ${money(sql`sum(open_amount)`)} AS open, ${money(sql`sum(open_base)`)} AS booked
      FROM (SELECT currency_key, ${group} AS group_key, open_amount, open_base FROM ${spanTable(at)} s
            WHERE ${openAt(at)} AND ${isForeign} AND ${every(itemFilters(at))}) o
      GROUP BY currency_key, group_key
    ) s
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    ${p.by === 'none' ? sql.empty : sql`JOIN ${dimensionNames(p.by, at)} n ON n.dimension_key = s.group_key`}
    GROUP BY ${isGrouped ? sql`n.key, n.label,` : sql.empty} c.currency`;
}

const text = (cell: ResultRow[string] | undefined): string => String(cell ?? '');

function revaluedAt(
  rows: readonly ResultRow[],
  rates: readonly ResultRow[],
  base: string,
): readonly RevaluedBalance[] {
  return revalued(
    rows.map((row) => ({
      key: text(row['key']),
      label: text(row['label']),
      currency: text(row['currency']),
      open: text(row['open']),
      booked: text(row['booked']),
    })),
    quotedRates(rates),
    base,
  );
}

const openingDay = (from: IsoDate): IsoDate => addDays(from, -1);

const inBooks = (id: string, key: string) =>
  ({ id, label: { key }, kind: 'money', currencyColumn: 'base_currency' }) as const;

const periodColumns = [
  inBooks('reversed', 'column.fx.reversed'),
  inBooks('realised', 'column.fx.realised'),
  inBooks('result', 'column.fx.result'),
];

export const fxRevaluation = defineReport<Params>({
  id: 'fx-revaluation',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', by: 'customer', segment: 'business' },
    { asOf: '2026-08-31', by: 'region', allocation: 'oldest' },
    { asOf: '2026-08-31', from: '2026-08-01' },
  ],
  compute: {
    inputs: (p) => {
      const { basis: _basis, ...aging } = agingOf(p);
      const { asOf, ...policy } = aging;
      return {
        books: sql`SELECT base_currency FROM ledger_base`,
        open: balances(p, p.asOf),
        rates: ratesOn(p.asOf),
        ...(p.from && {
          openBefore: balances(p, openingDay(p.from)),
          ratesBefore: ratesOn(openingDay(p.from)),
          moved: rollForwardRows({
            ...{ ...policy, basis: p.basis, from: p.from, to: asOf },
            by: 'documentCurrency',
          }),
        }),
      };
    },
    rows: (p, inputs) => {
      const base = text(inputs['books']?.[0]?.['base_currency']);
      const now = revaluedAt(inputs['open'] ?? [], inputs['rates'] ?? [], base);
      const before = revaluedAt(inputs['openBefore'] ?? [], inputs['ratesBefore'] ?? [], base);
      const then = new Map(before.map((one) => [one.currency, one]));
      const moved = new Map((inputs['moved'] ?? []).map((row) => [text(row['key']), row]));
      const rows = [...now];
      // What was open before and is not any more has its revaluation to take back, or a difference that was realised.
      for (const currency of p.from ? new Set([...then.keys(), ...moved.keys()]) : [])
        if (currency !== base && !now.some((one) => one.currency === currency))
          rows.push({
            ...{ key: '', label: '', currency, open: '0', booked: '0' },
            ...{ rate: undefined, rateDate: undefined },
            ...{ revalued: exact('0'), unrealised: exact('0') },
          });
      return rows.map((one) => {
        const reversed = then.get(one.currency)?.unrealised.neg() ?? exact('0');
        const realised = exact(text(moved.get(one.currency)?.['exchange']) || '0');
        return {
          key: one.key,
          label: one.label,
          currency: one.currency,
          open_amount: one.open,
          base_currency: base,
          booked: one.booked,
          rate: one.rate?.toDecimalPlaces(10).toFixed() ?? null,
          rate_date: one.rateDate ?? null,
          revalued: one.revalued.toFixed(4),
          unrealised: one.unrealised.toFixed(4),
          ...(p.from && {
            reversed: reversed.toFixed(4),
            realised: realised.toFixed(4),
            result: one.unrealised.plus(reversed).plus(realised).toFixed(4),
          }),
        };
      });
    },
  },
  order: (p) =>
    ['currency', ...(p.by === 'none' ? [] : ['key'])].map((column) => ({
      column,
      direction: 'asc',
    })),
  columns: (p) => [
    ...(p.by === 'none'
      ? []
      : ([
          { id: 'key', label: { key: `dimension.${p.by}` }, kind: 'id' },
          { id: 'label', label: { key: 'column.name' }, kind: 'text' },
        ] as const)),
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
      drill: {
        report: 'open-items',
        fixed: { asOf: p.asOf },
        fromRow: { documentCurrency: 'currency', ...(p.by === 'none' ? {} : { [p.by]: 'key' }) },
      },
    },
    { id: 'base_currency', label: { key: 'column.fx.books' }, kind: 'code', hidden: true },
    inBooks('booked', 'column.fx.booked'),
    { id: 'rate', label: { key: 'column.fx.rate' }, kind: 'rate' },
    { id: 'rate_date', label: { key: 'column.fx.rateDate' }, kind: 'date' },
    inBooks('revalued', 'column.fx.revalued'),
    inBooks('unrealised', 'column.fx.unrealised'),
    ...(p.from ? periodColumns : []),
  ],
  totals: (p, source) => {
    const names = ['booked', 'revalued', 'unrealised', ...(p.from ? periodColumns : [])].map(
      (one) => (typeof one === 'string' ? one : one.id),
    );
    return sql`
      SELECT base_currency, ${sql.join(names.map((name) => sql`${money(sql`sum(${sql.id(name)})`)} AS ${sql.id(name)}`))}
      FROM ${source} GROUP BY base_currency ORDER BY base_currency`;
  },
  tieOuts: [
    openItemsTieOut<Params>((p) => agingOf(p), [isForeign]),
    {
      name: ledgerTieOut.name,
      query: (p, dialect) => ledgerTieOut.query(agingOf(p), dialect),
    },
  ],
  // What is open needs a closing rate, what was posted in the period a rate of its booking.
  missingRate: (p) =>
    sql.join(
      [
        missingClosingRate(agingOf(p)),
        ...(p.from ? [missingClosingRate(agingOf(p, openingDay(p.from)))] : []),
        missingRate(agingOf(p)) ?? sql.empty,
      ].map(
        (rows) => sql`SELECT currency, base_currency, document_id, item_count FROM (${rows}) m`,
      ),
      ' UNION ALL ',
    ),
  days: (p) => [p.asOf, p.from && openingDay(p.from)],
  needs: (p) => agingNeeds(agingOf(p)),
  policy: (p) => ({
    ...agingPolicy(agingOf(p)),
    by: p.by,
    ...(p.from && { from: p.from }),
  }),
});
