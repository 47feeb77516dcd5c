/**
 * How a type code changes the balance; `none` for what is no movement, `undefined` for a code that is no detail's.
 * 100–399 are credits and 400–699 debits, 890 is information; 7xx are loans; 920–959 and 960–999 are credits and
 * debits that a bank defines for itself. Source: BAI, Cash Management Balance Reporting Specifications, appendix A.
 */
export function directionOf(type: string): 'credit' | 'debit' | 'none' | undefined {
  if (!/^\d{3}$/.test(type)) return undefined;
  const code = Number(type);
  if (code === 890) return 'none';
  if (code >= 100 && code <= 399) return 'credit';
  if (code >= 400 && code <= 699) return 'debit';
  if (code >= 720 && code <= 739) return 'credit';
  if (code >= 740 && code <= 799) return 'debit';
  if (code >= 920 && code <= 959) return 'credit';
  if (code >= 960) return 'debit';
  return undefined;
}

export const openingLedger = '010';
export const closingLedger = '015';
