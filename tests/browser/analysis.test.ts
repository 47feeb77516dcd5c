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

  it('shows what falls due by week, what is overdue first, and each week leads to its items', async () => {
    await choose('Due dates');
    const [aged] = await bench
      .ask('due-dates', { asOf: '2026-08-31', by: 'week' })
      .then((rows) => rows.filter((row) => row['currency'] === 'EUR' && row['due_from'] !== null));
    await bench.choose('Group by', 'Group by: Week');
    await bench.grid.shows(0, 'due_state', 'Overdue');
    await bench.page
      .getByText(/ties · 0\.00 CZK · 0\.00 EUR/)
      .first()
      .waitFor();
    const rows = await bench.grid.rows();
    const at = rows.findIndex(
      (row) => row['due_state'] === 'To fall due' && row['currency'] === 'EUR',
    );
    const amount = rows[at]?.['open_amount'] ?? '';
    expect(cents(amount)).toBe(cents(String(aged?.['open_amount'])));
    await bench.grid.openFigure(at, 'open_amount');
    await expect.poll(() => bench.params()['until'], patience).toBe(String(aged?.['due_to']));
    expect(bench.params()).toMatchObject({ report: 'due-dates', documentCurrency: 'EUR' });
    await bench.grid.shows(0, 'days_to_due', '0');
    await expect
      .poll(async () => (await bench.grid.totals()).map((row) => row['open_amount']), patience)
      .toEqual([amount]);
  });

  it('days of one report do not follow the reader into another', async () => {
    await choose('Roll-forward of receivables');
    expect(bench.params()['from']).toBeUndefined();
    expect(bench.params()['until']).toBeUndefined();
  });
});
