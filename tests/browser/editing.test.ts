import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exact, exact } from '../../src/domain/money/decimal';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

let site: Site;
let browser: Browser;
let context: BrowserContext;
let bench: Workbench;

const press = (key: string) => bench.page.keyboard.press(key);
const type = (text: string) => bench.page.keyboard.type(text);
/** Dates and amounts are kept on one line by spaces that do not break. */
const spaced = (shown: string): string => shown.replaceAll(/[\u00a0\u202f]/g, ' ');
const text = async (row: number | string, column: string) =>
  spaced(await bench.grid.cell(row, column).innerText());
const rows = async () =>
  (await bench.grid.rows()).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, shown]) => [column, spaced(shown)])),
  );
const notice = async () => spaced(await bench.page.locator('.notices').innerText());
/** So wide that every column is drawn. */
const veryWide = { width: 2600, height: 1000 } as const;

/** The figures of one customer, or of all, in one currency. */
async function aging(asOf: string, currency: string, customer?: string) {
  const rows = await bench.ask(customer === undefined ? 'aging-totals' : 'aging-by', {
    asOf,
    ...(customer === undefined ? {} : { by: 'customer', customer }),
  });
  return rows.find((row) => row['currency'] === currency);
}

const amountOf = async (row: Promise<Record<string, unknown> | undefined>, name: string) =>
  exact(String((await row)?.[name] ?? '0'));
const fixed = (amount: Exact): string => amount.toFixed(2);

/** Shows documents, and waits until the first row is the one that was searched for. */
async function documents(search: string, more = ''): Promise<void> {
  await bench.open(`/documents?asOf=2026-10-31&search=${search}${more}`);
  await expect.poll(() => text(0, 'number'), patience).toContain(search);
}

async function paste(block: string): Promise<void> {
  await bench.page.evaluate((given) => navigator.clipboard.writeText(given), block);
  await press('Control+v');
}

async function speak(language: string): Promise<void> {
  await bench.page.locator('header button[aria-haspopup="menu"]').click();
  await bench.page.getByRole('menuitem', { name: language }).click();
  await bench.page.getByRole('menuitem', { name: language }).waitFor({ state: 'detached' });
}

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: veryWide });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  bench = await Workbench.inNewTab(context, site.origin);
  await bench.trySample();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a due date', () => {
  it('is corrected by the keyboard: the name is asked once, and the aging follows', async () => {
    const before = await aging('2026-10-31', 'EUR', 'C0057');
    await documents('F26-0203');
    expect(await text(0, 'due_date')).toBe('25 Feb 2026');
    await bench.grid.write(0, 'due_date', '2026-10-20');
    await bench.page.getByRole('dialog', { name: 'Who is editing?' }).waitFor();
    await bench.sign('Ana Ruiz');
    await expect.poll(() => text(0, 'due_date'), patience).toBe('20 Oct 2026');
    await expect.poll(() => bench.saveState(), patience).toBe('Saved on this machine');
    const after = await aging('2026-10-31', 'EUR', 'C0057');
    const moved = (bucket: string) =>
      fixed(exact(String(after?.[bucket])).minus(exact(String(before?.[bucket]))));
    expect([moved('b1'), moved('b4'), moved('total')]).toEqual(['66.85', '-66.85', '0.00']);
  });

  it('is undone by Ctrl Z and redone by Ctrl Y, which go to the place from anywhere', async () => {
    expect(await bench.would('undo')).toMatch(/^Undo: Due date of .*(F26-0203|D05453)/);
    await bench.open('/aging?asOf=2026-10-31');
    await bench.grid.ready();
    await press('Control+z');
    await expect.poll(() => bench.path(), patience).toBe('/documents');
    await expect.poll(() => text(0, 'number'), patience).toBe('F26-0203');
    await expect.poll(() => text(0, 'due_date'), patience).toBe('25 Feb 2026');
    expect(await notice()).toMatch(/^Undone: Due date of/);
    expect(await bench.would('redo')).toMatch(/^Redo: Due date of/);
    await press('Control+y');
    await expect.poll(() => text(0, 'due_date'), patience).toBe('20 Oct 2026');
  });

  it('is extended from a day on: before that day nothing changes, and the reason is listed', async () => {
    const [early, late] = [
      await aging('2026-09-30', 'EUR', 'C0149'),
      await aging('2026-10-31', 'EUR', 'C0149'),
    ];
    await documents('F26-0241');
    const bar = bench.page.getByTestId('edit-bar');
    await bar.getByText('from a day on (extension)').click();
    const day = bar.getByRole('textbox', { name: 'from a day on (extension)' });
    await day.fill('2026-10-15');
    await day.press('Tab');
    await bar.getByRole('textbox', { name: 'Reason, for the journal' }).fill('Agreed by phone');
    await bench.grid.write(0, 'due_date', '15/12/2026');
    await expect.poll(() => text(0, 'due_date'), patience).toBe('15 Dec 2026');
    expect(await aging('2026-09-30', 'EUR', 'C0149')).toEqual(early);
    const after = await aging('2026-10-31', 'EUR', 'C0149');
    expect(fixed(exact(String(after?.['b0'])).minus(exact(String(late?.['b0']))))).toBe('251.24');
    await bench.page.getByRole('link', { name: 'Re-aged items' }).click();
    await expect
      .poll(async () => (await rows()).find((row) => row['number'] === 'F26-0241'), patience)
      .toMatchObject({
        original_due_date: '27 Feb 2026',
        due_date: '15 Dec 2026',
        change: 'Extension',
        since: '15 Oct 2026',
        person: 'Ana Ruiz',
        reason: 'Agreed by phone',
        bucket_original: 'Over 90 days',
        bucket: 'Not due',
      });
  });
});

describe('an amount', () => {
  it('of an imported document is refused in words', async () => {
    await documents('F26-0203');
    await bench.grid.select(0, 'amount');
    await type('1');
    await expect
      .poll(() => bench.page.locator('[role="status"]').allInnerTexts(), patience)
      .toContainEqual(expect.stringMatching(/amount|import/i));
    expect(await bench.page.getByTestId('cell-editor').count()).toBe(0);
  });

  it('is corrected by an adjustment, which moves the total by just that, and ties out', async () => {
    const total = await amountOf(aging('2026-10-31', 'EUR'), 'total');
    await bench.open('/documents?asOf=2026-10-31&kinds=adjustment');
    await bench.grid.shows('b-0', 'customer_id', 'New row');
    await bench.grid.select('b-0', 'customer_id');
    for (const [column, value] of [
      ['customer_id', 'C0057'],
      ['document_date', '2026-10-05'],
      ['due_date', '2026-10-25'],
      ['currency', 'EUR'],
      ['amount', '-12.34'],
      ['description', 'Meter read twice'],
    ] as const) {
      await bench.grid.select('b-0', column);
      await type(value);
      await press('Tab');
    }
    await bench.grid.select('b-0', 'description');
    await press('Enter');
    await expect
      // Beside lines of the journal that post no document.
      .poll(async () => (await rows()).filter((row) => row['customer_id'] === 'C0057'), patience)
      .toMatchObject([{ amount: '−12.34', description: 'Meter read twice' }]);
    const after = await amountOf(aging('2026-10-31', 'EUR'), 'total');
    expect(fixed(after.minus(total))).toBe('-12.34');
    await bench.open('/aging?asOf=2026-10-31&documentCurrency=EUR');
    await expect
      .poll(() => bench.tieOut('open-items').innerText(), patience)
      .toMatch(/0\.00|ties/i);
  });
});

describe('a selection', () => {
  it('of customers gets its collector by filling down, as one step', async () => {
    await bench.open('/customers?asOf=2026-10-31&search=Ib%C3%A1%C3%B1ez');
    await bench.grid.ready();
    const names = async () => (await rows()).slice(0, 4).map((row) => row['collector']);
    const before = await names();
    await bench.grid.write(0, 'collector', 'Petr Novák');
    await expect.poll(async () => (await names())[0], patience).toBe('Petr Novák');
    await bench.grid.select(0, 'collector');
    for (let i = 0; i < 3; i += 1) await press('Shift+ArrowDown');
    await press('Control+d');
    await expect.poll(names, patience).toEqual(Array(4).fill('Petr Novák'));
    expect(await bench.would('undo')).toMatch(/^Undo: \d changes$/);
    await press('Control+z');
    await expect.poll(() => notice(), patience).toMatch(/^Undone: \d changes/);
    await bench.open('/customers?asOf=2026-10-31&search=Ib%C3%A1%C3%B1ez');
    await expect.poll(names, patience).toEqual(['Petr Novák', ...before.slice(1)]);
    await press('Control+z');
    await expect.poll(() => notice(), patience).toMatch(/^Undone: Collector/);
  });
});

describe('a block from', () => {
  const notes = async (count: number) => (await rows()).slice(0, count).map((row) => row['note']);

  it('Excel is pasted with its line breaks, and what cannot be taken is listed', async () => {
    await documents('F26-02');
    await bench.grid.select(0, 'description');
    await paste('First\t"Two\nlines ""quoted"""\r\nSecond\t5" pipe\r\n');
    await expect.poll(() => notes(2), patience).toEqual(['Two\nlines "quoted"', '5" pipe']);
    await bench.grid.select(0, 'due_date');
    await paste('31/11/2026\r\n5 Nov 2026\r\n');
    await expect.poll(() => text(1, 'due_date'), patience).toBe('5 Nov 2026');
    const rejects = bench.page.getByTestId('rejects').locator('tbody tr');
    expect(await rejects.allInnerTexts()).toEqual([
      expect.stringMatching(/^1\tDue date\t31\/11\/2026\t.*date/),
    ]);
    expect(await bench.would('undo')).toMatch(/^Undo: Due date of/);
  });

  it('Google Sheets is pasted over the rows it falls on', async () => {
    await documents('F26-02');
    await bench.grid.select(2, 'disputed');
    await paste('TRUE\tRef-1\tClaimed\nFALSE\tRef-2\t"A\nB"');
    await expect
      .poll(async () => (await rows()).slice(2, 4), patience)
      .toMatchObject([
        { disputed: 'Yes', reference: 'Ref-1', description: 'Claimed' },
        { disputed: 'No', reference: 'Ref-2', description: 'A\nB' },
      ]);
  });

  it('LibreOffice is read as Spain writes, where the page speaks Spanish', async () => {
    await speak('Español');
    const total = await amountOf(aging('2026-10-31', 'EUR'), 'total');
    await bench.open('/documents?asOf=2026-10-31&kinds=adjustment');
    // The row for a new adjustment; until it is there the page before it, and its totals, still stand.
    await bench.grid.shows('b-0', 'customer_id', 'Fila nueva');
    await bench.grid.select('b-0', 'customer_id');
    // The columns as they stand from left to right; those beyond the window's edge are not in the page.
    const columns = [
      'customer_id',
      'customer_name',
      'document_date',
      'due_date',
      'currency',
      'amount',
      'open_amount',
      'disputed',
      'reference',
      'description',
    ];
    const values: Readonly<Record<string, readonly string[]>> = {
      customer_id: ['C0057', 'C0149'],
      document_date: ['5/10/2026', '06/10/2026'],
      due_date: ['25/10/2026', '26/10/2026'],
      currency: ['EUR', 'EUR'],
      amount: ['1.234,56', '-0,50'],
      description: ['Ajuste', '"Dos\nlíneas"'],
    };
    const from = columns.indexOf('customer_id');
    const to = columns.indexOf('description');
    const line = (i: number) =>
      columns
        .slice(from, to + 1)
        .map((id) => values[id]?.[i] ?? '')
        .join('\t');
    await paste(`${line(0)}\n${line(1)}\n`);
    await expect
      .poll(
        async () => fixed((await amountOf(aging('2026-10-31', 'EUR'), 'total')).minus(total)),
        patience,
      )
      .toBe('1234.06');
    await expect
      .poll(async () => (await rows()).map((row) => row['amount']), patience)
      .toEqual(expect.arrayContaining(['1.234,56', '−0,50']));
    await press('Control+z');
    await expect
      .poll(
        async () => fixed((await amountOf(aging('2026-10-31', 'EUR'), 'total')).minus(total)),
        patience,
      )
      .toBe('0.00');
  });

  it('a Czech hand is read as Czechs write', async () => {
    await speak('Čeština');
    await documents('F26-0249');
    await bench.grid.write(0, 'due_date', '5.11.2026');
    await expect.poll(() => text(0, 'due_date'), patience).toMatch(/^5\.\s?(11|lis).*2026$/);
    await bench.open('/customers?asOf=2026-10-31&search=C0007');
    await bench.grid.ready();
    const [row] = await bench.ask('documents', { asOf: '2026-10-31', search: 'F26-0249' });
    expect(row?.['due_date']).toBe('2026-11-05');
    await bench.open('/documents?asOf=2026-10-31&kinds=adjustment');
    await bench.grid.select(0, 'amount');
    await bench.grid.write(0, 'amount', '-1 012,34');
    await expect
      .poll(
        async () =>
          (await bench.ask('documents', { asOf: '2026-10-31', kinds: 'adjustment' })).map((one) =>
            String(one['amount']),
          ),
        patience,
      )
      .toContainEqual(expect.stringMatching(/^-1012\.34/));
    await press('Control+z');
    await speak('English');
  });
});

describe('a way of looking at a page', () => {
  it('is kept under a name, and applied after a reload with everything that was edited', async () => {
    await documents('F26-02', '&show=open&sort=-amount');
    const falls = async () => {
      const amounts = (await rows()).map((row) => Number(row['amount']?.replaceAll(',', '')));
      return (
        amounts.length > 1 && amounts.every((one, i) => i === 0 || one <= (amounts[i - 1] ?? 0))
      );
    };
    // Until its rows have come, those of the page before it still stand.
    await expect.poll(falls, patience).toBe(true);
    await bench.page.getByTestId('views').click();
    await bench.page.getByRole('menuitem', { name: 'Save this view' }).click();
    await bench.sign('Large ones');
    await expect.poll(() => bench.would('undo'), patience).toContain('Large ones');
    const numbers = async () => (await rows()).map((row) => row['number']);
    const sorted = await numbers();
    await bench.open('/documents?asOf=2026-10-31');
    await bench.page.reload();
    await bench.grid.ready();
    await bench.page.getByTestId('views').click();
    await bench.page.getByRole('menuitem', { name: 'Large ones', exact: true }).click();
    await expect
      .poll(() => bench.params(), patience)
      .toMatchObject({ search: 'F26-02', show: 'open', sort: '-amount' });
    await expect.poll(numbers, patience).toEqual(sorted);
    await documents('F26-0203');
    expect(await text(0, 'due_date')).toBe('20 Oct 2026');
    await bench.grid.write(0, 'note', 'Called');
    await expect.poll(() => text(0, 'note'), patience).toBe('Called');
    const history = await bench.ask('history', {});
    expect(history.length).toBeGreaterThan(10);
    // The sample came before anybody was asked who it is.
    const edits = history.filter((row) => row['event_kind'] !== 'imported');
    expect(new Set(edits.map((row) => row['person']))).toEqual(new Set(['Ana Ruiz']));
  });
});

describe('everybody can use', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  it.each(['light', 'dark'] as const)('every page of edits in the %s theme', async (scheme) => {
    await bench.page.emulateMedia({ colorScheme: scheme });
    await bench.page.setViewportSize(wide);
    for (const address of [
      '/documents?asOf=2026-10-31&search=F26-02',
      '/documents?asOf=2026-10-31&kinds=adjustment',
      '/customers?asOf=2026-10-31',
      '/history',
      '/workspace',
    ]) {
      await bench.open(address);
      if (address === '/workspace') await bench.page.getByTestId('workspaces').waitFor();
      else await bench.grid.ready();
      await bench.page.evaluate(axe);
      const barriers = await bench.page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: {
            run(
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const found = await checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
        return found.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
        );
      });
      expect(barriers, address).toEqual([]);
    }
  });
});
