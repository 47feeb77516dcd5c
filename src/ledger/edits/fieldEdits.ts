import type { FieldChange, PlacedEvent } from '../../domain/journal/event';
import type { RecordKey } from '../../domain/journal/record';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { pieces } from '../../lib/pieces';
import { insertRows } from '../insertRows';
import { timeText } from './timeText';

/** How many literals stand in one list. */
const listMax = 5_000;

/** A place of a field's timeline, as `field_edit` names it: one field of one record, from one day on. */
const placeOf = ({ record, field, since }: FieldChange): string =>
  JSON.stringify([record.table, record.id, record.kind, record.entity, field, since]);

/** The last change of a place, and what was seen there before the first. */
interface Placed {
  readonly change: FieldChange;
  readonly by: PlacedEvent;
  readonly seenFirst: string | null;
}

function lastOfEach(events: readonly PlacedEvent[]): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  for (const by of events) {
    const { event } = by.recorded;
    if (event.kind !== 'fields') continue;
    for (const change of event.changes) {
      const place = placeOf(change);
      const first = places.get(place);
      places.set(place, { change, by, seenFirst: first ? first.seenFirst : change.before.value });
    }
  }
  return places;
}

/** How a document is found: by what names it in an edit. */
const nameOf = (id: string, kind: string, entity: string): string =>
  JSON.stringify([id, kind, entity]);

/** The row numbers of documents that edits are about. */
export type DocumentKeys = (record: RecordKey) => number | undefined;

/** Looks for the documents that events are about. One that no import has has no row. */
export async function findDocumentKeys(
  engine: Engine,
  changes: readonly FieldChange[],
  options: RunOptions,
): Promise<DocumentKeys> {
  const ids = new Set<string>();
  for (const { record } of changes) if (record.table === 'document') ids.add(record.id);
  const keys = new Map<string, number>();
  for (const piece of pieces([...ids], listMax)) {
    // Literals in a single scan are far quicker than a join with all documents.
    const rows = await engine.rows(
      sql`SELECT document_id, coalesce(kind, '') AS kind, coalesce(entity_id, '') AS entity_id,
                 max(document_key) AS document_key
          FROM document_given WHERE document_id IN (${sql.list(piece)}) GROUP BY ALL`,
      options,
    );
    for (const row of rows)
      keys.set(
        nameOf(String(row['document_id']), String(row['kind']), String(row['entity_id'])),
        Number(row['document_key']),
      );
  }
  return (record) =>
    record.table === 'document'
      ? keys.get(nameOf(record.id, record.kind, record.entity))
      : undefined;
}

/** Puts what events say of fields in the place of what stood there. The last change of a place counts. */
export async function putFields(
  engine: Engine,
  events: readonly PlacedEvent[],
  keyOf: DocumentKeys,
  options: RunOptions,
): Promise<void> {
  const places = lastOfEach(events);
  const imported = new Map<string, string | null>();
  for (const piece of pieces([...places.keys()], listMax)) {
    const isHere = sql`place IN (${sql.list(piece)})`;
    const rows = await engine.rows(sql`SELECT place, was FROM field_edit WHERE ${isHere}`, options);
    // What the import said when it was first edited stays known through later edits of the same place.
    for (const row of rows)
      imported.set(String(row['place']), row['was'] === null ? null : String(row['was']));
    if (rows.length > 0) await engine.exec(sql`DELETE FROM field_edit WHERE ${isHere}`, options);
  }
  const rows = [...places].flatMap(([place, { change, by, seenFirst }]) => {
    const { record, field, since, after } = change;
    const { event, person, at } = by.recorded;
    if (!after.isSet) return [];
    const was = imported.get(place);
    return [
      [
        record.table,
        record.id,
        record.kind,
        record.entity,
        field,
        since,
        after.value,
        was === undefined ? seenFirst : was,
        String(by.position),
        person,
        timeText(at),
        event.kind === 'fields' ? event.reason : '',
        keyOf(record)?.toString() ?? null,
        place,
      ],
    ];
  });
  await insertRows(engine, sql`field_edit`, rows, options);
}
