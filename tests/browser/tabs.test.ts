import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench } from './pages';
import { type Site, serveSite } from './site';

const address = '/documents?asOf=2026-10-31&search=F26-0203';
const soon = { timeout: 10_000, interval: 50 } as const;

let site: Site;
let browser: Browser;
let context: BrowserContext;
let first: Workbench;
let second: Workbench;

const note = (bench: Workbench) => bench.grid.cell(0, 'note').innerText();
const readerWords = 'Read-only';
const writerWords = 'Saved on this machine';

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 2000, height: 900 } });
  first = await Workbench.inNewTab(context, site.origin);
  await first.trySample();
  await first.open(address);
  await first.grid.shows(0, 'number', 'F26-0203');
  second = await Workbench.inNewTab(context, site.origin);
  await second.open(address);
  await second.grid.shows(0, 'number', 'F26-0203');
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('a second tab only reads, and says so', async () => {
  expect(await second.saveState()).toBe(readerWords);
  expect(await first.saveState()).toBe(writerWords);
  expect(await second.page.getByTestId('undo').isDisabled()).toBe(true);
  await second.grid.select(0, 'note');
  await second.page.keyboard.type('x');
  await expect
    .poll(() => second.page.locator('[role="status"]').allInnerTexts(), patience)
    .toContainEqual(expect.stringContaining('Another tab writes this workspace'));
  expect(await second.page.getByTestId('cell-editor').count()).toBe(0);
});

it('it follows what the first one edits, live', async () => {
  await first.grid.write(0, 'note', 'Called');
  await first.sign('Ana Ruiz');
  await expect.poll(() => note(first), patience).toBe('Called');
  await expect.poll(() => note(second), soon).toBe('Called');
  await first.grid.write(0, 'due_date', '2026-05-31');
  await expect
    .poll(() => second.grid.cell(0, 'due_date').innerText(), soon)
    .toMatch(/^31.May.2026$/);
});

it('it takes over, and the first one reads then', async () => {
  await second.page.bringToFront();
  await second.page.getByTestId('take-over').click();
  await expect.poll(() => second.saveState(), patience).toBe(writerWords);
  await expect.poll(() => first.saveState(), patience).toBe(readerWords);
  await expect
    .poll(() => second.page.locator('.notices').innerText(), patience)
    .toContain('writes now');
  await second.grid.write(0, 'note', 'Called again');
  await expect.poll(() => note(second), patience).toBe('Called again');
  // A tab that nobody sees draws nothing.
  await first.page.bringToFront();
  await expect.poll(() => note(first), soon).toBe('Called again');
  expect(await first.page.getByTestId('undo').isDisabled()).toBe(true);
});

it('undo in the new writer takes back what the old one did, and the old one sees it', async () => {
  await second.page.bringToFront();
  for (const count of [1, 2]) {
    await second.page.getByTestId('undo').click();
    await expect
      .poll(
        async () =>
          (await second.ask('history', {})).filter(({ action }) => action === 'undid').length,
        patience,
      )
      .toBe(count);
  }
  await first.page.bringToFront();
  await expect.poll(() => note(first), soon).toBe('Called');
  await expect
    .poll(() => first.grid.cell(0, 'due_date').innerText(), soon)
    .toMatch(/^25.Feb.2026$/);
});

it('what is written of a person can be read in both tabs, and stays readable after taking over', async () => {
  const notes = async (bench: Workbench) =>
    (await bench.ask('customers', { asOf: '2026-10-31', search: 'C00' }))
      .filter((row) => row['note'] !== null)
      .map((row) => `${row['customer_id']} ${row['note']}`);
  const write = async (bench: Workbench, customer: string, text: string): Promise<void> => {
    await bench.page.bringToFront();
    await bench.open(`/customers?asOf=2026-10-31&search=${customer}`);
    await bench.grid.shows(0, 'customer_id', customer);
    await bench.grid.write(0, 'note', text);
    await bench.grid.shows(0, 'note', text);
  };
  await write(second, 'C0057', 'Moved away');
  await expect.poll(() => notes(first), soon).toEqual(['C0057 Moved away']);
  await first.page.bringToFront();
  await first.page.getByTestId('take-over').click();
  await expect.poll(() => first.saveState(), patience).toBe(writerWords);
  await write(first, 'C0042', 'Calls back');
  const both = ['C0042 Calls back', 'C0057 Moved away'];
  await expect.poll(async () => (await notes(second)).sort(), soon).toEqual(both);
  await first.page.reload();
  await first.grid.ready();
  expect((await notes(first)).sort()).toEqual(both);
  await second.page.bringToFront();
  await second.page.getByTestId('take-over').click();
  await expect.poll(() => second.saveState(), patience).toBe(writerWords);
  await first.open(address);
});

it('a tab whose writer is closed takes over when it is asked to, and nothing is lost', async () => {
  await second.page.close();
  await first.page.getByTestId('take-over').click();
  await expect.poll(() => first.saveState(), patience).toBe(writerWords);
  expect(await note(first)).toBe('Called');
  await first.page.reload();
  await expect.poll(() => note(first), patience).toBe('Called');
  expect(await first.saveState()).toBe(writerWords);
});
