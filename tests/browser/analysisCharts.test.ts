import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareColour } from '../../src/ui/tokens/shareColours';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const asOf = '2026-08-31';
const rolls = `/analysis?report=roll-rates&asOf=${asOf}`;

describe('the pictures of the analysis page, over the sample', () => {
  let site: Site;
  let browser: Browser;
  let bench: Workbench;
  let chart: Locator;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
    const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' });
    bench = await Workbench.inNewTab(context, site.origin);
    chart = bench.page.getByTestId('analysis-chart');
    await bench.trySample();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** What is written in the drawing. */
  const drawn = (): Promise<string[]> => chart.locator('svg text').allTextContents();
  const word = (text: string): Locator =>
    chart.locator('svg text').getByText(text, { exact: true });
  const grouped = (amount: unknown): string => String(amount).replace(/\B(?=(\d{3})+\.)/g, ',');
  const total = async (): Promise<unknown> => (await bench.grid.totals())[0]?.['amount'];

  it('the heat map has the figures of the report, one currency at a time', async () => {
    await bench.open(rolls);
    await word('96.59%').waitFor();
    const rows = await bench.ask('roll-rates', { to: asOf });
    for (const currency of ['EUR', 'CZK']) {
      await bench.choose('Currency of the chart', currency);
      const amounts = rows
        .filter((row) => row['currency'] === currency)
        .map((row) => grouped(row['amount']));
      expect(amounts.length).toBeGreaterThan(5);
      await word(amounts[0] ?? '').waitFor();
      expect((await drawn()).filter((text) => /^[\d,]+\.\d\d$/.test(text)).sort()).toEqual(
        amounts.toSorted(),
      );
    }
    expect(bench.params()['chartCurrency']).toBe('CZK');
  });

  it('a cell that is clicked opens its items, as the figure of the table does', async () => {
    await bench.choose('Currency of the chart', 'EUR');
    await word('8,108.30').click();
    await expect.poll(total, patience).toBe('8,108.30');
    const address = bench.params();
    expect(address).toMatchObject({
      ...{ report: 'rolled-items', from: '2026-07-31', asOf, documentCurrency: 'EUR' },
      ...{ fromState: 'b1', toState: 'collected' },
    });
    await bench.page.getByText(/against the transition matrix: ties/).waitFor();
    await bench.page.goBack();
    await chart.getByText('Show as table').click();
    await chart.getByRole('button', { name: /^Open 1–30 days → Collected: 8,108.30 EUR/ }).click();
    await expect.poll(total, patience).toBe('8,108.30');
    expect(bench.params()).toEqual(address);
  });

  it('the Sankey diagram is an address of its own, and a flow or a state opens what it is of', async () => {
    await bench.open(rolls);
    await bench.page.getByText('Sankey', { exact: true }).click();
    await expect.poll(() => bench.params()['chart'], patience).toBe('sankey');
    const [before] = await bench
      .ask('aging-totals', { asOf: '2026-07-31', credits: 'unapplied' })
      .then((rows) => rows.filter((row) => row['currency'] === 'EUR'));
    const name = `Not due ${grouped(before?.['b0'])}`;
    await word(name).waitFor();
    await word('Written off 121.06').waitFor();
    await word(name).click();
    await expect.poll(total, patience).toBe(grouped(before?.['b0']));
    expect(bench.params()).toMatchObject({ report: 'rolled-items', fromState: 'b0' });
    expect(bench.params()['toState']).toBeUndefined();
  });

  it('the table can stand alone, and several months have no picture', async () => {
    await bench.open(`${rolls}&chart=table`);
    await bench.grid.ready();
    expect(await chart.count()).toBe(0);
    await bench.open(`${rolls}&months=3`);
    await bench.grid.shows(0, 'period_to', '30 Jun 2026');
    expect(await chart.count()).toBe(0);
  });

  it('the Pareto chart has the debtors of the report, and a bar opens what one owes', async () => {
    await bench.open(`/analysis?report=concentration&asOf=${asOf}`);
    await chart.getByText(/^All others \(80\): 35,484.40 EUR, 34.20%$/).waitFor();
    const rows = (await bench.ask('concentration', { asOf })).filter(
      (row) => row['currency'] === 'EUR',
    );
    await chart.getByText('Show as table').click();
    const shown = await chart.locator('tbody tr td:nth-child(2)').allTextContents();
    expect(shown.slice(0, -1)).toEqual(rows.map((row) => grouped(row['total'])));
    const bars = chart.locator(`svg path[fill="${shareColour(0.6, 'light').fill}"]`);
    await bars.first().waitFor();
    const [tallest] = (await Promise.all((await bars.all()).map((bar) => bar.boundingBox())))
      .flatMap((box) => (box ? [box] : []))
      .sort((a, b) => b.height - a.height);
    await bench.page.mouse.click((tallest?.x ?? 0) + 4, (tallest?.y ?? 0) + 4);
    await expect.poll(() => bench.path(), patience).toBe('/items');
    expect(bench.params()).toMatchObject({ customer: String(rows[0]?.['key']), asOf });
    await expect
      .poll(async () => (await bench.grid.totals())[0]?.['open_amount'], patience)
      .toBe(grouped(rows[0]?.['total']));
  });

  it('expected losses are drawn by group and bucket, and leave the page as a picture', async () => {
    await bench.open(`/analysis?report=expected-loss&by=segment&asOf=${asOf}`);
    await word('5,147.41').waitFor();
    const download = await bench.export('Chart as SVG');
    const svg = readFileSync(await download.path(), 'utf8');
    expect(svg).toContain('>5,147.41</text>');
    expect(svg).toContain('Expected credit losses');
  });
});
