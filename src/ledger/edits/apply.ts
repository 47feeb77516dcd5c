import { actionOf, changesOf } from '../../domain/journal/changes';
import type { RecordedEvent } from '../../domain/journal/event';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { insertRows, type TextRow } from '../insertRows';
import { addItemsFrom, adjustmentKeys, storeAdjustments } from './adjustments';
import { changeDebtors } from './debtorEdits';
import { eraseCustomers } from './erase';
import { findDocuments, putClosedPeriod, refreshCustomers, refreshDocuments } from './tables';
import { changeVersions, removeItems } from './versions';

/** An event of the journal with its position there, from 1. */
export interface PlacedEvent {
  readonly position: number;
  readonly recorded: RecordedEvent;
}

/** An ISO 8601 time as people read it, to the second, in UTC. */
const timeText = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

const work: RunOptions = { lane: 'edit' };

/** Writes events into the history that reports read. */
export async function recordHistory(
  engine: Engine,
  events: readonly PlacedEvent[],
  options: RunOptions = work,
): Promise<void> {
  const lines = events.flatMap(({ position, recorded }) =>
    changesOf(recorded).map(
      (change, i): TextRow => [
        String(position),
        String(i + 1),
        timeText(recorded.at),
        recorded.author,
        recorded.person,
        actionOf(recorded),
        recorded.event.kind,
        change.table,
        change.id,
        change.recordKind,
        change.field,
        change.since,
        change.before,
        change.after,
        change.reason,
      ],
    ),
  );
  await insertRows(engine, sql`event_change`, lines, options);
}

/** A place of a field's timeline with what stands there now: a row of `field_edit`, or of what is to be forgotten. */
const fieldRows = ({ position, recorded }: PlacedEvent): readonly TextRow[] =>
  recorded.event.kind !== 'fields'
    ? []
    : recorded.event.changes.map(({ record, field, since, before, after }, i, { length }) => [
        record.table,
        record.id,
        record.kind,
        record.entity,
        field,
        since,
        after.isSet ? after.value : null,
        before.value,
        String(position),
        recorded.person,
        timeText(recorded.at),
        recorded.event.kind === 'fields' ? recorded.event.reason : '',
        null,
        String(after.isSet),
        String(length - i),
      ]);

const isSamePlace = sql`
  c.table_name = field_edit.table_name AND c.record_id = field_edit.record_id
  AND c.record_kind = field_edit.record_kind AND c.entity_id = field_edit.entity_id
  AND c.field = field_edit.field AND c.since IS NOT DISTINCT FROM field_edit.since`;

/** Puts what events say of fields in the place of what stood there. The last change of a place counts. */
async function putFields(engine: Engine, rows: readonly TextRow[], options: RunOptions) {
  await engine.exec(
    sql`CREATE OR REPLACE TABLE changed_edit AS
        SELECT *, FALSE AS is_set, 0 AS from_last FROM field_edit LIMIT 0`,
    options,
  );
  await insertRows(engine, sql`changed_edit`, rows, options);
  const ids = rows.flatMap(([table, id]) => (table === 'document' && id ? [id] : []));
  await findDocuments(engine, sql`changed_edit`, options, [...new Set(ids)]);
  // What the import said when it was first edited stays known through later edits of the same place.
  await engine.exec(
    sql`UPDATE changed_edit c SET was = f.was
        FROM (SELECT table_name, record_id, record_kind, entity_id, field, since, was FROM field_edit
              UNION ALL
              SELECT table_name, record_id, record_kind, entity_id, field, since, first(was ORDER BY position, from_last DESC)
              FROM changed_edit c WHERE NOT EXISTS (SELECT 1 FROM field_edit WHERE ${isSamePlace})
              GROUP BY ALL) f
        WHERE c.table_name = f.table_name AND c.record_id = f.record_id AND c.record_kind = f.record_kind
          AND c.entity_id = f.entity_id AND c.field = f.field AND c.since IS NOT DISTINCT FROM f.since`,
    options,
  );
  await engine.exec(
    sql`DELETE FROM field_edit WHERE EXISTS (SELECT 1 FROM changed_edit c WHERE ${isSamePlace})`,
    options,
  );
  await engine.exec(
    sql`INSERT INTO field_edit
        SELECT * EXCLUDE (is_set, from_last, rank)
        FROM (SELECT *, row_number() OVER (PARTITION BY table_name, record_id, record_kind, entity_id, field, since
                ORDER BY position DESC, from_last) AS rank FROM changed_edit) c
        WHERE rank = 1 AND is_set`,
    options,
  );
}

/** The edits of a workspace as they stand, put into an engine whose ledger is not built yet. */
export async function loadEdits(
  engine: Engine,
  standing: readonly PlacedEvent[],
  options: RunOptions = work,
): Promise<void> {
  const rows = standing.flatMap(fieldRows);
  if (rows.length === 0) return;
  await putFields(engine, rows, options);
  await engine.exec(sql`DROP TABLE changed_edit`, options);
}

/**
 * Applies events to a ledger that is built, as a difference: what it says of the records they are about is replaced.
 * @returns `rebuild` where an event is about more than its own records, and the ledger must be built anew
 */
export async function applyEvents(
  engine: Engine,
  events: readonly PlacedEvent[],
  options: RunOptions = work,
): Promise<'applied' | 'rebuild'> {
  await engine.exec(sql`BEGIN TRANSACTION`, options);
  try {
    for (const group of grouped(events)) {
      const [first] = group;
      if (first?.recorded.event.kind === 'fields') await applyFields(engine, group, options);
      else if (first && (await applyOne(engine, first, options)) === 'rebuild') {
        await engine.exec(sql`ROLLBACK`, options);
        return 'rebuild';
      }
    }
    await recordHistory(engine, events, options);
    await engine.exec(sql`COMMIT`, options);
    return 'applied';
  } catch (error) {
    await engine.exec(sql`ROLLBACK`, options).catch(() => undefined);
    throw error;
  }
}

/** Edits of fields that follow each other are applied at once: what stands last of each place counts. */
function grouped(events: readonly PlacedEvent[]): readonly (readonly PlacedEvent[])[] {
  const groups: PlacedEvent[][] = [];
  for (const placed of events) {
    const last = groups.at(-1);
    const isField = placed.recorded.event.kind === 'fields';
    if (last && isField && last[0]?.recorded.event.kind === 'fields') last.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

async function applyOne(
  engine: Engine,
  placed: PlacedEvent,
  options: RunOptions,
): Promise<'applied' | 'rebuild'> {
  const { event } = placed.recorded;
  switch (event.kind) {
    case 'fields':
      await applyFields(engine, [placed], options);
      return 'applied';
    case 'adjustments':
      return applyAdjustments(engine, placed, options);
    case 'imported':
    case 'withdrawn':
      return 'rebuild';
    case 'erased':
      if (event.files.length > 0) return 'rebuild';
      await eraseCustomers(engine, [event.customerId], options);
      await refreshCustomers(engine, options);
      await changeDebtors(engine, [event.customerId], options);
      return 'applied';
    case 'period':
      await putClosedPeriod(engine, event.after, event.totals, options);
      return 'applied';
    case 'view':
      return 'applied';
  }
}

async function applyFields(
  engine: Engine,
  group: readonly PlacedEvent[],
  options: RunOptions,
): Promise<void> {
  const changes = group.flatMap(({ recorded: { event } }) =>
    event.kind === 'fields' ? event.changes : [],
  );
  await putFields(engine, group.flatMap(fieldRows), options);
  const customers = changes.flatMap(({ record }) =>
    record.table === 'customer' ? [record.id] : [],
  );
  if (customers.length > 0) {
    await refreshCustomers(engine, options);
    await changeDebtors(engine, [...new Set(customers)], options);
  }
  if (changes.some(({ record }) => record.table === 'document'))
    await refreshDocuments(engine, options);
  if (changes.some(({ field }) => field === 'due_date' || field === 'disputed'))
    await changeVersions(
      engine,
      sql`SELECT document_key FROM changed_edit WHERE field IN ('due_date', 'disputed')`,
      options,
    );
  await engine.exec(sql`DROP TABLE changed_edit`, options);
}

async function applyAdjustments(
  engine: Engine,
  placed: PlacedEvent,
  options: RunOptions,
): Promise<'applied' | 'rebuild'> {
  const { event } = placed.recorded;
  if (event.kind !== 'adjustments') return 'applied';
  const gone = event.changes.flatMap(({ before }) => (before ? [before.id] : []));
  if (gone.length > 0) {
    const keys = sql.list(await adjustmentKeys(engine, gone, options));
    // A link that somebody's import made to it changes other items too.
    const linked = await engine.rows(
      sql`SELECT 1 FROM movement WHERE counter_key IS NOT NULL
            AND item_key IN (SELECT item_key FROM item WHERE document_key IN (${keys})) LIMIT 1`,
      options,
    );
    if (linked.length > 0) return 'rebuild';
    await removeItems(engine, keys, options);
    await engine.exec(sql`DELETE FROM document_stored WHERE document_key IN (${keys})`, options);
  }
  const added = event.changes.flatMap(({ after }) =>
    after ? [{ adjustment: after, position: placed.position }] : [],
  );
  if (added.length > 0)
    await addItemsFrom(engine, await storeAdjustments(engine, added, options), options);
  return 'applied';
}
