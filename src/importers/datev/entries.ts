import { opposite } from '../bank/amount';
import { isOpening, roleOf } from './accounts';
import type { Booking } from './booking';
import type { DatevHeader } from './header';

export const entryColumns = [
  'entry_id',
  'line_no',
  'posting_date',
  'document_date',
  'account_id',
  'customer_id',
  'document_id',
  'reference',
  'debit',
  'credit',
  'currency',
  'amount_currency',
  'entry_kind',
  'department',
  'project',
  'description',
] as const;

type EntryRow = Readonly<Partial<Record<(typeof entryColumns)[number], string>>>;

/**
 * The two lines of a booking, which are each other's opposite. Tax is not taken out: a tax key (BU-Schlüssel), or an
 * account with a tax of its own, is split by DATEV when it processes the batch, so an account of revenue or cost has
 * here what was booked, tax included. A booking of which an account is missing, or an amount unreadable, loses both
 * lines, never one. A general reversal (Generalumkehr) is on the side that its mark says.
 * @param documentOf the document that a booking is for a debtor
 */
export function entryRows(
  booking: Booking,
  entryId: string,
  header: DatevHeader,
  documentOf: (account: string) => string,
): readonly EntryRow[] {
  const { amount, account, contra, side, date, unread } = booking;
  const isWhole = account !== '' && contra !== '';
  const sides = [
    { own: account, other: contra, isDebit: side === 'S' },
    { own: contra, other: account, isDebit: side === 'H' },
  ];
  return sides.map(({ own, other, isDebit }, i): EntryRow => {
    const base = amount?.base ?? unread;
    const foreign = amount?.foreign ?? '';
    return {
      entry_id: entryId,
      line_no: String(i + 1),
      posting_date: date,
      document_date: date,
      account_id: isWhole ? own : '',
      customer_id: roleOf(own, header) === 'debtor' ? own : '',
      document_id: documentOf(own) || documentOf(other),
      reference: booking.reference,
      debit: isDebit ? base : '',
      credit: isDebit ? '' : base,
      currency: amount?.currency ?? '',
      amount_currency: isDebit ? foreign : opposite(foreign),
      entry_kind: booking.isReversal
        ? 'reversal'
        : isOpening(own, header) || isOpening(other, header)
          ? 'opening'
          : '',
      department: booking.department,
      project: booking.project,
      description: booking.text,
    };
  });
}
