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
  await expect.poll(() => note(first), patience).toBe('');
  second = await Workbench.inNewTab(context, site.origin);
  await second.open(address);
  await expect.poll(() => note(second), patience).toBe('');
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
  await second.page.getByTestId('take-over').click();
  await expect.poll(() => second.saveState(), patience).toBe(writerWords);
  await expect.poll(() => first.saveState(), patience).toBe(readerWords);
  await expect
    .poll(() => second.page.locator('.notices').innerText(), patience)
    .toContain('writes now');
  await second.grid.write(0, 'note', 'Called again');
  await expect.poll(() => note(second), patience).toBe('Called again');
  await expect.poll(() => note(first), soon).toBe('Called again');
  expect(await first.page.getByTestId('undo').isDisabled()).toBe(true);
});

it('undo in the new writer takes back what the old one did, and the old one sees it', async () => {
  await second.page.keyboard.press('Control+z');
  await expect.poll(() => note(first), soon).toBe('Called');
  await second.page.keyboard.press('Control+z');
  await expect
    .poll(() => first.grid.cell(0, 'due_date').innerText(), soon)
    .toMatch(/^25.Feb.2026$/);
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
