import { useEffect, useState } from 'react';
import type { JournalEvent } from '../../domain/journal/event';
import { type RecordKey, recordText } from '../../domain/journal/record';
import { sql } from '../../engine/sql';
import type { Session } from '../session';
import { useSession } from './context';

/** The one document that an event is about, where its name is its number. */
function documentOf(event: JournalEvent | undefined): RecordKey | undefined {
  if (event?.kind !== 'fields' || event.changes.length !== 1) return undefined;
  const record = event.changes[0]?.record;
  return record?.table === 'document' ? record : undefined;
}

/**
 * The number by which people know the document that an event is about.
 * @returns nothing where the event is about something else, no import has the document, or it has no number
 */
export async function documentNumber(
  session: Session,
  event: JournalEvent,
): Promise<string | undefined> {
  const record = documentOf(event);
  if (!record) return undefined;
  try {
    const [row] = await session.engine.rows(
      sql`SELECT max(number) AS number FROM document_given
          WHERE document_id = ${record.id} AND coalesce(kind, '') = ${record.kind}
            AND coalesce(entity_id, '') = ${record.entity}`,
    );
    const number = row?.['number'];
    return typeof number === 'string' && number !== '' ? number : undefined;
  } catch {
    // Without the engine its id still names it.
    return undefined;
  }
}

/** The same for a screen: nothing until it is known. */
export function useDocumentNumber(event: JournalEvent | undefined): string | undefined {
  const session = useSession();
  const record = documentOf(event);
  const key = record && recordText(record);
  const [known, setKnown] = useState<{ readonly key: string; readonly number: string }>();
  useEffect(() => {
    if (!event || key === undefined || known?.key === key) return undefined;
    let isCurrent = true;
    void documentNumber(session, event).then((number) => {
      if (isCurrent && number !== undefined) setKnown({ key, number });
    });
    return () => {
      isCurrent = false;
    };
  }, [session, event, key, known]);
  return known?.key === key ? known?.number : undefined;
}
