import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

/** An amount as the page shows it in English, in cents. */
const cents = (text: string): number =>
  Math.round(Number(text.replaceAll(/[^\d.−-]/g, '').replace('−', '-')) * 100);

describe('the analysis page, over the sample', () => {
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

  const choose = async (report: string): Promise<void> => {
    await bench.choose('Report', report);
    await expect.poll(() => bench.title(), patience).toBe(report);
    await bench.grid.ready();
  };

  it('opens with the roll-forward of the month, which ties', async () => {
    await bench.open('/analysis?asOf=2026-08-31');
    await expect.poll(() => bench.title(), patience).toBe('Roll-forward of receivables');
    await bench.grid.ready();
    await expect
      .poll(() => bench.page.getByText(/ties · 0\.00 CZK · 0\.00 EUR/).count(), patience)
      .toBe(2);
    expect(await bench.page.getByLabel('Period from', { exact: true }).inputValue()).toBe(
      '1 Aug 2026',
    );
  });

  it('by bucket it names the buckets, and its opening is the aging of the day before', async () => {
    await bench.choose('Group by', 'Group by: Bucket');
    await bench.grid.shows(0, 'key', 'Not due');
    const shown = await bench.grid.cell(1, 'opening').innerText();
    const [aged] = await bench
      .ask('aging-totals', { asOf: '2026-07-31' })
      .then((rows) => rows.filter((row) => row['currency'] === 'EUR'));
    expect(cents(shown)).toBe(Math.round(Number(aged?.['b0']) * 100));
    await bench.grid.openFigure(1, 'opening');
    await expect.poll(() => bench.path(), patience).toBe('/items');
    expect(bench.params()).toMatchObject({ asOf: '2026-07-31', bucket: 'b0' });
    await bench.page.goBack();
    await bench.grid.ready();
  });

  it('roll rates name the states before and after', async () => {
    await choose('Roll rates');
    await bench.grid.shows(0, 'from_state', 'Not due');
    await bench.choose('Months: 1', 'Months: 3');
    await bench.grid.shows(0, 'period_to', '30 Jun 2026');
  });

  it('shows who owes most, what is not applied, and what came in later', async () => {
    await choose('Concentration');
    await bench.grid.shows(0, 'rank', '1');
    await choose('Unapplied credits');
    await choose('Subsequent receipts');
    const open = await bench.ask('aging-totals', { asOf: '2026-08-31' });
    const totals = await bench.grid.totals();
    expect(totals.map((row) => cents(row['open_amount'] ?? ''))).toEqual(
      open.map((row) => Math.round(Number(row['total']) * 100)),
    );
  });
});
