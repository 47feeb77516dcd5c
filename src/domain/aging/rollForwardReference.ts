import type { ReferenceDocument, ReferenceItem } from '../ledger/reference';
import { type Exact, exact } from '../money/decimal';
import { columnOfPosting, type RollColumn, rollColumns } from './rollForward';
import type { ReferenceMovement } from './rollForwardMovements';

/** A roll-forward told once more, item by item and without SQL: what the engine's answer is checked against. */

export interface RollQuestion {
  readonly from: string;
  readonly to: string;
  /** The day before the period. */
  readonly openingDay: string;
  readonly kindOf: (document: ReferenceDocument) => string;
  /** The row of an item on a day. */
  readonly rowOf: (item: ReferenceItem, day: string) => string;
  readonly inBase: boolean;
}

export type RollRow = Record<RollColumn, Exact>;

const emptyRow = (): RollRow =>
  Object.fromEntries(rollColumns.map((column) => [column, exact('0')])) as RollRow;

/**
 * The rows of a roll-forward.
 * @param opening what is open at the end of the day before the period
 * @param closing what is open at the end of its last day
 */
export function rollForwardOf(
  movements: readonly ReferenceMovement[],
  opening: readonly ReferenceItem[],
  closing: readonly ReferenceItem[],
  { from, to, openingDay, kindOf, rowOf, inBase }: RollQuestion,
): ReadonlyMap<string, RollRow> {
  const rows = new Map<string, RollRow>();
  const add = (row: string, column: RollColumn, amount: Exact): void => {
    const known = rows.get(row) ?? emptyRow();
    rows.set(row, known);
    known[column] = known[column].plus(amount);
  };
  const open = (item: ReferenceItem): Exact => (inBase ? item.openBase : item.open);

  for (const item of opening) {
    const [then, now] = [rowOf(item, openingDay), rowOf(item, to)];
    add(then, 'opening', open(item));
    add(then, 'transfers', open(item).neg());
    add(now, 'transfers', open(item));
  }
  for (const { item, date, column, amount, base } of movements) {
    if (date < from || date > to) continue;
    const { document } = item;
    const isDebit = document.amount.isPositive();
    const own = columnOfPosting(kindOf(document), isDebit, document.reverses !== undefined);
    add(rowOf(item, to), column === 'posted' ? own : column, inBase ? base : amount);
  }
  for (const item of closing) add(rowOf(item, to), 'closing', open(item));
  for (const [key, row] of rows)
    if (rollColumns.every((column) => row[column].isZero())) rows.delete(key);
  return rows;
}
