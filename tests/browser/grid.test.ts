import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

let site: Site;
let browser: Browser;
let bench: Workbench;

const press = (key: string) => bench.page.keyboard.press(key);
const focus = () => bench.grid.focus();

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  const context = await browser.newContext({ viewport: wide });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  bench = await Workbench.inNewTab(context, site.origin);
  await bench.trySample();
  await bench.open('/aging?asOf=2026-10-31&by=segment');
  await bench.grid.cell('b-2', 'total').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The keyboard stands on the first row's *not due*, as after a click beside its figure. */
beforeEach(async () => {
  await bench.grid.cell(0, 'label').click();
  await press('ArrowRight');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(await focus()).toBe('0 b0');
});

describe('the keyboard in a grid', () => {
  it('goes from cell to cell with the arrows, and stays inside the edges', async () => {
    await press('ArrowDown');
    await press('ArrowRight');
    expect(await focus()).toBe('1 b1');
    await press('ArrowLeft');
    await press('ArrowUp');
    expect(await focus()).toBe('0 b0');
    await press('Home');
    await press('ArrowLeft');
    expect(await focus()).toBe('0 key');
  });

  it('goes to the corners with Ctrl End and Ctrl Home, and to the ends of a row with End and Home', async () => {
    await press('Control+End');
    expect(await focus()).toBe('6 item_count');
    await press('Home');
    expect(await focus()).toBe('6 key');
    await press('End');
    expect(await focus()).toBe('6 item_count');
    await press('Control+Home');
    expect(await focus()).toBe('0 key');
  });

  it('opens a figure with Enter, and Back leads to the grid again', async () => {
    await press('Enter');
    await expect.poll(() => bench.path(), patience).toBe('/items');
    await bench.page.goBack();
    await expect.poll(() => bench.title(), patience).toBe('Aging by segment');
    await bench.grid.cell('b-2', 'total').waitFor();
  });
});

describe('a selected block', () => {
  it('shows its sum and average, currency by currency and exactly', async () => {
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowRight');
    // 34,745.33 + 6,037.25 + 11,632.16 + 1,676.25, all in euro.
    await expect
      .poll(() => bench.statusText(), patience)
      .toContain('4 cells selected Sum 54,090.99 EUR · Average 13,522.75 EUR');
  });

  it('goes to the clipboard with its headers, as a spreadsheet pastes it', async () => {
    await press('Shift+ArrowRight');
    await press('Shift+ArrowDown');
    await press('Control+c');
    await bench.page.getByText('4 cells copied').waitFor();
    const text = await bench.page.evaluate(() => navigator.clipboard.readText());
    expect(text.split(/\r?\n/)).toEqual([
      'Not due\t1–30 days',
      '147777.74\t20008.49',
      '34745.33\t6037.25',
    ]);
  });
});

describe('find', () => {
  it('opens with Ctrl F, goes on with Enter, and gives the keyboard back to what it found', async () => {
    await press('Control+f');
    const box = bench.page.getByRole('searchbox', { name: 'Find' });
    await box.fill('homeowners');
    await box.press('Enter');
    await bench.page.getByText('Row 3 of 7').waitFor();
    await box.press('Escape');
    await expect.poll(focus, patience).toMatch(/^2 /);
  });

  it('opens with Ctrl F wherever the keyboard is on the page', async () => {
    await bench.page.getByRole('button', { name: 'Add a filter' }).focus();
    await press('Control+f');
    const box = bench.page.getByRole('searchbox', { name: 'Find' });
    await expect
      .poll(() => box.evaluate((element) => element === document.activeElement), patience)
      .toBe(true);
    await bench.page.getByRole('button', { name: 'Add a filter' }).focus();
    await press('Control+f');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.press('Escape');
  });

  it('says so where nothing is found', async () => {
    await press('Control+f');
    const box = bench.page.getByRole('searchbox', { name: 'Find' });
    await box.fill('nobody of that name');
    await box.press('Enter');
    await bench.page.getByText('Not found').waitFor();
    await box.press('Escape');
  });
});
