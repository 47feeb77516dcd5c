import { sql } from '../../../src/engine/sql';
import { type Case, equal, fails } from './check';
import type { World } from './world';

const csv = 'number,amount\n007,1.50\n008,"2,50"\n';
const decoder = new TextDecoder();

export function files(world: World): Case[] {
  return [
    {
      name: 'a file is read under the name that the engine gave it, whatever it is called',
      run: async () => {
        const engine = await world.engine();
        const expected = [
          { number: '007', amount: '1.50' },
          { number: '008', amount: '2,50' },
        ];
        for (const name of [
          'invoices.csv',
          'invoices.csv',
          '../*[a].csv',
          "it's; 100 %?.csv",
          '',
          'https://a/b.csv',
        ]) {
          const opened = [
            await engine.openFile(name, await world.file(csv)),
            await engine.openFile(name, { kind: 'bytes', bytes: new TextEncoder().encode(csv) }),
          ];
          for (const file of opened) {
            const read = sql`SELECT * FROM read_csv(${file.name}, all_varchar = true)`;
            equal(await engine.rows(read), expected, name);
            await file.close();
            await file.close();
            await fails('BadQuery', engine.rows(read), `${name} after it was closed`);
          }
        }
      },
    },
    {
      name: "the bytes given to the engine stay the caller's",
      run: async () => {
        const engine = await world.engine();
        const bytes = new TextEncoder().encode(csv);
        const file = await engine.openFile('kept.csv', { kind: 'bytes', bytes });
        equal(decoder.decode(bytes), csv);
        await file.close();
      },
    },
    {
      name: 'a file tells how much of it has been read',
      run: async () => {
        const engine = await world.engine();
        const chunk = '0123456789,0123456789\n'.repeat(1000);
        const file = await engine.openFile('large.csv', await world.largeFile(chunk, 100));
        equal(await file.bytesRead(), 0, 'before');
        await engine.rows(sql`SELECT count(*) AS n FROM read_csv(${file.name}, header = false)`);
        const read = await file.bytesRead();
        equal(read >= chunk.length * 100, true, `${read} of ${chunk.length * 100} bytes`);
        await file.close();
      },
    },
    {
      name: 'a query becomes a CSV with a header, exact to the digit',
      run: async () => {
        const engine = await world.engine();
        const made = await engine.toCsv(sql`SELECT * FROM (VALUES
          (1, 'plain', CAST('1.50' AS DECIMAL(18,4)), DATE '2026-10-31', TRUE),
          (2, 'a, "b"' || chr(10) || 'č', NULL, NULL, FALSE),
          (3, '', CAST('-0.0001' AS DECIMAL(18,4)), DATE '1969-12-31', NULL)
        ) t(n, "a ""name""", amount, day, flag) ORDER BY n`);
        equal(
          decoder.decode(made),
          [
            'n,"a ""name""",amount,day,flag',
            '1,plain,1.5000,2026-10-31,true',
            '2,"a, ""b""\nč",,,false',
            '3,"",-0.0001,1969-12-31,',
            '',
          ].join('\n'),
        );
      },
    },
    {
      name: 'a CSV keeps the order of its query, and an empty one keeps its header',
      run: async () => {
        const engine = await world.engine();
        const made = await engine.toCsv(sql`SELECT i FROM range(200000) t(i) ORDER BY i DESC`);
        const expected = Array.from({ length: 200_000 }, (_, i) => 199_999 - i).join('\n');
        equal(decoder.decode(made) === `i\n${expected}\n`, true, 'in order');
        const empty = await engine.toCsv(sql`SELECT 1 AS a, 2 AS b WHERE FALSE`);
        equal(decoder.decode(empty), 'a,b\n');
      },
    },
    {
      name: 'an error in the last row of a CSV is raised, and a cancelled one is cancelled',
      run: async () => {
        const engine = await world.engine();
        const late = sql`SELECT CAST(CASE WHEN i = 299999 THEN 'x' ELSE '1' END AS INTEGER) AS n FROM range(300000) t(i)`;
        await fails('BadQuery', engine.toCsv(late));
        const controller = new AbortController();
        const made = engine.toCsv(sql`SELECT i, hash(i) AS h FROM range(100000000) t(i)`, {
          signal: controller.signal,
        });
        setTimeout(() => controller.abort(), 50);
        await fails('Cancelled', made);
        equal(decoder.decode(await engine.toCsv(sql`SELECT 1 AS n`)), 'n\n1\n');
      },
    },
  ];
}
