import type { JournalEvent, RecordedEvent } from '../../domain/journal/event';
import { decodeEvent } from '../journal/codec';

/**
 * The imported files that a journal cannot do without, by SHA-256: withdrawn ones too, which undo may bring back, and
 * in the place of one that spoke of an erased person the one that does not.
 */
export class NeededSegments {
  readonly shas = new Set<string>();

  /** Takes the journal's next event in. */
  take(event: JournalEvent): void {
    if (event.kind === 'imported')
      for (const { sha256, origin } of event.files) {
        this.shas.add(sha256);
        if (origin) this.shas.add(origin.sha256);
      }
    if (event.kind === 'erased')
      // A colleague's erasing may be of a file that stands here without another person already.
      for (const { before, after } of event.files) {
        if (before.origin && !after.origin) this.shas.delete(before.origin.sha256);
        if (this.shas.delete(before.sha256)) this.shas.add(after.sha256);
      }
  }

  /** Takes the journal's next record in. @throws StoreFailure `damaged`, `newer` */
  takeRecord(payload: Uint8Array, position: number): void {
    this.take((decodeEvent(payload, position) as RecordedEvent).event);
  }
}
