import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeEngine } from './duckdb-node/open';
import { EngineLost } from './errors';
import type { Engine, Row } from './port';
import { type Sql, sql } from './sql';
import { supervise } from './supervised';

let real: Engine;

beforeAll(async () => {
  real = await openNodeEngine();
});

afterAll(() => real.close());

const one = sql`SELECT 1 AS n`;
const poison = sql`SELECT 'poison' AS n`;

/** The real engine behind a door that shuts: `poison` loses it, as a trap would, without a second's boot. */
function mortal(): Engine {
  const listeners: ((reason: string) => void)[] = [];
  let lost = false;
  const rows = async (query: Sql): Promise<readonly Row[]> => {
    if (query === poison && !lost) {
      lost = true;
      for (const listener of listeners) listener('poisoned');
    }
    if (lost) throw new EngineLost('poisoned');
    return real.rows(query);
  };
  return {
    dialect: real.dialect,
    rows,
    exec: (statement) => real.exec(statement),
    window: (query, order) => real.window(query, order),
    openFile: (name, source) => real.openFile(name, source),
    toCsv: (query) => real.toCsv(query),
    saveTables: (tables, onState) => real.saveTables(tables, onState),
    loadTables: (source) => real.loadTables(source),
    onLost: (listener) => void listeners.push(listener),
    close: async () => undefined,
  };
}

async function supervised(rebuild: (engine: Engine) => Promise<void> = async () => undefined) {
  const opened: Engine[] = [];
  const open = async (): Promise<Engine> => {
    const engine = mortal();
    opened.push(engine);
    return engine;
  };
  const engine = await supervise({ open, rebuild });
  const states: string[] = [];
  engine.onState((state) => states.push(state));
  return { engine, opened, states };
}

it('a call that loses the engine twice fails, and those after it are answered', async () => {
  const { engine, opened } = await supervised();
  await expect(engine.rows(poison)).rejects.toBeInstanceOf(EngineLost);
  expect(await engine.rows(one)).toEqual([{ n: 1 }]);
  expect(opened).toHaveLength(3);
});

it('all calls that a loss took down wait for one rebuild', async () => {
  let rebuilt = 0;
  const { engine, opened, states } = await supervised(async () => {
    rebuilt += 1;
  });
  await opened[0]?.rows(poison).catch(() => undefined);
  const answers = await Promise.all([engine.rows(one), engine.rows(one), engine.rows(one)]);
  expect(answers).toEqual([[{ n: 1 }], [{ n: 1 }], [{ n: 1 }]]);
  expect(rebuilt).toBe(1);
  expect(states).toEqual(['rebuilding', 'ready']);
});

it('a rebuild that fails is told as lost, and the next call tries again', async () => {
  let disk = 'unreadable';
  const { engine, states } = await supervised(async () => {
    if (disk === 'unreadable') throw new Error('the segment cannot be read');
  });
  await expect(engine.rows(poison)).rejects.toThrow('the segment cannot be read');
  expect(states).toEqual(['rebuilding', 'lost']);
  disk = 'readable';
  expect(await engine.rows(one)).toEqual([{ n: 1 }]);
  expect(states).toEqual(['rebuilding', 'lost', 'rebuilding', 'ready']);
});

it('a call that is cancelled during a rebuild does not wait for its end', async () => {
  const { engine, opened } = await supervised(() => new Promise(() => undefined));
  await opened[0]?.rows(poison).catch(() => undefined);
  const controller = new AbortController();
  const call = engine.rows(one, { signal: controller.signal });
  controller.abort();
  await expect(call).rejects.toMatchObject({ kind: 'Cancelled' });
});

it('work that must be done once is not redone', async () => {
  const { engine } = await supervised();
  let tries = 0;
  const work = engine.once(async (present) => {
    tries += 1;
    return present.rows(poison);
  });
  await expect(work).rejects.toBeInstanceOf(EngineLost);
  expect(tries).toBe(1);
  expect(await engine.once((present) => present.rows(one))).toEqual([{ n: 1 }]);
});

it('a loss after the engine was closed is not repaired', async () => {
  const { engine, opened } = await supervised();
  await engine.close();
  await opened[0]?.rows(poison).catch(() => undefined);
  await expect(engine.rows(one)).rejects.toBeInstanceOf(EngineLost);
  expect(opened).toHaveLength(1);
});

it('an engine that opens after the supervised one was closed is closed as well', async () => {
  let arrive: (engine: Engine) => void = () => undefined;
  const second = new Promise<Engine>((resolve) => {
    arrive = resolve;
  });
  const first = mortal();
  const engines = [Promise.resolve(first), second];
  const engine = await supervise({
    open: () => engines.shift() ?? Promise.reject(new Error('no third engine')),
    rebuild: async () => undefined,
  });
  await first.rows(poison).catch(() => undefined);
  const call = engine.rows(one).catch((thrown: unknown) => thrown);
  await engine.close();
  let closed = false;
  arrive({
    ...mortal(),
    close: async () => {
      closed = true;
    },
  });
  expect(await call).toBeInstanceOf(EngineLost);
  expect(closed).toBe(true);
});
