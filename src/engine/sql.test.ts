import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from './duckdb-node/open';
import type { Engine } from './port';
import { identifier, literal, type SqlValue, sql } from './sql';

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

/** Pieces that mean something to a parser of SQL, among any characters at all. */
const hostile = fc.constantFrom(
  "'",
  "''",
  '"',
  '\\',
  ';',
  '--',
  '/*',
  '*/',
  '$$',
  '$1',
  '?',
  '%',
  '\n',
);
const character = fc.string({ unit: 'binary', maxLength: 3 });
const text = fc
  .array(fc.oneof(hostile, character), { maxLength: 20 })
  .map((pieces) => pieces.join('').replaceAll('\0', ''));

async function answer(values: readonly SqlValue[]): Promise<unknown[]> {
  const columns = values.map((value, index) => sql`${value} AS ${sql.id(`v${index}`)}`);
  const [row] = await engine.rows(sql`SELECT ${sql.join(columns)}`);
  return Object.values(row ?? {});
}

describe('what the sql tag writes, read by the engine', () => {
  it('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        expect(await answer(texts)).toEqual(texts);
      }),
      { numRuns: 100 },
    );
  });

  it('any whole number, and what is no text, comes back as it was', async () => {
    const value = fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 40 }), async (values) => {
        expect(await answer(values)).toEqual(values.map((found) => (found === 0 ? 0 : found)));
      }),
      { numRuns: 50 },
    );
  });

  it('any text can name a column, and nothing but that column', async () => {
    const names = fc.uniqueArray(
      text.filter((name) => name.length > 0),
      {
        selector: (name) => name.toLowerCase(),
        minLength: 1,
        maxLength: 10,
      },
    );
    await fc.assert(
      fc.asyncProperty(names, async (given) => {
        const columns = given.map((name, index) => sql`${index} AS ${sql.id(name)}`);
        const found = sql.join(given.map((name) => sql`t.${sql.id(name)}`));
        const [row] = await engine.rows(sql`SELECT ${found} FROM (SELECT ${sql.join(columns)}) t`);
        expect(new Map(Object.entries(row ?? {}))).toEqual(
          new Map(given.map((name, index) => [name, index])),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('a list of values matches its members and nothing else, also an empty one', async () => {
    const listed = (values: readonly string[]) =>
      engine.rows(
        sql`SELECT x FROM (VALUES ('a'), ('b''c'), (NULL)) t(x) WHERE x IN (${sql.list(values)})`,
      );
    expect(await listed(["b'c", 'd'])).toEqual([{ x: "b'c" }]);
    expect(await listed([])).toEqual([]);
  });

  it('money and dates keep their type', async () => {
    const [row] = await engine.rows(
      sql`SELECT typeof(${sql.money('-1234.5')}) AS money, typeof(${sql.date('2026-10-31')}) AS day`,
    );
    expect(row).toEqual({ money: 'DECIMAL(18,4)', day: 'DATE' });
  });
});

describe('what the sql tag refuses', () => {
  it('a text or a name with a NUL, a fraction, and a number beyond 2^53', () => {
    expect(() => literal('a\0b')).toThrow('NUL');
    expect(() => identifier('a\0b')).toThrow('NUL');
    expect(() => identifier('')).toThrow('needs text');
    expect(() => literal(0.1)).toThrow('whole number');
    expect(() => literal(2 ** 53)).toThrow('whole number');
  });

  it('money and dates that are something else', () => {
    expect(() => sql.money("1'; DROP TABLE x; --")).toThrow('not a decimal');
    expect(() => sql.date("2026-10-31' OR 1=1")).toThrow('not an ISO date');
  });
});
