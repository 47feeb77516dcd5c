import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const asOf = '2026-10-31';

/** Open documents and the journal by hand, currency by currency, as the sample's own README has them. */
const totals = [
  { currency: 'CZK', total: '393,900.68', item_count: '24' },
  { currency: 'EUR', total: '116,757.52', item_count: '295' },
  { currency: 'USD', total: '7,562.67', item_count: '19' },
].map((row) => expect.objectContaining(row));

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
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Every figure of a column of the grid, added up in cents. */
async function sumOf(column: string): Promise<bigint> {
  const rows = await bench.grid.rows();
  return rows.reduce((all, row) => all + cents(row[column] ?? ''), 0n);
}

const cents = (shown: string): bigint => BigInt(shown.replace('−', '-').replaceAll(/[,.]/g, ''));

describe('the overview of the sample', () => {
  it('says what is open and past due at the last month end, currency by currency', async () => {
    await bench.page.getByRole('button', { name: 'Open the overview' }).click();
    const figures = bench.page.getByTestId('figures-EUR');
    await figures.waitFor();
    const text = await figures.innerText();
    for (const part of ['116,757.52 EUR', '295 open items', '58,211.96 EUR', '49.9%'])
      expect(text).toContain(part);
    expect(await bench.page.getByTestId('figures-CZK').innerText()).toContain('393,900.68 CZK');
    expect(await bench.page.getByTestId('figures-USD').innerText()).toContain('7,562.67 USD');
  });

  it('lists the ten largest debtors, apart from the customers in credit', async () => {
    const list = (name: string) =>
      bench.page.getByRole('heading', { name }).locator('xpath=..').locator('tbody tr');
    await expect.poll(() => list('The ten largest debtors').count(), patience).toBe(10);
    expect(await list('The ten largest debtors').first().innerText()).toContain('12,172.32 EUR');
    await expect.poll(() => list('Customers in credit').count(), patience).toBeGreaterThan(0);
    for (const amount of await list('Customers in credit').locator('td:last-child').all())
      expect(await amount.innerText()).toMatch(/^−/);
  });

  it.each(['Past due', 'Share past due'])(
    'opens the items behind “%s”, whose total is the figure, at a date that the address names',
    async (name) => {
      await bench.page
        .getByTestId('figures-EUR')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click();
      await expect
        .poll(() => bench.grid.totals(), patience)
        .toEqual([expect.objectContaining({ currency: 'EUR', open_amount: '58,211.96' })]);
      expect(bench.params()).toEqual({ asOf, documentCurrency: 'EUR', ageMin: '1' });
      await bench.page.goBack();
      await bench.page.getByTestId('figures-EUR').waitFor();
    },
  );

  it('says how its figures are computed, and in which currency the lists are', async () => {
    expect(await bench.page.getByTestId('overview-policy').innerText()).toContain('by due date');
    const notes = bench.page.getByText('Amounts in EUR, the currency of the books');
    await expect.poll(() => notes.count(), patience).toBe(2);
  });

  it('opens the causes of the difference to the general ledger', async () => {
    const badge = bench.tieOut('general-ledger');
    expect(await badge.innerText()).toContain('−210.92 EUR');
    await badge.click();
    await expect.poll(() => bench.title(), patience).toBe('Causes of the difference');
    await bench.grid.cell(1, 'difference').waitFor();
    const rows = await bench.grid.rows();
    expect(rows.map((row) => [row['document_id'], row['difference']]).sort()).toEqual([
      ['D01464', '−360.00'],
      ['D03320', '149.08'],
    ]);
  });

  it('opens the aging behind a figure', async () => {
    await bench.open('/');
    await bench.page.getByTestId('figures-EUR').getByRole('button', { name: 'Open · EUR' }).click();
    await expect.poll(() => bench.grid.totals(), patience).toEqual([totals[1]]);
  });
});

describe('the as-of date of the aging', () => {
  const date = () => bench.page.getByRole('textbox', { name: 'As of', exact: true });

  it('opens at the last month end of the data', async () => {
    await bench.open('/aging');
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
    expect(await date().inputValue()).toBe('31 Oct 2026');
  });

  it('goes by day and by month end with its arrows', async () => {
    const press = (name: string) => bench.page.getByRole('button', { name }).click();
    await press('Previous month end');
    await expect.poll(() => bench.params()['asOf'], patience).toBe('2026-09-30');
    await expect
      .poll(async () => (await bench.grid.totals()).map((row) => row['total']), patience)
      .toEqual(['367,664.15', '120,754.94', '10,993.44']);
    await press('Next day');
    await expect.poll(() => bench.params()['asOf'], patience).toBe('2026-10-01');
    await press('Next month end');
    await expect.poll(() => bench.params()['asOf'], patience).toBe(asOf);
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
  });

  it('takes a date that is written', async () => {
    await date().fill('31 Aug 2026');
    await date().press('Enter');
    await expect.poll(() => bench.params()['asOf'], patience).toBe('2026-08-31');
    await expect
      .poll(async () => (await bench.grid.totals()).map((row) => row['total']), patience)
      .toEqual(['273,908.55', '102,251.88', '8,020.40']);
  });

  it('follows the hand on the slider, and enters the address where the hand rests', async () => {
    const thumb = bench.page.getByRole('slider');
    const box = await thumb.boundingBox();
    const before = await bench.grid.totals();
    await bench.page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
    await bench.page.mouse.down();
    await bench.page.mouse.move((box?.x ?? 0) - 300, (box?.y ?? 0) + 6, { steps: 8 });
    await expect.poll(() => bench.grid.totals(), patience).not.toEqual(before);
    expect(bench.params()['asOf']).toBe('2026-08-31');
    await bench.page.mouse.up();
    await expect.poll(() => bench.params()['asOf'], patience).not.toBe('2026-08-31');
  });
});

describe('groups, filters and policy of the aging', () => {
  it('groups by segment, with the same totals', async () => {
    await bench.open(`/aging?asOf=${asOf}`);
    await bench.choose('Group by', 'Group by: Segment');
    await expect.poll(() => bench.title(), patience).toBe('Aging by segment');
    await expect.poll(() => bench.statusText(), patience).toContain('7 rows in');
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
  });

  it('filters by a value that is open, and takes the filter off again', async () => {
    await bench.page.getByRole('button', { name: 'Add a filter' }).click();
    await bench.choose('Value', 'homeowners');
    await expect.poll(() => bench.params()['segment'], patience).toBe('homeowners');
    await expect
      .poll(() => bench.grid.totals(), patience)
      .toEqual([expect.objectContaining({ currency: 'EUR', total: '19,579.03' })]);
    await bench.page.getByRole('button', { name: 'Remove the filter Segment: homeowners' }).click();
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
  });

  it('counts days from the document date when the policy is changed', async () => {
    const line = bench.page.getByTestId('policy-line');
    const before = await bench.grid.totals();
    expect(await line.innerText()).toContain('by due date');
    await line.click();
    await bench.choose('Days count from', 'by document date');
    await expect.poll(() => bench.params()['basis'], patience).toBe('document');
    await expect.poll(() => line.innerText(), patience).toContain('by document date');
    await expect
      .poll(async () => (await bench.grid.totals()).map((row) => row['b1']), patience)
      .not.toEqual(before.map((row) => row['b1']));
    expect(await bench.grid.totals()).toEqual(totals);
    await bench.page.keyboard.press('Escape');
  });

  it('opens the items behind a cell, with its filter and its total', async () => {
    await bench.open(`/aging?asOf=${asOf}&by=segment`);
    await expect
      .poll(async () => (await bench.grid.rows())[4], patience)
      .toMatchObject({ key: 'residential', currency: 'EUR', b4: '6,960.96' });
    await bench.grid.openFigure(4, 'b4');
    await expect.poll(() => bench.path(), patience).toBe('/items');
    expect(bench.params()).toMatchObject({
      asOf,
      segment: 'residential',
      bucket: 'b4',
      documentCurrency: 'EUR',
    });
    await expect
      .poll(() => bench.grid.totals(), patience)
      .toEqual([expect.objectContaining({ open_amount: '6,960.96' })]);
  });

  it('opens the items behind a part of a bar that is clicked', async () => {
    await bench.page.goBack();
    const euro = bench.page.getByTestId('aging-chart').locator('svg').nth(1);
    await expect.poll(() => euro.locator('path').count(), patience).toBeGreaterThan(10);
    const boxes = await Promise.all(
      (await euro.locator('path').all()).map((path) => path.boundingBox()),
    );
    // The widest shape of a bar's height is the largest part of the largest bar: business, not due.
    const [widest] = boxes
      .flatMap((box) => (box && box.height > 10 && box.height < 22 ? [box] : []))
      .sort((a, b) => b.width - a.width);
    await bench.page.mouse.click(
      (widest?.x ?? 0) + (widest?.width ?? 0) / 2,
      (widest?.y ?? 0) + (widest?.height ?? 0) / 2,
    );
    await expect
      .poll(() => bench.grid.totals(), patience)
      .toEqual([expect.objectContaining({ open_amount: '34,745.33' })]);
    expect(bench.params()).toMatchObject({ segment: 'business', bucket: 'b0' });
  });

  it('opens the same by the table beside the chart', async () => {
    await bench.page.goBack();
    const chart = bench.page.getByTestId('aging-chart');
    await chart.getByText('Show as table').nth(1).click();
    await chart.getByRole('button', { name: /61–90 days of homeowners: 1,450.97/ }).click();
    await expect
      .poll(() => bench.grid.totals(), patience)
      .toEqual([expect.objectContaining({ open_amount: '1,450.97' })]);
    expect(await sumOf('open_amount')).toBe(145097n);
  });

  it('is reproduced by its address in another tab, and by Back', async () => {
    const address = `/items?asOf=${asOf}&segment=homeowners&bucket=b3&documentCurrency=EUR`;
    const other = await Workbench.inNewTab(context, site.origin);
    await other.open(address);
    await expect
      .poll(() => other.grid.totals(), patience)
      .toEqual([expect.objectContaining({ open_amount: '1,450.97' })]);
    await other.page.close();
    await bench.page.goBack();
    await expect.poll(() => bench.title(), patience).toBe('Aging by segment');
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
  });
});

describe('the order of the rows', () => {
  const names = async () =>
    (await bench.grid.rows()).map((row) => row['customer_name']).slice(0, 4);
  const byName = ['(not given)', 'Ana Arguiñe Valdés', 'Ana Arguiñe Valdés'];

  it('enters the address when a header is clicked, and is kept by Back and reload', async () => {
    await bench.open(`/items?asOf=${asOf}`);
    await bench.grid.ready();
    await bench.grid.area.getByRole('columnheader', { name: /^Customer name/ }).click();
    await expect.poll(() => bench.params()['sort'], patience).toBe('customer_name');
    await expect.poll(names, patience).toEqual(expect.arrayContaining(byName));
    const sorted = await names();
    await bench.grid.cell(1, 'customer_id').locator('span').last().click();
    await expect.poll(() => bench.path(), patience).toBe('/account');
    expect(bench.params()['sort']).toBeUndefined();
    await bench.page.goBack();
    await expect.poll(() => bench.path(), patience).toBe('/items');
    await expect.poll(names, patience).toEqual(sorted);
    await bench.page.reload();
    await expect.poll(names, patience).toEqual(sorted);
  });

  it('goes down with a minus, and unknown columns are ignored', async () => {
    await bench.open(`/items?asOf=${asOf}&documentCurrency=EUR&sort=nonsense,-open_amount`);
    await bench.grid.ready();
    await expect
      .poll(async () => {
        const amounts = (await bench.grid.rows()).map((row) => cents(row['open_amount'] ?? ''));
        return amounts.every((amount, i) => i === 0 || amount <= (amounts[i - 1] ?? amount));
      }, patience)
      .toBe(true);
    const sorted = bench.grid.area.locator('.ag-header-cell[aria-sort="descending"]');
    await expect.poll(() => sorted.getAttribute('col-id'), patience).toBe('open_amount');
  });
});

describe('an address that asks for what is not there', () => {
  it('without a page leads to the overview', async () => {
    await bench.open('/nope');
    await bench.page.getByText('There is no page at this address.').waitFor();
    await bench.page.getByRole('link', { name: 'Go to the overview' }).click();
    await bench.page.getByTestId('figures-EUR').waitFor();
  });

  it('with a day of no calendar says so, and leads to the last month end', async () => {
    await bench.open('/aging?asOf=2026-13-45');
    await bench.page.getByRole('alert').getByText('asOf=2026-13-45').waitFor();
    await bench.page.getByRole('button', { name: 'Show 31 Oct 2026, the last month end' }).click();
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
    expect(bench.params()['asOf']).toBe(asOf);
  });

  it('with an unknown customer names it', async () => {
    await bench.open('/account?customer=NOPE');
    await bench.page.getByText('There is no customer NOPE in this ledger.').waitFor();
  });
});

describe('an open item', () => {
  it('is explained by the rule, the query, and the line of the file that it stands on', async () => {
    await bench.open(`/items?asOf=${asOf}&search=F26-1150`);
    await bench.grid.cell(0, 'number').click();
    await bench.page.getByRole('button', { name: 'Explain row' }).click();
    const drawer = bench.page.getByRole('dialog', { name: 'How this was computed' });
    await drawer.getByText('A part payment never changes the age of what remains.').waitFor();
    expect(await drawer.locator('pre').innerText()).toMatch(/SELECT[\s\S]+FROM/);
    const source = await drawer.getByTestId('explain-source').innerText();
    const [, file = '', line = ''] = /^(.+), line (\d+)$/.exec(source) ?? [];
    const table = readFileSync(join(import.meta.dirname, '../../sample-data', file), 'utf8');
    expect(table.split('\n')[Number(line) - 1]).toContain('D07379');
    await bench.page.keyboard.press('Escape');
  });
});

describe('a customer', () => {
  it('is found with Ctrl K by a part of the name, and opens with a running balance', async () => {
    await bench.open(`/aging?asOf=${asOf}`);
    await bench.grid.cell('b-0', 'total').waitFor();
    await bench.page.keyboard.press('Control+k');
    await bench.page
      .getByRole('textbox', { name: 'Type a command or a customer' })
      .fill('viveros f');
    await bench.page.getByRole('option', { name: /Viveros Fuentelumbre/ }).waitFor();
    await bench.page.keyboard.press('Enter');
    await expect.poll(() => bench.path(), patience).toBe('/account');
    await expect.poll(() => bench.title(), patience).toContain('Viveros Fuentelumbre');
    await bench.grid.cell(0, 'balance').waitFor();
    const rows = await bench.grid.rows();
    let balance = 0n;
    for (const row of rows) {
      balance += cents(row['debit'] || '0') - cents(row['credit'] || '0');
      expect(cents(row['balance'] ?? '')).toBe(balance);
    }
  });

  it('leads back to where the search began', async () => {
    await bench.page.goBack();
    await expect.poll(() => bench.title(), patience).toBe('Aging by customer');
    await expect.poll(() => bench.grid.totals(), patience).toEqual(totals);
  });
});
