import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import type { EngineFile, FileSource } from '../port';

/** How an adapter gives its runtime's files to DuckDB, under the name that `read_csv` will use. */
export type RegisterFile = (db: AsyncDuckDB, name: string, source: FileSource) => Promise<void>;

/** Bytes are copied, because DuckDB's worker takes the buffer that it is given. */
export function registerBytes(db: AsyncDuckDB, name: string, bytes: Uint8Array): Promise<void> {
  return db.registerFileBuffer(name, bytes.slice());
}

/**
 * The names of one engine's files: without the characters that `read_csv` takes for a pattern, a folder or
 * an address, and never given twice, because DuckDB may remember what it read under a name.
 */
export class VirtualNames {
  readonly #given = new Set<string>();

  make(name: string): string {
    const safe = name.replace(/[^A-Za-z0-9._-]/g, '_').slice(-80) || 'file';
    let made = safe;
    for (let number = 2; this.#given.has(made); number += 1) made = `${number}_${safe}`;
    this.#given.add(made);
    return made;
  }
}

type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** Registers a file and turns on the count of what is read from it. */
export async function openFile(
  db: AsyncDuckDB,
  call: Call,
  register: RegisterFile,
  name: string,
  source: FileSource,
): Promise<EngineFile> {
  await call(async () => {
    await register(db, name, source);
    await db.collectFileStatistics(name, true);
  });
  let closed = false;
  return {
    name,
    bytesRead: () =>
      call(async () => {
        const read = await db.exportFileStatistics(name);
        return read.totalFileReadsCold + read.totalFileReadsAhead;
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      await call(() => db.dropFile(name));
    },
  };
}
