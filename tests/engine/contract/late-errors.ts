import { type Sql, sql } from '../../../src/engine/sql';
import { type Case, fails } from './check';
import type { World } from './world';

const rowCount = 300_000;
const failingRows = { first: 5, middle: 150_000, last: rowCount - 1 };

/** Expressions over `bad`, which is true in one row: each fails there, and there only. */
const classes: Readonly<Record<string, Sql>> = {
  'a text that is no integer': sql`CAST(CASE WHEN bad THEN 'x' ELSE '1' END AS INTEGER)`,
  'a text that is no decimal': sql`CAST(CASE WHEN bad THEN '12,50' ELSE '12.50' END AS DECIMAL(18,4))`,
  'a decimal too wide for its type': sql`CAST(CASE WHEN bad THEN '123456789.00' ELSE '1.00' END AS DECIMAL(9,2))`,
  'a decimal overflow in a product': sql`CAST(CASE WHEN bad THEN 99999999999999 ELSE 1 END AS DECIMAL(18,4)) * CAST(CASE WHEN bad THEN 99999999999999 ELSE 1 END AS DECIMAL(20,10))`,
  'an integer overflow in a sum': sql`CAST(CASE WHEN bad THEN 2147483647 ELSE 1 END AS INTEGER) + CAST(1 AS INTEGER)`,
  'an integer overflow in a division': sql`CAST(CASE WHEN bad THEN -9223372036854775808 ELSE 4 END AS BIGINT) // CAST(CASE WHEN bad THEN -1 ELSE 2 END AS BIGINT)`,
  'a date that does not exist': sql`CAST(CASE WHEN bad THEN '2026-02-30' ELSE '2026-02-28' END AS DATE)`,
  'a date in another format': sql`strptime(CASE WHEN bad THEN '31/02/2026' ELSE '28/02/2026' END, '%d/%m/%Y')`,
  'a date out of range': sql`CASE WHEN bad THEN DATE '5881580-07-10' ELSE DATE '2026-10-31' END + CASE WHEN bad THEN 2 ELSE 1 END`,
  'a month that does not exist': sql`make_date(2026, CASE WHEN bad THEN 13 ELSE 12 END, 1)`,
  'bytes that are no UTF-8': sql`decode(CASE WHEN bad THEN unhex('FF') ELSE unhex('41') END)`,
  'a pattern that does not parse': sql`regexp_matches('x', CASE WHEN bad THEN '(' ELSE 'x' END)`,
  'the root of a negative number': sql`sqrt(CASE WHEN bad THEN -1.0 ELSE 1.0 END)`,
  'an error that the query raises': sql`CASE WHEN bad THEN error('a row that cannot be') ELSE 'fine' END`,
};

function query(expression: Sql, badRow: number): Sql {
  return sql`SELECT i, ${expression} AS value
    FROM (SELECT range AS i, range = ${badRow} AS bad FROM range(${rowCount}))`;
}

/** Each class of error × where the failing row stands × the ways to run a query: raised, none truncated. */
export function lateErrors(world: World): Case[] {
  return Object.entries(classes).map(([name, expression]) => ({
    name: `${name} is raised wherever it stands, by rows, exec and window`,
    run: async () => {
      const engine = await world.engine();
      for (const [place, badRow] of Object.entries(failingRows)) {
        const failing = query(expression, badRow);
        await fails('BadQuery', engine.rows(failing), `rows, ${place}`);
        await fails(
          'BadQuery',
          engine.exec(sql`CREATE TABLE late AS ${failing}`),
          `exec, ${place}`,
        );
        await fails('BadQuery', engine.window(failing, []), `window, ${place}`);
      }
      await engine.rows(query(expression, -1));
    },
  }));
}
