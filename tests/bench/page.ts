import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from '../../src/session/session';
import { openProfile } from '../browser/chromium';
import type { BenchFiles } from './data';
import { type EditTimings, timeEdits, timeReopening } from './edits';
import { duckdbNaive } from './naive';

/** What the page puts on its global object for the console. */
interface WithSession {
  readonly saldo: Session;
}

export interface PageTimings {
  readonly imports: readonly ImportTimings[];
  readonly asOf: readonly number[];
  readonly asOfFiltered: readonly number[];
  readonly byCustomer: readonly number[];
  readonly itemsSort: readonly number[];
  readonly itemsPage: readonly number[];
  readonly itemCount: number;
  readonly naive: readonly number[];
  readonly analyses: Analyses;
  readonly edits: EditTimings;
  readonly reopenings: readonly number[];
  /** At once after all of those edits, before the tables were saved again. */
  readonly reopeningWithEdits: number;
}

/** Milliseconds of the reports that follow what is owed over time. */
interface Analyses {
  readonly rollForward: readonly number[];
  readonly rollRates: readonly number[];
  readonly tieOut: readonly number[];
  readonly netted: readonly number[];
  readonly expectedLoss: readonly number[];
  readonly expectedLossAgain: readonly number[];
  /** The first aging under a policy for which links have to be derived, and a later one. */
  readonly derived: readonly number[];
  readonly derivedAgain: readonly number[];
}

/** Milliseconds of a report's first page and totals, for each set of parameters. */
async function timeReports(
  page: Page,
  id: string,
  all: readonly Record<string, string>[],
): Promise<number[]> {
  return page.evaluate(
    async ([report, list]) => {
      const { saldo } = globalThis as unknown as WithSession;
      const times: number[] = [];
      for (const params of list) {
        const at = performance.now();
        const open = await saldo.report(report, params);
        await open.page(0, 100);
        times.push(performance.now() - at);
        await open.close();
      }
      return times;
    },
    [id, all] as const,
  );
}

interface ImportTimings {
  readonly preview: number;
  readonly committed: number;
  readonly aging: number;
}

/** Milliseconds from the drop of both files on an empty page to its preview, its result and the first aging. */
async function timeImport(page: Page, address: string, files: BenchFiles): Promise<ImportTimings> {
  // The script runner names the functions it sends over; the page does not know its helper.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`${address}#/import`);
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => 'saldo' in globalThis, undefined, { timeout: 120_000 });
  // Clicked in the page itself, at once when it lets a person: the driver's own waits are not Saldo's.
  const steps = page.evaluate(async () => {
    const shown = (what: string): Promise<HTMLElement> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = document.querySelector<HTMLElement>(
            `[data-testid=${what}]:not([disabled])`,
          );
          if (!found) return;
          watch.disconnect();
          resolve(found);
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      });
    const input = document.querySelector('input[type=file]');
    const started = await new Promise<number>((resolve) => {
      input?.addEventListener('change', () => resolve(performance.now()), { capture: true });
    });
    const commit = await shown('commit');
    const preview = performance.now() - started;
    commit.click();
    await shown('import-result');
    const committed = performance.now() - started;
    globalThis.location.hash = '#/aging';
    await shown('grid-area');
    return { preview, committed, aging: performance.now() - started };
  });
  await page.locator('input[type=file]').setInputFiles([files.invoices, files.payments]);
  return steps;
}

const savingMs = 20_000;

async function timeAnalyses(page: Page, dates: readonly string[]): Promise<Analyses> {
  const few = dates.slice(0, 10);
  const last = [...dates].sort().at(-1) ?? '';
  const months = few.map((to) => ({ from: `${to.slice(0, 8)}01`, to }));
  const at = (extra: Record<string, string>) => few.map((asOf) => ({ asOf, ...extra }));
  const time = (id: string, all: readonly Record<string, string>[]) => timeReports(page, id, all);
  return {
    rollForward: await time('roll-forward', months),
    rollRates: await time(
      'roll-rates',
      few.map((to) => ({ to })),
    ),
    tieOut: await time('tie-out', at({})),
    netted: await time('aging-totals', at({ credits: 'netted' })),
    expectedLoss: await time('expected-loss', [{ asOf: last }]),
    expectedLossAgain: await time('expected-loss', [{ asOf: last }, { asOf: last }]),
    derived: await time('aging-totals', [{ asOf: last, allocation: 'oldest' }]),
    derivedAgain: await time('aging-totals', at({ allocation: 'oldest' })),
  };
}

/** How often the import is done, each time in a new page of a new profile. */
const importCount = 3;

/** The production page with real files: import as a person does it, then the questions a person asks. */
export async function measurePage(
  address: string,
  files: BenchFiles,
  dates: readonly string[],
): Promise<PageTimings> {
  const imports: ImportTimings[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'saldo-bench-'));
  const open = async (): Promise<Page> =>
    (await openProfile(join(folder, `profile-${imports.length}`))).newPage();
  let page = await open();
  for (let i = 0; i < importCount; i += 1) {
    if (i > 0) {
      await page.context().close();
      page = await open();
    }
    imports.push(await timeImport(page, address, files));
  }

  // A person looks at the first aging; meanwhile the tables are saved for the next opening.
  await page.waitForTimeout(savingMs);

  // A first round of each warms the caches that a person's second look would find warm too.
  const at = (extra: Record<string, string>) => dates.map((asOf) => ({ asOf, ...extra }));
  await timeReports(page, 'aging-totals', at({}).slice(0, 3));
  const asOf = await timeReports(page, 'aging-totals', at({}));
  const asOfFiltered = await timeReports(
    page,
    'aging-totals',
    at({ segment: 'residential', service: 'water' }),
  );
  const byCustomer = await timeReports(page, 'aging-by', at({ by: 'customer' }).slice(0, 20));

  const items = await page.evaluate(
    async (list) => {
      const { saldo } = globalThis as unknown as WithSession;
      const sorts: number[] = [];
      const pages: number[] = [];
      let rowCount = 0;
      for (const date of list) {
        const at = performance.now();
        const open = await saldo.report('open-items', { asOf: date });
        sorts.push(performance.now() - at);
        rowCount = Math.max(rowCount, open.rowCount);
        for (let i = 0; i < 10; i += 1) {
          const from = Math.floor((open.rowCount * i) / 10);
          const began = performance.now();
          await open.page(from, 100);
          pages.push(performance.now() - began);
        }
        await open.close();
      }
      return { sorts, pages, rowCount };
    },
    dates.slice(0, 10),
  );

  const naive = await page.evaluate(async (queries) => {
    const { saldo } = globalThis as unknown as WithSession;
    const raw = (text: string) => ({ kind: 'sql', text }) as const;
    await saldo.engine.exec(
      raw(`CREATE OR REPLACE TABLE inv AS SELECT document_id, currency, document_date, due_date, amount
             FROM document WHERE kind = 'invoice'`),
    );
    await saldo.engine.exec(
      raw(`CREATE OR REPLACE TABLE pay AS SELECT debit_document_id AS document_id, effective_date AS paid_on, amount
             FROM allocation`),
    );
    const times: number[] = [];
    for (const query of queries) {
      const at = performance.now();
      await saldo.engine.rows(raw(query));
      times.push(performance.now() - at);
    }
    await saldo.engine.exec(raw('DROP TABLE inv'));
    await saldo.engine.exec(raw('DROP TABLE pay'));
    return times;
  }, dates.slice(0, 10).map(duckdbNaive));
  const analyses = await timeAnalyses(page, dates);
  // The tables were saved while nothing was imported or edited: this is how a workspace opens as a rule.
  const reopenings = await timeReopening(page, 3);
  const edits = await timeEdits(page);
  const [reopeningWithEdits = 0] = await timeReopening(page, 1);
  await page.context().close();
  await rm(folder, { recursive: true, force: true });
  return {
    imports,
    asOf,
    asOfFiltered,
    byCustomer,
    itemsSort: items.sorts,
    itemsPage: items.pages,
    itemCount: items.rowCount,
    naive,
    analyses,
    edits,
    reopenings,
    reopeningWithEdits,
  };
}
