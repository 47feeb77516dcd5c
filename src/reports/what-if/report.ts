import { bucketsOf } from '../../domain/aging/buckets';
import { type Exact, exact, sum } from '../../domain/money/decimal';
import type { Column } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import { sql } from '../../engine/sql';
import { bucketLabel, policyText } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import { openAt } from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { agingRows } from '../aging-by/query';
import { defineReport } from '../define';
import { agingPolicy } from '../params';
import { causesOf, changed, firstOf, needsOf, params, secondOf, type WhatIfParams } from './params';

const zero = exact('0');

/** Amounts by column, of one row; what a policy has no column for is nothing. */
type Amounts = Readonly<Record<string, Exact>>;

function amountColumns(p: WhatIfParams): readonly string[] {
  const isApart = firstOf(p).credits === 'unapplied' || secondOf(p).credits === 'unapplied';
  return [...bucketsOf(p.edges).map(({ id }) => id), ...(isApart ? ['unapplied'] : [])];
}

/** Rows of an aging added up by what names them here. */
function added(
  rows: readonly ResultRow[],
  columns: readonly string[],
  nameOf: (row: ResultRow) => string,
): ReadonlyMap<string, Amounts> {
  const sums = new Map<string, Amounts>();
  for (const row of rows) {
    const before = sums.get(nameOf(row));
    sums.set(
      nameOf(row),
      Object.fromEntries(
        columns.map((name) => [name, (before?.[name] ?? zero).plus(String(row[name] ?? '0'))]),
      ),
    );
  }
  return sums;
}

const less = (one: Amounts | undefined, other: Amounts | undefined, columns: readonly string[]) =>
  Object.fromEntries(
    columns.map((name) => [name, (one?.[name] ?? zero).minus(other?.[name] ?? zero)]),
  );
const totalOf = (amounts: Amounts | undefined): Exact => sum(Object.values(amounts ?? {}));
const texts = (amounts: Amounts, columns: readonly string[]) =>
  Object.fromEntries(columns.map((name) => [name, (amounts[name] ?? zero).toFixed(4)]));

type Inputs = Readonly<Record<string, readonly ResultRow[]>>;

/** From the first aging to the second, one thing changed at a time: what each moves between the buckets. */
function causeRows(p: WhatIfParams, inputs: Inputs): readonly ResultRow[] {
  const columns = amountColumns(p);
  const causes = causesOf(p);
  const states = ['first', ...causes].map((name) =>
    added(inputs[name] ?? [], columns, (row) => String(row['currency'])),
  );
  const currencies = new Set(states.flatMap((state) => [...state.keys()]));
  return [...currencies].flatMap((currency) => {
    const rowOf = (step: string, place: number, amounts: Amounts): ResultRow => ({
      ...{ step, place, currency },
      ...texts(amounts, columns),
      total: totalOf(amounts).toFixed(4),
    });
    const changes = causes.map((cause, i) =>
      rowOf(cause, i + 1, less(states[i + 1]?.get(currency), states[i]?.get(currency), columns)),
    );
    return [
      rowOf('first', 0, states[0]?.get(currency) ?? {}),
      ...changes,
      rowOf('second', causes.length + 1, states.at(-1)?.get(currency) ?? {}),
    ];
  });
}

/** Each key and currency: what is open under either policy, and the difference by bucket. */
function keyRows(p: WhatIfParams, { first = [], second = [] }: Inputs): readonly ResultRow[] {
  const columns = amountColumns(p);
  const nameOf = (row: ResultRow): string => JSON.stringify([row['key'], row['currency']]);
  const named = new Map([...second, ...first].map((row) => [nameOf(row), row]));
  const [one, other] = [added(first, columns, nameOf), added(second, columns, nameOf)];
  return [...named].map(([name, row]) => {
    const [before, after] = [one.get(name), other.get(name)];
    const moved = less(after, before, columns);
    return {
      ...{
        key: row['key'] ?? null,
        label: row['label'] ?? null,
        currency: row['currency'] ?? null,
      },
      first: totalOf(before).toFixed(4),
      second: totalOf(after).toFixed(4),
      ...texts(moved, columns),
      total: totalOf(moved).toFixed(4),
    };
  });
}

const money = (id: string, label: Column['label']) =>
  ({ id, label, kind: 'money', currencyColumn: 'currency' }) as const;

export const whatIf = defineReport<WhatIfParams>({
  id: 'what-if',
  params,
  examples: [
    { asOf: '2026-08-31', vsAsOf: '2026-07-31', currency: 'base' },
    { asOf: '2026-08-31', vsBasis: 'document', vsCredits: 'netted', vsDisputed: 'exclude' },
    { asOf: '2026-08-31', vsAllocation: 'oldest', by: 'customer' },
    { asOf: '2026-08-31', credits: 'unapplied', vsCredits: 'own', by: 'segment', region: '-' },
    { asOf: '2026-08-31', vsDueDate: 'original', vsAttributes: 'now', by: 'collector' },
  ],
  compute: {
    inputs: (p) => {
      if (p.by !== 'cause')
        return { first: agingRows(firstOf(p), p.by), second: agingRows(secondOf(p), p.by) };
      const inputs = { first: agingRows(firstOf(p), 'documentCurrency') };
      let policy = firstOf(p);
      for (const cause of causesOf(p)) {
        policy = changed(policy, cause, p);
        Object.assign(inputs, { [cause]: agingRows(policy, 'documentCurrency') });
      }
      return inputs;
    },
    rows: (p, inputs) => (p.by === 'cause' ? causeRows(p, inputs) : keyRows(p, inputs)),
  },
  order: (p) =>
    p.by === 'cause'
      ? [
          { column: 'currency', direction: 'asc' },
          { column: 'place', direction: 'asc' },
        ]
      : [
          { column: 'first', direction: 'desc' },
          { column: 'key', direction: 'asc' },
          { column: 'currency', direction: 'asc' },
        ],
  columns: (p) => {
    const drill = (policy: ReturnType<typeof firstOf>) => ({
      report: 'open-items',
      fixed: policyText(policy),
      fromRow: {
        ...(p.currency === 'base' ? {} : { documentCurrency: 'currency' }),
        ...(p.by === 'cause' ? {} : { [p.by]: 'key' }),
      },
    });
    return [
      ...(p.by === 'cause'
        ? ([
            { id: 'step', label: { key: 'column.cause' }, kind: 'code' },
            { id: 'place', label: { key: 'column.bucketPlace' }, kind: 'integer', hidden: true },
          ] as const)
        : ([
            { id: 'key', label: { key: `dimension.${p.by}` }, kind: 'id' },
            { id: 'label', label: { key: 'column.name' }, kind: 'text' },
          ] as const)),
      { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
      ...(p.by === 'cause'
        ? []
        : ([
            { ...money('first', { key: 'column.whatIf.first' }), drill: drill(firstOf(p)) },
            { ...money('second', { key: 'column.whatIf.second' }), drill: drill(secondOf(p)) },
          ] as const)),
      ...bucketsOf(p.edges).map((bucket) => money(bucket.id, bucketLabel(bucket, p.basis))),
      ...(amountColumns(p).includes('unapplied')
        ? [money('unapplied', { key: 'column.unapplied' })]
        : []),
      money('total', { key: p.by === 'cause' ? 'column.total' : 'column.difference' }),
    ];
  },
  totals: (p, source) => {
    if (p.by === 'cause') return sql`SELECT '' AS currency WHERE FALSE`;
    const names = ['first', 'second', ...amountColumns(p), 'total'];
    return sql`
      SELECT currency, ${sql.join(names.map((name) => sql`CAST(sum(${sql.id(name)}) AS DECIMAL(18,4)) AS ${sql.id(name)}`))}
      FROM ${source} GROUP BY currency ORDER BY currency`;
  },
  // Both have to tie for their difference to say anything.
  tieOuts: agingTieOuts.flatMap(({ name, query }) => [
    { name, query: (p: WhatIfParams, dialect) => query(firstOf(p), dialect) },
    { name: `${name}-second`, query: (p: WhatIfParams, dialect) => query(secondOf(p), dialect) },
  ]),
  missingRate: (p) =>
    missingRate(firstOf(p), sql`(${openAt(firstOf(p))}) OR (${openAt(secondOf(p))})`),
  days: (p) => [p.asOf, p.vsAsOf],
  needs: needsOf,
  policy: (p) => ({ ...agingPolicy(firstOf(p)), by: p.by, second: agingPolicy(secondOf(p)) }),
});
