import type { ColumnFormat } from './formats';

/** A column of the file, by its position, and how it writes its values. */
export interface ColumnRef {
  readonly column: number;
  readonly header: string;
  readonly format?: ColumnFormat;
}

/** Where a field's values come from: a column, and what other columns add to it. */
export interface FieldSource extends ColumnRef {
  /** Columns whose text follows, each behind a hyphen: a key of several parts, a month beside its year. */
  readonly joined?: readonly ColumnRef[];
  /** A column whose amounts are subtracted: credits beside debits. */
  readonly minus?: ColumnRef;
  /** That column writes its minus itself: its amounts are added. */
  readonly isMinusSigned?: true;
  /** A column that the amounts are multiplied by: a price beside its quantity. */
  readonly times?: ColumnRef;
  /**
   * A column that says which side an amount is on: its words, in capitals, by what they make of the amount. Where it
   * says anything else the amount cannot be read.
   */
  readonly side?: ColumnRef & {
    readonly minus: readonly string[];
    readonly plus: readonly string[];
  };
  /** Columns of days, of which the first that is not zero is added to the date: what its terms allow. */
  readonly days?: readonly ColumnRef[];
  /** The day after it, or the first of the month after it: where a period ends whose start stands there. */
  readonly next?: 'day' | 'month';
  /**
   * What the file's words mean, by {@link wordKey}; a word that is not here cannot be read, one that means nothing
   * (`''`) says that its row is no record.
   */
  readonly words?: Readonly<Record<string, string>>;
  /** Spellings that a person said are the same, as they stand, with the one that is kept. */
  readonly same?: Readonly<Record<string, string>>;
  /** Words that are not among `words` mean that nothing is known, rather than that the row is wrong. */
  readonly isLoose?: true;
  /** What is no code of a currency after that cannot be read. */
  readonly isCode?: true;
  /** Its amounts are the books', beside others in the document's currency: they are to become that too. */
  readonly isBase?: true;
  /** A blank cell repeats the last one above it: a group's heading, or a document whose lines follow. */
  readonly isFilled?: true;
}

/** What the rows of a file are, taken together, and the days between which they are all of it. */
export interface FileContent {
  readonly kind: 'history' | 'changes' | 'open_items' | 'opening';
  /** First day of a history; blank where it is not known. */
  readonly from?: string;
  /** Last day; of open items the day they were open on, of an opening the cut-over. */
  readonly to?: string;
  /** Of a history: documents of the ledger that it lacks become void. Otherwise they stay. */
  readonly missing?: 'void';
}

/** Whether a list of open items, or an opening, does not say yet which day it is of: it cannot be taken then. */
export function lacksDay(mapping: Mapping | undefined): boolean {
  const { kind, to } = mapping?.content ?? {};
  return (kind === 'open_items' || kind === 'opening') && to === undefined;
}

/** A cell that a person mended before the import, by its line and column. */
export interface CellPatch {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Rows that are no records of the dataset: those with one of these words ({@link wordKey}) in this column. */
export interface LeaveOut {
  readonly column: number;
  readonly words: readonly string[];
  /** They are lines of other accounts than the dataset is about, of documents that are not posted, or not booked yet. */
  readonly reason: 'other_account' | 'unposted' | 'pending';
}

/**
 * Of lines that were joined with the headers of their documents: the column that counts the headers that each found, the
 * table of those, and the columns by which a line names its own. A line that did not find exactly one is rejected.
 */
export interface HeadedBy {
  readonly column: number;
  readonly table: string;
  readonly key: readonly number[];
}

/** What a file is and how its columns become fields. It can be corrected, and is stored with the file. */
export interface Mapping {
  readonly dataset: string;
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Fields without a column that have one value throughout, such as the currency. */
  readonly constants: Readonly<Record<string, string>>;
  /** Amounts of the file have the opposite sign of the ledger's. */
  readonly flipSign: boolean;
  /**
   * Credit notes, payments and write-offs are written without a sign; here they are minus. `each`: the system writes
   * some of these kinds with a sign and others without, and none of them ever adds to what is owed.
   */
  readonly flipCredits?: boolean | 'each';
  /**
   * Columns of amounts whose own signs say each row's currency, where no column does. `isEach`: they are of several
   * currencies, and a row whose amount does not say which is refused.
   */
  readonly currencyIn?: { readonly columns: readonly number[]; readonly isEach: boolean };
  /** A field that no column holds: a key made of these columns, and of how often they stood so before. */
  readonly rowId?: { readonly field: string; readonly columns: readonly number[] };
  /** Rows without any key or date are headings and totals, not records. */
  readonly hasHeadings?: boolean;
  /** Rows that have one of these words ({@link wordKey}) in this column are totals or balances, not records. */
  readonly totals?: { readonly column: number; readonly words: readonly string[] };
  readonly leaveOut?: readonly LeaveOut[];
  readonly headedBy?: HeadedBy;
  /** Other records that each row holds as well. */
  readonly also?: readonly Mapping[];
  readonly content?: FileContent;
  /** The well-known export that it was recognised as. */
  readonly profile?: string;
  /** Lines that a person left out, and cells that a person mended. */
  readonly dropped?: readonly number[];
  readonly patches?: readonly CellPatch[];
}

/** Every column that a source looks at. */
export function columnsOf(source: FieldSource): readonly ColumnRef[] {
  const { joined = [], minus, times, side, days = [] } = source;
  return [source, ...joined, minus, times, side, ...days].filter((one) => one !== undefined);
}

/** A source with each of its columns changed. */
export function withColumns(
  source: FieldSource,
  change: (column: ColumnRef) => ColumnRef,
): FieldSource {
  const { joined, minus, times, side, days } = source;
  return {
    ...source,
    ...change({ column: source.column, header: source.header }),
    ...(joined && { joined: joined.map(change) }),
    ...(minus && { minus: change(minus) }),
    ...(times && { times: change(times) }),
    ...(side && { side: { ...side, ...change({ column: side.column, header: side.header }) } }),
    ...(days && { days: days.map(change) }),
  };
}
