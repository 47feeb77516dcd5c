import { documentDatasets } from '../../../domain/import/datasets';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/staged';
import type { ImportPlan } from '../plan';
import { type KnownTerms, knownTerms } from './dueDates';

/** Ids that rows may name: of the ledger, and of the files that come with them. Each a relation with `id`. */
export interface Known {
  readonly customers: Sql;
  readonly documents: Sql;
  readonly accounts: Sql;
  readonly terms: KnownTerms;
  /** Documents that payments, of the ledger or of the files, are applied to. */
  readonly settled: Sql;
  /** Each document's `id` and `customer_id`; of one that comes again, as it comes. */
  readonly debtors: Sql;
  /** Each document's `id` and `currency`, as its. */
  readonly currencies: Sql;
  /** Documents that are no opening balances: `id` and `side`, the sign of their amount; none where no row has one. */
  readonly history: Sql;
  /** Whether there is any list of customers, or chart, that a name could be missing from. */
  readonly hasCustomers: boolean;
  readonly hasAccounts: boolean;
}

export async function knownIds(
  engine: Engine,
  plans: readonly ImportPlan[],
  options: RunOptions,
): Promise<Known> {
  const of = (test: (plan: ImportPlan) => boolean, field: string): readonly Sql[] =>
    plans
      .filter((plan) => test(plan) && isMapped(plan.mapping, field))
      .map(
        (plan) =>
          sql`SELECT ${sql.id(field)} FROM ${sql.id(plan.typedTable)} WHERE problem IS NULL`,
      );
  const union = (own: Sql, others: readonly Sql[]): Sql =>
    sql`(${sql.join([own, ...others], ' UNION ALL ')})`;
  const isDocument = ({ mapping }: ImportPlan): boolean => documentDatasets.has(mapping.dataset);
  const tables = plans.flatMap((plan) => [plan, ...plan.others]);
  const settled = tables.flatMap(({ mapping, typedTable }) => {
    const field = { payment: 'applied_document_id', allocation: 'debit_document_id' }[
      mapping.dataset
    ];
    return field !== undefined && isMapped(mapping, field)
      ? [sql`SELECT ${sql.id(field)} FROM ${sql.id(typedTable)} WHERE problem IS NULL`]
      : [];
  });
  /** A field of each document; of one that comes again, as it comes. */
  const ofDocuments = (field: 'customer_id' | 'currency'): Sql => {
    const told = plans
      .filter((plan) => isDocument(plan) && isMapped(plan.mapping, field))
      .map(
        ({ typedTable }) =>
          sql`SELECT document_id, ${sql.id(field)} AS value FROM ${sql.id(typedTable)} WHERE problem IS NULL`,
      );
    const coming = sql.join(
      told.length > 0 ? told : [sql`SELECT '' AS document_id, '' AS value WHERE FALSE`],
      ' UNION ALL ',
    );
    return sql`(SELECT document_id AS id, any_value(value) AS ${sql.id(field)}
      FROM (${coming} UNION ALL SELECT document_id, ${sql.id(field)} FROM document
            WHERE document_id NOT IN (SELECT document_id FROM (${coming}) c)) d
      WHERE value IS NOT NULL GROUP BY document_id)`;
  };
  const ofHistory = plans
    .filter((plan) => isDocument(plan) && plan.mapping.content?.kind !== 'opening')
    .map(({ mapping, typedTable }) => {
      const isOpening = isMapped(mapping, 'kind')
        ? sql`AND coalesce(kind, '') <> 'opening_balance'`
        : sql.empty;
      const side = isMapped(mapping, 'amount') ? sql`sign(amount)` : sql`NULL`;
      return sql`SELECT document_id, ${side} FROM ${sql.id(typedTable)} WHERE problem IS NULL ${isOpening}`;
    });
  const history = union(
    sql`SELECT document_id AS id, sign(amount) AS side FROM document WHERE coalesce(kind, '') <> 'opening_balance'`,
    ofHistory,
  );
  const customers = of(({ mapping }) => mapping.dataset === 'customer', 'customer_id');
  const accounts = of(({ mapping }) => mapping.dataset === 'gl_account', 'account_id');
  const [counts] = await engine.rows(
    sql`SELECT (SELECT count(*) FROM customer WHERE name IS NOT NULL) AS customers, (SELECT count(*) FROM gl_account) AS accounts`,
    options,
  );
  // Invoices that carry the names of their debtors are the list of them.
  const named = of(
    (plan) => isDocument(plan) && isMapped(plan.mapping, 'customer_name'),
    'customer_id',
  );
  return {
    customers: union(sql`SELECT customer_id AS id FROM customer`, [...customers, ...named]),
    documents: union(sql`SELECT document_id AS id FROM document`, [
      ...of(isDocument, 'document_id'),
      ...of(({ mapping }) => mapping.dataset === 'payment', 'payment_id'),
    ]),
    accounts: union(sql`SELECT account_id AS id FROM gl_account`, accounts),
    settled: union(sql`SELECT debit_document_id AS id FROM allocation`, settled),
    debtors: ofDocuments('customer_id'),
    currencies: ofDocuments('currency'),
    history,
    terms: await knownTerms(engine, plans, options),
    hasCustomers: Number(counts?.['customers']) > 0 || customers.length > 0,
    hasAccounts: Number(counts?.['accounts']) > 0 || accounts.length > 0,
  };
}
