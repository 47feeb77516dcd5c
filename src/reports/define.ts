import type { z } from 'zod';
import type { LinkPolicy } from '../domain/allocation/variant';
import type { Extent } from '../domain/journal/extent';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import type { IsoDate } from '../domain/time/calendar';
import type { Dialect } from '../engine/dialect';
import type { SortKey } from '../engine/port';
import type { Sql } from '../engine/sql';
import { assert } from '../lib/assert';
import { err, ok, type Result } from '../lib/result';

/** Parameters as they stand in a URL or on a command line. */
export type RawParams = Readonly<Record<string, string>>;

/**
 * A question whose answer must be a difference of zero: rows of `currency, left_amount, right_amount`, and
 * `shown_amount` where the left side is what the report shows and what its filters leave out.
 */
export interface TieOutDef<P> {
  readonly name: string;
  query(params: P, dialect: Dialect): Sql;
}

/** Tables that the ledger makes when a report first asks for them. */
export interface Needs {
  /** The way in which credits are applied. */
  readonly links?: LinkPolicy;
  /** The place of each item in the order *oldest*. */
  readonly order?: boolean;
}

/** What the engine answered to each of a report's questions. */
type Inputs = Readonly<Record<string, readonly ResultRow[]>>;

/** No more rows than this are computed. */
export const computedRowsMax = 20_000;

/**
 * Rows that a pure function makes from the answers to some questions: ratios, shares, what several sums make together.
 * Amounts come as exact text with all digits of their DECIMAL, and go so. No more than {@link computedRowsMax}.
 */
interface Computation<P> {
  inputs(params: P, dialect: Dialect): Readonly<Record<string, Sql>>;
  rows(params: P, inputs: Inputs): readonly ResultRow[];
}

/** A report as its author writes it. */
interface ReportDef<P> {
  readonly id: string;
  readonly params: z.ZodType<P>;
  /** Parameters that exercise every path of the query: for EXPLAIN, parity and benchmark. */
  readonly examples: readonly RawParams[];
  /** Its rows, as a question to the engine; one whose rows follow from several has `compute` in its place. */
  query?(params: P, dialect: Dialect): Sql;
  readonly compute?: Computation<P>;
  /** What of the ledger it shows: it is asked again when that has changed. Figures, where it does not say. */
  readonly shows?: Extent;
  /** The order of the rows where nobody asked for another. Ends in something unique. */
  order(params: P): readonly SortKey[];
  columns(params: P): readonly Column[];
  /** Sums over the rows, a row a currency; `source` is the rows. */
  totals?(params: P, source: Sql): Sql;
  readonly tieOuts?: readonly TieOutDef<P>[];
  /** Rows of `currency, base_currency, document_id, item_count` where a rate is missing, so that there is no answer. */
  missingRate?(params: P, dialect: Dialect): Sql | undefined;
  policy(params: P): object | null;
  /** What the ledger has to have been built beyond what it always has. */
  needs?(params: P): Needs;
  /** The days at whose ends it says what is open; the one called `asOf` where it does not say. */
  days?(params: P): readonly (IsoDate | undefined)[];
}

/** A report with its parameters: everything that grid, chart, export, shell and benchmark need. */
export interface BoundReport {
  readonly id: string;
  readonly params: RawParams;
  readonly columns: readonly Column[];
  readonly order: readonly SortKey[];
  readonly policy: object | null;
  readonly shows: Extent;
  readonly tieOutNames: readonly string[];
  readonly needs: Needs;
  /** The days at whose ends it says what is open. */
  readonly days: readonly string[];
  /** What the engine is asked for its rows: one question, or those that its rows are computed from. */
  readonly source: RowSource;
  totals(source: Sql): Sql | undefined;
  tieOut(name: string, dialect: Dialect): Sql | undefined;
  missingRate(dialect: Dialect): Sql | undefined;
}

/** A report in the registry. */
export interface Report {
  readonly id: string;
  readonly params: z.ZodType;
  readonly examples: readonly RawParams[];
  /** The report for these parameters, or one line that says which parameter is wrong and what it takes. */
  bind(raw: RawParams): Result<BoundReport, string>;
}

export function defineReport<P>(def: ReportDef<P>): Report {
  return {
    id: def.id,
    params: def.params,
    examples: def.examples,
    bind(raw) {
      const parsed = def.params.safeParse(raw);
      if (!parsed.success) return err(explain(def.id, parsed.error));
      const params = parsed.data;
      return ok({
        id: def.id,
        params: raw,
        columns: def.columns(params),
        order: def.order(params),
        policy: def.policy(params),
        shows: def.shows ?? 'figures',
        needs: def.needs?.(params) ?? {},
        days: (def.days?.(params) ?? [raw['asOf']]).filter((day) => day !== undefined),
        tieOutNames: (def.tieOuts ?? []).map((tieOut) => tieOut.name),
        source: sourceOf(def, params),
        totals: (source) => def.totals?.(params, source),
        tieOut: (name, dialect) =>
          def.tieOuts?.find((tieOut) => tieOut.name === name)?.query(params, dialect),
        missingRate: (dialect) => def.missingRate?.(params, dialect),
      });
    },
  };
}

/** Where a report's rows come from. */
type RowSource =
  | { readonly kind: 'query'; query(dialect: Dialect): Sql }
  | {
      readonly kind: 'compute';
      inputs(dialect: Dialect): Readonly<Record<string, Sql>>;
      rows(inputs: Inputs): readonly ResultRow[];
    };

function sourceOf<P>({ id, query, compute }: ReportDef<P>, params: P): RowSource {
  if (query) return { kind: 'query', query: (dialect) => query(params, dialect) };
  assert(compute, `${id} has neither a query nor a computation`);
  return {
    kind: 'compute',
    inputs: (dialect) => compute.inputs(params, dialect),
    rows: (inputs) => compute.rows(params, inputs),
  };
}

/** Every question that a report asks for its rows, by a name. */
export function questionsOf(report: BoundReport, dialect: Dialect): Readonly<Record<string, Sql>> {
  const { source } = report;
  return source.kind === 'query' ? { rows: source.query(dialect) } : source.inputs(dialect);
}

function explain(report: string, error: z.ZodError): string {
  const lines = error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `unknown parameter ${issue.keys.join(', ')}`;
    const name = issue.path.join('.');
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return missing ? `parameter ${name} is required` : `parameter ${name}: ${issue.message}`;
  });
  return `${report}: ${lines.join('; ')}`;
}
