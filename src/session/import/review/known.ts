import { documentDatasets } from '../../../domain/import/datasets';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';
import { type KnownTerms, knownTerms } from './dueDates';

/** Ids that rows may name: of the ledger, and of the files that come with them. Each a relation with `id`. */
export interface Known {
  readonly customers: Sql;
  readonly documents: Sql;
  readonly accounts: Sql;
  readonly terms: KnownTerms;
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
    terms: await knownTerms(engine, plans, options),
    hasCustomers: Number(counts?.['customers']) > 0 || customers.length > 0,
    hasAccounts: Number(counts?.['accounts']) > 0 || accounts.length > 0,
  };
}
