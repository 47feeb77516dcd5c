import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzipped } from '../exporters/zip';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const address = '/aging?asOf=2026-10-31&by=segment&documentCurrency=EUR';

let site: Site;
let browser: Browser;
let context: BrowserContext;
let bench: Workbench;

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: wide });
  bench = await Workbench.inNewTab(context, site.origin);
  await bench.trySample();
  await bench.open(address);
  await bench.grid.ready();
  await bench.tieOut('general-ledger').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function choose(entry: string): Promise<void> {
  await bench.page.getByRole('button', { name: 'Export', exact: true }).click();
  await bench.page.getByRole('menuitem', { name: entry }).click();
}

async function taken(entry: string): Promise<{ name: string; bytes: Buffer }> {
  const download: Promise<Download> = bench.page.waitForEvent('download');
  await choose(entry);
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The grid's headers as they are seen, from left to right. */
async function headers(): Promise<string[]> {
  const cells = await bench.grid.area.locator('.ag-header-cell[col-id]').all();
  const places = await Promise.all(
    cells.map(async (cell) => ({
      x: (await cell.boundingBox())?.x ?? 0,
      text: (await cell.locator('.ag-header-cell-text').innerText()).trim(),
    })),
  );
  return places.sort((a, b) => a.x - b.x).map(({ text }) => text);
}

const plain = (shown: string): string => shown.replaceAll(',', '').replace('−', '-');

describe('what is taken out of the aging', () => {
  it('as CSV has the columns, the order and the figures that are seen', async () => {
    const { name, bytes } = await taken('CSV');
    expect(name).toMatch(/^aging-by_2026-10-31_1-[0-9a-f]{8}\.csv$/);
    const [head = '', ...lines] = bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(head.split(',')).toEqual(await headers());
    const rows = await bench.grid.rows();
    expect(lines).toHaveLength(rows.length);
    const total = head.split(',').indexOf('Total');
    expect(lines.map((line) => line.split(',')[total])).toEqual(
      rows.map((row) => plain(row['total'] ?? '')),
    );
  });

  it('as XLSX has numbers, a header that stays, the totals, and a sheet about itself', async () => {
    const { name, bytes } = await taken('XLSX');
    expect(name).toMatch(/^aging-by_2026-10-31_1-[0-9a-f]{8}\.xlsx$/);
    const files = unzipped(bytes);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    const [totals] = await bench.grid.totals();
    const written = [...sheet.matchAll(/<c r="[A-Z]+\d+"(?: s="\d+")?><v>([^<]*)<\/v>/g)].map(
      (match) => Number(match[1]),
    );
    expect(written).toContain(Number(plain(totals?.['total'] ?? '')));
    const about = files.get('xl/sharedStrings.xml') ?? '';
    for (const part of ['document.csv', '2026-10-31', 'Version']) expect(about).toContain(part);
    expect(about).toMatch(/[0-9a-f]{64}/);
  });

  it('as SVG is a picture that says what it is, no line of it cut', async () => {
    const { name, bytes } = await taken('SVG');
    expect(name).toMatch(/^aging-by_2026-10-31_1-[0-9a-f]{8}\.svg$/);
    const fits = await bench.page.evaluate((svg) => {
      const holder = document.createElement('div');
      holder.innerHTML = svg;
      document.body.append(holder);
      const texts = [...holder.querySelectorAll('text')];
      const width = holder.querySelector('svg')?.getBoundingClientRect().right ?? 0;
      const cut = texts.filter((text) => text.getBoundingClientRect().right > width);
      const found = { count: texts.length, cut: cut.map((text) => text.textContent) };
      holder.remove();
      return found;
    }, bytes.toString('utf8'));
    expect(fits.count).toBeGreaterThan(5);
    expect(fits.cut).toEqual([]);
    expect(/31.Oct.2026/.test(bytes.toString('utf8'))).toBe(true);
  });

  it('as PNG has twice the pixels of the picture', async () => {
    const { name, bytes } = await taken('PNG');
    expect(name).toMatch(/^aging-by_2026-10-31_1-[0-9a-f]{8}\.png$/);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(2000);
  });
});

describe('a report on paper', () => {
  it('has every row under a header that repeats, cuts none, and leaves the screen out', async () => {
    await bench.page.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await bench.open('/items?asOf=2026-10-31&documentCurrency=EUR');
    await bench.grid.ready();
    await bench.page.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await choose('Print');
    const sheet = bench.page.locator('.print-sheet');
    await expect.poll(() => sheet.locator('tbody tr').count(), patience).toBe(295);
    await bench.page.emulateMedia({ media: 'print' });
    expect(
      await sheet.evaluate((element) => {
        const style = (selector: string) => {
          const found = element.querySelector(selector);
          return found ? getComputedStyle(found) : undefined;
        };
        return {
          header: style('thead')?.display,
          row: style('tbody tr')?.breakInside,
          others: [...document.body.children]
            .filter((child) => child !== element && child.tagName !== 'SCRIPT')
            .map((child) => getComputedStyle(child).display)
            .filter((display) => display !== 'none'),
        };
      }),
    ).toEqual({ header: 'table-header-group', row: 'avoid', others: [] });
    expect(await sheet.locator('tfoot').innerText()).toMatch(/^Total[\s\S]*116,757\.52/);
    const pdf = await bench.page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
    await bench.page.emulateMedia({ media: 'screen' });
  });

  it('has tie-outs and chart before the table, and the files with their hashes after it', async () => {
    await bench.open(address);
    await bench.grid.ready();
    await bench.tieOut('general-ledger').waitFor();
    await bench.page.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await choose('Print');
    const sheet = bench.page.locator('.print-sheet');
    const picture = sheet.getByAltText('Aging by segment');
    await picture.waitFor({ state: 'attached' });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), patience)
      .toBeGreaterThan(500);
    const tieOuts = await sheet.locator('.print-tie-out').allTextContents();
    expect(tieOuts.join('\n')).toContain('difference −210.92 EUR');
    const order = await sheet.evaluate((element) =>
      [...element.children].map((child) => child.className || child.tagName),
    );
    expect(order.indexOf('IMG')).toBeGreaterThan(order.lastIndexOf('print-tie-out'));
    expect(order.indexOf('TABLE')).toBeGreaterThan(order.indexOf('IMG'));
    expect(order.indexOf('print-source')).toBeGreaterThan(order.indexOf('TABLE'));
    expect(await sheet.locator('.print-source').first().textContent()).toMatch(/[0-9a-f]{64}/);
    await bench.page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
  });

  it.each(['/', '/aging?asOf=2026-10-31'])(
    'is the page without its frame where no sheet was asked for: %s',
    async (page) => {
      await bench.open(page);
      await bench.page.getByRole('heading', { level: 1 }).waitFor();
      await bench.page.emulateMedia({ media: 'print' });
      expect(await bench.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await bench.page.getByRole('banner').isVisible()).toBe(false);
      expect(await bench.page.getByRole('navigation').isVisible()).toBe(false);
      await bench.page.emulateMedia({ media: 'screen' });
    },
  );
});
