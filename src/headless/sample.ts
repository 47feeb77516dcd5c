/**
 * Writes the sample ledger, or the two files of a large one:
 *
 *   npm run sample                                    # sample-data/
 *   npm run sample -- --documents 1000000 --out DIR   # DIR/invoices.csv, DIR/payments.csv
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { bulkInvoices, bulkPayments } from '../sample/bulk';
import { miralba, miralbaSeed, tableText } from '../sample/miralba';
import { firstDay, isoDate, lastDay } from '../sample/period';
import { readmeText } from '../sample/readme';

interface Request {
  readonly documents: number | undefined;
  readonly out: string;
  readonly seed: string;
}

const documentsMax = 100_000_000;

/** The request on the command line, or a line that says what is wrong with it. */
function readRequest(args: readonly string[]): Request | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        documents: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string', default: miralbaSeed },
      },
    });
    const { documents, out = 'sample-data', seed } = values;
    if (documents === undefined) return { documents: undefined, out, seed };
    if (values.out === undefined) return '--documents needs --out DIR';
    const count = /^\d{1,9}$/.test(documents) ? Number(documents) : 0;
    if (count < 1 || count > documentsMax) {
      return `--documents is a whole number from 1 to ${documentsMax}, not ${documents}`;
    }
    return { documents: count, out, seed };
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

async function writeLedger(out: string, seed: string): Promise<void> {
  const ledger = miralba(seed);
  const files = [];
  for (const table of ledger.tables) {
    const bytes = Buffer.from(tableText(table), 'utf8');
    const name = `${table.name}.csv`;
    await writeFile(join(out, name), bytes);
    files.push({
      name,
      table: table.name,
      rows: table.rows.length,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  const index = {
    name: 'Servicios Miralba',
    seed,
    from: isoDate(firstDay),
    to: isoDate(lastDay),
    files,
  };
  await writeFile(join(out, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  await writeFile(join(out, 'README.md'), readmeText(ledger));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${files.length} tables, ${bytes} bytes, in ${out}`);
}

async function writeBulk(documents: number, out: string, seed: string): Promise<void> {
  const options = { documents, seed };
  await pipeline(
    Readable.from(bulkInvoices(options)),
    createWriteStream(join(out, 'invoices.csv')),
  );
  await pipeline(
    Readable.from(bulkPayments(options)),
    createWriteStream(join(out, 'payments.csv')),
  );
  console.log(`${documents} invoices and their payments, in ${out}`);
}

async function main(): Promise<void> {
  const request = readRequest(process.argv.slice(2));
  if (typeof request === 'string') {
    console.error(request);
    process.exitCode = 2;
    return;
  }
  const { documents, out, seed } = request;
  await mkdir(out, { recursive: true });
  if (documents === undefined) await writeLedger(out, seed);
  else await writeBulk(documents, out, seed);
}

await main();
