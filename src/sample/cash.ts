import { type Cents, divideRounded, total } from './cents';
import { account, bankAccountOf } from './chart';
import type { DraftDocument } from './draft';
import {
  type Day,
  lastDay,
  monthClose,
  monthCount,
  monthIndex,
  monthStart,
  workingDay,
} from './period';
import type { Currency, Rates } from './rates';

/** Money that moves at the bank without a customer: paid to others, negative. */
export interface CashMovement {
  readonly day: Day;
  readonly currency: Currency;
  readonly amount: Cents;
  readonly base: Cents;
  readonly against: string;
  readonly counterparty: string;
  readonly text: string;
}

/** What lay in each bank account on the morning of the first day. */
export const openingCash: Readonly<Record<Currency, Cents>> = {
  EUR: 25_000_000n,
  USD: 2_000_000n,
  CZK: 30_000_000n,
};

const chargeOf: Readonly<Record<Currency, Cents>> = { EUR: 4_850n, USD: 1_200n, CZK: 25_000n };

function receiptsOf(documents: readonly DraftDocument[], month: number): Cents {
  return -total(
    documents
      .filter((d) => d.bank?.account === bankAccountOf.EUR && monthIndex(d.postingDay) === month)
      .map((d) => d.amount),
  );
}

function taxOf(documents: readonly DraftDocument[], months: readonly number[]): Cents {
  return total(
    documents
      .filter((d) => d.status === 'posted' && months.includes(monthIndex(d.postingDay)))
      .map((d) => d.tax),
  );
}

/** Supplies and wages follow what came in the month before; tax is paid each quarter; banks charge monthly. */
export function cashMovements(documents: readonly DraftDocument[], rates: Rates): CashMovement[] {
  const movements: CashMovement[] = [];
  const pay = (date: Day, currency: Currency, amount: Cents, against: string, text: string) => {
    const paidOn = workingDay(date);
    if (amount <= 0n || paidOn > lastDay) return;
    const base = rates.inBase(amount, currency, paidOn);
    const counterparty = against === account.bankCharges ? 'Banco de Villarrío' : text;
    movements.push({
      day: paidOn,
      currency,
      amount: -amount,
      base: -base,
      against,
      counterparty,
      text,
    });
  };
  const wholeTens = (amount: Cents) => divideRounded(amount, 1_000n) * 1_000n;
  for (let month = 0; month < monthCount; month += 1) {
    const received = receiptsOf(documents, month - 1);
    pay(
      monthStart(month) + 11,
      'EUR',
      wholeTens((received * 54n) / 100n),
      account.supplies,
      'Suministros',
    );
    pay(
      monthStart(month) + 25,
      'EUR',
      wholeTens((received * 21n) / 100n),
      account.wages,
      'Nóminas',
    );
    if (month % 3 === 2) {
      const tax = taxOf(documents, [month - 3, month - 4, month - 5]);
      pay(monthStart(month) + 19, 'EUR', tax, account.salesTax, 'Liquidación IVA');
    }
    for (const currency of ['EUR', 'USD', 'CZK'] as const) {
      const late = monthClose(month) - 3;
      pay(late, currency, chargeOf[currency], account.bankCharges, 'Comisión de mantenimiento');
    }
  }
  return movements;
}
