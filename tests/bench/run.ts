import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { launch } from '../browser/chromium';
import { benchDates, benchFiles } from './data';
import { measureNative } from './native';
import { measurePage } from './page';
import { timing } from './statistics';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '1000000' } } });
const documents = Number(values.documents);

/** A figure with the limit that it should keep. */
interface Line {
  readonly name: string;
  readonly median: number;
  readonly p95: number | undefined;
  readonly unit: string;
  readonly limit: number | undefined;
}

async function serve(
  root: string,
  outDir: string,
  port: number,
): Promise<{ address: string; close: () => Promise<void> }> {
  await build({ root, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
  const server = await preview({
    root,
    build: { outDir },
    preview: { port, strictPort: true, headers: {} },
    logLevel: 'error',
  });
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}

const files = await benchFiles(documents);
const dates = benchDates(40);
const few = dates.slice(0, 5);

const site = await serve(process.cwd(), join(tmpdir(), 'saldo-bench-page'), 4180);
const page = await measurePage(site.address, files, dates);
await site.close();

const native = await measureNative(files, few);

const browser = await launch();
const peersSite = await serve(
  resolve('tests/bench/peers'),
  join(tmpdir(), 'saldo-bench-peers'),
  4181,
);
async function peer(name: 'sqlite' | 'arquero'): Promise<{ load: number; naive: number[] }> {
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(peersSite.address);
  await tab.locator('input').setInputFiles([files.invoices, files.payments]);
  const result = await tab.evaluate(
    ([which, list]) =>
      (
        globalThis as unknown as {
          run: (
            name: string,
            dates: readonly string[],
          ) => Promise<{ load: number; naive: number[] }>;
        }
      ).run(which, list),
    [name, few] as const,
  );
  await tab.close();
  return result;
}
const sqlite = await peer('sqlite');
const arquero = await peer('arquero');
await peersSite.close();
await browser.close();

const ms = (name: string, samples: readonly number[], limit?: number): Line => ({
  name,
  ...timing(samples),
  unit: 'ms',
  limit,
});
const one = (name: string, value: number, unit: string, limit?: number): Line => ({
  name,
  median: value,
  p95: undefined,
  unit,
  limit,
});
const median = (samples: readonly number[]): number => timing(samples).median;
const lines: readonly Line[] = [
  ms(
    'two CSVs to the first aging',
    page.imports.map(({ aging }) => aging),
    12_000,
  ),
  ms('a new as-of date, whole ledger', page.asOf, 50),
  ms('a new as-of date, filtered', page.asOfFiltered, 150),
  ms('aging by customer, first page and totals', page.byCustomer, 400),
  ms(`open items sorted (${page.itemCount} at the most)`, page.itemsSort, 500),
  ms('a page of open items at any depth', page.itemsPage, 20),
  ms('roll-forward of a month', page.analyses.rollForward, 1_000),
  ms('roll rates of a month', page.analyses.rollRates, 1_000),
  ms('tie-out to the general ledger', page.analyses.tieOut, 1_000),
  ms('a new as-of date, credits netted', page.analyses.netted, 300),
  ms('expected losses of 36 months, the first time', page.analyses.expectedLoss, 6_000),
  ms('expected losses of 36 months, again', page.analyses.expectedLossAgain, 1_000),
  ms('oldest-first links derived, to the first aging', page.analyses.derived, 10_000),
  ms('a new as-of date, oldest first', page.analyses.derivedAgain),
  ms('an edit until it is on disk', page.edits.acknowledged, 2),
  one('an edit until it is on disk, p99', timing(page.edits.acknowledged).p99, 'ms', 25),
  ms('a new due date until the page shows the new aging', page.edits.updatedAging, 200),
  one('paste of 1,000 × 5 cells until it is on disk', page.edits.pasted, 'ms'),
  one('paste of 1,000 × 5 cells until it is shown', page.edits.pastedShown, 'ms', 1_000),
  ms('opening the workspace to the first aging', page.reopenings),
  one('opening at once after those edits', page.reopeningWithEdits, 'ms'),
  one(
    'opening ÷ importing, each to the first aging',
    median(page.reopenings) / median(page.imports.map(({ aging }) => aging)),
    '×',
    0.5,
  ),
  ms('naive aging, Saldo’s engine in the page', page.naive),
  ms('naive aging, native DuckDB, one thread', native.naive),
  ms('naive aging, SQLite in the page', sqlite.naive),
  ms('naive aging, Arquero in the page', arquero.naive),
  one('naive: page ÷ native DuckDB', median(page.naive) / median(native.naive), '×', 2.5),
  one(
    'SQLite ÷ Saldo, the same aging',
    median(sqlite.naive) / median(page.naive),
    '× (at least 3)',
  ),
  one(
    'Arquero ÷ Saldo, the same aging',
    median(arquero.naive) / median(page.naive),
    '× (at least 3)',
  ),
];

console.log(`\n${documents} invoices and their payments\n`);
for (const { name, median: middle, p95, unit, limit } of lines)
  console.log(
    [
      name.padEnd(48),
      `${middle.toFixed(middle < 100 ? 1 : 0)} ${unit}`.padStart(16),
      (p95 === undefined ? '' : `p95 ${p95.toFixed(1)}`).padStart(12),
      limit === undefined ? '' : `limit ${limit}`.padStart(14),
    ].join(' '),
  );
mkdirSync('bench-results', { recursive: true });
writeFileSync(
  'bench-results/bench.json',
  JSON.stringify({ documents, lines, page, native, sqlite, arquero }, null, 2),
);
console.log('\nbench-results/bench.json has every sample');
