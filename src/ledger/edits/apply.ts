import { actionOf, changesOf } from '../../domain/journal/changes';
import type { FieldChange, PlacedEvent } from '../../domain/journal/event';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { insertRows, type TextRow } from '../insertRows';
import { dropAsked } from '../ways';
import { addItemsFrom, adjustmentKeys, storeAdjustments } from './adjustments';
import { changeDebtors } from './debtorEdits';
import { eraseCustomers } from './erase';
import { findDocumentKeys, putFields } from './fieldEdits';
import { changeDocuments, putClosedPeriod, refreshCustomers } from './tables';
import { timeText } from './timeText';
import { changeVersions, removeItems } from './versions';

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

/** The edits of a workspace, put into an engine whose ledger is not built yet: the build finds their documents. */
export async function loadEdits(
  engine: Engine,
  events: readonly PlacedEvent[],
  options: RunOptions = work,
): Promise<void> {
  await putFields(engine, events, () => undefined, options);
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
    await dropAsked(engine, options);
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
  const keyOf = await findDocumentKeys(engine, changes, options);
  await putFields(engine, group, keyOf, options);
  const customers = changes.flatMap(({ record }) =>
    record.table === 'customer' ? [record.id] : [],
  );
  if (customers.length > 0) {
    await refreshCustomers(engine, options);
    await changeDebtors(engine, [...new Set(customers)], options);
  }
  const keysOf = (of: readonly FieldChange[]): readonly number[] => [
    ...new Set(of.flatMap(({ record }) => keyOf(record) ?? [])),
  ];
  const edited = keysOf(changes);
  if (edited.length > 0) await changeDocuments(engine, edited, options);
  const moved = changes.filter(({ field }) => field === 'due_date' || field === 'disputed');
  const hasDispute = moved.some(({ field }) => field === 'disputed');
  await changeVersions(engine, keysOf(moved), hasDispute, options);
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
    const goneKeys = await adjustmentKeys(engine, gone, options);
    const keys = sql.list(goneKeys);
    // A link that somebody's import made to it changes other items too.
    const linked = await engine.rows(
      sql`SELECT 1 FROM movement WHERE counter_key IS NOT NULL
            AND item_key IN (SELECT item_key FROM item WHERE document_key IN (${keys})) LIMIT 1`,
      options,
    );
    if (linked.length > 0) return 'rebuild';
    await removeItems(engine, goneKeys, options);
    await engine.exec(sql`DELETE FROM document_stored WHERE document_key IN (${keys})`, options);
  }
  const added = event.changes.flatMap(({ after }) =>
    after ? [{ adjustment: after, position: placed.position }] : [],
  );
  if (added.length > 0)
    await addItemsFrom(engine, await storeAdjustments(engine, added, options), options);
  return 'applied';
}
