/**
 * Times the import as the page does it, in a browser over a profile on disk: from the files that are given to the
 * preview with every row decided, and from there to the ledger. Idle machine only.
 *
 *   npm run bench:import                  # all three
 *   npm run bench:import -- --rows 500000 # a smaller CSV
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { openProfile } from '../../browser/chromium';
import { Workbench } from '../../browser/pages';
import { serveSite } from '../../browser/site';
import { camtFiles, largeCsv, largeWorkbook } from './files';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '5000000' } } });

/** Largest resident memory of the renderers of a browser, in MB, where the system tells. */
function memory_MB(): number {
  const lines = execFileSync('ps', ['-eo', 'rss,args']).toString().split('\n');
  const renderers = lines.filter((line) => line.includes('--type=renderer'));
  return Math.max(0, ...renderers.map((line) => Number.parseInt(line.trim(), 10) / 1024));
}

async function measure(
  name: string,
  files: readonly string[],
  previewLimit_s: number,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'saldo-bench-'));
  const context = await openProfile(profile);
  const bench = await Workbench.inNewTab(context, site.origin);
  bench.page.setDefaultTimeout(600_000);
  await bench.open('/import');
  let peak_MB = 0;
  const watch = setInterval(() => {
    peak_MB = Math.max(peak_MB, memory_MB());
  }, 250);
  const start = performance.now();
  await bench.page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await bench.page.getByTestId('compared').first().waitFor();
  const preview = performance.now();
  const previewPeak_MB = peak_MB;
  const counts = await bench.page.getByTestId('plan-counts').first().innerText();
  await bench.page.getByTestId('commit').click();
  await bench.page.getByTestId('import-result').waitFor();
  const done = performance.now();
  clearInterval(watch);
  const s = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  console.log(
    `${name}: preview ${s(start, preview)} s (limit ${previewLimit_s}), into the ledger ${s(preview, done)} s, ` +
      `peak ${previewPeak_MB.toFixed(0)} and ${peak_MB.toFixed(0)} MB; ${counts.replaceAll('\n', ', ')}`,
  );
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

await build({ logLevel: 'error' });
const site = await serveSite();
await measure('50 CAMT files of 1,000 entries', camtFiles(), 5);
await measure('XLSX of 100,000 rows', [largeWorkbook()], 6);
await measure(`CSV of ${values.rows} rows`, [await largeCsv(Number(values.rows))], 30);
await site.close();
