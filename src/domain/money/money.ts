import { assert } from '../../lib/assert';
import { currencyScale } from './currency';
import { Exact } from './decimal';

/** An amount of one currency. Adding another currency is a defect, not a result. */
export class Money {
  readonly currency: string;
  readonly amount: Exact;

  private constructor(currency: string, amount: Exact) {
    this.currency = currency;
    this.amount = amount;
  }

  static of(currency: string, amount: Exact | string): Money {
    return new Money(currency, new Exact(amount));
  }

  plus(other: Money): Money {
    assert(
      this.currency === other.currency,
      `${this.currency} is never added to ${other.currency}`,
    );
    return new Money(this.currency, this.amount.plus(other.amount));
  }

  /** Text with exactly the currency's ISO 4217 digits, rounded half away from zero. */
  toText(): string {
    return this.amount.toFixed(currencyScale(this.currency));
  }
}
