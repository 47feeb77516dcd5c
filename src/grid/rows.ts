import type { ResultRow } from '../domain/report/result';
import { assert } from '../lib/assert';

/** Rows in an order that the engine keeps, read page by page. An open report has this shape. */
export interface GridRows {
  readonly rowCount: number;
  page(
    offset: number,
    limit: number,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<readonly ResultRow[]>;
}

/** Up to here all rows are in the page at once; above, only the blocks that are looked at. */
export const clientRowsMax = 20_000;

const blockRows = 500;
const blocksMax = 400;

/** The grid's reading side of its rows: display, copy, sums and find share one cache. */
export interface RowStore {
  readonly rowCount: number;
  /** A row that has been read and is still kept. */
  peek(index: number): ResultRow | undefined;
  /** Rows `from` (inclusive) to `to` (exclusive), read where needed. */
  read(from: number, to: number, signal?: AbortSignal): Promise<readonly ResultRow[]>;
}

/** Keeps what has been read, in blocks, and forgets the blocks used longest ago. */
export function createRowStore(rows: GridRows): RowStore {
  const { rowCount } = rows;
  const kept = new Map<number, readonly ResultRow[]>();

  const keep = (block: number, read: readonly ResultRow[]) => {
    kept.delete(block);
    kept.set(block, read);
    for (const oldest of kept.keys()) {
      if (kept.size <= blocksMax) break;
      kept.delete(oldest);
    }
  };

  /** Missing blocks that lie together are read together: a page costs little more than a row. */
  const load = async (first: number, last: number, signal: AbortSignal | undefined) => {
    const offset = first * blockRows;
    const limit = Math.min((last + 1) * blockRows, rowCount) - offset;
    const read = await rows.page(offset, limit, { signal });
    assert(read.length === limit, `asked for ${limit} rows at ${offset}, got ${read.length}`);
    for (let block = first; block <= last; block += 1)
      keep(block, read.slice((block - first) * blockRows, (block - first + 1) * blockRows));
    return read;
  };

  return {
    rowCount,
    peek: (index) => kept.get(Math.floor(index / blockRows))?.[index % blockRows],
    async read(from, to, signal) {
      const end = Math.min(to, rowCount);
      if (from >= end) return [];
      const [first, last] = [Math.floor(from / blockRows), Math.floor((end - 1) / blockRows)];
      const parts: (readonly ResultRow[])[] = [];
      for (let block = first; block <= last; block += 1) {
        const known = kept.get(block);
        if (known) {
          parts.push(known);
          continue;
        }
        let until = block;
        while (until < last && !kept.has(until + 1)) until += 1;
        parts.push(await load(block, until, signal));
        block = until;
      }
      return parts.flat().slice(from - first * blockRows, end - first * blockRows);
    },
  };
}

/** No rows: what a grid stands on before its first rows have come. */
export const emptyStore: RowStore = createRowStore({ rowCount: 0, page: async () => [] });
