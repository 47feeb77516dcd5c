import { type Sql, sql } from '../../../src/engine/sql';
import { type Case, equal, fails, holds } from './check';
import type { World } from './world';

const hostileTexts = [
  '',
  "O'Brien",
  "'; DROP TABLE document; --",
  'a "quoted" name',
  'two\nlines\r\nand a\ttab',
  "back\\slash \\n \\' $1 $$ %s {x}",
  'Příliš žluťoučký kůň 😀 e\u0301 \u200f\ufeff',
  '\ufeffa mark at the start',
  '/* no comment */ -- nor this',
];

const decimals: Readonly<Record<string, string>> = {
  '9999999999999999999999999999.9999999999': 'DECIMAL(38,10)',
  '-9999999999999999999999999999999999999': 'DECIMAL(37,0)',
  '-0.00000000000000000000000000000000000001': 'DECIMAL(38,38)',
  '-0.0001': 'DECIMAL(18,4)',
  '0.0000': 'DECIMAL(18,4)',
  '1.5': 'DECIMAL(4,1)',
  '-99999999999999.9999': 'DECIMAL(18,4)',
  '900719925474.0992': 'DECIMAL(18,4)',
  '-900719925474.0993': 'DECIMAL(18,4)',
  '1844674407370955.1615': 'DECIMAL(38,4)',
  '-1844674407370955.1616': 'DECIMAL(38,4)',
};

const dates = ['0001-01-01', '1582-10-15', '1899-12-31', '1900-02-28', '1969-12-31', '1970-01-01'];
const laterDates = ['2000-02-29', '2026-10-31', '2100-03-01', '2399-12-31', '9999-12-31'];

/** Several values as one row, so that one query answers for all. */
function row(values: readonly Sql[]): Sql {
  return sql`SELECT ${sql.join(values.map((value, index) => sql`${value} AS ${sql.id(`v${index}`)}`))}`;
}

export function values(world: World): Case[] {
  const cells = async (pieces: readonly Sql[]): Promise<unknown[]> => {
    const [found] = await (await world.engine()).rows(row(pieces));
    return Object.values(found ?? {});
  };
  return [
    {
      name: 'a text comes back as it went, whatever it holds',
      run: async () => equal(await cells(hostileTexts.map((text) => sql`${text}`)), hostileTexts),
    },
    {
      name: 'a decimal keeps every digit of its scale, up to 38 of them',
      run: async () => {
        const pieces = Object.entries(decimals).map(
          ([text, type]): Sql => ({ kind: 'sql', text: `CAST('${text}' AS ${type})` }),
        );
        equal(await cells(pieces), Object.keys(decimals));
      },
    },
    {
      name: 'dates before 1970 and after 2100 are ISO text',
      run: async () => {
        const all = [...dates, ...laterDates];
        equal(await cells(all.map(sql.date)), all);
      },
    },
    {
      name: 'a timestamp is ISO text with the fraction that it has',
      run: async () => {
        const found = await cells([
          sql`TIMESTAMP '2026-10-31 08:05:00'`,
          sql`TIMESTAMP '1969-12-31 23:59:59.25'`,
          sql`CAST('2026-10-31 08:05:00.123456789' AS TIMESTAMP_NS)`,
        ]);
        equal(found, [
          '2026-10-31T08:05:00',
          '1969-12-31T23:59:59.25',
          '2026-10-31T08:05:00.123456789',
        ]);
      },
    },
    {
      name: 'integers, sums of integers, doubles and booleans are what they are',
      run: async () => {
        const found = await cells([
          sql`CAST(-128 AS TINYINT)`,
          sql`CAST(65535 AS USMALLINT)`,
          sql`9007199254740991`,
          sql`-9007199254740991`,
          sql`CAST(-5 AS HUGEINT)`,
          sql`(SELECT sum(range) FROM range(1000))`,
          sql`(SELECT count(*) FROM range(1000))`,
          sql`CAST(0.25 AS DOUBLE)`,
          sql`TRUE`,
          sql`FALSE`,
        ]);
        const integers = [-128, 65_535, 9_007_199_254_740_991, -9_007_199_254_740_991, -5];
        equal(found, [...integers, 499_500, 1000, 0.25, true, false]);
      },
    },
    {
      name: 'a missing value of any type is null, also among others',
      run: async () => {
        const types = ['INTEGER', 'BIGINT', 'HUGEINT', 'DECIMAL(18,4)', 'DATE', 'TIMESTAMP'];
        const pieces = [...types, 'VARCHAR', 'BOOLEAN', 'DOUBLE'].map(
          (type): Sql => ({ kind: 'sql', text: `CAST(NULL AS ${type})` }),
        );
        equal(await cells([...pieces, sql`NULL`]), new Array(10).fill(null));
        const engine = await world.engine();
        const mixed =
          await engine.rows(sql`SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i % 2 = 0 END AS even,
          CASE WHEN i % 5 > 0 THEN 'č' || i END AS name FROM range(5000) t(i)`);
        mixed.forEach((found, i) => {
          equal(found['even'], i % 3 === 0 ? null : i % 2 === 0, `row ${i}`);
          equal(found['name'], i % 5 === 0 ? null : `č${i}`, `row ${i}`);
        });
      },
    },
    {
      name: 'an integer beyond 2^53 is refused by the name of its column',
      run: async () => {
        const engine = await world.engine();
        for (const value of [sql`9007199254740992`, sql`CAST(9007199254740993 AS HUGEINT)`]) {
          const refusal = await fails(
            'BadQuery',
            engine.rows(sql`SELECT ${value} AS bank_reference`),
          );
          holds(refusal.message.includes('"bank_reference"'), refusal.message);
        }
      },
    },
    {
      name: 'a type that a report has no use for is refused by the name of its column',
      run: async () => {
        const engine = await world.engine();
        const odd = [sql`[1, 2]`, sql`{'a': 1}`, sql`INTERVAL 1 DAY`, sql`TIME '10:00'`];
        for (const value of [
          ...odd,
          sql`CAST('a' AS BLOB)`,
          sql`TIMESTAMPTZ '2026-10-31 00:00:00Z'`,
        ]) {
          const refusal = await fails(
            'BadQuery',
            engine.rows(sql`SELECT ${value} AS odd`),
            value.text,
          );
          holds(refusal.message.includes('"odd"'), refusal.message);
        }
      },
    },
    {
      name: 'columns called __proto__ and constructor are columns like others',
      run: async () => {
        const engine = await world.engine();
        const names = ['__proto__', 'constructor', 'toString', 'a"b', "it's", 'hasOwnProperty'];
        const piece = sql.join(names.map((name, index) => sql`${index} AS ${sql.id(name)}`));
        const [found] = await engine.rows(sql`SELECT ${piece}`);
        equal(
          Object.entries(found ?? {}),
          names.map((name, index) => [name, index]),
        );
        const [plain] = await engine.rows(sql`SELECT 1 AS amount`);
        equal(plain?.['constructor'], undefined, 'what a row inherits');
      },
    },
    {
      name: 'two columns of one name are refused',
      run: async () => {
        const engine = await world.engine();
        await fails('BadQuery', engine.rows(sql`SELECT 1 AS amount, 2 AS amount`));
      },
    },
    {
      name: 'an empty result is empty, and the next question is answered',
      run: async () => {
        const engine = await world.engine();
        equal(await engine.rows(sql`SELECT 1 AS n, 'x' AS t WHERE FALSE`), []);
        equal(await engine.rows(sql`SELECT 1 AS n`), [{ n: 1 }]);
      },
    },
    {
      name: 'a text of many chunks keeps its rows in order, in any alphabet',
      run: async () => {
        const engine = await world.engine();
        const found = await engine.rows(
          sql`SELECT i, repeat('ž😀a', i % 5) || i AS t FROM range(20000) r(i)`,
        );
        equal(found.length, 20_000, 'rows');
        found.forEach((cells, i) => {
          equal(cells, { i, t: 'ž😀a'.repeat(i % 5) + i }, `row ${i}`);
        });
      },
    },
  ];
}
