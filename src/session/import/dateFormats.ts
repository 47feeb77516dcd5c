import {
  areOrdersTorn,
  type ColumnFormat,
  type DateOrder,
  dateHabit,
  dateIn,
  judgeDates,
  otherOrders,
  provenOrders,
  type ValueCount,
} from '../../domain/import/formats';
import type { ColumnRef } from '../../domain/import/mapping';
import { type BookZone, zoneOffsets } from './zone';

/** The days between which a ledger's documents lie so far; of a file on its own, its last day, with `from` blank. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

type DateFormat = Extract<ColumnFormat, { kind: 'date' }>;

/** A column of dates: its values, or the order in which all of them are written, where that was seen already. */
export interface DateColumn {
  readonly ref: ColumnRef;
  readonly values: readonly ValueCount[] | DateOrder;
}

/** A date later than this behind the ledger's last day is hardly of its period. */
const slack_years = 1;

function isWithin(date: string | undefined, { from, to }: Period): boolean {
  if (date === undefined) return false;
  // The name of a file tells its last day alone, and that to the day.
  if (from === '') return date <= to;
  const shifted = (day: string, years: number): string =>
    `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return date >= shifted(from, -slack_years) && date <= shifted(to, slack_years);
}

/** Of orders that read a column equally well, the one by which all of its dates lie in the ledger's period. */
function withinPeriod(
  values: readonly ValueCount[],
  orders: readonly DateOrder[],
  period: Period,
): DateOrder | undefined {
  const fitting = orders.filter((order) =>
    values.every(
      ({ value }) => dateIn(value, order) === undefined || isWithin(dateIn(value, order), period),
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * The formats of a file's date columns, each decided for the column as a whole: from its own unambiguous values, else
 * from how a file of its shape was read before, else from the file's other date columns, else from the period of the
 * ledger.
 * @returns the formats by column, and the columns that stay open between day first and month first, or contradict others
 */
export function dateFormats(
  columns: readonly DateColumn[],
  periods: readonly Period[],
  zone: BookZone | undefined,
  before: (column: number) => DateOrder | undefined = () => undefined,
): { readonly formats: ReadonlyMap<number, DateFormat>; readonly open: readonly ColumnRef[] } {
  const decided = new Map<string, number>();
  const judged = columns.map(({ ref, values }) => {
    const isKnown = typeof values === 'string';
    const orders = isKnown ? [values] : judgeDates(values);
    const [order] = orders;
    if (order !== undefined && !areRivals(orders))
      decided.set(dateHabit(order), (decided.get(dateHabit(order)) ?? 0) + 1);
    return { ref, values: isKnown ? [] : values, orders };
  });
  // Two columns of one file that prove one the day and one the month first: a person has to say.
  const proven = new Set(
    judged.flatMap(({ orders }) => (areRivals(orders) ? [] : orders.slice(0, 1))),
  );
  const areSure = judged.every(({ values, orders }) => isSure(values, orders));
  const isAtOdds =
    (proven.has('DMY') || proven.has('DMY2')) &&
    (proven.has('MDY') || proven.has('MDY2')) &&
    !areSure;
  const uses = (order: DateOrder): number => decided.get(dateHabit(order)) ?? 0;
  const isKnownBefore = (ref: ColumnRef, order: DateOrder): boolean => before(ref.column) === order;
  const formats = new Map<number, DateFormat>();
  const open: ColumnRef[] = [];
  for (const { ref, values, orders } of judged) {
    const [first] = orders;
    if (first === undefined) continue;
    let order = first;
    if (areOrdersTorn(values)) {
      const asBefore = before(ref.column);
      if (asBefore !== undefined && orders.includes(asBefore)) order = asBefore;
      else open.push(ref);
    } else if (areRivals(orders)) {
      const [likeOthers = first] = [...orders].sort((a, b) => uses(b) - uses(a));
      const [ofPeriod] = periods.flatMap((one) => withinPeriod(values, orders, one) ?? []);
      const asBefore = before(ref.column);
      if (asBefore !== undefined && orders.includes(asBefore)) order = asBefore;
      else if (uses(likeOthers) > 0) order = likeOthers;
      else if (ofPeriod !== undefined) order = ofPeriod;
      else open.push(ref);
    } else if (isAtOdds && /^(?:DMY|MDY)2?$/.test(first) && !isKnownBefore(ref, first))
      open.push(ref);
    const also = otherOrders(values, order);
    const zoned = zone && hasInstants(ref, values);
    formats.set(ref.column, {
      kind: 'date',
      order,
      ...(also.length > 0 && { also }),
      ...(zoned && {
        zone: { name: zone.name, isUtc: isUtc(ref), offsets: zoneOffsets(zone.name, values) },
      }),
    });
  }
  return { formats, open };
}

/** One value alone may be a slip. */
const sureFrom = 2;

/** Whether a column proves its own order by more than one value, or has none that could be taken for the other. */
function isSure(values: readonly ValueCount[], orders: readonly DateOrder[]): boolean {
  if (areRivals(orders)) return false;
  const [day, month] = provenOrders(values);
  return (
    Math.max(day, month) === 0 || (Math.max(day, month) >= sureFrom && Math.min(day, month) === 0)
  );
}

/** Whether day, month or a short year first read a column equally well; other forms are told apart by themselves. */
function areRivals(orders: readonly DateOrder[]): boolean {
  const firsts = orders.filter((order) => order === 'YMD2' || /^(DMY|MDY)/.test(order));
  return new Set(firsts.map(dateHabit)).size > 1;
}

const isUtc = ({ header }: ColumnRef): boolean => /\bUTC\b|\bGMT\b/.test(header);

const instant = /\d:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{2})\s*$/;

/** Whether a column has times that say where on earth they are. */
function hasInstants(ref: ColumnRef, values: readonly ValueCount[]): boolean {
  const timed = values.filter(({ value }) => /\d:\d{2}/.test(value));
  return timed.some(({ value }) => isUtc(ref) || instant.test(value));
}
