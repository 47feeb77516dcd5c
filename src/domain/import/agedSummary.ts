/** Days past due as a column of sums is named: `1-30`, `31 a 60`, `61 až 90 dní`, `> 90`, `Over 90`, `90+`, `más de 90`. */
const bucket =
  /^(?:\d{1,3}\s*(?:-|–|—|to|a|až)\s*\d{1,3}|(?:>=?|over|above|more than|mas de|más de|nad|vice nez|více než|über)\s*\d{1,3}|\d{1,3}\s*(?:\+|and over|and above|o mas|o más|y mas|y más|a vice|a více))\s*(?:days?|d|dias|días|dni|dní|tage)?\.?(?:\s*(?:past due|overdue|vencid[oa]s?|po splatnosti))?$/i;

/** One such column may be anything; two tell a row of sums. */
const bucketsMin = 2;

/**
 * The columns of an aged summary that hold sums by days past due; none where a file is no such summary.
 * Such a report has one row a customer, and no items that could be imported.
 */
export function agedColumns(headers: readonly string[]): readonly string[] {
  const found = headers.filter((header) => bucket.test(header.trim()));
  return found.length < bucketsMin ? [] : found;
}
