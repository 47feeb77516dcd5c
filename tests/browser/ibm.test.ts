import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const realData =
  process.env['SALDO_REAL_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const file = join(realData, 'ibm_late_payment', 'WA_Fn-UseC_-Accounts-Receivable.csv');

/** Open at a date: not due and 1–30 days past due, with their items. */
const figures = [
  { asOf: '2012-06-30', b0: '4,594.36', n0: 83, b1: '909.73', n1: 15 },
  { asOf: '2012-12-31', b0: '4,936.32', n0: 86, b1: '788.74', n1: 13 },
  { asOf: '2013-06-30', b0: '4,284.29', n0: 72, b1: '835.56', n1: 12 },
] as const;

describe.skipIf(!existsSync(file))('a real export of settled invoices, dropped on the page', () => {
  let site: Site;
  let browser: Browser;
  let bench: Workbench;

  beforeAll(async () => {
    site = await serveSite();
    browser = await launch();
    const context = await browser.newContext({ viewport: wide });
    bench = await Workbench.inNewTab(context, site.origin);
    await bench.open('/');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is recognised wherever it falls, with every row, its total and its leading zeros', async () => {
    await bench.importing.drop('receivables.csv', readFileSync(file));
    await bench.importing.draft.waitFor();
    expect(bench.path()).toBe('/import');
    expect(await bench.page.getByRole('combobox', { name: 'This file is' }).inputValue()).toBe(
      'Invoices and other documents',
    );
    expect(await bench.importing.counts()).toEqual([
      '2,466 rows in the file',
      '2,466 rows are taken',
      '2,466 receipts from settled lines',
      '266 numbers keep their leading zeros',
    ]);
    expect(await bench.importing.controlTotals()).toEqual([
      ['currency of the books · 2,466', '147,703.18', '147,703.18', '0.00'],
    ]);
  });

  it('can be discarded, and chosen by name instead', async () => {
    await bench.page.getByRole('button', { name: 'Discard' }).click();
    await bench.importing.draft.waitFor({ state: 'detached' });
    await bench.importing.choose(file);
    await bench.importing.commit();
    expect(await bench.importing.result.innerText()).toContain('2,466 rows are taken');
  });

  it('can be undone where it was imported, and imported again', async () => {
    await bench.page.getByTestId('undo').click();
    await bench.importing.result.waitFor({ state: 'detached' });
    await bench.page.getByRole('button', { name: 'Choose files' }).waitFor();
    await bench.importing.choose(file);
    await bench.importing.commit();
    expect(await bench.importing.result.innerText()).toContain('2,466 rows are taken');
  });

  for (const { asOf, b0, n0, b1, n1 } of figures)
    it(`shows at ${asOf} what was open, and the items behind it`, async () => {
      await bench.open(`/aging?asOf=${asOf}`);
      await expect
        .poll(() => bench.grid.totals(), patience)
        .toEqual([
          expect.objectContaining({ b0, b1, b2: '0.00', b3: '0.00', item_count: String(n0 + n1) }),
        ]);
      for (const [column, count, amount] of [
        ['b0', n0, b0],
        ['b1', n1, b1],
      ] as const) {
        await bench.grid.openFigure('b-0', column);
        await expect.poll(() => bench.statusText(), patience).toContain(`${count} rows in`);
        await expect
          .poll(() => bench.grid.totals(), patience)
          .toEqual([expect.objectContaining({ open_amount: amount })]);
        await bench.page.goBack();
        await bench.grid.cell('b-0', column).waitFor();
      }
    });

  it('is still there after a reload', async () => {
    await bench.page.reload();
    await expect
      .poll(() => bench.grid.totals(), patience)
      .toEqual([expect.objectContaining({ b0: '4,284.29', b1: '835.56' })]);
    await bench.open('/import');
    expect(await bench.importing.sources()).toEqual(['WA_Fn-UseC_-Accounts-Receivable.csv']);
  });
});
