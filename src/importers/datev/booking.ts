import { exact } from '../../domain/money/decimal';
import { wholeAccount } from './accounts';
import { type BookingAmount, bookingAmount, pointed } from './amount';
import { cellReader, type Field } from './columns';
import { bookingDay, wholeDay } from './dates';
import type { DatevHeader } from './header';
import { rowKey } from './rowKey';

/** Source: developer.datev.de, "DATEV-Format", "Buchungsstapel", format version 13. */
const fields = {
  amount: [1, 'Umsatz (ohne Soll/Haben-Kz)', 'Umsatz'],
  side: [2, 'Soll/Haben-Kennzeichen', 'S/H'],
  currency: [3, 'WKZ Umsatz', 'WKZ'],
  rate: [4, 'Kurs'],
  base: [5, 'Basis-Umsatz', 'Basisumsatz'],
  baseCurrency: [6, 'WKZ Basis-Umsatz'],
  account: [7, 'Konto'],
  contra: [8, 'Gegenkonto (ohne BU-Schlüssel)', 'Gegenkonto'],
  date: [10, 'Belegdatum'],
  reference: [11, 'Belegfeld 1'],
  secondReference: [12, 'Belegfeld 2'],
  discount: [13, 'Skonto'],
  text: [14, 'Buchungstext'],
  department: [37, 'KOST1 - Kostenstelle', 'KOST1'],
  allottedDue: [93, 'Zugeordnete Fälligkeit'],
  project: [95, 'Auftragsnummer'],
  due: [117, 'Fälligkeit'],
  reversal: [118, 'Generalumkehr (GU)', 'Generalumkehr'],
} as const satisfies Readonly<Record<string, Field>>;

/** A booking: what it moves from one account to another. */
export interface Booking {
  /** A function of all that the record says, and of its batch's name. */
  readonly key: string;
  readonly line: number;
  readonly date: string;
  /** `S`: `account` is debited and `contra` credited; `H`: the other way. */
  readonly side: 'S' | 'H';
  /** Nothing where the record's side or amount cannot be read: neither of its lines can then be taken. */
  readonly amount: BookingAmount | undefined;
  /** What cannot be read of it. */
  readonly unread: string;
  readonly account: string;
  readonly contra: string;
  readonly reference: string;
  readonly text: string;
  readonly dueDate: string;
  readonly discount: string;
  readonly department: string;
  readonly project: string;
  readonly isReversal: boolean;
}

/** Reads the bookings of a file with these column names. */
export function bookingReader(
  names: readonly string[],
  header: DatevHeader,
): (record: { readonly cells: readonly string[]; readonly line: number }) => Booking {
  const cell = cellReader(names, fields);
  return ({ cells, line }) => {
    const get = (name: keyof typeof fields): string => cell(cells, name);
    const side = get('side').toUpperCase() || 'S';
    const amount = bookingAmount(
      {
        amount: get('amount'),
        currency: get('currency'),
        rate: get('rate'),
        base: get('base'),
        baseCurrency: get('baseCurrency'),
      },
      header.currency,
    );
    const isSided = side === 'S' || side === 'H';
    const date = bookingDay(get('date'), header);
    return {
      key: rowKey([header.batch, ...cells]),
      line,
      date,
      side: side === 'H' ? 'H' : 'S',
      amount: isSided ? amount : undefined,
      unread: `? ${get('amount')} ${get('currency')} ${get('side')}`.trim(),
      account: wholeAccount(get('account'), header),
      contra: wholeAccount(get('contra'), header),
      // `0` stands where there is no number.
      reference: get('reference').replace(/^0+$/, ''),
      text: get('text'),
      dueDate: dueDay(get('due'), get('allottedDue'), get('secondReference'), date),
      discount: discountOf(get('discount')),
      department: get('department'),
      project: get('project'),
      isReversal: /^[G1]$/i.test(get('reversal')),
    };
  };
}

/** When a claim is due: a field of its own, else the second reference where that is a date not before the document's. */
function dueDay(due: string, allotted: string, second: string, date: string): string {
  const own = wholeDay(due) || wholeDay(allotted);
  if (own !== '') return own;
  const other = wholeDay(second);
  return other >= date ? other : '';
}

function discountOf(text: string): string {
  const plain = pointed(text);
  return /^\d+(?:\.\d+)?$/.test(plain) && exact(plain).gt(0) ? plain : '';
}
