import { sql } from '../engine/sql';

/** Levels of companies above one that are looked at; a circle of parents ends here too. */
const levelsMax = 20;

/** For each customer that has a parent, the company at the top of its group. */
export const buildCustomerRoots = sql`
  CREATE OR REPLACE TABLE customer_root AS
  WITH RECURSIVE link AS (
    SELECT customer_id, min(parent_id) AS parent_id FROM customer
    WHERE parent_id IS NOT NULL AND parent_id <> customer_id GROUP BY customer_id
  ), climb AS (
    SELECT customer_id, parent_id AS root_id, 1 AS depth FROM link
    UNION ALL
    SELECT c.customer_id, l.parent_id, c.depth + 1 FROM climb c JOIN link l ON l.customer_id = c.root_id
    WHERE c.depth < ${levelsMax} AND l.parent_id <> c.customer_id
  )
  SELECT customer_id, arg_max(root_id, depth) AS root_id FROM climb GROUP BY customer_id`;

/** Each debtor with the company that its group answers for: a customer without a parent is a group of its own. */
export const buildDebtorGroups = sql`
  CREATE OR REPLACE VIEW debtor_group AS
  SELECT d.customer_key AS customer_key, coalesce(r.root_id, d.customer_id) AS parent_id,
         coalesce(p.customer_name, r.root_id, d.customer_name) AS parent_name
  FROM debtor d
  LEFT JOIN customer_root r ON r.customer_id = d.customer_id
  LEFT JOIN debtor p ON p.customer_id = r.root_id`;
