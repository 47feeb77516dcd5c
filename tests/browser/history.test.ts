import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { unzipped } from '../exporters/zip';
import { launch } from './chromium';
import { patience, Workbench } from './pages';
import { type Site, serveSite } from './site';

let site: Site;
let browser: Browser;
let context: BrowserContext;
let bench: Workbench;

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());
const rejects = () => bench.page.getByTestId('rejects').locator('tbody tr').allInnerTexts();
const dueDate = async () =>
  (await bench.grid.cell(0, 'due_date').innerText()).replaceAll('\u00a0', ' ');

/** Changes a field of a document in its grid, and waits until it is shown. */
async function write(number: string, column: string, value: string): Promise<void> {
  await bench.open(`/documents?asOf=2026-10-31&search=${number}`);
  await bench.grid.shows(0, 'number', number);
  await bench.grid.write(0, column, value);
}

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 2000, height: 1000 } });
  bench = await Workbench.inNewTab(context, site.origin);
  await bench.trySample();
  await write('F26-0203', 'note', 'Called twice');
  await bench.sign('Ana Ruiz');
  await bench.grid.shows(0, 'note', 'Called twice');
  await bench.grid.write(0, 'note', 'Promised for May');
  await bench.grid.shows(0, 'note', 'Promised for May');
  await bench.grid.write(0, 'due_date', '2026-05-31');
  await bench.grid.shows(0, 'due_date', '31 May 2026');
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('the history', () => {
  it('has every event with its person, before and after, the latest first', async () => {
    await bench.open('/history');
    await expect
      .poll(async () => (await bench.grid.rows()).slice(0, 3), patience)
      .toMatchObject([
        {
          person: 'Ana Ruiz',
          action: 'Done',
          event_kind: 'Edit',
          number: 'F26-0203',
          record_id: 'D05453',
          field: 'Due date',
          value_before: '25\u00a0Feb\u00a02026',
          value_after: '31\u00a0May\u00a02026',
        },
        { field: 'Note', value_before: 'Called twice', value_after: 'Promised for May' },
        { field: 'Note', value_before: '', value_after: 'Called twice' },
      ]);
    expect((await bench.grid.rows()).at(-1)).toMatchObject({ event_kind: 'Import' });
  });

  it('is filtered by a text', async () => {
    await bench.page
      .getByRole('textbox', { name: 'Record, value or reason' })
      .fill('promised for may');
    await expect.poll(() => bench.params()['search'], patience).toBe('promised for may');
    await expect
      .poll(async () => (await bench.grid.rows()).map((row) => row['value_after']), patience)
      .toEqual(['Promised for May']);
  });

  it('shows a record as it was before and after an event, whatever was changed later', async () => {
    await bench.grid.select(0, 'field');
    await bench.page.getByRole('button', { name: 'Explain row' }).click();
    const shown = bench.page.getByTestId('as-it-was');
    await shown.waitFor();
    const fields = (await shown.locator('tbody tr').allInnerTexts()).map((line) =>
      line.replaceAll('\u00a0', ' '),
    );
    expect(fields).toEqual([
      'Note\tCalled twice\tPromised for May',
      'Due date\t25 Feb 2026\t25 Feb 2026',
    ]);
    await bench.page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
  });

  it('shows the same by Enter on a row', async () => {
    await bench.grid.select(0, 'person');
    await bench.page.keyboard.press('Enter');
    const shown = bench.page.getByTestId('as-it-was');
    await shown.getByText(/^F26-0203, before and after event/).waitFor();
    await bench.page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
  });

  it('names documents by their numbers in undo, which keeps what the page is filtered by', async () => {
    await bench.open('/documents?asOf=2026-10-31&search=F26-02&show=open');
    await bench.grid.ready();
    await expect.poll(() => bench.would('undo'), patience).toBe('Undo: Due date of F26-0203');
    const asked = bench.params();
    await bench.page.getByTestId('undo').click();
    await bench.page.getByText('Undone: Due date of F26-0203').waitFor();
    await bench.page.getByTestId('redo').click();
    await bench.page.getByText('Redone: Due date of F26-0203').waitFor();
    expect(bench.path()).toBe('/documents');
    expect(bench.params()).toEqual(asked);
  });

  it('is exported with the state it was made from in the name of the file', async () => {
    await bench.open('/history');
    // An output is of the state that the tables are in: what was just redone may still be on its way to them.
    await bench.page.evaluate(() => (globalThis as unknown as { saldo: Session }).saldo.settled());
    await bench.grid.ready();
    const download = await bench.export('CSV');
    const { position, hash } = await bench.page.evaluate(
      () => (globalThis as unknown as { saldo: Session }).saldo.getState().state,
    );
    expect(download.suggestedFilename()).toBe(`history_${position}-${hash.slice(0, 8)}.csv`);
    expect((await bytesOf(download)).toString('utf8')).toContain('Promised for May');
  });
});

describe('an output', () => {
  it('is made again from the line that stands in it, byte by byte, whatever came after', async () => {
    await bench.open('/aging?asOf=2026-10-31&by=segment');
    await bench.grid.ready();
    await bench.tieOut('open-items').waitFor();
    const then = await bench.export('CSV');
    const csv = await bytesOf(then);
    const about = unzipped(await bytesOf(await bench.export('XLSX'))).get('xl/sharedStrings.xml');
    const [line = ''] = /saldo:aging-by\?[^<\s]+/.exec(about ?? '') ?? [];
    expect(line).toContain('asOf=2026-10-31');

    await write('F26-0241', 'due_date', '2026-12-24');
    await bench.grid.shows(0, 'due_date', '24 Dec 2026');
    await bench.open('/aging?asOf=2026-10-31&by=segment');
    await bench.grid.ready();
    await bench.tieOut('open-items').waitFor();
    expect(await bytesOf(await bench.export('CSV'))).not.toEqual(csv);

    await bench.open('/history');
    await bench.page.getByTestId('make-again').click();
    const dialog = bench.page.getByRole('dialog', { name: 'Make again' });
    await dialog.getByRole('textbox').fill(line.replaceAll('&amp;', '&'));
    const download = bench.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'CSV' }).click();
    const again = await download;
    expect(again.suggestedFilename()).toBe(then.suggestedFilename());
    expect((await bytesOf(again)).toString('utf8')).toBe(csv.toString('utf8'));
    await bench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('of a state that this workspace never had is refused in words', async () => {
    await bench.open('/history');
    await bench.page.reload();
    await bench.grid.ready();
    await bench.page.getByTestId('make-again').click();
    const dialog = bench.page.getByRole('dialog', { name: 'Make again' });
    for (const line of ['#9999.0123456789abcdef', '#1.0123456789abcdef']) {
      await dialog.getByRole('textbox').fill(`saldo:aging-totals?asOf=2026-10-31${line}`);
      await dialog.getByRole('button', { name: 'CSV' }).click();
      await expect
        .poll(() => dialog.getByRole('status').allInnerTexts(), patience)
        .toEqual([expect.stringMatching(/workspace|journal/)]);
    }
    await bench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('a closed period', () => {
  it('refuses what would change it, in words, and takes what counts from a later day', async () => {
    await bench.open('/workspace');
    const closing = bench.page.getByTestId('closed-period');
    await closing.getByRole('textbox', { name: 'Close through' }).fill('2026-09-30');
    await closing.getByRole('textbox', { name: 'Close through' }).press('Tab');
    await closing.getByRole('button', { name: 'Close', exact: true }).click();
    await closing.getByText(/^Closed through 30.Sep.2026/).waitFor();
    await write('F26-0249', 'due_date', '2026-06-15');
    await expect
      .poll(rejects, patience)
      .toEqual([expect.stringMatching(/Due date.*closed through 30.Sep.2026/)]);
    expect(await dueDate()).toBe('28 Feb 2026');
    const bar = bench.page.getByTestId('edit-bar');
    await bar.getByText('from a day on (extension)').click();
    await bench.grid.write(0, 'due_date', '2026-11-30');
    await bench.grid.shows(0, 'due_date', '30 Nov 2026');
    const [at] = await bench.ask('open-items', { asOf: '2026-09-30', search: 'F26-0249' });
    expect(at?.['due_date']).toBe('2026-02-28');
  });

  it('is opened again by undoing, or by its button', async () => {
    await bench.open('/workspace');
    const closing = bench.page.getByTestId('closed-period');
    await closing.getByRole('button', { name: 'Open again' }).click();
    await closing.getByText('No period is closed').waitFor();
    expect(await bench.would('undo')).toMatch(/opening of the period/i);
    await bench.page.getByTestId('undo').click();
    await closing.getByText(/^Closed through/).waitFor();
    await bench.page.getByTestId('redo').click();
    await closing.getByText('No period is closed').waitFor();
  });
});
