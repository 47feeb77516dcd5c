import type { JournalEvent, RecordedEvent } from '../../domain/journal/event';
import { decodeEvent } from '../journal/codec';

/** The imported files that an event names, by SHA-256: withdrawn ones too, which undo may bring back. */
export function segmentsNamed(event: JournalEvent): readonly string[] {
  return event.kind === 'imported' || event.kind === 'withdrawn'
    ? event.files.map(({ sha256 }) => sha256)
    : [];
}

/** The same of a journal's record. @throws StoreFailure `damaged`, `newer` */
export function segmentsOfRecord(payload: Uint8Array, position: number): readonly string[] {
  return segmentsNamed((decodeEvent(payload, position) as RecordedEvent).event);
}
