import { editableFields } from '../../domain/journal/editable';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { insertRows } from '../insertRows';
import { givenView, storedTable } from '../longTables';

/** Before the first day of any ledger: where a field's timeline starts. */
export const always = sql.date('0001-01-01');

/**
 * What people changed, as it stands: one row a place of a field's timeline. `since` is NULL where it always was so;
 * `document_key` finds a document's row, and is NULL where no import has it; `place` names the place as one text.
 */
const createFieldEdits = sql`
  CREATE OR REPLACE TABLE field_edit (table_name VARCHAR, record_id VARCHAR, record_kind VARCHAR, entity_id VARCHAR,
    field VARCHAR, since DATE, value VARCHAR, was VARCHAR, position INTEGER, person VARCHAR, recorded_at VARCHAR,
    reason VARCHAR, document_key INTEGER, place VARCHAR)`;

/** Every change of every event, in order, for the history. */
const createEventChanges = sql`
  CREATE OR REPLACE TABLE event_change (position INTEGER, line_no INTEGER, recorded_at VARCHAR, author VARCHAR,
    person VARCHAR, action VARCHAR, kind VARCHAR, table_name VARCHAR, record_id VARCHAR, record_kind VARCHAR,
    field VARCHAR, since DATE, value_before VARCHAR, value_after VARCHAR, reason VARCHAR)`;

/** What was open on the last day of the closed period when it was closed; empty where none is. */
const createClosedPeriod = sql`
  CREATE OR REPLACE TABLE closed_period (closed_through DATE, currency VARCHAR, amount DECIMAL(18,4))`;

/** Says which period is closed, in the place of what was said before. */
export async function putClosedPeriod(
  engine: Engine,
  through: string | null,
  totals: readonly { readonly currency: string; readonly amount: string }[],
  options: RunOptions,
): Promise<void> {
  await engine.exec(sql`DELETE FROM closed_period`, options);
  if (through === null) return;
  const rows = totals.map(({ currency, amount }) => [through, currency, amount]);
  await insertRows(engine, sql`closed_period`, rows, options);
}

/** Makes the tables of edits, empty, and the views that show them over what was imported. */
export async function createEditTables(engine: Engine, options: RunOptions): Promise<void> {
  for (const statement of [createFieldEdits, createEventChanges, createClosedPeriod])
    await engine.exec(statement, options);
  await refreshCustomers(engine, options);
  await refreshDocuments(engine, options);
}

/** The value that stands last of each field: NULL where nobody changed it, empty where it was made blank. */
function lastValues(table: 'customer' | 'document'): Sql {
  return sql.join(
    editableFields(table).map(
      ({ name }) =>
        sql`max(coalesce(value, '')) FILTER (WHERE field = ${name}) AS ${sql.id(`edit_${name}`)}`,
    ),
  );
}

const lastOf = (table: 'customer' | 'document', key: Sql, which: Sql): Sql => sql`
  SELECT ${key}, ${lastValues(table)}
  FROM (SELECT *, row_number() OVER (PARTITION BY ${key}, field ORDER BY since DESC NULLS LAST) AS rank
        FROM field_edit WHERE table_name = ${table} AND ${which}) e
  WHERE rank = 1 GROUP BY ${key}`;

function shown(table: 'customer' | 'document'): Sql {
  const castTo = (type: string): Sql => {
    if (type === 'date') return sql`DATE`;
    if (type === 'money') return sql`DECIMAL(18,4)`;
    return type === 'boolean' ? sql`BOOLEAN` : sql`VARCHAR`;
  };
  return sql.join(
    editableFields(table).map(({ name, type }) => {
      const edit = sql`e.${sql.id(`edit_${name}`)}`;
      return sql`CASE WHEN ${edit} IS NULL THEN g.${sql.id(name)}
        ELSE CAST(nullif(${edit}, '') AS ${castTo(type)}) END AS ${sql.id(name)}`;
    }),
  );
}

const hasRows = async (engine: Engine, query: Sql, options: RunOptions): Promise<boolean> =>
  (await engine.rows(sql`${query} LIMIT 1`, options)).length > 0;

/**
 * Shows customers with what people changed in them. One that only documents name, and that somebody edited, is a
 * customer as well.
 */
export async function refreshCustomers(engine: Engine, options: RunOptions): Promise<void> {
  await engine.exec(
    sql`CREATE OR REPLACE TABLE customer_edit AS ${lastOf('customer', sql`record_id`, sql`record_id IS NOT NULL`)}`,
    options,
  );
  const stored = storedTable('customer');
  await engine.exec(
    sql`CREATE OR REPLACE VIEW customer AS
        SELECT g.* REPLACE (${shown('customer')})
        FROM (SELECT * FROM ${stored} UNION ALL BY NAME
              SELECT record_id AS customer_id FROM customer_edit
              WHERE record_id NOT IN (SELECT customer_id FROM ${stored})) g
        LEFT JOIN customer_edit e ON e.record_id = g.customer_id`,
    options,
  );
}

const anyEdited = sql`SELECT 1 FROM document_edit`;

const showEdited = sql`
  CREATE OR REPLACE VIEW document AS
  SELECT g.* REPLACE (${shown('document')})
  FROM ${givenView('document')} g LEFT JOIN document_edit e ON e.document_key = g.document_key`;

/** Up to here row numbers are given one by one. */
const listedKeysMax = 5_000;

/** Shows documents with what people changed in them; where nobody did, straight as they were given. */
export async function refreshDocuments(engine: Engine, options: RunOptions): Promise<void> {
  await engine.exec(
    sql`CREATE OR REPLACE TABLE document_edit AS
        ${lastOf('document', sql`document_key`, sql`document_key IS NOT NULL`)}`,
    options,
  );
  if (await hasRows(engine, anyEdited, options)) await engine.exec(showEdited, options);
  else
    await engine.exec(
      sql`CREATE OR REPLACE VIEW document AS SELECT * FROM ${givenView('document')}`,
      options,
    );
}

/** Shows what people changed in some documents, given by row numbers. */
export async function changeDocuments(
  engine: Engine,
  keys: readonly number[],
  options: RunOptions,
): Promise<void> {
  const wasEdited = await hasRows(engine, anyEdited, options);
  if (!wasEdited || keys.length > listedKeysMax) return refreshDocuments(engine, options);
  // The view reads the table already: to make it anew takes longer than all the rest.
  const isHere = sql`document_key IN (${sql.list(keys)})`;
  await engine.exec(sql`DELETE FROM document_edit WHERE ${isHere}`, options);
  await engine.exec(
    sql`INSERT INTO document_edit ${lastOf('document', sql`document_key`, isHere)}`,
    options,
  );
}

/** Finds the documents of all edits again: after an import each may stand in another row, or in none. */
export async function findEditedDocuments(engine: Engine, options: RunOptions): Promise<void> {
  const asked = sql`SELECT 1 FROM field_edit WHERE table_name = 'document'`;
  if (!(await hasRows(engine, asked, options))) return;
  await engine.exec(sql`UPDATE field_edit SET document_key = NULL`, options);
  await engine.exec(
    sql`UPDATE field_edit SET document_key = d.document_key
        FROM (SELECT e.record_id, e.record_kind, e.entity_id, max(g.document_key) AS document_key
              FROM (SELECT DISTINCT record_id, record_kind, entity_id FROM field_edit WHERE table_name = 'document') e
              JOIN document_given g ON g.document_id = e.record_id AND coalesce(g.kind, '') = e.record_kind
                AND coalesce(g.entity_id, '') = e.entity_id
              GROUP BY e.record_id, e.record_kind, e.entity_id) d
        WHERE field_edit.table_name = 'document' AND field_edit.record_id = d.record_id
          AND field_edit.record_kind = d.record_kind AND field_edit.entity_id = d.entity_id`,
    options,
  );
}
