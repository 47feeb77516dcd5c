import { sql } from '../../../src/engine/sql';
import { type Case, equal, fails } from './check';
import type { World } from './world';

/** Minutes of work in short steps. */
const longQuery = sql`SELECT count(*) AS n FROM range(100000000000) t(i) WHERE hash(i) % 7 = 3`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function cancelling(world: World): Case[] {
  return [
    {
      name: 'a cancelled query leaves the connection usable',
      run: async () => {
        const engine = await world.engine();
        for (const lane of ['screen', 'work'] as const) {
          const controller = new AbortController();
          const running = engine.rows(longQuery, { signal: controller.signal, lane });
          setTimeout(() => controller.abort(), 100);
          await fails('Cancelled', running);
          equal(await engine.rows(sql`SELECT 1 AS n`, { lane }), [{ n: 1 }]);
        }
      },
    },
    {
      name: 'a cancelled window leaves no table behind',
      run: async () => {
        const engine = await world.engine();
        const controller = new AbortController();
        const running = engine.window(longQuery, [], { signal: controller.signal });
        setTimeout(() => controller.abort(), 50);
        await fails('Cancelled', running);
        const left = await engine.rows(
          sql`SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'main'`,
        );
        equal(left, []);
      },
    },
    {
      name: 'a CSV that is being loaded can be cancelled, and loaded again',
      run: async () => {
        const engine = await world.engine();
        const line = '4711,2026-10-31,1234.56,a customer whose name fills the line quite well\n';
        const chunk = line.repeat(14_000);
        const file = await engine.openFile('large.csv', await world.largeFile(chunk, 50));
        const load = sql`CREATE TABLE loaded AS
          SELECT * FROM read_csv(${file.name}, header = false, all_varchar = true)`;
        const controller = new AbortController();
        const loading = engine.exec(load, { signal: controller.signal, lane: 'work' });
        const settled = loading.catch(() => undefined);
        while ((await file.bytesRead()) === 0) await pause(5);
        controller.abort();
        await fails('Cancelled', loading);
        await settled;
        await fails('BadQuery', engine.rows(sql`SELECT count(*) AS n FROM loaded`));
        await engine.exec(load, { lane: 'work' });
        equal(await engine.rows(sql`SELECT count(*) AS n FROM loaded`, { lane: 'work' }), [
          { n: 700_000 },
        ]);
        await engine.exec(sql`DROP TABLE loaded`);
        await file.close();
      },
    },
    {
      name: 'a call whose signal has fired before is not started',
      run: async () => {
        const engine = await world.engine();
        const signal = AbortSignal.abort();
        await fails('Cancelled', engine.exec(sql`CREATE TABLE never AS SELECT 1 AS n`, { signal }));
        await fails('BadQuery', engine.rows(sql`SELECT * FROM never`));
      },
    },
    {
      name: 'a call that waits in the queue leaves it at once when it is cancelled',
      run: async () => {
        const engine = await world.engine();
        const first = new AbortController();
        const second = new AbortController();
        const running = engine.rows(longQuery, { signal: first.signal });
        const waiting = engine.exec(sql`CREATE TABLE never AS SELECT 1 AS n`, {
          signal: second.signal,
        });
        const third = engine.rows(sql`SELECT 3 AS n`);
        second.abort();
        await fails('Cancelled', waiting);
        first.abort();
        await fails('Cancelled', running);
        equal(await third, [{ n: 3 }]);
        await fails('BadQuery', engine.rows(sql`SELECT * FROM never`));
      },
    },
    {
      name: 'a signal that fires after the answer changes nothing',
      run: async () => {
        const engine = await world.engine();
        const controller = new AbortController();
        equal(await engine.rows(sql`SELECT 1 AS n`, { signal: controller.signal }), [{ n: 1 }]);
        controller.abort();
        equal(await engine.rows(sql`SELECT 2 AS n`), [{ n: 2 }]);
      },
    },
  ];
}
