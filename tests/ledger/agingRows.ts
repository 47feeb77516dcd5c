import { bucketIndex } from '../../src/domain/aging/buckets';
import type { ReferenceItem } from '../../src/domain/ledger/reference';
import { type Exact, exact } from '../../src/domain/money/decimal';
import { daysBetween, type IsoDate } from '../../src/domain/time/calendar';
import type { Engine } from '../../src/engine/port';
import { ask } from '../support/openFolder';

const edges = [0, 30, 60, 90];

/** An aging row as text, buckets and counts, so that a difference is read at a glance. One a currency. */
export function expected(
  items: readonly ReferenceItem[],
  asOf: IsoDate,
  view: 'document' | 'base',
  basis: 'due' | 'document',
): ReadonlyMap<string, string> {
  const rows = new Map<string, { b: Exact[]; n: number[] }>();
  for (const item of items) {
    const currency = view === 'base' ? 'EUR' : item.document.currency;
    const row = rows.get(currency) ?? {
      b: edges.concat(0).map(() => exact('0')),
      n: edges.concat(0).map(() => 0),
    };
    const from = basis === 'due' ? item.dueDate : item.document.documentDate;
    const at = bucketIndex(daysBetween(from as IsoDate, asOf), edges);
    row.b[at] = (row.b[at] ?? exact('0')).plus(view === 'base' ? item.openBase : item.open);
    row.n[at] = (row.n[at] ?? 0) + 1;
    rows.set(currency, row);
  }
  return new Map(
    [...rows].map(([currency, { b, n }]) => [
      currency,
      `${b.map((x) => x.toFixed(2)).join(' ')} | ${n.join(' ')}`,
    ]),
  );
}

/** What the engine answers for every ledger of a batch, each of which is a segment of its own. */
export async function answers(engine: Engine, params: Readonly<Record<string, string>>) {
  const result = await ask(engine, 'aging-by', { by: 'segment', ...params });
  const byLedger = new Map<string, Map<string, string>>();
  for (const row of result.rows) {
    const cells = [0, 1, 2, 3, 4];
    const text = `${cells.map((i) => String(row[`b${i}`])).join(' ')} | ${cells.map((i) => String(row[`n${i}`])).join(' ')}`;
    const ledger = byLedger.get(String(row['key'])) ?? new Map<string, string>();
    ledger.set(String(row['currency']), text);
    byLedger.set(String(row['key']), ledger);
  }
  return { byLedger, result };
}

export const sorted = (map: ReadonlyMap<string, string> | undefined) =>
  Object.fromEntries([...(map ?? [])].sort());
