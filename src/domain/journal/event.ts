import type { Mapping } from '../import/mapping';
import type { IsoDate } from '../time/calendar';
import type { RecordKey } from './record';

/**
 * What stands at one place of a field's timeline: a value that a person gave, or nothing, so that the import's
 * value, or that of an earlier date, shows through. `value` is what was seen, either way.
 */
export interface FieldState {
  readonly isSet: boolean;
  /** Text of the field's type: an ISO date, a plain decimal, `true`/`false`; `null` is blank. */
  readonly value: string | null;
}

/** One field of one record, at one place of its timeline: from a date on, or `null`: it always was so. */
export interface FieldChange {
  readonly record: RecordKey;
  readonly field: string;
  readonly since: IsoDate | null;
  readonly before: FieldState;
  readonly after: FieldState;
}

/** A document that a person enters: the correction of an amount, with its reason. */
export interface Adjustment {
  readonly id: string;
  readonly customerId: string;
  readonly documentDate: IsoDate;
  readonly postingDate: IsoDate;
  readonly dueDate: IsoDate;
  readonly currency: string;
  /** Signed decimal: plus is owed to us. */
  readonly amount: string;
  readonly reference: string;
  readonly reason: string;
  readonly status: 'posted' | 'void';
}

/** The import that adjustments come from: nobody's file. Their row is the position of their event in the journal. */
export const adjustmentSource = 'saldo:adjustments';

/** The file that an imported text was taken out of: a workbook, a bank statement, anything that is no text itself. */
export interface ImportOrigin {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  /** A sheet, an inner file; blank where the text is all of it. */
  readonly part: string;
  /** The files that the text was put together from, where several of one shape are one import. */
  readonly pieces?: readonly ImportPiece[] | undefined;
  /** The tables of headers that the text's lines were joined with. */
  readonly headers?: readonly JoinedHeaders[] | undefined;
}

/** A table whose rows are headers of documents, of which the lines are in another. */
export interface JoinedHeaders {
  readonly table: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rowCount: number;
  /** Of its rows those that have lines. */
  readonly usedCount: number;
}

/** One of several files that are one import. */
export interface ImportPiece {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The line of the whole text on which its first row stands; of the first file the line of the header. */
  readonly line: number;
}

/** An imported file: what it was, how it was read, and what must come out when it is read again. */
export interface ImportFact {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** What separates the cells, where it was known and not to be guessed. */
  readonly delimiter?: string | undefined;
  /** The rules by which the text was found to be a table: the first, unless it says so. */
  readonly reading?: 1 | 2 | 3 | undefined;
  readonly origin?: ImportOrigin | undefined;
  readonly mapping: Mapping;
  readonly rowCount: number;
  readonly goodCount: number;
  readonly totals: readonly {
    readonly currency: string;
    readonly rows: number;
    readonly amount: string;
  }[];
}

/** How a grid is looked at, under a name. */
export interface SavedView {
  readonly name: string;
  /** The page's address: filters, sort, grouping, date. */
  readonly params: Readonly<Record<string, string>>;
  /** The columns' order, widths, visibility and pins, as the grid writes them. */
  readonly layout: unknown;
}

/**
 * Everything that a person does to a workspace. Each kind has an exact inverse, save `erased`: what was erased is
 * gone on purpose.
 */
export type JournalEvent =
  | { readonly kind: 'imported'; readonly files: readonly ImportFact[] }
  | { readonly kind: 'withdrawn'; readonly files: readonly ImportFact[] }
  | { readonly kind: 'fields'; readonly changes: readonly FieldChange[]; readonly reason: string }
  | {
      readonly kind: 'adjustments';
      readonly changes: readonly {
        readonly before: Adjustment | null;
        readonly after: Adjustment | null;
      }[];
    }
  | {
      readonly kind: 'period';
      /** The last day of the closed period; `null`: none is closed. */
      readonly before: IsoDate | null;
      readonly after: IsoDate | null;
      /** Open balances on that day when it was closed, a currency each. */
      readonly totals: readonly { readonly currency: string; readonly amount: string }[];
    }
  | {
      readonly kind: 'view';
      readonly page: string;
      readonly before: SavedView | null;
      readonly after: SavedView | null;
    }
  | {
      readonly kind: 'erased';
      readonly customerId: string;
      /** Imported files that said something of the person, and what stands in their place. */
      readonly files: readonly { readonly before: ImportFact; readonly after: ImportFact }[];
    };

/** Who did it, when, and in which order: an author's own events form a chain of their own. */
export interface RecordedEvent {
  readonly author: string;
  /** From 1, without gaps. */
  readonly authorSeq: number;
  /** SHA-256 of the author's event before, as it was recorded; blank for the first. */
  readonly authorPrev: string;
  /** The name that the person gave. */
  readonly person: string;
  /** When it was recorded, ISO 8601: for audit only. */
  readonly at: string;
  /** The event that this one takes back, or does again, by its author's sequence. */
  readonly undoes?: number | undefined;
  readonly redoes?: number | undefined;
  readonly event: JournalEvent;
}

/** An event of the journal with its position there, from 1. */
export interface PlacedEvent {
  readonly position: number;
  readonly recorded: RecordedEvent;
}
