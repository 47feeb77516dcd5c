import type { BrowserContext, Download, Locator, Page } from 'playwright-core';
import type { ResultRow } from '../../src/domain/report/result';
import type { Session } from '../../src/session/session';

/** How long a condition may take to come true on a slow machine. */
export const patience = { timeout: 60_000, interval: 50 } as const;

/** A file given to the page: by path, or made up on the spot. */
export type GivenFile = string | { readonly name: string; readonly text: string | Buffer };

/** A row of a grid as it is read: column id → text. */
export type ShownRow = Readonly<Record<string, string>>;

/** The wide window that analysts have. */
export const wide = { width: 1440, height: 1000 } as const;

/** A tab with the workbench in it: what can be done on any of its pages. */
export class Workbench {
  readonly page: Page;
  readonly origin: string;
  readonly grid: Grid;
  readonly importing: ImportPage;

  constructor(page: Page, origin: string) {
    page.setDefaultTimeout(patience.timeout);
    this.page = page;
    this.origin = origin;
    this.grid = new Grid(page);
    this.importing = new ImportPage(page);
  }

  static async inNewTab(context: BrowserContext, origin: string): Promise<Workbench> {
    return new Workbench(await context.newPage(), origin);
  }

  /** Goes to an address of the page, such as `/aging?asOf=2026-10-31`, and waits for the engine. */
  async open(address: string): Promise<void> {
    await this.page.goto(`${this.origin}/#${address}`);
    await this.page.getByRole('banner').getByRole('status').waitFor();
  }

  /** The parameters in the address. */
  params(): Record<string, string> {
    const [, search = ''] = new URL(this.page.url()).hash.split('?');
    return Object.fromEntries(new URLSearchParams(search));
  }

  path(): string {
    return new URL(this.page.url()).hash.slice(1).split('?')[0] ?? '';
  }

  title(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Loads the sample from the empty page, as a newcomer does. */
  async trySample(): Promise<void> {
    await this.open('/import');
    await this.page.getByRole('button', { name: 'Try the sample ledger' }).click();
    await this.importing.result.waitFor();
  }

  tieOut(name: 'general-ledger' | 'open-items'): Locator {
    return this.page.getByTestId(`tie-out-${name}`);
  }

  async statusText(): Promise<string> {
    return (await this.page.getByTestId('status-bar').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** The first rows of a report, once the tables show everything that was recorded. */
  ask(id: string, params: Readonly<Record<string, string>>): Promise<readonly ResultRow[]> {
    return this.page.evaluate(
      async ([report, given]) => {
        const { saldo } = globalThis as unknown as { readonly saldo: Session };
        await saldo.settled();
        const open = await saldo.report(report, given);
        const rows = await open.page(0, 500);
        await open.close();
        return rows;
      },
      [id, params] as const,
    );
  }

  /** What the top bar says of the last change. */
  saveState(): Promise<string> {
    return this.page.getByTestId('save-state').innerText();
  }

  /** What undo or redo would do, as its button says. */
  async would(direction: 'undo' | 'redo'): Promise<string> {
    return (await this.page.getByTestId(direction).getAttribute('aria-label')) ?? '';
  }

  /** Answers the question for the person's name. */
  async sign(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').filter({ has: this.page.locator('form') });
    await dialog.getByRole('textbox').fill(name);
    await dialog.getByRole('textbox').press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  /** Chooses an entry of the export menu. */
  async export(entry: string): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
    return download;
  }

  /** Chooses an option of a labelled list. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}

/** The grid of a report's page. */
export class Grid {
  readonly area: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.area = page.getByTestId('grid-area');
  }

  /** A cell of a row counted from 0, or of a row of totals: `b-0`. */
  cell(row: number | string, column: string): Locator {
    return this.area.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
  }

  /** Waits until rows are drawn. */
  ready(): Promise<void> {
    return this.area.locator('.ag-row [col-id]').first().waitFor();
  }

  /** Waits until a cell has a text in it. */
  shows(row: number | string, column: string, text: string): Promise<void> {
    return this.cell(row, column).filter({ hasText: text }).waitFor();
  }

  /** Goes to a cell as a click beside its text does. */
  async select(row: number | string, column: string): Promise<void> {
    await this.cell(row, column).click({ position: { x: 3, y: 3 } });
    await this.page.waitForFunction(
      ([index, id]) => {
        const found = document.activeElement?.closest('[col-id]');
        return (
          found?.getAttribute('col-id') === id &&
          found?.closest('[row-index]')?.getAttribute('row-index') === index
        );
      },
      [String(row), column] as const,
    );
  }

  /** Replaces what is in a cell by the keyboard, as it would be typed. */
  async write(row: number | string, column: string, text: string): Promise<void> {
    await this.select(row, column);
    await this.page.keyboard.press('F2');
    await this.page.getByTestId('cell-editor').waitFor();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens what stands behind a figure. */
  async openFigure(row: number | string, column: string): Promise<void> {
    await this.cell(row, column).getByText(/\d/).click();
  }

  /** The rows that are drawn, in their order. */
  rows(): Promise<ShownRow[]> {
    return this.read('.ag-row:not(.ag-row-pinned)');
  }

  /** The pinned totals, a row a currency. */
  totals(): Promise<ShownRow[]> {
    return this.read('.ag-row-pinned');
  }

  /** Row and column of the cell that has the keyboard. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest('[col-id]');
      const row = cell?.closest('[row-index]');
      return `${row?.getAttribute('row-index')} ${cell?.getAttribute('col-id')}`;
    });
  }

  private async read(selector: string): Promise<ShownRow[]> {
    const rows = await this.area.locator(selector).evaluateAll((elements) =>
      elements.map((row) => ({
        index: Number((row.getAttribute('row-index') ?? '').replace('b-', '')),
        cells: [...row.querySelectorAll('[col-id]')].map((cell) => [
          cell.getAttribute('col-id') ?? '',
          cell.textContent ?? '',
        ]),
      })),
    );
    return rows.sort((a, b) => a.index - b.index).map(({ cells }) => Object.fromEntries(cells));
  }
}

/** The page where files come in. */
export class ImportPage {
  readonly page: Page;
  readonly result: Locator;
  readonly draft: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.result = page.getByTestId('import-result');
    this.draft = page.getByTestId('draft');
    this.problem = page.getByTestId('problem');
  }

  /** Chooses files in the file dialog. */
  async choose(...files: readonly GivenFile[]): Promise<void> {
    const input = this.page.locator('input[type=file]');
    const paths = files.filter((file) => typeof file === 'string');
    if (paths.length === files.length) return input.setInputFiles(paths);
    await input.setInputFiles(
      files
        .filter((file) => typeof file !== 'string')
        .map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
    );
  }

  /** Lets a file fall on the page, wherever it is. */
  async drop(name: string, content: Buffer): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], fileName, { type: 'text/csv' }));
        return data;
      },
      [name, content.toString('base64')] as const,
    );
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** What the preview says about the rows, sentence by sentence. */
  async counts(): Promise<string[]> {
    return (await this.page.getByTestId('plan-counts').innerText())
      .split('\n')
      .filter((line) => line.trim() !== '');
  }

  /** The control totals: name, in the file, taken, difference. */
  async controlTotals(): Promise<string[][]> {
    const rows = await this.page.getByTestId('control-totals').locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  }

  async commit(): Promise<void> {
    await this.page.getByTestId('commit').click();
    await this.result.waitFor();
  }

  /** The files that the ledger stands on. */
  sources(): Promise<string[]> {
    return this.page
      .getByRole('heading', { name: 'Files in this ledger' })
      .locator('xpath=..')
      .locator('tbody tr td:first-child')
      .allInnerTexts();
  }
}
