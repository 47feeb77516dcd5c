import { type Sql, sql } from '../engine/sql';
import type { Base } from './base';

/** The accounts of the general ledger that carry what debtors owe. */
export const buildControlAccounts = sql`
  CREATE OR REPLACE TABLE control_account AS
  SELECT DISTINCT account_id FROM gl_account WHERE control_kind IS NOT NULL AND control_kind <> 'none'`;

/**
 * Journal lines on a control account that post no imported document: each is an open item of its own, so
 * that the sub-ledger explains the account. A general ledger that names no document at all posts in
 * summary; its lines post all of them and none is an item. Their keys stand below those of documents.
 */
export const buildUnlinkedLines = sql`
  CREATE OR REPLACE TABLE gl_unlinked AS
  WITH line AS (
    SELECT g.*, d.document_id IS NOT NULL AS is_linked
    FROM gl_entry g
    JOIN control_account USING (account_id)
    LEFT JOIN (SELECT DISTINCT document_id FROM document_given) d ON d.document_id = g.document_id
    WHERE coalesce(g.status, 'posted') = 'posted'
  )
  SELECT * EXCLUDE (is_linked), CAST(-row_number() OVER () AS INTEGER) AS line_key,
         'gl:' || entry_id || ':' || line_no AS line_id
  FROM line
  WHERE NOT is_linked AND (SELECT coalesce(bool_or(is_linked), FALSE) FROM line)`;

/**
 * Whether the general ledger names the documents that it posts on its control accounts, in one row. One that
 * names none posts in summary: it can be compared day by day only.
 */
export const buildLedgerDetail = sql`
  CREATE OR REPLACE TABLE ledger_detail AS
  SELECT coalesce(bool_or(d.document_id IS NOT NULL), FALSE) AS names_documents
  FROM (SELECT g.document_id FROM gl_entry g JOIN control_account USING (account_id)
        WHERE coalesce(g.status, 'posted') = 'posted' AND g.document_id IS NOT NULL) g
  JOIN (SELECT DISTINCT document_id FROM document_given) d ON d.document_id = g.document_id`;

/** Foreign documents that were booked without a base amount. */
export const needsBase = (base: Base): Sql => sql`
  SELECT 1 FROM document_given
  WHERE base_amount IS NULL AND currency <> ${base.currency}`;

const given = sql`document_given`;

/** Foreign documents without a booked base amount: amount × the latest rate on or before posting. */
export const buildDerivedBase = (base: Base, documents: Sql = given): Sql => sql`
  CREATE OR REPLACE TABLE derived_base AS
  SELECT d.document_key, d.document_id, d.currency, r.rate,
         CAST(round(d.amount * r.rate, ${base.scale}) AS DECIMAL(18,4)) AS base_amount
  FROM (SELECT document_key, document_id, currency, amount, posting_date FROM ${documents} f
        WHERE base_amount IS NULL AND posting_date IS NOT NULL
          AND currency <> ${base.currency}) d
  ASOF LEFT JOIN (SELECT currency, rate_date, last(rate ORDER BY source_row) AS rate
                  FROM exchange_rate
                  WHERE base_currency = ${base.currency}
                  GROUP BY currency, rate_date) r
    ON r.currency = d.currency AND d.posting_date >= r.rate_date`;

/** Credit notes that name something and have no due date of their own. */
export const namesInvoice = sql`
  SELECT 1 FROM document_given
  WHERE kind = 'credit_note' AND due_date IS NULL AND coalesce(reverses_document_id, reference) IS NOT NULL`;

/** Due dates that documents take from elsewhere: from their terms, or from the invoice that they name. */
export const createTakenDue = sql`CREATE OR REPLACE TABLE taken_due (document_key INTEGER, due_date DATE)`;

/** A credit note that names its invoice (by id or by number) is due when the invoice is. */
export const addDueOfNamed = sql`
  INSERT INTO taken_due
  WITH note AS (
    SELECT document_key, customer_id, coalesce(reverses_document_id, reference) AS named
    FROM document_given WHERE kind = 'credit_note' AND due_date IS NULL AND amount < 0
      AND coalesce(reverses_document_id, reference) IS NOT NULL
  ), debit AS (
    SELECT d.customer_id, d.document_id, d.number, coalesce(d.due_date, t.due_date, d.document_date) AS due_date
    FROM document_given d LEFT JOIN taken_due t ON t.document_key = d.document_key
    WHERE d.amount > 0 AND d.posting_date IS NOT NULL
  )
  SELECT document_key, min(due_date) AS due_date FROM (
    SELECT note.document_key, debit.due_date FROM note
      JOIN debit ON debit.document_id = note.named AND debit.customer_id IS NOT DISTINCT FROM note.customer_id
    UNION ALL
    SELECT note.document_key, debit.due_date FROM note
      JOIN debit ON debit.number = note.named AND debit.customer_id IS NOT DISTINCT FROM note.customer_id
  ) named GROUP BY document_key`;

/**
 * What counts: posted documents with every default resolved, and the journal's unlinked lines.
 * A receipt is due on its own date whatever the source says, so that it never becomes younger than that.
 */
export const buildPostedView = (base: Base, documents: Sql = given, withLines = true): Sql => sql`
  CREATE OR REPLACE VIEW posted_document AS
  SELECT d.document_key, d.document_id,
         coalesce(d.kind, CASE WHEN d.amount >= 0 THEN 'invoice' ELSE 'credit_note' END) AS kind,
         coalesce(d.customer_id, '-') AS customer_id,
         d.document_date, d.posting_date,
         CASE WHEN coalesce(d.kind, '') = 'payment' THEN d.document_date
              ELSE coalesce(d.due_date, t.due_date, d.document_date) END AS due_date,
         coalesce(d.currency, ${base.currency}) AS currency,
         d.amount,
         CASE WHEN d.base_amount IS NOT NULL THEN d.base_amount
              WHEN coalesce(d.currency, ${base.currency})
                   = ${base.currency} THEN d.amount
              ELSE b.base_amount END AS base_amount,
         d.control_account_id, d.salesperson, d.department, d.project, d.service,
         coalesce(d.disputed, FALSE) AS disputed
  FROM ${documents} d
  LEFT JOIN taken_due t ON t.document_key = d.document_key
  LEFT JOIN derived_base b ON b.document_key = d.document_key
  WHERE coalesce(d.status, 'posted') = 'posted' AND d.posting_date IS NOT NULL
  ${withLines ? unlinkedLines(base) : sql.empty}`;

const unlinkedLines = (base: Base): Sql => sql`
  UNION ALL
  SELECT line_key, line_id, 'adjustment', coalesce(customer_id, '-'),
         coalesce(document_date, posting_date), posting_date, coalesce(document_date, posting_date),
         coalesce(CASE WHEN amount_currency IS NULL THEN NULL ELSE currency END,
                  ${base.currency}),
         CASE WHEN currency IS NULL OR amount_currency IS NULL
              THEN coalesce(debit, 0) - coalesce(credit, 0) ELSE amount_currency END,
         coalesce(debit, 0) - coalesce(credit, 0),
         account_id, NULL, department, project, NULL, FALSE
  FROM gl_unlinked`;

/** What a document's item does not carry itself: looked up for the rows that are shown. */
export const buildDocumentTexts = sql`
  CREATE OR REPLACE VIEW document_text AS
  SELECT document_key, coalesce(number, document_id) AS number, reverses_document_id, reference,
         source_id, source_row
  FROM document
  UNION ALL
  SELECT line_key, coalesce(reference, entry_id), NULL, reference, source_id, source_row FROM gl_unlinked`;
