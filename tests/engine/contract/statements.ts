import { type Sql, sql } from '../../../src/engine/sql';
import { type Case, equal, fails, holds } from './check';
import type { World } from './world';

/** Text that no tag wrote, as an attacker would like to send it. */
const raw = (text: string): Sql => ({ kind: 'sql', text });

export function statements(world: World): Case[] {
  return [
    {
      name: 'a second statement is refused, and the first is not run',
      run: async () => {
        const engine = await world.engine();
        await engine.exec(sql`CREATE TABLE guarded AS SELECT 1 AS n`);
        for (const text of [
          'DELETE FROM guarded; SELECT 1 AS n',
          "DELETE FROM guarded WHERE 'a' <> ';' ; /* c */ SELECT 1 AS n",
          'DELETE FROM guarded -- c\r; SELECT 1 AS n',
          "DELETE FROM guarded WHERE E'\\'' <> ''; SELECT '1' AS n",
        ]) {
          await fails('BadQuery', engine.exec(raw(text)), text);
        }
        equal(await engine.rows(sql`SELECT n FROM guarded`), [{ n: 1 }]);
        equal(await engine.rows(raw("SELECT ';' AS a; -- the end")), [{ a: ';' }]);
        await engine.exec(sql`DROP TABLE guarded`);
      },
    },
    {
      name: 'a statement that does not parse says where',
      run: async () => {
        const engine = await world.engine();
        const refusal = await fails('BadQuery', engine.rows(raw('SELEC 1')));
        holds(
          refusal.message.startsWith('Parser Error: syntax error at or near "SELEC"'),
          refusal.message,
        );
        await fails('BadQuery', engine.rows(raw('')));
        await fails('BadQuery', engine.rows(sql`SELECT nothing FROM nowhere`));
      },
    },
    {
      name: 'what lives in an extension is a plain error, and the engine lives on',
      run: async () => {
        const engine = await world.engine();
        for (const text of [
          'SELECT current_date AS today',
          `SELECT json_extract('{"a":1}', '$.a') AS a`,
          "SELECT * FROM read_parquet('x.parquet')",
          'LOAD httpfs',
          "SELECT 'a' COLLATE de AS a",
          "ATTACH 'x.sqlite' (TYPE sqlite)",
        ]) {
          await fails('BadQuery', engine.rows(raw(text)), text);
        }
        equal(await engine.rows(sql`SELECT 1 AS n`), [{ n: 1 }]);
      },
    },
    {
      name: 'an address is a plain error, and nothing is asked for',
      run: async () => {
        const engine = await world.engine();
        const { forbiddenUrl } = world;
        await fails('BadQuery', engine.rows(sql`SELECT * FROM read_csv(${forbiddenUrl})`));
        await fails('BadQuery', engine.rows(sql`SELECT * FROM ${sql.id(forbiddenUrl)}`));
        await fails('BadQuery', engine.exec(sql`ATTACH ${forbiddenUrl} AS remote`));
        equal(await engine.rows(sql`SELECT 1 AS n`), [{ n: 1 }]);
      },
    },
  ];
}
