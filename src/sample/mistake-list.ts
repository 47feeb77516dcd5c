import { type Cents, centsText } from './cents';
import type { DraftDocument } from './draft';
import {
  manualJournal,
  type Targets,
  transposed,
  unbookedReceipt,
  wrongMonthDay,
} from './mistakes';
import type { Numbers } from './numbering';
import { type Day, isoDate } from './period';

/** A planted mistake, as it can be found in the files. */
export interface Mistake {
  readonly name: string;
  readonly ids: readonly string[];
  readonly amount: Cents;
  /** The first day on which it is in effect, and the last where it mends itself. */
  readonly from: Day;
  readonly until?: Day;
  /** What it adds to Σ open documents − control accounts, in base currency. */
  readonly controlDifference: Cents;
  /** What it adds to bank − books of the EUR account. */
  readonly bankDifference: Cents;
  readonly story: string;
}

/** The list of what was planted, with the ids that the documents have got. */
export function describeMistakes(
  targets: Targets,
  numbers: Numbers,
  unbookedId: string,
): Mistake[] {
  const id = (document: DraftDocument) => numbers.id(document.key);
  const number = (document: DraftDocument) => numbers.number(document.key);
  const quiet = { controlDifference: 0n, bankDifference: 0n };
  const {
    neverPosted,
    transposed: swapped,
    cutOff,
    receipt,
    receiptCopy,
    bill,
    billCopy,
  } = targets;
  const { strayReceipt, strayInvoice, strayOwner, orphan, dueEarly } = targets;
  const about = (document: DraftDocument) => ({
    ids: [id(document)],
    amount: document.amount,
    from: document.postingDay,
  });
  return [
    {
      ...quiet,
      ...about(swapped),
      name: 'Amount typed wrongly',
      controlDifference: swapped.amount - transposed(swapped.amount),
      story: `Invoice ${number(swapped)} over ${centsText(swapped.amount)} stands in the general ledger with ${centsText(transposed(swapped.amount))}: two digits changed places.`,
    },
    {
      ...quiet,
      ...about(neverPosted),
      name: 'Invoice never posted',
      controlDifference: neverPosted.amount,
      story: `Invoice ${number(neverPosted)} has no entry in the general ledger.`,
    },
    {
      ...quiet,
      ...about(cutOff),
      name: 'Posted in the wrong month',
      from: wrongMonthDay(cutOff),
      until: cutOff.postingDay - 1,
      controlDifference: -cutOff.amount,
      story: `Invoice ${number(cutOff)}, posted on ${isoDate(cutOff.postingDay)}, stands in the general ledger on ${isoDate(wrongMonthDay(cutOff))}.`,
    },
    {
      ...quiet,
      name: 'Journal by hand on the control account',
      ids: [manualJournal.id],
      amount: manualJournal.amount,
      from: manualJournal.day,
      story:
        'A journal line on a control account that posts no imported document is an `adjustment` item of the sub-ledger: so this one, on 430000 against 555000, is such an item rather than a difference of the tie-out. Nobody owes it.',
    },
    {
      ...quiet,
      ...about(dueEarly),
      name: 'Due before it was written',
      story: `Invoice ${number(dueEarly)} of ${isoDate(dueEarly.documentDay)} is due on ${isoDate(dueEarly.dueDay ?? 0)}, a year too early.`,
    },
    {
      ...quiet,
      name: 'Bank line missing in the books',
      ids: [unbookedId],
      amount: unbookedReceipt.amount,
      from: unbookedReceipt.day,
      bankDifference: unbookedReceipt.amount,
      story: `The statement has a receipt "${unbookedReceipt.counterparty}" that no document and no journal knows.`,
    },
    {
      ...quiet,
      ...about(bill),
      name: 'Invoice billed twice',
      ids: [id(bill), id(billCopy)],
      from: billCopy.postingDay,
      story: `Invoice ${number(bill)} was billed again as ${number(billCopy)}: same customer, use and amount. Both are posted.`,
    },
    {
      ...quiet,
      ...about(strayReceipt),
      name: 'Receipt on the wrong customer',
      ids: [id(strayReceipt), id(strayInvoice)],
      story: `Receipt ${number(strayReceipt)} stands unapplied on ${strayReceipt.customerId}; it pays invoice ${number(strayInvoice)} of ${strayOwner}, as the bank's text shows.`,
    },
    {
      ...quiet,
      ...about(receipt),
      name: 'Receipt entered twice',
      ids: [id(receipt), id(receiptCopy)],
      from: receiptCopy.postingDay,
      bankDifference: receipt.amount,
      story: `Receipt ${number(receipt)} was entered again as ${number(receiptCopy)}, with the same reference. Both are in the general ledger; the bank has one.`,
    },
    {
      ...quiet,
      ...about(orphan),
      name: 'Unknown customer',
      story: `Invoice ${number(orphan)} names ${orphan.customerId}, who is not in customer.csv. It is an item all the same.`,
    },
  ];
}
