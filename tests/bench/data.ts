import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bulkInvoices, bulkPayments } from '../../src/sample/bulk';

export interface BenchFiles {
  readonly invoices: string;
  readonly payments: string;
}

/** The two exports that every contestant reads, made once for each size. */
export async function benchFiles(documents: number): Promise<BenchFiles> {
  const folder = join('node_modules', '.cache', 'saldo-bench', String(documents));
  mkdirSync(folder, { recursive: true });
  const files = { invoices: join(folder, 'invoices.csv'), payments: join(folder, 'payments.csv') };
  const options = { documents, seed: 'bench' };
  if (!existsSync(files.payments)) {
    await pipeline(Readable.from(bulkInvoices(options)), createWriteStream(files.invoices));
    await pipeline(Readable.from(bulkPayments(options)), createWriteStream(files.payments));
  }
  return files;
}

/** Dates over the three years of the data, the same for everyone. */
export function benchDates(count: number): readonly string[] {
  const first = Date.UTC(2024, 1, 1);
  const last = Date.UTC(2026, 9, 31);
  return Array.from({ length: count }, (_, i) =>
    new Date(first + Math.round(((last - first) * ((i * 7) % count)) / count))
      .toISOString()
      .slice(0, 10),
  );
}
