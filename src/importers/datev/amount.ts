import { currencyScale } from '../../domain/money/currency';
import { exact } from '../../domain/money/decimal';
import { markedDecimal, plainDecimal } from '../bank/amount';

/** What a booking moves: in the currency of the books, and in its own where that is another. */
export interface BookingAmount {
  readonly base: string;
  readonly currency: string;
  readonly foreign: string;
}

/** A decimal with a comma as one with a point; what is none stays as it is, to be rejected by its own words. */
export function pointed(text: string): string {
  return markedDecimal(text, ',') ?? text;
}

/**
 * The amount of a booking. In a foreign currency the books' amount stands beside it (`Basisumsatz`), or follows from
 * the rate, which is what one unit of the books' currency is worth in the other. Without either there is none, and
 * the booking cannot be taken: `undefined`.
 */
export function bookingAmount(
  cells: {
    readonly amount: string;
    readonly currency: string;
    readonly rate: string;
    readonly base: string;
    readonly baseCurrency: string;
  },
  ledgerCurrency: string,
): BookingAmount | undefined {
  const amount = markedDecimal(cells.amount, ',');
  if (amount === undefined || amount === '') return undefined;
  const currency = cells.currency || ledgerCurrency;
  const baseCurrency = cells.baseCurrency || ledgerCurrency;
  if (currency === baseCurrency) return { base: amount, currency: '', foreign: '' };
  const base = markedDecimal(cells.base, ',');
  if (base !== undefined) return { base, currency, foreign: amount };
  const rate = plainDecimal(pointed(cells.rate));
  if (rate === undefined || !exact(rate).gt(0)) return undefined;
  const converted = exact(amount).div(rate).toDecimalPlaces(currencyScale(baseCurrency));
  return { base: converted.toFixed(), currency, foreign: amount };
}
