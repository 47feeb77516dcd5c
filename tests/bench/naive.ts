/**
 * The aging as everybody writes it first: open = amount − payments up to the date, one join for each question.
 * Tables: inv(document_id, currency, document_date, due_date, amount), pay(document_id, paid_on, amount).
 */
export function naiveAging(
  asOf: string,
  days: (date: string) => string,
  dateLiteral: string,
): string {
  const age = days('due_date');
  return `
    SELECT currency,
      sum(CASE WHEN ${age} <= 0 THEN open ELSE 0 END) AS b0,
      sum(CASE WHEN ${age} BETWEEN 1 AND 30 THEN open ELSE 0 END) AS b1,
      sum(CASE WHEN ${age} BETWEEN 31 AND 60 THEN open ELSE 0 END) AS b2,
      sum(CASE WHEN ${age} BETWEEN 61 AND 90 THEN open ELSE 0 END) AS b3,
      sum(CASE WHEN ${age} > 90 THEN open ELSE 0 END) AS b4,
      count(*) AS n
    FROM (
      SELECT i.currency, i.due_date, i.amount - coalesce(p.paid, 0) AS open
      FROM inv i LEFT JOIN (
        SELECT document_id, sum(amount) AS paid FROM pay WHERE paid_on <= ${dateLiteral} GROUP BY document_id
      ) p ON p.document_id = i.document_id
      WHERE i.document_date <= ${dateLiteral}
    ) o WHERE open <> 0 GROUP BY currency ORDER BY currency -- ${asOf}`;
}

export const duckdbNaive = (asOf: string): string =>
  naiveAging(asOf, (date) => `date_diff('day', ${date}, DATE '${asOf}')`, `DATE '${asOf}'`);
