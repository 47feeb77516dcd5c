import type { Page } from 'playwright-core';
import type { Session } from '../../src/session/session';

/** What the page puts on its global object for the console. */
interface WithSession {
  readonly saldo: Session;
}

/** Milliseconds of what editing takes in a ledger of full size. */
export interface EditTimings {
  /** One edit until it is on disk, one after the other. */
  readonly acknowledged: readonly number[];
  /** A new due date until the open aging shows other amounts. */
  readonly updatedAging: readonly number[];
  /** 1,000 rows × 5 columns as one step until it is on disk, and until the tables show it. */
  readonly pasted: number;
  readonly pastedShown: number;
}

const acknowledgedCount = 300;
const agingCount = 20;
const pastedRows = 1_000;
/** Between two edits of a person; what an edit sets in motion is over by then. */
const restMs = 40;

/** Edits documents of the ledger that the page has open. */
export async function timeEdits(page: Page): Promise<EditTimings> {
  return page.evaluate(
    async ([count, agings, rows, rest]) => {
      const { saldo } = globalThis as unknown as WithSession;
      await saldo.setPerson('Whoever is measured');
      const open = await saldo.report('open-items', { asOf: '2026-10-31' });
      const items = await open.page(0, Math.max(count, rows) + agings);
      await open.close();
      const records = items
        .filter((row) => row['kind'] === 'invoice')
        .map((row) => ({
          table: 'document' as const,
          id: String(row['document_id']),
          kind: 'invoice',
          entity: '',
        }));
      const recordAt = (i: number) => {
        const record = records[i % records.length];
        if (!record) throw new Error('the ledger has no open invoice');
        return record;
      };
      const edited = (i: number, field: string, value: string) => ({
        record: recordAt(i),
        field,
        since: null,
        was: null,
        value,
      });
      const take = async (edits: ReturnType<typeof edited>[]): Promise<void> => {
        const problems = await saldo.edit(edits);
        if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
      };
      const pause = () => new Promise((resolve) => setTimeout(resolve, rest));
      /** A person looks at what has come, with its tie-outs, before the next edit. */
      const still = () => new Promise((resolve) => setTimeout(resolve, 1_500));

      const acknowledged: number[] = [];
      for (let i = 0; i < count; i += 1) {
        const at = performance.now();
        await take([edited(i, 'note', `note ${i}`)]);
        acknowledged.push(performance.now() - at);
        await pause();
      }
      await saldo.settled();

      const updatedAging: number[] = [];
      globalThis.location.hash = '#/aging?by=segment';
      await still();
      const grid = document.querySelector('[data-testid=grid-area]');
      const redrawn = (): Promise<void> =>
        new Promise((resolve) => {
          const watch = new MutationObserver((changes) => {
            const isCell = ({ target }: MutationRecord): boolean =>
              (target instanceof Element ? target : target.parentElement)?.closest('.ag-cell') !=
              null;
            if (!changes.some(isCell)) return;
            watch.disconnect();
            resolve();
          });
          if (grid) watch.observe(grid, { subtree: true, childList: true, characterData: true });
        });
      for (let i = 0; i < agings; i += 1) {
        const shown = redrawn();
        const at = performance.now();
        // Overdue and not yet due, in turn: an amount moves from one bucket to another each time.
        await take([edited(0, 'due_date', i % 2 === 0 ? '2026-10-20' : '2026-12-20')]);
        await shown;
        updatedAging.push(performance.now() - at);
        await still();
      }

      const at = performance.now();
      const block = Array.from({ length: rows }, (_, i) => [
        edited(i, 'due_date', `2026-1${i % 3}-${10 + (i % 19)}`),
        edited(i, 'disputed', i % 2 === 0 ? 'true' : 'false'),
        edited(i, 'reference', `Reference ${i}`),
        edited(i, 'description', `Description ${i}`),
        edited(i, 'note', `Pasted ${i}`),
      ]).flat();
      await take(block);
      const pasted = performance.now() - at;
      await saldo.settled();
      return { acknowledged, updatedAging, pasted, pastedShown: performance.now() - at };
    },
    [acknowledgedCount, agingCount, pastedRows, restMs] as const,
  );
}

/** Milliseconds from a reload of the page to its first aging, so many times. */
export async function timeReopening(page: Page, runs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    await page.reload({ waitUntil: 'commit' });
    times.push(
      await page.evaluate(async () => {
        while (!('saldo' in globalThis)) await new Promise((resolve) => setTimeout(resolve, 5));
        const { saldo } = globalThis as unknown as WithSession;
        const report = await saldo.report('aging-totals', { asOf: '2026-10-31' });
        await report.page(0, 100);
        await report.close();
        // Since the page began to load.
        return performance.now();
      }),
    );
  }
  return times;
}
