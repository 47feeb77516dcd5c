import { type Exact, exact } from '../../domain/money/decimal';
import { parseIsoDate } from '../../domain/time/calendar';
import { isMoney, isOpening, roleOf } from './accounts';
import type { Booking } from './booking';
import type { DatevHeader } from './header';

export const documentColumns = [
  'document_id',
  'kind',
  'status',
  'customer_id',
  'number',
  'document_date',
  'posting_date',
  'due_date',
  'currency',
  'amount',
  'base_amount',
  'control_account_id',
  'reference',
  'description',
] as const;

export type DocumentRow = Readonly<Partial<Record<(typeof documentColumns)[number], string>>>;

interface Draft {
  readonly row: DocumentRow;
  amount: Exact;
  base: Exact;
}

/**
 * The documents that bookings on debtors' accounts come to. DATEV books, and has no documents: bookings of a debtor
 * with one number (Belegfeld 1), one date and one kind are one, as an invoice with two rates of tax is booked twice.
 * Its id is debtor, number, date and kind, so that what a later batch books on the same number is never taken for it.
 *
 * | other account | debtor debited | debtor credited |
 * |---|---|---|
 * | money (cash, bank, in transit) | refund | payment |
 * | carried forward (90xx) | opening balance | opening balance |
 * | a debtor or creditor | adjustment | adjustment |
 * | any other | invoice | credit note |
 *
 * A cash discount (Skonto) that stands with a payment is a credit note of its own: DATEV books it when it processes the
 * batch, on an account that the file does not name, so the general ledger has it only after that.
 */
export class DebtorDocuments {
  readonly #header: DatevHeader;
  readonly #drafts = new Map<string, Draft>();

  constructor(header: DatevHeader) {
    this.#header = header;
  }

  /** Takes a booking up. Returns the id of the document that an account of it has. */
  take(booking: Booking, entryId: string): (account: string) => string {
    const { amount, account, contra, side } = booking;
    if (!amount || account === '' || contra === '' || !parseIsoDate(booking.date).ok)
      return () => '';
    const ids = new Map<string, string>();
    for (const [own, other, isDebit] of [
      [account, contra, side === 'S'],
      [contra, account, side === 'H'],
    ] as const) {
      if (roleOf(own, this.#header) !== 'debtor' || own === other) continue;
      const kind = this.#kindOf(other, isDebit);
      ids.set(own, this.#add(booking, entryId, own, kind, isDebit));
      if (booking.discount !== '' && kind === 'payment')
        this.#add(
          { ...booking, amount: discountAmount(booking), text: `Skonto ${booking.text}`.trim() },
          `${entryId}/skonto`,
          own,
          'credit_note',
          false,
          '/skonto',
        );
    }
    return (own) => ids.get(own) ?? '';
  }

  rows(): readonly DocumentRow[] {
    return [...this.#drafts.values()].map(({ row, amount, base }) => ({
      ...row,
      amount: amount.toFixed(),
      base_amount: base.toFixed(),
    }));
  }

  #kindOf(other: string, isDebit: boolean): string {
    if (roleOf(other, this.#header) !== 'ledger') return 'adjustment';
    if (isOpening(other, this.#header)) return 'opening_balance';
    if (isMoney(other, this.#header)) return isDebit ? 'refund' : 'payment';
    return isDebit ? 'invoice' : 'credit_note';
  }

  #add(
    booking: Booking,
    entryId: string,
    debtor: string,
    kind: string,
    isDebit: boolean,
    suffix = '',
  ): string {
    const { reference, date, amount } = booking;
    const currency = amount?.currency || this.#header.currency;
    const id =
      reference === ''
        ? `${debtor}/${entryId}`
        : `${debtor}/${reference}/${date}/${kind}${currency === this.#header.currency ? '' : `/${currency}`}${suffix}`;
    const sign = isDebit ? 1 : -1;
    const own = exact(amount?.foreign || amount?.base || '0').times(sign);
    const base = exact(amount?.base || '0').times(sign);
    const draft = this.#drafts.get(id);
    if (draft) {
      draft.amount = draft.amount.plus(own);
      draft.base = draft.base.plus(base);
      return id;
    }
    this.#drafts.set(id, {
      row: {
        document_id: id,
        kind,
        status: 'posted',
        customer_id: debtor,
        number: reference,
        document_date: date,
        posting_date: date,
        due_date: isDebit ? booking.dueDate : '',
        currency,
        control_account_id: debtor,
        reference: isDebit ? '' : reference,
        description: booking.text,
      },
      amount: own,
      base,
    });
    return id;
  }
}

/** A discount as the amount of a booking: in the booking's currency, and in the books' at the booking's own rate. */
function discountAmount({ amount, discount }: Booking): Booking['amount'] {
  if (!amount || amount.foreign === '' || exact(amount.foreign).isZero())
    return { base: discount, currency: '', foreign: '' };
  const base = exact(discount).times(amount.base).div(amount.foreign).toDecimalPlaces(2);
  return { base: base.toFixed(), currency: amount.currency, foreign: discount };
}
