import { type Exact, exact, sum } from '../domain/money/decimal';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { amountText } from '../domain/report/row';
import { columnColours } from '../ui/tokens/bucketColours';
import type { Scheme } from '../ui/tokens/tokens';

/** One part of every bar: a bucket, or the credits that stand apart. */
export interface StackPart {
  readonly column: Column;
  readonly fill: string;
  readonly text: string;
}

/** One bar. Amounts are exact text by column id; only coordinates are ever made doubles. */
export interface StackBar {
  /** Unique within its stack. */
  readonly key: string;
  readonly name: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly total: string;
  /** The row of the report that it stands for; none for the sum of all others. */
  readonly row: ResultRow | undefined;
}

/** One chart: one currency, because currencies are never added or compared by length. */
export interface Stack {
  readonly currency: string;
  readonly parts: readonly StackPart[];
  readonly bars: readonly StackBar[];
  /** What the total has beyond the bars: said in words, because as a bar it would dwarf them. */
  readonly others: StackBar | undefined;
}

/** The columns that a chart of an aging stacks. */
export function partsOf(columns: readonly Column[], scheme: Scheme): readonly StackPart[] {
  const colours = columnColours(columns, scheme);
  return columns.flatMap((column) => {
    const colour = colours.get(column.id);
    return colour ? [{ column, ...colour }] : [];
  });
}

function amountOf(row: ResultRow, id: string): string {
  const cell = row[id];
  return typeof cell === 'string' ? cell : '0';
}

function barOf(parts: readonly StackPart[], row: ResultRow, name: string): StackBar {
  const amounts = Object.fromEntries(
    parts.map(({ column }) => [column.id, amountOf(row, column.id)]),
  );
  const key = String(row['key'] ?? row['as_of'] ?? '');
  return { key, name, amounts, total: amountOf(row, 'total'), row };
}

/** What the total has beyond the bars that are drawn; nothing where they are all of it. */
function othersOf(
  parts: readonly StackPart[],
  bars: readonly StackBar[],
  total: StackBar,
  currency: string,
  name: string,
): StackBar | undefined {
  const rest = (whole: string, shown: readonly string[]): Exact =>
    exact(whole).minus(sum(shown.map(exact)));
  const text = (value: Exact) => amountText(value.toFixed(), currency);
  const amounts = parts.map(({ column: { id } }) => {
    const shown = bars.map((bar) => bar.amounts[id] ?? '0');
    return [id, rest(total.amounts[id] ?? '0', shown)] as const;
  });
  if (amounts.every(([, amount]) => amount.isZero())) return undefined;
  return {
    key: '',
    name,
    amounts: Object.fromEntries(amounts.map(([id, amount]) => [id, text(amount)])),
    total: text(
      rest(
        total.total,
        bars.map((bar) => bar.total),
      ),
    ),
    row: undefined,
  };
}

/** Sums of the rows themselves, where the report gave no totals. */
function totalOf(parts: readonly StackPart[], bars: readonly StackBar[]): StackBar {
  const amounts = Object.fromEntries(
    parts.map(({ column: { id } }) => [
      id,
      sum(bars.map((bar) => exact(bar.amounts[id] ?? '0'))).toFixed(),
    ]),
  );
  return {
    key: '',
    name: '',
    amounts,
    total: sum(bars.map((bar) => exact(bar.total))).toFixed(),
    row: undefined,
  };
}

export interface StackRequest {
  readonly columns: readonly Column[];
  /** Rows in the order in which they are drawn: the largest first. */
  readonly rows: readonly ResultRow[];
  /** The report's totals, one row a currency: what is not drawn is the difference to them. */
  readonly totals: readonly ResultRow[];
  readonly scheme: Scheme;
  readonly nameOf: (row: ResultRow) => string;
  /** Bars a chart; what follows is added up under this name. */
  readonly barsMax: number;
  readonly othersName: string;
}

/** One stack a currency, those with a total first in the order of the totals. */
export function stacksOf(request: StackRequest): readonly Stack[] {
  const { columns, rows, totals, scheme, nameOf, barsMax, othersName } = request;
  const parts = partsOf(columns, scheme);
  const currencyOf = (row: ResultRow) => String(row['currency'] ?? '');
  const currencies = [...new Set([...totals, ...rows].map(currencyOf))];
  return currencies.flatMap((currency) => {
    const all = rows
      .filter((row) => currencyOf(row) === currency)
      .map((row) => barOf(parts, row, nameOf(row)));
    if (all.length === 0) return [];
    const bars = all.slice(0, barsMax);
    const given = totals.find((row) => currencyOf(row) === currency);
    const total = given ? barOf(parts, given, '') : totalOf(parts, all);
    const others = othersOf(parts, bars, total, currency, othersName);
    return [{ currency, parts, bars, others }];
  });
}

export function isZero(amount: string): boolean {
  return exact(amount).isZero();
}

/** A part's share of the whole as exact text for a percentage; `undefined` where the whole is nothing. */
export function shareText(part: string, whole: string): string | undefined {
  const all = exact(whole);
  return all.isZero() ? undefined : exact(part).div(all).toDecimalPlaces(8).toFixed();
}
