import { z } from 'zod';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { tablesAsked } from '../ledger/ways';
import { sha256OfBytes } from '../lib/sha256';
import { version } from '../lib/version';
import type { WorkspaceStore } from '../workspace/store';
import type { EventLog } from './journal/eventLog';

/**
 * The engine's tables as a file beside the journal, so that a large workspace opens without being built anew. It is
 * never the only copy: one that is damaged, of another version or of another journal is thrown away without a word.
 *
 * Layout: magic, length of the header (32 bits, little-endian), header (JSON), the engine's own file.
 */
const magic = 'SALDOC01';
const headerBytesMax = 64 * 1024;

/** Changed whenever the tables that are built change their meaning or their columns. */
const tablesVersion = 9;

const header = z.strictObject({
  app: z.string(),
  tables: z.number(),
  /** The events that the tables show, and what they add up to. */
  position: z.number().int().nonnegative(),
  hash: z.string(),
  sha256: z.string(),
  bytes: z.number().int().positive(),
  /** Sums over the tables, to be found again after loading. */
  control: z.string(),
});

/** What the tables come to, as one text. */
async function controlOf(engine: Engine): Promise<string> {
  const [row] = await engine.rows(
    sql`SELECT (SELECT count(*) FROM document_given) AS documents, (SELECT count(*) FROM item) AS items,
               (SELECT CAST(sum(amount) AS DECIMAL(28,4)) FROM movement) AS moved,
               (SELECT CAST(sum(base_amount) AS DECIMAL(28,4)) FROM movement) AS moved_base,
               (SELECT CAST(sum(open_amount) AS DECIMAL(28,4)) FROM span) AS spans,
               (SELECT CAST(sum(amount) AS DECIMAL(28,4)) FROM cube) AS cubes,
               (SELECT count(*) FROM field_edit) AS edits, (SELECT count(*) FROM event_change) AS changes`,
    { lane: 'copy' },
  );
  return JSON.stringify(row);
}

/** Tables of files that are on their way in belong to nobody else, and those that are made when asked for can be made again. */
const isPassing = (table: string): boolean =>
  /^(stage|stored)_\d+/.test(table) || tablesAsked.has(table);

/**
 * Saves the tables that an engine shows now.
 * @param applied how many events they show, asked at the moment at which they are fixed
 * @returns how many events the saved tables show; nothing where they were not saved
 */
export async function saveCache(
  engine: Engine,
  store: WorkspaceStore,
  log: EventLog,
  applied: () => number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const rows = await engine.rows(
    sql`SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory' AND schema_name = 'main'`,
    { lane: 'copy', signal },
  );
  const tables = rows.map((row) => String(row['table_name'])).filter((name) => !isPassing(name));
  let position = -1;
  const bytes = await engine.saveTables(
    tables,
    () => {
      position = applied();
    },
    signal,
  );
  const control = await controlOf(engine);
  // Whatever was changed meanwhile is in the control sums and not in the file: such a file is of no use.
  if (applied() !== position || signal.aborted) return undefined;
  const body = new Uint8Array(bytes);
  const text = new TextEncoder().encode(
    JSON.stringify({
      app: version,
      tables: tablesVersion,
      ...log.stateAt(position),
      sha256: await sha256OfBytes(body),
      bytes: body.length,
      control,
    } satisfies z.output<typeof header>),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  await store.writeCache(new Blob([magic, length, text, body]));
  return position;
}

/** Fills an empty engine from the saved tables. @returns the events they show, or nothing where there is no good cache */
export async function loadCache(
  engine: Engine,
  store: WorkspaceStore,
  log: EventLog,
): Promise<number | undefined> {
  const file = await store.readCache();
  if (!file) return undefined;
  const start = new Uint8Array(await file.slice(0, magic.length + 4).arrayBuffer());
  if (new TextDecoder().decode(start.subarray(0, magic.length)) !== magic) return undefined;
  const length = new DataView(start.buffer).getUint32(magic.length, true);
  if (length > headerBytesMax) return undefined;
  const bodyFrom = start.length + length;
  const parsed = header.safeParse(
    JSON.parse(await file.slice(start.length, bodyFrom).text()) as unknown,
  );
  if (!parsed.success) return undefined;
  const { app, tables, position, hash, sha256, bytes, control } = parsed.data;
  if (app !== version || tables !== tablesVersion || position > log.position) return undefined;
  if (log.stateAt(position).hash !== hash) return undefined;
  const body = file.slice(bodyFrom);
  if (body.size !== bytes) return undefined;
  if ((await sha256OfBytes(await body.arrayBuffer())) !== sha256) return undefined;
  await engine.loadTables({ kind: 'blob', blob: body });
  return (await controlOf(engine)) === control ? position : undefined;
}
