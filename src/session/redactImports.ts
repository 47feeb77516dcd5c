import { createSHA256 } from 'hash-wasm';
import { editableFields } from '../domain/journal/editable';
import type { ImportFact } from '../domain/journal/event';
import { sniffDialect, sniffPlain } from '../importers/csv/dialect';
import { decode, type Encoding } from '../importers/csv/encoding';
import { redactCsv } from '../importers/csv/redact';
import { isMapped } from '../ledger/projection/staged';
import { StoreFailure } from '../workspace/store';
import type { Segments } from './replay';

const personal: ReadonlySet<string> = new Set([
  'customer_name',
  ...editableFields('customer').flatMap(({ name, isPersonal }) => (isPersonal ? [name] : [])),
]);

const sampleBytes = 64 * 1024;

/** An imported file without what it says of a person, and the fact that takes the place of the old one. */
export interface RedactedImport {
  readonly before: ImportFact;
  readonly after: ImportFact;
  readonly blob: Blob;
}

/** The imported files that say something personal of a customer, each without it; rows and amounts stay. */
export async function redactImports(
  segments: Segments,
  imports: readonly ImportFact[],
  customerId: string,
): Promise<readonly RedactedImport[]> {
  const redacted: RedactedImport[] = [];
  for (const before of imports) {
    const { mapping } = before;
    const keyColumn = mapping.fields['customer_id']?.column;
    // Only lists of customers call the debtor's own name `name`.
    const personalColumns = Object.entries(mapping.fields).flatMap(([field, source]) =>
      personal.has(field) && (field === 'customer_name' || mapping.dataset === 'customer')
        ? [source.column]
        : [],
    );
    if (keyColumn === undefined || personalColumns.length === 0) continue;
    if (!isMapped(mapping, 'customer_id')) continue;
    const encoding = before.encoding as Encoding;
    const blob = await segments.segment(before.sha256).catch((error: unknown) => {
      // A file that was withdrawn need not have come along with a backup: there is nothing to erase then.
      if (error instanceof StoreFailure && error.reason === 'missing') return undefined;
      throw error;
    });
    if (!blob) continue;
    const head = new Uint8Array(await blob.slice(0, sampleBytes).arrayBuffer());
    const sample = decode(head, encoding);
    const whole = blob.size <= sampleBytes ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1);
    const sniff = (before.reading ?? 1) === 1 ? sniffPlain : sniffDialect;
    const dialect = sniff(whole, before.delimiter);
    if (!dialect) continue;
    const clean = await redactCsv(blob, {
      dialect,
      encoding,
      keyColumn,
      key: customerId,
      personalColumns,
    });
    if (!clean) continue;
    const hash = await createSHA256();
    const sha256 = hash.update(new Uint8Array(await clean.blob.arrayBuffer())).digest('hex');
    const patches = mapping.patches?.filter(({ column }) => !personalColumns.includes(column));
    redacted.push({
      before,
      after: {
        ...withoutOrigin(before),
        mapping: { ...mapping, ...(patches && { patches }) },
        sha256,
        bytes: clean.blob.size,
        encoding: 'utf-8',
        ...(clean.delimiter === dialect.delimiter ? {} : { delimiter: clean.delimiter }),
      },
      blob: clean.blob,
    });
  }
  return [...redacted, ...(await siblings(segments, imports, redacted))];
}

/** What stays of an import when the file that its text was taken out of is thrown away. */
function withoutOrigin({ origin: _thrownAway, ...rest }: ImportFact): ImportFact {
  return rest;
}

/** Other tables of a file that speaks of the person: they stay as they are, and the file itself goes. */
async function siblings(
  segments: Segments,
  imports: readonly ImportFact[],
  redacted: readonly RedactedImport[],
): Promise<readonly RedactedImport[]> {
  const origins = new Set(redacted.flatMap(({ before }) => before.origin?.sha256 ?? []));
  const done = new Set(redacted.map(({ before }) => before));
  const found: RedactedImport[] = [];
  for (const before of imports)
    if (before.origin && origins.has(before.origin.sha256) && !done.has(before))
      found.push({
        before,
        after: withoutOrigin(before),
        blob: await segments.segment(before.sha256),
      });
  return found;
}
