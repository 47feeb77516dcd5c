import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeEngine } from '../engine/duckdb-node/open';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { HeldInputs } from './heldInputs';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.exec(sql`CREATE TABLE fact (n INTEGER)`);
});
afterAll(() => engine.close());

const given = { links: { allocation: 'given', relink: 'no' } } as const;
const oldest = { links: { allocation: 'oldest', relink: 'no' } } as const;
const counted = sql`SELECT CAST(count(*) AS INTEGER) AS n FROM fact`;

it('holds an answer as long as the ledger stands, for one way of applying credits', async () => {
  let stamp = '1';
  const held = new HeldInputs(() => stamp);
  const count = async (needs: Parameters<HeldInputs['rows']>[2]) =>
    (await held.rows(engine, counted, needs))[0]?.['n'];
  expect(await count(given)).toBe(0);
  await engine.exec(sql`INSERT INTO fact VALUES (1)`);
  // Nobody said that the ledger changed.
  expect(await count(given)).toBe(0);
  expect(await count(oldest)).toBe(1);
  stamp = '2';
  expect(await count(given)).toBe(1);
});

it('holds nothing that was asked while the ledger changed', async () => {
  let stamp = '1';
  const held = new HeldInputs(() => stamp);
  const asked = held.rows(engine, counted, given);
  stamp = '2';
  const [before] = await asked;
  await engine.exec(sql`INSERT INTO fact VALUES (2)`);
  const [after] = await held.rows(engine, counted, given);
  expect(Number(after?.['n'])).toBe(Number(before?.['n']) + 1);
});

it('holds the last few answers and forgets the first of them', async () => {
  const held = new HeldInputs(() => '1');
  const ask = async (n: number) =>
    (
      await held.rows(
        engine,
        sql`SELECT ${n} AS asked, CAST(count(*) AS INTEGER) AS n FROM fact`,
        given,
      )
    )[0]?.['n'];
  const first = await ask(0);
  for (let n = 1; n < 20; n += 1) await ask(n);
  await engine.exec(sql`INSERT INTO fact VALUES (3)`);
  expect(await ask(19)).toBe(first);
  expect(await ask(0)).toBe(Number(first) + 1);
});
