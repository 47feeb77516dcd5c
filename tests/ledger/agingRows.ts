import {
  type AgingQuestion,
  type AgingRow,
  agingRowsOf,
} from '../../src/domain/aging/agingReference';
import type { ReferenceItem } from '../../src/domain/ledger/reference';
import type { IsoDate } from '../../src/domain/time/calendar';
import type { Engine } from '../../src/engine/port';
import { ask } from '../support/openFolder';

const edges = [0, 30, 60, 90];

/** An aging row as text, buckets and counts, so that a difference is read at a glance. */
function textOf(
  { buckets, counts, unapplied, unappliedCount }: AgingRow,
  isApart: boolean,
): string {
  const apart = isApart ? ` | ${unapplied.toFixed(2)} of ${unappliedCount}` : '';
  return `${buckets.map((x) => x.toFixed(2)).join(' ')} | ${counts.join(' ')}${apart}`;
}

/** What the reference says of a ledger's open items. One row a currency. */
export function expectedRows(
  items: readonly ReferenceItem[],
  question: AgingQuestion,
): ReadonlyMap<string, string> {
  return new Map(
    [...agingRowsOf(items, question)].map(([currency, row]) => [
      currency,
      textOf(row, question.credits === 'unapplied'),
    ]),
  );
}

/** The same under the policy that counts where nothing is said. */
export function expected(
  items: readonly ReferenceItem[],
  asOf: IsoDate,
  currency: AgingQuestion['currency'],
  basis: AgingQuestion['basis'],
): ReadonlyMap<string, string> {
  return expectedRows(items, {
    ...{ asOf, basis, edges, currency, baseCurrency: 'EUR', credits: 'own' },
    isShown: () => true,
  });
}

/** What the engine answers for every ledger of a batch, each of which is a segment of its own. */
export async function answers(engine: Engine, params: Readonly<Record<string, string>>) {
  const result = await ask(engine, 'aging-by', { by: 'segment', ...params });
  const byLedger = new Map<string, Map<string, string>>();
  for (const row of result.rows) {
    const of = (letter: 'b' | 'n') =>
      Object.keys(row)
        .filter((name) => name.startsWith(letter) && /\d$/.test(name))
        .map((name) => row[name]);
    const counts = of('n').map(Number);
    const apart = Number(row['item_count']) - counts.reduce((sum, count) => sum + count, 0);
    const text = `${of('b').join(' ')} | ${counts.join(' ')}${'unapplied' in row ? ` | ${row['unapplied']} of ${apart}` : ''}`;
    const ledger = byLedger.get(String(row['key'])) ?? new Map<string, string>();
    ledger.set(String(row['currency']), text);
    byLedger.set(String(row['key']), ledger);
  }
  return { byLedger, result };
}

export const sorted = (map: ReadonlyMap<string, string> | undefined) =>
  Object.fromEntries([...(map ?? [])].sort());
