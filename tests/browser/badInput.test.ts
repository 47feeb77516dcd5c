import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { type GivenFile, patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const header = 'Invoice number,Customer,Invoice date,Due date,Currency,Amount';
const csv = (name: string, ...lines: readonly string[]): GivenFile => ({
  name,
  text: [header, ...lines, ''].join('\n'),
});
const good = csv(
  'good.csv',
  'F-1,Acacia Ltd,2026-01-10,2026-02-10,EUR,100.00',
  'F-2,Birch Ltd,2026-01-15,2026-02-15,EUR,50.00',
);

let site: Site;
let browser: Browser;
let bench: Workbench;

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  bench = await Workbench.inNewTab(await browser.newContext({ viewport: wide }), site.origin);
  await bench.open('/import');
  await bench.importing.choose(good);
  await bench.importing.commit();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The two good invoices are what there is, on the page and among the files. */
async function ledgerIsAsItWas(): Promise<void> {
  await bench.open('/aging?asOf=2026-01-31');
  await expect
    .poll(() => bench.grid.totals(), patience)
    .toEqual([expect.objectContaining({ currency: 'EUR', total: '150.00', item_count: '2' })]);
  await bench.open('/import');
  expect(await bench.importing.sources()).toEqual(['good.csv']);
}

it('a good file makes the ledger that the bad ones must not touch', async () => {
  await ledgerIsAsItWas();
});

describe('a file that cannot be read', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000', 'hex');
  for (const [what, file, message] of [
    ['of no bytes', { name: 'empty.csv', text: '' }, 'empty.csv is empty. Export it again.'],
    [
      'that is a picture',
      { name: 'chart.png', text: png },
      'chart.png is no text. Save it as CSV and import that.',
    ],
    [
      'with a header alone',
      csv('header.csv'),
      'header.csv has a header on line 1 but no row below it. Export it again with data.',
    ],
    ['that was imported before', good, 'good.csv has been imported already. Nothing was added.'],
  ] as const)
    it(`${what} gets one message, and the ledger stays as it was`, async () => {
      await bench.importing.choose(file);
      await bench.importing.problem.first().waitFor();
      expect(await bench.importing.problem.allInnerTexts()).toEqual([message]);
      expect(await bench.importing.draft.count()).toBe(0);
      await ledgerIsAsItWas();
    });
});

describe('a row that cannot be read', () => {
  for (const [what, file, line, reason] of [
    [
      'with a day that no month has',
      csv(
        'february.csv',
        'F-3,Acacia Ltd,05/02/2026,28/02/2026,EUR,10.00',
        'F-4,Acacia Ltd,31/02/2026,31/03/2026,EUR,20.00',
      ),
      '3',
      'Invoice date “31/02/2026” cannot be read; correct it',
    ],
    [
      'with the id of an earlier row',
      csv(
        'twice.csv',
        'F-5,Acacia Ltd,2026-01-11,2026-02-11,EUR,10.00',
        'F-5,Birch Ltd,2026-01-12,2026-02-12,EUR,20.00',
      ),
      '3',
      'Invoice number “F-5” stands on an earlier line already, which is the one taken; give each row its own',
    ],
  ] as const)
    it(`${what} is named with its line before anything is imported`, async () => {
      await bench.importing.choose(file);
      const rejects = bench.page.getByTestId('rejects').locator('tbody tr');
      await rejects.first().waitFor();
      expect(await rejects.count()).toBe(1);
      expect(await rejects.locator('td').allInnerTexts()).toEqual([line, reason, '']);
      expect(await bench.importing.counts()).toEqual([
        '2 rows in the file',
        '1 row is taken',
        '1 row is rejected',
      ]);
      await bench.page.getByRole('button', { name: 'Discard' }).click();
      await bench.importing.draft.waitFor({ state: 'detached' });
      await ledgerIsAsItWas();
    });
});
