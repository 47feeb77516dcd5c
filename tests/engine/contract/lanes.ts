import type { Lane } from '../../../src/engine/port';
import { sql } from '../../../src/engine/sql';
import { type Case, equal, fails } from './check';
import type { World } from './world';

/** Minutes of work. */
const endlessWork = sql`CREATE TABLE worked AS
  SELECT i FROM range(100000000000) t(i) WHERE hash(i) = 1`;

async function assertUnmixed(world: World, lanes: readonly Lane[]): Promise<void> {
  const engine = await world.engine();
  const calls = Array.from({ length: 8 }, (_, call) =>
    engine.rows(sql`SELECT ${`call ${call}`} AS mark, i FROM range(${5000 + call}) t(i)`, {
      lane: lanes[call % lanes.length],
    }),
  );
  (await Promise.all(calls)).forEach((rows, call) => {
    equal(rows.length, 5000 + call, `rows of call ${call}`);
    rows.forEach((row, i) => {
      equal(row, { mark: `call ${call}`, i }, `call ${call}`);
    });
  });
}

export function lanes(world: World): Case[] {
  return [
    {
      name: 'calls at once on one lane do not mix',
      run: () => assertUnmixed(world, ['screen']),
    },
    {
      name: 'calls at once on both lanes do not mix',
      run: () => assertUnmixed(world, ['screen', 'work']),
    },
    {
      name: 'calls of one lane are answered in the order in which they came',
      run: async () => {
        const engine = await world.engine();
        const answered: number[] = [];
        const sizes = [400_000, 10, 100_000, 1];
        await Promise.all(
          sizes.map(async (size, call) => {
            await engine.rows(sql`SELECT max(hash(i)) > 0 AS done FROM range(${size}) t(i)`);
            answered.push(call);
          }),
        );
        equal(answered, [0, 1, 2, 3]);
      },
    },
    {
      name: 'an error in one call leaves those beside and behind it alone',
      run: async () => {
        const engine = await world.engine();
        const outcomes = await Promise.allSettled([
          engine.rows(sql`SELECT 1 AS n`),
          engine.rows(sql`SELECT CAST('x' AS INTEGER) AS n`),
          engine.rows(sql`SELECT 3 AS n`),
          engine.rows(sql`SELECT 4 AS n`, { lane: 'work' }),
        ]);
        equal(
          outcomes.map(({ status }) => status),
          ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
        );
      },
    },
    {
      name: 'the screen is answered while long work goes on',
      run: async () => {
        const engine = await world.engine();
        const controller = new AbortController();
        const { signal } = controller;
        const work = engine.exec(endlessWork, { lane: 'work', signal });
        for (let question = 0; question < 3; question += 1) {
          equal(await engine.rows(sql`SELECT ${question} AS n`), [{ n: question }]);
        }
        controller.abort();
        await fails('Cancelled', work);
      },
    },
  ];
}
