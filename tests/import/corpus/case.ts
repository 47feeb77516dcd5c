import type { Mapping } from '../../../src/domain/import/mapping';
import type { ImportProblem } from '../../../src/domain/import/problem';
import type { ReportResult } from '../../../src/domain/report/result';
import type { SourceFile } from '../../../src/importers/source';
import type { RejectReason } from '../../../src/session/import/plan';

type Code = ImportProblem['code'];

/** What one table of a file is read as: its rows, those that are refused with line, reason and field, and the sums. */
export interface Table {
  readonly rows: number;
  readonly rejects: readonly (readonly [number, RejectReason, string])[];
  /** Of the rows that are taken: `EUR 350.5`, or the sum alone where no currency stands there. */
  readonly totals: readonly string[];
  /** Rows that are no records. */
  readonly leftOut: number;
  /** Columns of the taken rows as they are typed, in the order of the file. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
}

/** What a file must come to. `refused`: nothing of it is taken. The others: every table that is taken, in order. */
export type Outcome =
  | {
      readonly kind: 'refused';
      readonly code: Code;
      readonly line: number | undefined;
      readonly values: ImportProblem['values'];
    }
  | {
      readonly kind: 'taken' | 'noted' | 'asked';
      readonly tables: readonly Table[];
      /** Codes of what is told: problems of the file, and findings of the review. */
      readonly notes: readonly string[];
      /** Headers of columns that can be read in more than one way, which the preview asks about. */
      readonly asks: readonly string[];
    };

/** What the ledger says after the files were committed. */
export interface Arrival {
  readonly report: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** One bad or tricky input, and what is right to make of it. */
export interface BadCase {
  /** A sentence that goes on from "Saldo is given ". */
  readonly name: string;
  readonly files: () => readonly SourceFile[] | Promise<readonly SourceFile[]>;
  readonly outcome: Outcome;
  /** Files that the ledger holds before. */
  readonly before?: () => readonly SourceFile[];
  /** What a person states in the preview. */
  readonly adjust?: (mapping: Mapping) => Mapping;
  readonly arrives?: readonly Arrival[];
}

export type ArrivedRows = ReportResult['rows'];

export interface Family {
  readonly name: string;
  /** Fewer cases than this are too few. */
  readonly casesMin: number;
  readonly cases: readonly BadCase[];
}

/** A table of which everything is taken unless said otherwise. */
export function table(rows: number, rest: Partial<Omit<Table, 'rows'>> = {}): Table {
  return { rows, rejects: [], totals: [], leftOut: 0, reads: {}, ...rest };
}

export function refused(
  code: Code,
  { line, values }: { readonly line?: number; readonly values?: ImportProblem['values'] } = {},
): Outcome {
  return { kind: 'refused', code, line, values };
}

export const taken = (...tables: readonly Table[]): Outcome => ({
  kind: 'taken',
  tables,
  notes: [],
  asks: [],
});

/** Taken, and something is told of it; without anything to tell it is taken. */
export const noted = (notes: readonly string[], ...tables: readonly Table[]): Outcome => ({
  kind: notes.length > 0 ? 'noted' : 'taken',
  tables,
  notes,
  asks: [],
});

export const asked = (asks: readonly string[], ...tables: readonly Table[]): Outcome => ({
  kind: 'asked',
  tables,
  notes: [],
  asks,
});

/** A file of some bytes or text, as a person gives it. */
export function file(name: string, ...parts: readonly BlobPart[]): SourceFile {
  return { name, blob: new Blob([...parts]) };
}

/** One file as a case. */
export function one(
  name: string,
  fileName: string,
  content: () => BlobPart | Promise<BlobPart>,
  outcome: Outcome,
): BadCase {
  return { name, files: async () => [file(fileName, await content())], outcome };
}

/** An outcome of which something is asked, by headers. */
export function asking(headers: readonly string[], outcome: Outcome): Outcome {
  return outcome.kind === 'refused' ? outcome : { ...outcome, kind: 'asked', asks: headers };
}

/** An outcome of which something is told. */
export function noting(codes: readonly string[], outcome: Outcome): Outcome {
  return outcome.kind === 'refused' ? outcome : { ...outcome, kind: 'noted', notes: codes };
}
