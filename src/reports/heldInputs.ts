import type { Engine, Row, RunOptions } from '../engine/port';
import type { Sql } from '../engine/sql';
import type { Needs } from './define';

/** Answers that are held: the facts of the last few questions. */
const answersMax = 12;
/** An answer of more rows is asked for again. */
const rowsMax = 50_000;

/**
 * The facts that computed reports are made of, held as long as the ledger stands as it did: who tries another rate or
 * adjustment asks for no history anew.
 */
export class HeldInputs {
  readonly #stampOf: () => string;
  readonly #answers = new Map<string, readonly Row[]>();
  #stamp = '';

  /** @param stampOf what is another text after every change of the ledger */
  constructor(stampOf: () => string) {
    this.#stampOf = stampOf;
  }

  /** @throws Cancelled, EngineError */
  async rows(
    engine: Engine,
    question: Sql,
    needs: Needs,
    options?: RunOptions,
  ): Promise<readonly Row[]> {
    const stamp = this.#stampOf();
    if (stamp !== this.#stamp) this.#answers.clear();
    this.#stamp = stamp;
    // Tables under a way of applying credits go by one name, whichever way it is.
    const key = `${JSON.stringify(needs)} ${question.text}`;
    const held = this.#answers.get(key);
    if (held) return held;
    const rows = await engine.rows(question, options);
    // The ledger may have changed meanwhile.
    if (this.#stampOf() !== stamp || this.#stamp !== stamp || rows.length > rowsMax) return rows;
    const [oldest] = this.#answers.keys();
    if (this.#answers.size >= answersMax && oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(key, rows);
    return rows;
  }
}
