import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

describe('a customer’s account, over the sample', () => {
  let site: Site;
  let browser: Browser;
  let bench: Workbench;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
    const context = await browser.newContext({ viewport: wide });
    bench = await Workbench.inNewTab(context, site.origin);
    await bench.trySample();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const balances = async (): Promise<readonly (string | undefined)[]> =>
    (await bench.grid.totals()).map((row) => row['balance']);

  it('shows the buckets whose sum is its balance', async () => {
    await bench.open('/account?customer=C0177&asOf=2026-08-31');
    await bench.grid.ready();
    const strips = bench.page.getByTestId('aging-strip-total');
    await expect.poll(() => strips.count(), patience).toBeGreaterThan(0);
    await expect.poll(balances, patience).toEqual(await strips.allInnerTexts());
  });

  it('from a first day it begins with the opening, and ends as before', async () => {
    const before = await balances();
    const day = bench.page.getByLabel('First day', { exact: true });
    await day.fill('1 Aug 2026');
    await day.press('Enter');
    await day.press('Tab');
    await expect.poll(() => bench.params()['from'], patience).toBe('2026-08-01');
    await bench.grid.shows(0, 'movement', 'Opening balance');
    const [first] = await bench.grid.rows();
    expect(first?.['opening']).toBe(first?.['balance']);
    await expect.poll(balances, patience).toEqual(before);
    await bench.page.getByText(/Opening balance against .+ ties/).waitFor();
  });

  it('moved before its first day, it is shown from the beginning', async () => {
    await bench.open('/account?customer=C0177&asOf=2026-07-31&from=2026-08-01');
    await bench.grid.shows(0, 'movement', 'Posted');
    expect(await bench.page.getByLabel('First day', { exact: true }).inputValue()).toBe('');
  });
});
