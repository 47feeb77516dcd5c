import type { Cents } from './cents';
import type { Day } from './period';
import type { Currency } from './rates';

export type DocumentKind =
  | 'invoice'
  | 'debit_note'
  | 'fee'
  | 'interest'
  | 'refund'
  | 'payment'
  | 'credit_note'
  | 'write_off'
  | 'opening_balance';

export type Service = 'water' | 'gas' | 'telecom';

/** A document before it has its number. Its key names it inside the generator only. */
export interface DraftDocument {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly status: 'posted' | 'draft' | 'void';
  readonly customerId: string;
  readonly documentDay: Day;
  readonly postingDay: Day;
  readonly dueDay?: Day;
  readonly terms?: string;
  readonly discountDay?: Day;
  readonly currency: Currency;
  /** Signed, plus is owed to the company, tax included. */
  readonly amount: Cents;
  readonly base: Cents;
  readonly tax: Cents;
  readonly control: string;
  readonly reverses?: string;
  readonly reference?: string;
  readonly description?: string;
  readonly salesperson?: string;
  readonly department?: string;
  readonly project?: string;
  readonly service?: Service;
  readonly quantity?: bigint;
  readonly unit?: string;
  readonly disputed?: boolean;
  /** Where the money moved: payments and refunds. */
  readonly bank?: BankSide;
  /** Keys of the documents that a reference or a bank text speaks of. */
  readonly mentions?: readonly string[];
}

interface BankSide {
  readonly account: string;
  /** Direct debits reach the bank as one line a collection; everything else as a line of its own. */
  readonly batch: boolean;
  readonly counterparty: string;
  /** How the payer names what is paid. */
  readonly wording: 'exact' | 'digits' | 'vague' | 'returned';
}

/** A credit applied to a debit. Amounts are positive; deductions are in the debit's currency. */
export interface DraftAllocation {
  readonly credit: string;
  readonly debit: string;
  readonly effectiveDay: Day;
  readonly amount: Cents;
  readonly creditAmount: Cents;
  readonly instalmentNo?: number;
  readonly discount?: Cents;
  readonly discountTax?: Cents;
  readonly charge?: Cents;
  readonly writeOff?: Cents;
  readonly reason?: string;
}

export interface DraftInstalment {
  readonly document: string;
  readonly instalmentNo: number;
  readonly dueDay: Day;
  readonly amount: Cents;
}

/** Consumption of one billing period: `start` is inside it, `end` is not. */
export interface Usage {
  readonly meterId: string;
  readonly customerId: string;
  readonly service: Service;
  readonly start: Day;
  readonly end: Day;
  readonly quantity: bigint;
  readonly unit: string;
  readonly estimated: boolean;
}

/** What has happened to all customers, in no particular order. */
export interface History {
  readonly documents: readonly DraftDocument[];
  readonly allocations: readonly DraftAllocation[];
  readonly instalments: readonly DraftInstalment[];
  readonly usage: readonly Usage[];
}

/** What an allocation takes off its debit beside the amount. */
export function deductionsOf(allocation: DraftAllocation): Cents {
  return (allocation.discount ?? 0n) + (allocation.charge ?? 0n) + (allocation.writeOff ?? 0n);
}
