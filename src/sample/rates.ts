import { assert } from '../lib/assert';
import { type Cents, decimalText, divideRounded } from './cents';
import type { Row } from './csv';
import { type Day, isoDate, monthCount, monthIndex, monthStart } from './period';
import { Random } from './random';

export type Currency = 'EUR' | 'USD' | 'CZK';

export const baseCurrency: Currency = 'EUR';
const foreignCurrencies = ['USD', 'CZK'] as const;

const scale = 1_000_000n;

/** Where each walk begins: base units for one foreign unit, in millionths. Invented, near the real ones. */
const opening = { USD: 931_400n, CZK: 40_870n } as const;

/** One invented rate a month and currency, valid from the month's first day. */
export class Rates {
  private readonly monthly: ReadonlyMap<Currency, readonly bigint[]>;

  constructor(seed: string) {
    const walk = (currency: 'USD' | 'CZK') => {
      const random = new Random(`${seed}/rate/${currency}`);
      const values: bigint[] = [opening[currency]];
      for (let month = 1; month < monthCount; month += 1) {
        const last = values[month - 1] ?? 0n;
        values.push(last + divideRounded(last * BigInt(random.between(-170, 165)), 10_000n));
      }
      return values;
    };
    this.monthly = new Map(foreignCurrencies.map((currency) => [currency, walk(currency)]));
  }

  /** An amount in base currency at the rate of a day, rounded to cents. */
  inBase(amount: Cents, currency: Currency, date: Day): Cents {
    return currency === baseCurrency
      ? amount
      : divideRounded(amount * this.on(currency, date), scale);
  }

  /** An amount of base currency in another one at the rate of a day. */
  fromBase(amount: Cents, currency: Currency, date: Day): Cents {
    return currency === baseCurrency
      ? amount
      : divideRounded(amount * scale, this.on(currency, date));
  }

  rows(): Row[] {
    return foreignCurrencies.flatMap((currency) =>
      (this.monthly.get(currency) ?? []).map((rate, month) => ({
        currency,
        base_currency: baseCurrency,
        rate_date: isoDate(monthStart(month)),
        rate: decimalText(rate, 6),
      })),
    );
  }

  private on(currency: Currency, date: Day): bigint {
    const rate = this.monthly.get(currency)?.[monthIndex(date)];
    assert(rate !== undefined, `no rate of ${currency} on ${isoDate(date)}`);
    return rate;
  }
}
