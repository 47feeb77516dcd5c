import type { CDPSession, Page } from 'playwright-core';
import type { RecordedEvent } from '../../src/domain/journal/event';
import type { Session } from '../../src/session/session';
import { Workbench } from '../browser/pages';
import type { KillableBrowser } from './killable';

/** What the page puts on its global object for the console. */
interface WithSession {
  readonly saldo: Session;
}

/** An edit as the journal has it. */
export interface FoundEdit {
  readonly document: string;
  readonly number: number;
}

/** How many documents the ledger has. */
const documentCount = 40;

/** The document that an edit changes follows from its number. */
export const documentOf = (number: number): string => `K-${number % documentCount}`;

/** Every 31st edit moves a due date too, so that figures follow. */
export const movesDueDate = (number: number): boolean => number % 31 === 0;

/** ISO date in 2026. */
export const dueDateOf = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1 + (number % 365))).toISOString().slice(0, 10);

const ledger = [
  'Invoice number,Customer,Invoice date,Due date,Currency,Amount',
  ...Array.from(
    { length: documentCount },
    (_, i) => `K-${i},Customer ${i % 5},2025-12-01,2026-01-01,EUR,${i + 1}.00`,
  ),
].join('\n');

/** No page: nothing is drawn anew with every edit. */
const quietPath = '/nothing';

const openMs = 60_000;

/** The workbench in a browser that is going to be killed. */
export class WritingPage {
  readonly #page: Page;
  readonly #cdp: CDPSession;
  readonly #origin: string;

  private constructor(page: Page, cdp: CDPSession, origin: string) {
    this.#page = page;
    this.#cdp = cdp;
    this.#origin = origin;
  }

  /** Opens the workspace; rejects where it cannot be opened. */
  static async open(browser: KillableBrowser, origin: string): Promise<WritingPage> {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(openMs);
    // The script runner names the functions it sends over; the page does not know its helper.
    await page.addInitScript('globalThis.__name = (value) => value');
    const cdp = await browser.context.newCDPSession(page);
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'acknowledged' });
    await page.goto(`${origin}/#${quietPath}`);
    await page
      .waitForFunction(() => 'saldo' in globalThis)
      .catch(async () => {
        const text = await page.locator('body').innerText();
        throw new Error(`the workspace does not open, the page says: ${text}`);
      });
    return new WritingPage(page, cdp, origin);
  }

  /** Imports the ledger that is written on, and signs. */
  async begin(): Promise<void> {
    const bench = new Workbench(this.#page, this.#origin);
    await bench.open('/import');
    await bench.importing.choose({ name: 'kill.csv', text: ledger });
    await bench.importing.commit();
    await this.#page.evaluate(() =>
      (globalThis as unknown as WithSession).saldo.setPerson('Whoever is killed'),
    );
    await bench.open(quietPath);
  }

  /** The edits in the journal, in its order; `loss` is what the store says it could not read. */
  async journal(): Promise<{ readonly edits: readonly FoundEdit[]; readonly loss: string }> {
    const { events, loss } = await this.#page.evaluate(() => {
      const { saldo } = globalThis as unknown as WithSession;
      const edits = saldo.events.flatMap(({ event }: RecordedEvent) =>
        event.kind === 'fields' ? [event.changes] : [],
      );
      return {
        events: edits.map(([change]) => [change?.record.id ?? '', change?.after.value ?? '']),
        loss: saldo.loss === undefined ? '' : JSON.stringify(saldo.loss),
      };
    });
    return {
      edits: events.map(([document = '', value]) => ({ document, number: Number(value) })),
      loss,
    };
  }

  /**
   * Edits as fast as they are acknowledged, with several on their way, until the browser is killed.
   * @param onAcknowledged told of each number that this process has heard of
   */
  async write(
    first: number,
    inFlight: number,
    onAcknowledged: (number: number) => void,
  ): Promise<void> {
    this.#cdp.on('Runtime.bindingCalled', ({ payload }) => onAcknowledged(Number(payload)));
    await this.#page.evaluate(
      ([from, lanes, documents]) => {
        const { saldo, acknowledged } = globalThis as unknown as WithSession & {
          acknowledged(text: string): void;
        };
        let next = from;
        const edit = async (number: number): Promise<void> => {
          const record = {
            table: 'document',
            id: `K-${number % documents}`,
            kind: 'invoice',
            entity: '',
          } as const;
          const terms = { record, since: null, was: null };
          const due = new Date(Date.UTC(2026, 0, 1 + (number % 365))).toISOString().slice(0, 10);
          const problems = await saldo.edit([
            { ...terms, field: 'note', value: String(number) },
            ...(number % 31 === 0 ? [{ ...terms, field: 'due_date', value: due }] : []),
          ]);
          const real = problems.filter(({ code }) => code !== 'unchanged');
          acknowledged(real.length === 0 ? String(number) : JSON.stringify(real));
        };
        const lane = async (): Promise<void> => {
          for (;;) {
            next += 1;
            await edit(next - 1);
          }
        };
        for (let i = 0; i < lanes; i += 1)
          lane().catch((error: unknown) => acknowledged(String(error)));
      },
      [first, inFlight, documentCount] as const,
    );
  }

  /** What reports over the rebuilt ledger say of each document: its note and its due date. */
  async shown(): Promise<ReadonlyMap<string, { readonly note: string; readonly dueDate: string }>> {
    const rows = await this.#page.evaluate(async () => {
      const { saldo } = globalThis as unknown as WithSession;
      await saldo.settled();
      const documents = await saldo.report('documents', { asOf: '2026-12-31' });
      const items = await saldo.report('open-items', { asOf: '2026-12-31' });
      const due = new Map(
        (await items.page(0, 1_000)).map((row) => [String(row['number']), row['due_date']]),
      );
      return (await documents.page(0, 1_000)).map((row) => ({
        document: String(row['number']),
        note: String(row['note'] ?? ''),
        dueDate: String(due.get(String(row['number'])) ?? ''),
      }));
    });
    return new Map(rows.map(({ document, note, dueDate }) => [document, { note, dueDate }]));
  }
}
