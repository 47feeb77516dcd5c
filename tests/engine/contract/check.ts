import { EngineError, type EngineErrorKind } from '../../../src/engine/errors';

/** One behaviour of the port, runnable in Node and in a page alike. */
export interface Case {
  readonly name: string;
  run(): Promise<void>;
}

function shown(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value) ?? String(value);
}

/** Equal as JSON: rows have no prototype, so that a deep comparison of objects would be the wrong one. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  if (shown(actual) !== shown(expected)) {
    throw new Error(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
  }
}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** The error that `work` ends with, which must be of `kind`. */
export async function fails(
  kind: EngineErrorKind,
  work: Promise<unknown>,
  what = 'the call',
): Promise<EngineError> {
  const outcome = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(outcome instanceof EngineError) || outcome.kind !== kind) {
    throw new Error(`${what}: expected ${kind}, got ${shown(outcome)}`);
  }
  return outcome;
}
