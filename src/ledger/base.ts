import type { Engine, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';
import { assert } from '../lib/assert';

/** The currency of the books and its digits. Given to statements as constants: a subquery in their place costs the planner its join order. */
export interface Base {
  readonly currency: string;
  readonly scale: number;
}

export async function readBase(engine: Engine, options: RunOptions): Promise<Base> {
  const [row] = await engine.rows(sql`SELECT base_currency, base_scale FROM ledger_base`, options);
  const { base_currency: currency, base_scale: scale } = row ?? {};
  assert(
    typeof currency === 'string' && typeof scale === 'number',
    'the ledger has no base currency',
  );
  return { currency, scale };
}
