import { knownCurrencies } from './currency';

/**
 * A sign of money beside an amount. Its pattern is read by the page and by the engine alike, over a text in small
 * letters; `codes` is a pattern of all currencies that write it.
 */
interface MoneySign {
  readonly pattern: string;
  readonly codes: string;
  /** The currency that it stands for where nothing else is said; none where that may be several. */
  readonly code?: string;
}

const word = (letters: string): string => `(?:^|[^\\p{L}])(?:${letters})(?:[^\\p{L}]|$)`;
const dollar = (letters: string): string => `(?:^|[^\\p{L}])(?:${letters})\\$`;
const one = (pattern: string, code: string, codes = code): MoneySign => ({ pattern, code, codes });

/** The signs that amounts are read with, each with the currencies that it may stand for. */
export const moneySigns: readonly MoneySign[] = [
  one(`€|${word('euros?')}`, 'EUR'),
  one('£', 'GBP', 'GBP|EGP|LBP|SYP|FKP|GIP|SHP'),
  one(word('kč|kc|kčs'), 'CZK', 'CZK|CSK'),
  one(word('zł|zl'), 'PLN', 'PLN|PLZ'),
  one(word('ft'), 'HUF'),
  one(word('s?fr'), 'CHF', 'CHF|FRF|BEF|LUF|XAF|XOF|XPF|BIF|DJF|GNF|KMF|RWF|CDF'),
  one('₹', 'INR'),
  one('₺', 'TRY', 'TRY|TRL'),
  one('₽', 'RUB', 'RUB|RUR'),
  one('₩', 'KRW', 'KRW|KPW'),
  one('₪', 'ILS'),
  one('₫', 'VND'),
  one('฿', 'THB'),
  one('₡', 'CRC', 'CRC|SVC'),
  one('₲', 'PYG'),
  one('₴', 'UAH'),
  one(word('s/'), 'PEN'),
  one(dollar('us'), 'USD'),
  one(dollar('ca'), 'CAD'),
  one(dollar('au?'), 'AUD'),
  one(dollar('nz'), 'NZD'),
  one(dollar('hk'), 'HKD'),
  one(dollar('mx'), 'MXN'),
  one(dollar('s'), 'SGD'),
  one(dollar('r'), 'BRL'),
  { pattern: dollar('c'), codes: 'CAD|NIO' },
  {
    pattern: '(?:^|[^\\p{L}])\\$',
    codes: '[A-Z]{2}D|MXN|ARS|CLP|COP|UYU|BRL|DOP|CUP|PHP|NIO|BOB|MXP',
  },
  { pattern: '¥', codes: 'JPY|CNY|CNH' },
  { pattern: word('kr'), codes: 'SEK|NOK|DKK|ISK|EEK' },
  { pattern: word('rs'), codes: 'INR|PKR|LKR|NPR|MUR|SCR' },
  { pattern: word('lei'), codes: 'RON|ROL|MDL' },
  { pattern: word('bs'), codes: 'BOB|VES|VEF|VED|PAB' },
];

/** A known code between other marks than letters, as a pattern with the code in its group. */
export const codePattern = `(?:^|[^A-Za-z])(${knownCurrencies.join('|')})(?:[^A-Za-z]|$)`;

const code = new RegExp(codePattern, 'u');
const signs = moneySigns.map((sign) => ({ ...sign, found: new RegExp(sign.pattern, 'u') }));

/** A text without the signs and codes of money in it, and without what stands right beside them. */
export function withoutSigns(text: string): string {
  const bare = text.replace(code, ' ').toLowerCase();
  return signs.reduce((rest, { found }) => rest.replace(found, ' '), bare);
}

/** What an amount's own sign or code says of its currency. */
export interface SignMeaning {
  /** The currency, where it is one alone. */
  readonly code?: string;
  /** What stands there, to tell one sign from another. */
  readonly sign: string;
}

/** What stands beside an amount's figures; nothing where they stand alone. */
export function signIn(text: string): SignMeaning | undefined {
  const named = code.exec(text)?.[1];
  if (named !== undefined) return { code: named, sign: named };
  const small = text.toLowerCase();
  const found = signs.find((sign) => sign.found.test(small));
  if (!found) return undefined;
  return found.code === undefined
    ? { sign: found.pattern }
    : { code: found.code, sign: found.code };
}
