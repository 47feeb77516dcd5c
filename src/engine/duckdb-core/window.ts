import { assert } from '../../lib/assert';
import { BadQuery, EngineLost } from '../errors';
import type { Engine, Row, RowWindow, RunOptions, SortKey } from '../port';
import { type Sql, sql } from '../sql';

/** Windows are ordinary tables of a schema of their own, so that either lane can read them. */
const schema = 'saldo_window';
const position = 'saldo_position';

export const createWindowSchema: Sql = sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`;

/** What a window asks of its engine. */
export interface WindowStore extends Pick<Engine, 'rows' | 'exec'> {
  /** Runs a `CREATE TABLE … AS` and answers with the number of its rows. */
  fill(statement: Sql, options: RunOptions | undefined): Promise<number>;
  /** The names of a query's columns, without its rows. */
  columns(query: Sql): Promise<readonly string[]>;
  /** A number that no window has yet. */
  nextNumber(): number;
}

function orderBy(order: readonly SortKey[], last: Sql): Sql {
  const keys = order.map(({ column, direction }) => {
    const id = sql.id(column);
    return direction === 'asc' ? sql`${id} ASC NULLS LAST` : sql`${id} DESC NULLS LAST`;
  });
  return sql`ORDER BY ${sql.join([...keys, last])}`;
}

/** `query` in `order`; rows that are equal in it stay in the query's own order. */
function ordered(query: Sql, order: readonly SortKey[]): Sql {
  if (order.length === 0) return query;
  const place = sql.id(position);
  return sql`SELECT * EXCLUDE (${place}) FROM (
    SELECT *, row_number() OVER () AS ${place} FROM (${query})
  ) ${orderBy(order, place)}`;
}

async function keep(store: WindowStore, query: Sql, options?: RunOptions): Promise<RowWindow> {
  const source = sql`${sql.id(schema)}.${sql.id(`w_${store.nextNumber()}`)}`;
  const rowCount = await store.fill(sql`CREATE TABLE ${source} AS ${query}`, options);
  const window = new TableWindow(store, source, rowCount);
  const columns = await store.columns(sql`SELECT * FROM ${source} LIMIT 0`);
  const hiding = columns.find((column) => column.toLowerCase() === 'rowid');
  if (hiding === undefined) return window;
  await window.close();
  throw new BadQuery(
    `a window cannot have a column "${hiding}": the name stands for a row's place`,
  );
}

/** Runs a query once and keeps its rows as a table, whose `rowid` is the place in the order. */
export function openWindow(
  store: WindowStore,
  query: Sql,
  order: readonly SortKey[],
  options?: RunOptions,
): Promise<RowWindow> {
  return keep(store, ordered(query, order), options);
}

class TableWindow implements RowWindow {
  readonly rowCount: number;
  readonly #store: WindowStore;
  readonly #source: Sql;
  #closed = false;

  constructor(store: WindowStore, source: Sql, rowCount: number) {
    this.#store = store;
    this.#source = source;
    this.rowCount = rowCount;
  }

  async page(offset: number, limit: number, options?: RunOptions): Promise<readonly Row[]> {
    assert(Number.isSafeInteger(offset) && offset >= 0, `not a row offset: ${offset}`);
    assert(Number.isSafeInteger(limit) && limit >= 0, `not a number of rows: ${limit}`);
    const place = sql`rowid >= ${offset} AND rowid < ${offset + limit}`;
    return this.rows(
      (source) => sql`SELECT * FROM ${source} WHERE ${place} ORDER BY rowid`,
      options,
    );
  }

  async rows(build: (source: Sql) => Sql, options?: RunOptions): Promise<readonly Row[]> {
    this.#assertOpen();
    return this.#store.rows(build(this.#source), options);
  }

  async sorted(order: readonly SortKey[], where?: Sql, options?: RunOptions): Promise<RowWindow> {
    this.#assertOpen();
    const kept = where === undefined ? sql.empty : sql`WHERE ${where}`;
    const query = sql`SELECT * FROM ${this.#source} ${kept} ${orderBy(order, sql`rowid`)}`;
    return keep(this.#store, query, options);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.#store.exec(sql`DROP TABLE IF EXISTS ${this.#source}`);
    } catch (thrown) {
      // A lost engine has taken the rows with it.
      if (!(thrown instanceof EngineLost)) throw thrown;
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new BadQuery('the window is closed');
  }
}
