import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import type { Base } from './base';
import { noneDerived } from './derive';
import {
  addSettledToTouched,
  applySettled,
  buildApplied,
  buildGivenLinks,
  buildIrregular,
  buildLinkSums,
  buildTouched,
  countRepeatedLinks,
  createSettled,
  dropOtherLinks,
  dropRepeatedLinks,
  dropReversalLinks,
  forgetTouchedSums,
  sumAgain,
} from './links';
import { buildAppliedValue, buildMovements } from './movements';
import { settleIrregular } from './settlement';
import { addSpansOfManyDays, buildSpans, movedOnManyDays } from './spans';
import type { LedgerTables } from './tablesUnder';

/** Tables that only the applying of links needs. */
const linkScratch = [
  'given_link',
  'link_sum',
  'touched',
  'applied',
  'applied_value',
  'irregular',
  'settled',
  'excess',
  'derived',
] as const;

const createExcess = sql`
  CREATE OR REPLACE TABLE excess (allocation_id VARCHAR, debit_key INTEGER, credit_key INTEGER, amount DECIMAL(18,4))`;

/** The links of a ledger on their way to become movements. */
export class LinkApplier {
  readonly #engine: Engine;
  readonly #base: Base;
  readonly #options: RunOptions;

  constructor(engine: Engine, base: Base, options: RunOptions) {
    this.#engine = engine;
    this.#base = base;
    this.#options = options;
  }

  async #run(...statements: readonly Sql[]): Promise<void> {
    for (const statement of statements) await this.#engine.exec(statement, this.#options);
  }

  async #hasRows(query: Sql): Promise<boolean> {
    return (await this.#engine.rows(sql`${query} LIMIT 1`, this.#options)).length > 0;
  }

  /**
   * The links that were given, each between two items. Reversals are known by now.
   * @returns whether an allocation gave no link
   */
  async give(isRelinked: boolean): Promise<{ readonly hasOrphans: boolean }> {
    await this.#run(buildGivenLinks(isRelinked));
    const [counts] = await this.#engine.rows(countRepeatedLinks, this.#options);
    if (counts?.['repeated'] !== 0) await this.#run(dropRepeatedLinks);
    return { hasOrphans: counts?.['links'] !== counts?.['allocations'] };
  }

  /** Settles in order what a set-based step cannot, in `settled`; what finds nothing open is in `excess`. */
  async settle(): Promise<void> {
    if (await this.#hasRows(sql`SELECT 1 FROM reversal`)) await this.#run(dropReversalLinks);
    await this.#run(
      ...[buildLinkSums, buildIrregular, createSettled, createExcess, noneDerived, buildApplied],
    );
    if (await this.#hasRows(sql`SELECT 1 FROM irregular`))
      await settleIrregular(this.#engine, this.#options);
  }

  /** From the links, and whatever stands in `settled`, to movements. */
  async move(tables: LedgerTables): Promise<void> {
    if (await this.#hasRows(sql`SELECT 1 FROM settled`)) await this.#run(applySettled);
    await this.#run(buildTouched, dropOtherLinks);
    await this.#run(buildAppliedValue(this.#base), addSettledToTouched, buildMovements(tables));
    if (await this.#hasRows(sql`SELECT 1 FROM touched`))
      await this.#run(forgetTouchedSums, sumAgain(tables));
  }

  /** What was open from which day to which, from the movements. */
  async span(tables: LedgerTables): Promise<void> {
    await this.#run(buildSpans(tables));
    if (await this.#hasRows(movedOnManyDays)) await this.#run(addSpansOfManyDays(tables));
  }

  async clean(): Promise<void> {
    for (const table of linkScratch) await this.#run(sql`DROP TABLE IF EXISTS ${sql.id(table)}`);
  }
}
