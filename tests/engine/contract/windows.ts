import type { Row, SortKey } from '../../../src/engine/port';
import { sql } from '../../../src/engine/sql';
import { type Case, equal, fails, holds } from './check';
import type { World } from './world';

const rowCount = 30_000;

/** Rows with many ties and some gaps, in an order of their own. */
const source = sql`SELECT i AS id, i % 7 AS bucket, CASE WHEN i % 11 > 0 THEN i % 5 END AS rating,
  CAST(i * 37 % 1000 AS DECIMAL(18,4)) / 1 AS weight
  FROM range(${rowCount}) t(i) ORDER BY i * 7919 % ${rowCount}, i`;
const ownOrder = Array.from({ length: rowCount }, (_, i) => i).sort(
  (a, b) => ((a * 7919) % rowCount) - ((b * 7919) % rowCount) || a - b,
);

const bucket = (id: number): number => id % 7;
const rating = (id: number): number | null => (id % 11 > 0 ? id % 5 : null);

function ids(rows: readonly Row[]): unknown[] {
  return rows.map((row) => row['id']);
}

const descending: readonly SortKey[] = [
  { column: 'rating', direction: 'desc' },
  { column: 'bucket', direction: 'asc' },
];

/** Both directions put what is missing last. */
function byRatingAndBucket(a: number, b: number): number {
  const [left, right] = [rating(a), rating(b)];
  if (left === null || right === null) {
    if (left !== right) return left === null ? 1 : -1;
    return bucket(a) - bucket(b);
  }
  return right - left || bucket(a) - bucket(b);
}

export function windows(world: World): Case[] {
  return [
    {
      name: 'pages at any depth are the full order',
      run: async () => {
        const engine = await world.engine();
        const window = await engine.window(source, []);
        equal(window.rowCount, rowCount, 'rowCount');
        const seen: unknown[] = [];
        for (let offset = 0; offset < rowCount; offset += 4096) {
          seen.push(...ids(await window.page(offset, 4096)));
        }
        equal(seen, ownOrder, 'all pages');
        equal(ids(await window.page(29_998, 100)), ownOrder.slice(29_998), 'the last page');
        equal(await window.page(rowCount, 10), [], 'beyond the end');
        equal(await window.page(5, 0), [], 'no rows');
        const work = await window.page(17_000, 3, { lane: 'work' });
        equal(ids(work), ownOrder.slice(17_000, 17_003), 'from the other lane');
        await window.close();
      },
    },
    {
      name: 'ties stay in the order of the query, and missing values come last either way',
      run: async () => {
        const engine = await world.engine();
        const window = await engine.window(source, descending);
        const expected = [...ownOrder].sort(byRatingAndBucket);
        equal(ids(await window.page(0, rowCount)), expected);
        const [first] = await window.page(0, 1);
        equal(Object.keys(first ?? {}), ['id', 'bucket', 'rating', 'weight'], 'columns');
        const rising = await engine.window(source, [{ column: 'rating', direction: 'asc' }]);
        const [last] = await rising.page(rowCount - 1, 1);
        equal(last?.['rating'], null, 'the last rating');
        await window.close();
        await rising.close();
      },
    },
    {
      name: 'a window can be sorted and filtered again, stably',
      run: async () => {
        const engine = await world.engine();
        const window = await engine.window(source, []);
        const sorted = await window.sorted(descending, sql`bucket IN (${sql.list([2, 5])})`);
        const expected = ownOrder
          .filter((id) => [2, 5].includes(bucket(id)))
          .sort(byRatingAndBucket);
        equal(sorted.rowCount, expected.length, 'rowCount');
        equal(ids(await sorted.page(0, rowCount)), expected);
        await window.close();
        const filtered = await sorted.sorted([], sql`rating IS NULL`);
        equal(
          ids(await filtered.page(0, rowCount)),
          expected.filter((id) => rating(id) === null),
        );
        await sorted.close();
        await filtered.close();
      },
    },
    {
      name: 'another question to the rows of a window is answered from them',
      run: async () => {
        const engine = await world.engine();
        const window = await engine.window(source, []);
        const totals = await window.rows(
          (rows) =>
            sql`SELECT bucket, count(*) AS n FROM ${rows} WHERE id < 700 GROUP BY ALL ORDER BY bucket`,
        );
        equal(
          totals,
          [0, 1, 2, 3, 4, 5, 6].map((found) => ({ bucket: found, n: 100 })),
        );
        await window.close();
      },
    },
    {
      name: 'a window may be empty, and may be closed twice, and is gone then',
      run: async () => {
        const engine = await world.engine();
        const window = await engine.window(sql`SELECT 1 AS n WHERE FALSE`, [
          { column: 'n', direction: 'asc' },
        ]);
        equal(window.rowCount, 0, 'rowCount');
        equal(await window.page(0, 10), []);
        await window.close();
        await window.close();
        await fails('BadQuery', window.page(0, 10));
        await fails('BadQuery', window.sorted([]));
        equal(
          await engine.rows(
            sql`SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'main'`,
          ),
          [],
        );
      },
    },
    {
      name: 'a window refuses a column that would hide the place of its rows',
      run: async () => {
        const engine = await world.engine();
        const refusal = await fails('BadQuery', engine.window(sql`SELECT 5 AS "RowId"`, []));
        holds(refusal.message.includes('"RowId"'), refusal.message);
        equal(
          await engine.rows(
            sql`SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'main'`,
          ),
          [],
        );
      },
    },
    {
      name: 'a sort by a column that is not there is a plain error',
      run: async () => {
        const engine = await world.engine();
        await fails('BadQuery', engine.window(source, [{ column: 'nothing', direction: 'asc' }]));
        const hostile = 'id"; DROP TABLE x; --';
        await fails('BadQuery', engine.window(source, [{ column: hostile, direction: 'asc' }]));
      },
    },
  ];
}
