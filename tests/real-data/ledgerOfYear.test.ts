import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql';
import { fileOf } from '../../src/headless/source';
import type { PlanReview } from '../../src/session/import/review/review';
import { type Draft, Drafting } from '../import/drafting';
import { realData } from './folder';

const folder = realData('gl_irene') ?? '';
const names = [
  'journal_entries.csv',
  'chart_of_accounts.csv',
  'budget.csv',
  'bank_statement.csv',
  'erp_cash_ledger.csv',
] as const;

describe.skipIf(folder === '')('the journal, chart, budget and bank of a company’s year', () => {
  let desk: Drafting;
  let drafts: ReadonlyMap<string, Draft>;
  let reviews: readonly PlanReview[];
  beforeAll(async () => {
    desk = await Drafting.open();
    const all = await desk.drop(await Promise.all(names.map((name) => fileOf(join(folder, name)))));
    drafts = new Map(all.map((draft) => [draft.staged.file, draft]));
    reviews = await desk.review(all);
    await desk.take(all);
  });
  afterAll(() => desk.close());

  it.each([
    ['journal_entries.csv', 'gl_entry', 1796],
    ['chart_of_accounts.csv', 'gl_account', 18],
    ['budget.csv', 'budget', 144],
    ['bank_statement.csv', 'bank_transaction', 528],
    ['erp_cash_ledger.csv', 'bank_transaction', 565],
  ])('%s is recognised as %s with its %i rows', (name, dataset, count) => {
    expect(drafts.get(name)?.plan).toMatchObject({
      mapping: { dataset },
      rowCount: count,
      goodCount: count,
      rejectCount: 0,
    });
  });

  it('nothing is wrong with them together: every entry balances, every account is in the chart', () => {
    expect(reviews.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('898 entries have debits and credits of 59,915,546.29', async () => {
    const [sums] = await desk.session.engine.rows(
      sql`SELECT count(*) AS lines, count(DISTINCT entry_id) AS entries,
                 CAST(sum(debit) AS VARCHAR) AS debit, CAST(sum(credit) AS VARCHAR) AS credit FROM gl_entry`,
    );
    expect({ ...sums }).toEqual({
      lines: 1796,
      entries: 898,
      debit: '59915546.2900',
      credit: '59915546.2900',
    });
  });

  it.each([
    ['1000', '1080320.0800'],
    ['1100', '8513847.8300'],
    ['1200', '-2694250.0100'],
    ['2000', '-4549494.2100'],
    ['4000', '-23309958.1100'],
    ['4100', '-3105317.7200'],
    ['4900', '807092.6100'],
    ['5000', '11788858.6400'],
    ['6000', '5176317.0100'],
  ])('account %s has a balance of %s', async (account, balance) => {
    const [found] = await desk.session.engine.rows(
      sql`SELECT CAST(sum(debit) - sum(credit) AS VARCHAR) AS balance FROM gl_entry WHERE account_id = ${account}`,
    );
    expect(found?.['balance']).toBe(balance);
  });

  it('the chart knows its kinds, and which account carries what debtors owe', async () => {
    const accounts = await desk.table('gl_account', 'account_id', 'kind', 'control_kind');
    expect(accounts).toContain('1100 | asset | trade');
    expect(accounts).toContain('4900 | income | ');
    expect(accounts).toContain('5000 | expense | ');
    expect(accounts.filter((line) => line.split(' | ')[1] === '')).toEqual([]);
  });

  it('the bank has 999,087.36, the books have 966,811.97, and which is which is told', async () => {
    const sides = await desk.session.engine.rows(
      sql`SELECT coalesce(side, 'bank') AS side, count(*) AS n, CAST(sum(amount) AS VARCHAR) AS amount
          FROM bank_transaction GROUP BY 1 ORDER BY 1`,
    );
    expect(sides.map((row) => [row['side'], row['n'], row['amount']])).toEqual([
      ['bank', 528, '999087.3600'],
      ['books', 565, '966811.9700'],
    ]);
  });

  it('the budget is 46,296,150.00 over the twelve months of 2025', async () => {
    const [sums] = await desk.session.engine.rows(
      sql`SELECT CAST(sum(amount) AS VARCHAR) AS amount, count(DISTINCT period) AS months,
                 CAST(min(period) AS VARCHAR) AS first, CAST(max(period) AS VARCHAR) AS last FROM budget`,
    );
    expect({ ...sums }).toEqual({
      amount: '46296150.0000',
      months: 12,
      first: '2025-01',
      last: '2025-12',
    });
  });
});
