import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('rows copied from a spreadsheet are pasted, previewed and imported', async () => {
  const context = await browser.newContext({ viewport: wide });
  const bench = await Workbench.inNewTab(context, site.origin);
  const { page } = bench;
  await bench.open('/import');
  await page.getByRole('button', { name: 'Paste' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox')
    .fill(
      'invoice_number\tcustomer_id\tinvoice_date\tdue_date\tcurrency\tamount\n' +
        '0001\tC1\t2026-02-25\t2026-03-25\tEUR\t12.50\n' +
        '0002\tC1\t2026-02-26\t2026-03-26\tEUR\t7.50\n',
    );
  await dialog.getByRole('button').last().click();
  await expect
    .poll(() => bench.importing.counts(), patience)
    .toEqual(expect.arrayContaining(['2 rows in the file', '2 rows are taken']));
  await bench.importing.commit();
  await bench.open('/aging?asOf=2026-02-28');
  await expect
    .poll(async () => (await bench.grid.totals()).map((row) => row['total']), patience)
    .toEqual(['20.00']);
});
