import type { Mapping } from '../../domain/import/mapping';
import { receiptWords } from '../../domain/import/words';
import { type Sql, sql } from '../../engine/sql';
import { isMapped } from './staged';

/**
 * Whether a minus is a receipt: where no column says what kind a row is, its text may begin with the word for one, as
 * in a customer's account with debits and credits (`Cobro factura 12`).
 */
export function isReceiptText(mapping: Mapping): Sql {
  if (!isMapped(mapping, 'description')) return sql`FALSE`;
  const words = sql.join(receiptWords.map((word) => sql`${word}`));
  return sql`coalesce(regexp_extract(lower(strip_accents(description)), '[a-z]+') IN (${words}), FALSE)`;
}

/** The kind of a row that does not say its own: what adds to the debt is an invoice. */
export function kindOfSign(mapping: Mapping): Sql {
  return sql`CASE WHEN amount >= 0 THEN 'invoice' WHEN ${isReceiptText(mapping)} THEN 'payment' ELSE 'credit_note' END`;
}
