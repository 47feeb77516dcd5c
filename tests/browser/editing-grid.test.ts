import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResultRow } from '../../src/domain/report/result';
import type { EditRequest } from '../../src/grid/editing';
import type { SelectionSummary } from '../../src/grid/statistics';
import { securityHeaders } from '../../src/headless/securityHeaders';
import { languageTexts } from '../../vite.config';
import { launch } from './chromium';
import { excel, largeBlock, libreOffice, sheets } from './clipboards';
import { Grid } from './pages';

/** What the page gives to read. */
interface PageWindow {
  readonly record: { readonly requests: EditRequest[]; readonly rows: readonly ResultRow[] };
  summary(): SelectionSummary | undefined;
  failNext(message: string): void;
}

const axe = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const soon = { timeout: 15_000, interval: 30 } as const;

let folder: string;
let server: PreviewServer;
let origin: string;
let browser: Browser;
let page: Page;
let grid: Grid;
const complaints: string[] = [];

const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);
const cell = (row: number | string, column: string) => grid.cell(row, column);
const notice = () => page.locator('[role="status"]').last();
const editor = () => page.getByTestId('cell-editor').locator('input, textarea');
const rejects = () => page.getByTestId('rejects').locator('tbody tr');

const rowAt = (index: number): Promise<ResultRow | undefined> =>
  page.evaluate((at) => (globalThis as unknown as PageWindow).record.rows[at], index);
const rowCount = (): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as PageWindow).record.rows.length);
const requests = (): Promise<readonly EditRequest[]> =>
  page.evaluate(() => (globalThis as unknown as PageWindow).record.requests);
const selected = (): Promise<SelectionSummary | undefined> =>
  page.evaluate(() => (globalThis as unknown as PageWindow).summary());

async function open(options = 'rows=40'): Promise<void> {
  await page.goto(`${origin}/?${options}`);
  await cell(0, 'customer').waitFor();
}

async function select(row: number | string, column: string): Promise<void> {
  await cell(row, column).click();
  await expect.poll(() => grid.focus(), soon).toBe(`${row} ${column}`);
}

async function paste(text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await press('Control+v');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-grid-'));
  const root = join(import.meta.dirname, 'page');
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    base: './',
    plugins: [react(), languageTexts()],
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 3_000 },
  });
  server = await preview({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1', open: false, headers: securityHeaders },
  });
  origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1300, height: 700 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  page = await context.newPage();
  page.setDefaultTimeout(soon.timeout);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  grid = new Grid(page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('writing in a cell', () => {
  beforeEach(() => open());

  it('begins with any letter, replaces what was there, and goes down with Enter', async () => {
    await select(0, 'customer');
    await type('Acme');
    await press('Enter');
    await expect.poll(() => rowAt(0), soon).toMatchObject({ customer: 'Acme' });
    await expect.poll(() => cell(0, 'customer').innerText(), soon).toBe('Acme');
    expect(await grid.focus()).toBe('1 customer');
    expect(await requests()).toHaveLength(1);
  });

  it('keeps what was there with F2 and a double click, goes right with Tab and back with Shift', async () => {
    await select(2, 'customer');
    await press('F2');
    await type(' Ltd');
    await press('Tab');
    await expect.poll(() => rowAt(2), soon).toMatchObject({ customer: 'Customer 3 Ltd' });
    expect(await grid.focus()).toBe('2 due_date');
    await press('F2');
    expect(await editor().inputValue()).toBe('15 Mar 2026');
    await press('Shift+Tab');
    await expect.poll(() => grid.focus(), soon).toBe('2 customer');
    await cell(4, 'amount').dblclick();
    expect(await editor().inputValue()).toBe('104.50');
    await press('Escape');
    await expect.poll(() => grid.focus(), soon).toBe('4 amount');
    expect(await requests()).toHaveLength(1);
  });

  it('stays open with the reason where a value cannot be read, and Escape leaves it', async () => {
    await select(0, 'due_date');
    await type('31/02/2026');
    await press('Enter');
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.innerText(), soon).toContain('Not a date');
    expect(await editor().getAttribute('aria-invalid')).toBe('true');
    const described = await editor().getAttribute('aria-describedby');
    expect(await alert.getAttribute('id')).toBe(described);
    await cell(3, 'customer').click();
    await expect
      .poll(() => editor().evaluate((one) => one === document.activeElement), soon)
      .toBe(true);
    await press('Escape');
    await expect.poll(() => grid.focus(), soon).toBe('0 due_date');
    expect(await requests()).toEqual([]);
    expect(await rowAt(0)).toMatchObject({ due_date: '2026-01-15' });
  });

  it('ends with a click elsewhere, which keeps the value', async () => {
    await select(0, 'note');
    await type('Called');
    await cell(5, 'customer').click();
    await expect.poll(() => rowAt(0), soon).toMatchObject({ note: 'Called' });
    await expect.poll(() => grid.focus(), soon).toBe('5 customer');
  });

  it('takes several lines with Alt Enter', async () => {
    await select(0, 'note');
    await type('One');
    await press('Alt+Enter');
    await type('Two');
    await press('Enter');
    await expect.poll(() => rowAt(0), soon).toMatchObject({ note: 'One\nTwo' });
  });

  it('in a pick list is narrowed by typing and chosen by Enter, the arrows or the mouse', async () => {
    await select(1, 'collector');
    await type('vega');
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Carlos Vega']);
    await press('Enter');
    await expect.poll(() => rowAt(1), soon).toMatchObject({ collector: 'c2' });
    await press('Alt+ArrowDown');
    await press('ArrowDown');
    const active = await editor().getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe('Ana Ruiz');
    await press('Tab');
    await expect.poll(() => rowAt(2), soon).toMatchObject({ collector: 'c0' });
    await press('Alt+ArrowDown');
    await page.getByRole('option', { name: 'Yes' }).click();
    await expect.poll(() => rowAt(2), soon).toMatchObject({ disputed: true });
    await expect.poll(() => grid.focus(), soon).toBe('2 disputed');
  });

  it('with Ctrl Enter fills all that is selected', async () => {
    await select(4, 'note');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await type('Same');
    await press('Control+Enter');
    await expect.poll(() => rowAt(6), soon).toMatchObject({ note: 'Same' });
    const [request] = await requests();
    expect(request).toMatchObject({
      cause: 'fill',
      edits: [{ line: 5 }, { line: 6 }, { line: 7 }],
    });
  });

  it('where it is not possible says why', async () => {
    await select(0, 'number');
    await type('x');
    await expect.poll(() => notice().innerText(), soon).toContain('Number cannot be edited here');
    await select(1, 'due_date');
    await press('F2');
    await expect
      .poll(() => notice().innerText(), soon)
      .toBe('The period of this invoice is closed.');
    await select('b-1', 'amount');
    await type('5');
    await expect.poll(() => notice().innerText(), soon).toContain('Totals are computed');
    expect(await editor().count()).toBe(0);
  });

  it('that the caller could not keep is told, and what was typed stays readable', async () => {
    await select(0, 'customer');
    await page.evaluate(() => (globalThis as unknown as PageWindow).failNext('The disk is full.'));
    await type('Lost?');
    await press('Enter');
    await expect
      .poll(() => page.getByRole('alert').innerText(), soon)
      .toBe('Nothing was changed: The disk is full.');
    expect(await rejects().allInnerTexts()).toEqual(['1\tCustomer name\tLost?\tThe disk is full.']);
  });

  it('tells screen readers which cells can be edited', async () => {
    expect(await cell(0, 'customer').getAttribute('aria-readonly')).toBe('false');
    expect(await cell(0, 'number').getAttribute('aria-readonly')).toBe('true');
    expect(await cell(1, 'due_date').getAttribute('aria-readonly')).toBe('true');
    expect(await cell('b-0', 'amount').getAttribute('aria-readonly')).toBe('false');
    expect(await cell('b-1', 'amount').getAttribute('aria-readonly')).toBe('true');
    const header = page.getByRole('columnheader', { name: /Customer/ });
    expect(await header.getByRole('img').getAttribute('aria-label')).toBe(
      'Can be edited, required',
    );
  });
});

describe('writing fast', () => {
  it.each([40, 30_000])(
    'goes on at once in %i rows: what is typed while an edit comes back is not lost',
    async (rows) => {
      await open(`rows=${rows}`);
      await select(0, 'customer');
      for (let row = 0; row < 12; row += 1) {
        await type(`Name ${row}`);
        await press('Enter');
      }
      await expect.poll(() => rowAt(11), soon).toMatchObject({ customer: 'Name 11' });
      expect((await requests()).flatMap(({ edits }) => edits.map(({ value }) => value))).toEqual(
        Array.from({ length: 12 }, (_, row) => `Name ${row}`),
      );
      await expect.poll(() => grid.focus(), soon).toBe('12 customer');
    },
  );
});

describe('several blocks', () => {
  beforeEach(() => open());

  it('are selected with Ctrl, by click and by dragging, and each cell is summed once', async () => {
    await cell(0, 'amount').click();
    await cell(2, 'amount').click({ modifiers: ['Control'] });
    await expect.poll(selected, soon).toMatchObject({ cells: 2, figures: [{ sum: '203.00' }] });
    await page.keyboard.down('Control');
    const [from, to] = [
      await cell(4, 'amount').boundingBox(),
      await cell(6, 'collector').boundingBox(),
    ];
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 5, (to?.y ?? 0) + 5, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Control');
    await cell(5, 'amount').click({ modifiers: ['Control'] });
    await expect
      .poll(selected, soon)
      .toMatchObject({ cells: 8, rows: 5, figures: [{ sum: '519.50', count: 5 }] });
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await expect.poll(selected, soon).toMatchObject({ cells: 9, figures: [{ sum: '627.00' }] });
    await press('ArrowDown');
    await expect.poll(selected, soon).toMatchObject({ cells: 1 });
  });

  it('are selected without a mouse after Shift F8', async () => {
    await select(0, 'amount');
    await press('Shift+F8');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await expect.poll(selected, soon).toMatchObject({ cells: 3, figures: [{ sum: '306.50' }] });
  });

  it('are copied as one table where they share rows, and refused in words where they do not', async () => {
    await cell(1, 'number').click();
    await cell(2, 'number').click({ modifiers: ['Shift'] });
    await cell(1, 'amount').click({ modifiers: ['Control'] });
    await cell(2, 'amount').click({ modifiers: ['Control'] });
    await press('Control+c');
    await expect.poll(() => notice().innerText(), soon).toContain('4 cells copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'F-2\t101.50\r\nF-3\t102.50',
    );
    await cell(7, 'customer').click({ modifiers: ['Control'] });
    await press('Control+c');
    await expect.poll(() => notice().innerText(), soon).toContain('share neither');
  });

  it('are cleared together with Delete, in one step', async () => {
    await cell(0, 'amount').click();
    await cell(3, 'reminders').click({ modifiers: ['Control'] });
    await cell(0, 'customer').click({ modifiers: ['Control'] });
    await press('Delete');
    await expect.poll(() => rowAt(3), soon).toMatchObject({ reminders: null });
    expect(await rowAt(0)).toMatchObject({ amount: null, customer: 'Customer 1' });
    expect(await requests()).toHaveLength(1);
    expect(await rejects().allInnerTexts()).toEqual([
      '1\tCustomer name\tCustomer 1\tA value is required here.',
    ]);
    await page.getByRole('button', { name: 'Close list' }).click();
    expect(await page.getByTestId('rejects').count()).toBe(0);
  });
});

describe('copying, cutting and filling', () => {
  beforeEach(() => open());

  it('carries a block to another place, and cutting empties where it was', async () => {
    await select(0, 'amount');
    await press('Shift+ArrowDown');
    await press('Control+x');
    await expect.poll(() => rowAt(1), soon).toMatchObject({ amount: null });
    await select(10, 'amount');
    await press('Control+v');
    await expect.poll(() => rowAt(11), soon).toMatchObject({ amount: '101.50' });
    expect((await requests()).map(({ cause }) => cause)).toEqual(['clear', 'paste']);
  });

  it('fills down and right', async () => {
    await select(0, 'customer');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await press('Control+d');
    await expect.poll(() => rowAt(2), soon).toMatchObject({ customer: 'Customer 1' });
    await press('ArrowDown');
    await press('Control+d');
    await expect.poll(() => rowAt(3), soon).toMatchObject({ customer: 'Customer 1' });
    await select(0, 'disputed');
    await press('Shift+ArrowRight');
    await press('Control+r');
    await expect.poll(() => rejects().count(), soon).toBe(1);
  });
});

describe('pasting', () => {
  it('from Excel appends rows, with line breaks inside cells', async () => {
    await open('rows=3');
    await page.getByRole('button', { name: 'Add row' }).click();
    await expect.poll(() => grid.focus(), soon).toBe('b-0 customer');
    await paste(excel);
    await expect.poll(rowCount, soon).toBe(6);
    expect(await rowAt(4)).toMatchObject({
      customer: 'Acme\nNorth "Export" dept.',
      due_date: '2027-01-05',
      amount: '-400.00',
    });
    expect(await rowAt(5)).toMatchObject({ customer: '5" Pipes Ltd', amount: '1000000.00' });
    expect((await requests()).at(-1)).toMatchObject({ cause: 'paste', edits: [] });
    await expect.poll(() => grid.focus(), soon).toBe('b-0 customer');
  });

  it('from Google Sheets changes the rows it falls on, as one step', async () => {
    await open('rows=4');
    await select(2, 'customer');
    await paste(sheets);
    await expect
      .poll(() => rowAt(3), soon)
      .toMatchObject({
        customer: 'Acme\nNorth "Export" dept.',
        due_date: '2027-01-05',
        amount: '-400',
      });
    expect(await rowAt(2)).toMatchObject({ customer: 'Novák & Sons', amount: '1234.5' });
    expect(await requests()).toHaveLength(1);
  });

  it('from LibreOffice in Czech reads dates and amounts as that country writes them', async () => {
    await open('rows=3&locale=cs');
    await select(0, 'customer');
    await paste(libreOffice);
    await expect
      .poll(() => rowAt(2), soon)
      .toMatchObject({
        customer: 'Ústí',
        due_date: '2027-01-15',
        amount: '2000',
      });
    expect(await rowAt(0)).toMatchObject({ due_date: '2026-12-31', amount: '1234.56' });
  });

  it('of one cell fills the selection, and what cannot be taken is listed', async () => {
    await open('rows=6&append=no');
    await select(0, 'due_date');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await paste('1 Feb 2028\n');
    await expect.poll(() => rowAt(2), soon).toMatchObject({ due_date: '2028-02-01' });
    expect(await rejects().allInnerTexts()).toEqual([
      '2\tDue date\t1 Feb 2028\tThe period of this invoice is closed.',
    ]);
    await select(5, 'customer');
    await paste('Last\nBeyond\n');
    await expect.poll(() => rowAt(5), soon).toMatchObject({ customer: 'Last' });
    expect(await rejects().allInnerTexts()).toEqual([
      '2\t\tBeyond\tThere is no row here, and none can be added.',
    ]);
  });

  for (const rows of [2_000, 30_000])
    it(`of 1,000 × 5 cells over ${rows} rows is one step`, async () => {
      await open(`rows=${rows}`);
      await select(0, 'customer');
      await page.evaluate((text) => navigator.clipboard.writeText(text), largeBlock(1_000));
      const took_ms = await page.evaluate(async () => {
        const told = () => document.body.innerText.includes('cells changed');
        const begun = performance.now();
        const text = await navigator.clipboard.readText();
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
        const shown = () =>
          document.querySelector('[row-index="0"] [col-id="customer"]')?.textContent === 'Pasted 1';
        while (!told() || !shown()) await new Promise((resolve) => setTimeout(resolve, 5));
        return performance.now() - begun;
      });
      console.log(`1,000 × 5 cells over ${rows} rows: ${took_ms.toFixed(0)} ms`);
      expect(took_ms, 'a very wide limit, that ends a hang').toBeLessThan(60_000);
      expect(await rowAt(999)).toMatchObject({ customer: 'Pasted 1000', collector: 'c3' });
      expect(await requests()).toHaveLength(1);
    });
});

describe('a new row', () => {
  beforeEach(() => open('rows=3'));

  it('is written below the last one, and added with Enter once it is complete', async () => {
    await select('b-0', 'customer');
    await type('New Ltd');
    await press('Tab');
    await type('31/12/2026');
    await press('Tab');
    await type('1,250.00');
    await press('Enter');
    await expect.poll(rowCount, soon).toBe(4);
    expect(await rowAt(3)).toMatchObject({
      customer: 'New Ltd',
      due_date: '2026-12-31',
      amount: '1250.00',
    });
    await expect.poll(() => grid.focus(), soon).toBe('b-0 customer');
    await type('Next');
    await press('Escape');
    expect(await requests()).toHaveLength(1);
  });

  it('that lacks a required value says which, keeps what is written, and Escape discards it', async () => {
    await select('b-0', 'amount');
    await type('5');
    await press('Tab');
    await cell(1, 'customer').click();
    await expect.poll(() => notice().innerText(), soon).toContain('Customer name, Due date');
    await expect.poll(() => cell('b-0', 'amount').innerText(), soon).toBe('5');
    await select('b-0', 'amount');
    await press('Escape');
    await expect.poll(() => cell('b-0', 'amount').innerText(), soon).toBe('');
    expect(await rowCount()).toBe(3);
  });

  it('that is complete is added when it is left', async () => {
    await select('b-0', 'customer');
    await type('Left Ltd');
    await press('Tab');
    await type('31/12/2026');
    await cell(0, 'customer').click();
    await expect.poll(rowCount, soon).toBe(4);
    await expect.poll(() => notice().innerText(), soon).toContain('1 row added');
  });
});

describe('find and replace', () => {
  beforeEach(() => open());

  it('replaces one after the other, or all at once, and tells how many', async () => {
    await press('Control+f');
    const find = page.getByRole('searchbox', { name: 'Find' });
    await find.fill('customer 3');
    const replacement = page.getByRole('textbox', { name: 'Replace with' });
    await replacement.fill('Third');
    await replacement.press('Enter');
    await page.getByText('Row 3 of 40').waitFor();
    await replacement.press('Enter');
    await expect.poll(() => rowAt(2), soon).toMatchObject({ customer: 'Third' });
    await page.getByText('Row 10 of 40').waitFor();
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(() => notice().innerText(), soon).toBe('Replaced in 5 cells.');
    expect(await requests()).toHaveLength(2);
  });

  it('stays inside a selection of more than one cell', async () => {
    await select(0, 'customer');
    await press('Control+Shift+ArrowDown');
    await press('Shift+ArrowUp');
    await press('Control+f');
    await page.getByRole('searchbox', { name: 'Find' }).fill('customer 1');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('First');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(() => notice().innerText(), soon).toBe('Replaced in 6 cells.');
  });
});

describe('a grid of very many rows', () => {
  beforeEach(() => open('rows=30000'));

  it('is edited far down as at the top', async () => {
    await select(0, 'customer');
    await press('Control+End');
    await expect.poll(() => grid.focus(), soon).toBe('29999 note');
    // A row that is still on its way takes no letters.
    await expect.poll(() => cell(29_999, 'customer').innerText(), soon).not.toBe('');
    await type('Last');
    await press('Enter');
    await expect.poll(() => rowAt(29_999), soon).toMatchObject({ note: 'Last' });
    await expect.poll(() => cell(29_999, 'note').innerText(), soon).toBe('Last');
    await expect.poll(() => grid.focus(), soon).toBe('b-0 note');
  });
});

describe('a grid that cannot be written in now', () => {
  it('says why, and marks every cell', async () => {
    await open('rows=3&readOnly=yes');
    await select(0, 'customer');
    for (const key of ['x', 'F2', 'Delete', 'Control+d', 'Control+v', 'Control+x']) {
      await press(key);
      await expect.poll(() => notice().innerText(), soon).toBe('Another tab writes.');
    }
    expect(await cell(0, 'customer').getAttribute('aria-readonly')).toBe('true');
    expect(await requests()).toEqual([]);
  });
});

describe('everybody can use it', () => {
  for (const scheme of ['light', 'dark'])
    it(`in the ${scheme} scheme, with an editor, a reason and a list of rejects open`, async () => {
      await open(`rows=20&scheme=${scheme}`);
      await select(0, 'amount');
      await paste('abc');
      await rejects().first().waitFor();
      await select(1, 'collector');
      await type('ca');
      await page.getByRole('option').first().waitFor();
      await page.evaluate(await readFile(axe, 'utf8'));
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
        return found.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
      });
      expect(violations).toEqual([]);
    });
});

it('nothing was printed on the console', () => {
  expect(complaints).toEqual([]);
});
