import type { Engine } from '../../../src/engine/port';
import { type Sql, sql } from '../../../src/engine/sql';
import { supervise } from '../../../src/engine/supervised';
import { type Case, equal, fails, holds } from './check';
import type { World } from './world';

/** An expression so deep that the binder runs out of stack: a trap inside WebAssembly. */
const trap: Sql = { kind: 'sql', text: `SELECT ${'1 + '.repeat(50_000)}1 AS n` };
const spin = sql`SELECT 'spin_for_ever' AS n`;

async function springTrap(engine: Engine): Promise<void> {
  await engine.exec(sql`SET max_expression_depth = 1000000`);
  await fails('EngineLost', engine.rows(trap), 'the trap');
}

export function losing(world: World): Case[] {
  return [
    {
      name: 'too little memory is OutOfMemory, and the engine lives on',
      run: async () => {
        const engine = await world.engine();
        const [setting] = await engine.rows(sql`SELECT current_setting('memory_limit') AS memory`);
        await engine.exec(sql`SET memory_limit = '60MB'`);
        const large = sql`CREATE TABLE large AS SELECT i, 'text ' || i AS t FROM range(10000000) r(i)`;
        await fails('OutOfMemory', engine.exec(large));
        equal(await engine.rows(sql`SELECT 1 AS n`), [{ n: 1 }]);
        await engine.exec(sql`SET memory_limit = ${setting?.['memory'] ?? '3GB'}`);
      },
    },
    {
      name: 'an engine that cannot be booted is EngineLost',
      run: async () => {
        await fails('EngineLost', world.openBroken());
      },
    },
    {
      name: 'a trap loses the engine: all calls end, now and later',
      run: async () => {
        const engine = await world.open();
        const reasons: string[] = [];
        engine.onLost((reason) => reasons.push(reason));
        const window = await engine.window(sql`SELECT 1 AS n`, []);
        const file = await engine.openFile('kept.csv', await world.file('n\n1\n'));
        await springTrap(engine);
        equal(reasons.length, 1, 'times that the loss was told');
        await fails('EngineLost', engine.rows(sql`SELECT 1 AS n`));
        await fails('EngineLost', window.page(0, 1));
        await fails('EngineLost', file.bytesRead());
        await window.close();
        await engine.close();
      },
    },
    {
      name: 'a worker that hangs is ended by the watchdog, with every call that waits',
      run: async () => {
        const engine = await world.openSpinning({ hangLimitMs: 500, buildHangLimitMs: 500 });
        let told = 0;
        engine.onLost(() => {
          told += 1;
        });
        const calls = [
          engine.rows(spin),
          engine.rows(sql`SELECT 1 AS n`),
          engine.rows(sql`SELECT 2 AS n`, { lane: 'work' }),
          engine.toCsv(sql`SELECT 3 AS n`),
        ];
        for (const call of calls) await fails('EngineLost', call);
        equal(told, 1, 'times that the loss was told');
        await engine.close();
      },
    },
    {
      name: 'long work is no hang',
      run: async () => {
        const engine = await world.open({ hangLimitMs: 500, buildHangLimitMs: 500 });
        const counted = sql`SELECT count(*) AS n FROM range(18000000) t(i) WHERE hash(i) % 7 = 3 OR i % 3 = 1`;
        const [found] = await engine.rows(counted);
        holds(Number(found?.['n']) > 6_000_000, 'counted');
        await engine.close();
      },
    },
    {
      name: 'closing an engine ends its calls and tells no loss',
      run: async () => {
        const engine = await world.open();
        let told = 0;
        engine.onLost(() => {
          told += 1;
        });
        const pending = engine.rows(
          sql`SELECT count(*) AS n FROM range(100000000000) t(i) WHERE i % 7 = 3`,
        );
        const outcome = fails('EngineLost', pending);
        await engine.close();
        await outcome;
        await engine.close();
        await fails('EngineLost', engine.rows(sql`SELECT 1 AS n`));
        equal(told, 0, 'times that a loss was told');
      },
    },
    {
      name: 'a supervised engine replaces a trapped one, rebuilds it and redoes the work',
      run: async () => {
        const build = (engine: Engine): Promise<void> =>
          engine.exec(sql`CREATE TABLE ledger AS SELECT i FROM range(1000) t(i)`);
        const engine = await supervise({ open: () => world.open(), rebuild: build });
        await build(engine);
        const states: string[] = [];
        engine.onState((state) => states.push(state));
        const file = await engine.openFile('open.csv', await world.file('n\n42\n'));
        const window = await engine.window(sql`SELECT i FROM ledger`, []);
        const count = sql`SELECT count(*) AS n FROM ledger`;

        await engine.exec(sql`SET max_expression_depth = 1000000`);
        const trapped = engine.rows(trap);
        const beside = Promise.all([
          engine.rows(count),
          engine.rows(count, { lane: 'work' }),
          engine.rows(sql`SELECT n FROM read_csv(${file.name})`),
        ]);
        // The new engine has its own limit of depth again, and so refuses what trapped the old one.
        await fails('BadQuery', trapped, 'the trap, redone');
        equal(await beside, [[{ n: 1000 }], [{ n: 1000 }], [{ n: 42 }]], 'calls beside the trap');
        equal(states, ['rebuilding', 'ready'], 'states');
        await fails('EngineLost', window.page(0, 1), 'a window of a lost engine');
        await file.close();
        await engine.close();
        await fails('EngineLost', engine.rows(count), 'after it was closed');
      },
    },
  ];
}
