import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { assert } from '../lib/assert';
import { LinkApplier } from './applyLinks';
import { readBase } from './base';
import { buildBase, buildCurrencies, buildCurrencyUse, buildDebtors } from './debtors';
import { buildDocumentDiscounts } from './discounts';
import {
  addDueOfNamed,
  buildControlAccounts,
  buildDerivedBase,
  buildDocumentTexts,
  buildLedgerDetail,
  buildPostedView,
  buildUnlinkedLines,
  createTakenDue,
  namesInvoice,
  needsBase,
} from './documents';
import { buildDebtorHistory } from './edits/debtorEdits';
import { findEditedDocuments, refreshCustomers, refreshDocuments } from './edits/tables';
import { buildVersions, emptyVersions } from './edits/versions';
import {
  buildInstalmentParts,
  buildItems,
  buildTraits,
  findHashCollision,
  isDueInParts,
} from './items';
import { buildReversals, namesReversed, noteOrphans } from './links';
import { buildCustomerRoots, buildDebtorGroups } from './parents';
import { buildCube } from './spans';
import { givenTables } from './tablesUnder';
import { addDueOfTerms, createTermInstalments } from './terms';
import { dropAsked } from './ways';

const createContradictions = sql`
  CREATE OR REPLACE TABLE contradiction (kind VARCHAR, allocation_id VARCHAR, debit_document_id VARCHAR,
    credit_document_id VARCHAR, amount DECIMAL(18,4), source_id VARCHAR, source_row INTEGER)`;

const noteExcess = sql`
  INSERT INTO contradiction
  SELECT 'allocation_excess', e.allocation_id, d.document_id, c.document_id, e.amount, a.source_id, a.source_row
  FROM excess e JOIN item d ON d.item_key = e.debit_key JOIN item c ON c.item_key = e.credit_key
  LEFT JOIN allocation a ON a.allocation_id = e.allocation_id`;

const noteBadInstalments = sql`
  INSERT INTO contradiction
  SELECT DISTINCT 'instalments_do_not_add_up', NULL, i.document_id, NULL, NULL, i.source_id, min(i.source_row)
  FROM instalment i ANTI JOIN instalment_part p ON p.document_id = i.document_id
  GROUP BY i.document_id, i.source_id`;

const noteMissingRates = sql`
  INSERT INTO contradiction
  SELECT 'rate_missing', NULL, min(document_id), currency, NULL, NULL, NULL FROM posted_document
  WHERE base_amount IS NULL GROUP BY currency`;

/** Tables that only the building needs. */
const scratch = ['currency_use', 'taken_due', 'term_instalment', 'instalment_part'];

/** The steps of a build, in order, for a progress bar. */
export const buildSteps = ['documents', 'items', 'links', 'movements', 'spans', 'cube'] as const;
export type BuildStep = (typeof buildSteps)[number];

export interface BuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: BuildStep) => void) | undefined;
}

/**
 * Builds everything that reports read from the canonical tables: debtors, items, movements, spans, cube.
 * Nothing here looks at a date of today, and the same rows give the same tables.
 * @throws EngineError; after any error the tables are to be built again.
 */
export async function buildLedger(engine: Engine, build: BuildOptions = {}): Promise<void> {
  const options: RunOptions = { lane: 'work', signal: build.signal };
  const run = async (...statements: readonly Sql[]): Promise<void> => {
    for (const statement of statements) await engine.exec(statement, options);
  };

  const hasRows = async (query: Sql): Promise<boolean> =>
    (await engine.rows(sql`${query} LIMIT 1`, options)).length > 0;
  /** A table that most ledgers have no rows for is made empty without a look at all documents. */
  const runWhere = async (test: Sql, statement: Sql): Promise<void> =>
    run((await hasRows(test)) ? statement : sql`${statement} LIMIT 0`);

  const runIf = async (test: Sql, ...statements: readonly Sql[]): Promise<void> => {
    if (await hasRows(test)) await run(...statements);
  };

  build.onStep?.('documents');
  await dropAsked(engine, options);
  await findEditedDocuments(engine, options);
  await refreshCustomers(engine, options);
  await refreshDocuments(engine, options);
  await run(createContradictions);
  await run(buildCurrencyUse, buildBase);
  const base = await readBase(engine, options);
  await run(buildDebtors, buildCustomerRoots, buildDebtorGroups);
  await run(buildCurrencies(base), buildControlAccounts);
  await buildDebtorHistory(engine, options);
  await runWhere(sql`SELECT 1 FROM gl_entry`, buildUnlinkedLines);
  await run(buildLedgerDetail);
  await runWhere(
    sql`${needsBase(base)} AND EXISTS (SELECT 1 FROM exchange_rate)`,
    buildDerivedBase(base),
  );
  await run(createTakenDue, createTermInstalments);
  await addDueOfTerms(engine, options);
  await runIf(namesInvoice, addDueOfNamed);
  await run(buildPostedView(base), buildDocumentTexts, buildDocumentDiscounts, noteMissingRates);

  build.onStep?.('items');
  await run(buildTraits);
  assert(!(await hasRows(findHashCollision)), 'two combinations of dimensions share a hash');
  await runWhere(isDueInParts, buildInstalmentParts(base));
  await run(buildItems, noteBadInstalments);

  build.onStep?.('links');
  await runWhere(namesReversed, buildReversals);
  const links = new LinkApplier(engine, base, options);
  const { hasOrphans } = await links.give(false);
  if (hasOrphans) await run(noteOrphans);
  await links.settle();
  await run(noteExcess);

  build.onStep?.('movements');
  await links.move(givenTables);
  build.onStep?.('spans');
  await links.span(givenTables);
  await run(...emptyVersions);
  await buildVersions(engine, options);
  build.onStep?.('cube');
  await run(buildCube(givenTables));
  await run(sql`DROP VIEW IF EXISTS posted_document`);
  await links.clean();
  for (const table of scratch) await run(sql`DROP TABLE IF EXISTS ${sql.id(table)}`);
}
