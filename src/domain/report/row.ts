import { assert } from '../../lib/assert';
import { currencyScale } from '../money/currency';
import { exact } from '../money/decimal';
import type { Column } from './column';
import type { ResultCell, ResultRow } from './result';

/** An amount as text at its currency's ISO 4217 digits; what is booked finer keeps its digits. */
export function amountText(amount: string, currency: string): string {
  const value = exact(amount);
  return value.toFixed(Math.max(currencyScale(currency), value.decimalPlaces()));
}

/** A ratio as text, with the digits that all ratios have. */
export const ratioDigits = 6;
function ratioText(ratio: string): string {
  return exact(ratio).toFixed(ratioDigits);
}

/**
 * A row of the engine as a row of a result: amounts at their currency's digits, everything else as it came.
 * @param baseCurrency the currency of money columns that name no currency column
 */
export function decodeRow(
  columns: readonly Column[],
  row: Readonly<Record<string, ResultCell>>,
  baseCurrency: string,
): ResultRow {
  return Object.fromEntries(
    columns.flatMap((column): [string, ResultCell][] => {
      const cell = row[column.id];
      if (cell === undefined) return [];
      if (column.kind === 'ratio' && typeof cell === 'string')
        return [[column.id, ratioText(cell)]];
      if (column.kind === 'rate' && typeof cell === 'string')
        return [[column.id, exact(cell).toFixed()]];
      if (column.kind !== 'money' || cell === null) return [[column.id, cell]];
      assert(typeof cell === 'string', `${column.id} is money but came as ${typeof cell}`);
      const currency =
        column.currencyColumn === undefined ? baseCurrency : row[column.currencyColumn];
      return [
        [column.id, amountText(cell, typeof currency === 'string' ? currency : baseCurrency)],
      ];
    }),
  );
}
