import { describe, expect, it } from 'vitest';
import { outsideSubset } from './commonSubset';

const rulesOf = (statement: string) =>
  outsideSubset(statement).map((found) => found.slice(0, found.indexOf(':')));

describe('the check of the common subset', () => {
  it.each([
    ["SELECT strftime(day, '%Y') FROM t", 'strftime'],
    ['SELECT quantile_cont(amount, 0.5) FROM t', 'quantile'],
    ['SELECT * FROM a ASOF JOIN b USING (day)', 'ASOF'],
    ['SELECT amount // 2 FROM t', 'integer division //'],
    ['SELECT amount / 2 FROM t', 'division of amounts /'],
    ["SELECT split_part(name, ' ', 1) FROM t", 'split_part'],
    ["SELECT string_agg(name, ',' ORDER BY name) FROM t", 'text aggregate'],
    ['PIVOT t ON kind USING sum(amount)', 'PIVOT'],
    ['SELECT [1, 2]', 'list or struct'],
    ["SELECT {'a': 1}", 'list or struct'],
    ['SELECT list(name) FROM t', 'list or struct'],
    ['SELECT kind, sum(amount) FROM t GROUP BY ROLLUP (kind)', 'ROLLUP'],
    ['SELECT * EXCLUDE (amount) FROM t', 'EXCLUDE, REPLACE or COLUMNS'],
    ["SELECT '1'::INTEGER", 'cast with colons'],
    ['SELECT CAST(sum(amount) AS DECIMAL(38,4)) FROM t', 'wide DECIMAL'],
    ['SELECT lag(amount) OVER (ORDER BY day) FROM t', 'lag or lead without a default'],
    ['SELECT (SELECT max(amount) FROM t) AS top FROM u', 'scalar subquery'],
    ['SELECT a FROM t WHERE a = (SELECT max(a) FROM t)', 'scalar subquery'],
    ['SELECT a FROM t WHERE day < current_date', 'clock'],
  ])('refuses %s', (statement, rule) => {
    expect(rulesOf(statement)).toContain(rule);
  });

  it.each([
    "SELECT sum(amount) FILTER (WHERE kind = 'a // b') FROM t GROUP BY ALL",
    'WITH t AS (SELECT 1 AS a) SELECT a FROM (SELECT a FROM t) s WHERE a IN (SELECT a FROM t)',
    'SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u) QUALIFY row_number() OVER (ORDER BY a) = 1',
    'SELECT lag(amount, 1, 0) OVER (ORDER BY day) AS "list(x)" FROM t',
    'SELECT CAST(sum(amount) AS DECIMAL(18,4)) FROM ((SELECT 1 AS amount) UNION ALL (SELECT 2)) t',
  ])('lets pass %s', (statement) => {
    expect(outsideSubset(statement)).toEqual([]);
  });
});
