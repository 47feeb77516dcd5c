import type { IsoDate } from '../time/calendar';
import type { Column } from './column';

/** A cell of a result: money, dates and ids as text, counts and days as whole numbers. */
export type ResultCell = string | number | boolean | null;
export type ResultRow = Readonly<Record<string, ResultCell>>;

/** Two figures that must be equal, in one currency, with their difference, printed also when it is zero. */
export interface TieOut {
  readonly name: string;
  readonly currency: string;
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  /** Where filters leave something out, the two parts of the left side: what is shown and what is not. */
  readonly shown?: string;
  readonly leftOut?: string;
}

/** Files that say from which day on they answer. */
export const outsideKinds = ['history', 'open_items', 'opening'] as const;

/** That a report's day lies outside of what was loaded: before or after the day that a file of this kind names. */
export interface Outside {
  readonly side: 'before' | 'after';
  readonly date: IsoDate;
  readonly kind: (typeof outsideKinds)[number];
}

/** What every report ends in; grid, chart, export, print and shell read only this. */
export interface ReportResult {
  readonly report: string;
  readonly params: Readonly<Record<string, string>>;
  readonly policy: object | null;
  readonly columns: readonly Column[];
  readonly rows: readonly ResultRow[];
  readonly totals: readonly ResultRow[];
  readonly tieOuts: readonly TieOut[];
  /** Where its day lies outside of what the files say they are complete for: its figures are not known to be all. */
  readonly outside?: Outside;
  readonly rowCount: number;
}
