import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { limits } from '../limits';
import { importFormats } from '../packed/registry';
import { unpack } from '../packed/unpack';
import { openArchive } from './archive';

const runs = Number(process.env['SALDO_FUZZ_RUNS'] ?? 10_000);

const invoices = 'document_id,amount\nF-1,10.50\n';
const payments = '[{"payment_id": "P-1", "amount": 4.50}]';

async function archive(
  files: Readonly<Record<string, string>>,
  options: { readonly password?: string } = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), options);
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return writer.close();
}

async function parts(blob: Blob) {
  const unpacked = await unpack({ name: 'books.zip', blob }, {});
  return Promise.all(
    (unpacked?.parts ?? []).map(async ({ part, text }) => [part, await text.text()]),
  );
}

async function refusal(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (error instanceof ImportFailure) return error.problem;
    throw error;
  }
  throw new Error('it was read');
}

describe('an archive', () => {
  it('gives each of its files as if it had been given alone', async () => {
    const blob = await archive({
      'export/invoices.csv': invoices,
      'export/payments.json': payments,
      '__MACOSX/._invoices.csv': 'x',
      'export/.DS_Store': 'x',
    });
    expect(await parts(blob)).toEqual([
      ['export/invoices.csv', invoices],
      ['export/payments.json', 'payment_id,amount\nP-1,4.50\n'],
    ]);
  });

  it('within an archive is read, one within that is refused', async () => {
    const inner = await archive({ 'a.csv': invoices });
    const nest = async (name: string, blob: Blob): Promise<Blob> => {
      const writer = new ZipWriter(new BlobWriter());
      await writer.add(name, blob.stream());
      return writer.close();
    };
    const twice = await nest('inner.zip', inner);
    expect(await parts(twice)).toEqual([['inner.zip › a.csv', invoices]]);
    expect(await refusal(parts(await nest('outer.zip', twice)))).toMatchObject({
      code: 'limit_exceeded',
      values: { name: 'archiveDepthMax' },
    });
  });

  it('with a password is refused as such', async () => {
    const blob = await archive({ 'a.csv': invoices }, { password: 'secret' });
    expect(await refusal(parts(blob))).toMatchObject({ code: 'encrypted_file' });
  });

  it('with nothing in it is empty', async () => {
    expect(await refusal(parts(await archive({})))).toMatchObject({ code: 'empty_file' });
  });

  it('that unpacks to far more than it is, is refused at the limit that it names', async () => {
    const blob = await archive({ 'bomb.csv': '0'.repeat(60_000_000) });
    expect(await refusal(parts(blob))).toMatchObject({
      code: 'limit_exceeded',
      values: { name: 'unpackRatioMax', limit: limits.unpackRatioMax },
    });
  });

  it('of too many files is refused before one of them is unpacked', async () => {
    const names = Array.from(
      { length: limits.innerFilesMax + 1 },
      (_, i) => [`${i}.csv`, 'a'] as const,
    );
    const blob = await archive(Object.fromEntries(names));
    expect(await refusal(openArchive({ name: 'a.zip', blob }, {}))).toMatchObject({
      code: 'limit_exceeded',
      values: { name: 'innerFilesMax' },
    });
  });

  it('whose bytes were changed gives the same files, or is refused', async () => {
    const blob = await archive({ 'a.csv': invoices.repeat(20), 'b.json': payments });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const whole = await contents(blob);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const broken = bytes.slice();
          broken[at] = (broken[at] ?? 0) ^ mask;
          const found = await contents(new Blob([broken]));
          // A name and a date have no sum; contents have.
          if (found) expect(found).toEqual(whole);
        },
      ),
      { numRuns: runs / 5 },
    );
  }, 120_000);

  it('whose count of files was changed is refused', async () => {
    const blob = await archive({ 'a.csv': invoices, 'b.json': payments });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    for (const at of [8, 10])
      for (const count of [0, 1, 3]) {
        const broken = bytes.slice();
        broken[bytes.length - 22 + at] = count;
        expect(await contents(new Blob([broken]))).toBeUndefined();
      }
  });

  it('that was cut off anywhere is refused', async () => {
    const blob = await archive({ 'a.csv': invoices, 'b.json': payments });
    for (let size = 4; size < blob.size; size += 1)
      expect(await contents(blob.slice(0, size))).toBeUndefined();
  });
});

/** What an archive's files say; nothing where it is refused. */
async function contents(blob: Blob): Promise<readonly string[] | undefined> {
  const zip = importFormats.find(({ id }) => id === 'zip');
  if (!zip?.matches(new Uint8Array(await blob.slice(0, 64).arrayBuffer()), 'a.zip'))
    return undefined;
  try {
    const files = await openArchive({ name: 'a.zip', blob }, {});
    return await Promise.all(files.map(async (one) => (await one.blob()).text()));
  } catch (error) {
    if (error instanceof ImportFailure) return undefined;
    throw error;
  }
}
