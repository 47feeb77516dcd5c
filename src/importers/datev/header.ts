import { parseIsoDate } from '../../domain/time/calendar';

/** The categories of DATEV's format that are read. Source: developer.datev.de, "DATEV-Format", header, field 3. */
export const categories = { customers: '16', accounts: '20', bookings: '21' } as const;

/** What the first line of a file says of all others. */
export interface DatevHeader {
  readonly category: string;
  /** The format's name, such as `Buchungsstapel`. */
  readonly name: string;
  /** What the batch is called. */
  readonly batch: string;
  /** First day of the fiscal year, and the first and the last of the period; blank where it does not say. */
  readonly fiscalYearStart: string;
  readonly from: string;
  readonly to: string;
  /** Digits of a general ledger account; those of customers and suppliers have one more. */
  readonly accountDigits: number;
  readonly currency: string;
  /** The standard chart of accounts, such as `03`; blank where it does not say. */
  readonly chart: string;
}

/** The header of a file's first record. Fields stand at fixed places, the same in versions 510 and 700. */
export function headerOf(cells: readonly string[]): DatevHeader {
  const at = (field: number): string => cells[field - 1]?.trim() ?? '';
  const digits = Number(at(14));
  return {
    category: at(3),
    name: at(4),
    batch: at(17),
    fiscalYearStart: compactDay(at(13)),
    from: compactDay(at(15)),
    to: compactDay(at(16)),
    accountDigits: Number.isInteger(digits) && digits >= 4 && digits <= 8 ? digits : 4,
    currency: /^[A-Z]{3}$/.test(at(22)) ? at(22) : 'EUR',
    chart: /^0[34]$/.test(at(27)) ? at(27) : '',
  };
}

/** `YYYYMMDD` as a date; blank where it is none. */
function compactDay(text: string): string {
  const parsed = parseIsoDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return parsed.ok ? parsed.value : '';
}
