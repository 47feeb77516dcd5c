import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

/** Names that would do harm in a page or a spreadsheet, were they anything but text. */
const hostile = [
  `<img src=x onerror="document.title='owned'">`,
  `"><script>document.title='owned'</script>`,
  `=cmd|' /C calc'!A0`,
  '{{constructor.constructor("document.title=1")()}}',
] as const;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const invoices = [
  'Invoice number,Customer,Invoice date,Due date,Currency,Amount',
  ...hostile.map((name, i) => `H-${i},${quoted(name)},2026-01-1${i},2026-02-10,EUR,${i + 1}0.00`),
].join('\n');

const addresses = [
  '/',
  '/aging?asOf=2026-03-31',
  '/items?asOf=2026-03-31',
  '/customers?asOf=2026-03-31',
  ...hostile.map((name) => `/account?asOf=2026-03-31&customer=${encodeURIComponent(name)}`),
  '/tie-out?asOf=2026-03-31',
  '/import',
];

let site: Site;
let browser: Browser;
const foreign: string[] = [];
const complaints: string[] = [];

/** A browser of its own, all of whose requests, violations and complaints are written down. */
async function watched(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: wide });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${site.origin}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  await context.exposeFunction('tellViolation', (text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = globalThis as unknown as { tellViolation(text: string): void };
      tellViolation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return context;
}

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('the whole path', () => {
  it('asks nothing of anybody but its own origin, and keeps to its policy', async () => {
    const bench = await Workbench.inNewTab(await watched(), site.origin);
    await bench.trySample();
    for (const address of ['/', '/aging?by=segment', '/items', '/customers', '/tie-out']) {
      await bench.open(address);
      if (address !== '/') await bench.grid.ready();
      else await bench.page.getByTestId('figures-EUR').waitFor();
    }
    await bench.page.reload();
    await bench.grid.ready();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('would be noticed if it did otherwise', async () => {
    const context = await watched();
    const bench = await Workbench.inNewTab(context, site.origin);
    await bench.open('/');
    await bench.page.evaluate(() => fetch('http://127.0.0.1:9/never').catch(() => undefined));
    await expect.poll(() => complaints.join(), patience).toContain('connect-src');
    await context.close();
    complaints.length = 0;
    foreign.length = 0;
  });
});

describe('names that are code', () => {
  it('are text on every page, and nothing of them runs', async () => {
    const bench = await Workbench.inNewTab(await watched(), site.origin);
    await bench.open('/import');
    await bench.importing.choose({ name: '<img src=x onerror=alert(1)>.csv', text: invoices });
    await bench.importing.commit();
    const title = await bench.page.title();
    for (const address of addresses) {
      await bench.open(address);
      await expect.poll(() => bench.page.locator('h1').count(), patience).toBe(1);
      if (/^\/(aging|items|account)/.test(address)) await bench.grid.ready();
      expect(await bench.page.locator('img, main script, iframe').count(), address).toBe(0);
      expect(await bench.page.title(), address).toBe(title);
    }
    await bench.open('/aging?asOf=2026-03-31');
    await expect
      .poll(async () => (await bench.grid.rows()).map((row) => row['label']).sort(), patience)
      .toEqual([...hostile].sort());
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
