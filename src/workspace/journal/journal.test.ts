import { beforeAll, expect, it } from 'vitest';
import { type Hashing, hashing } from '../hashing';
import { readManifest, writeManifest } from '../manifest';
import { writeText } from '../slots';
import type { StorageFolder } from '../storage';
import { memoryFolder } from '../storage/memory';
import { followJournal } from './follow';
import { encodeSlot, firstHead, slotAts } from './format';
import { Journal } from './journal';

const text = new TextEncoder();
const plain = new TextDecoder();
let sums: Hashing;

beforeAll(async () => {
  sums = await hashing();
});

async function journalIn(folder: StorageFolder): Promise<Journal> {
  return Journal.create(await folder.openFile('journal', { create: true }), sums);
}

it('the checksums are CRC-32 and SHA-256', () => {
  // Check values of the CRC catalogue (CRC-32/ISO-HDLC) and of FIPS 180-2.
  expect(sums.crc32(text.encode('123456789'))).toBe(0xcbf43926);
  expect(Buffer.from(sums.sha256(text.encode('a'), text.encode('bc'))).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('a journal or a manifest of a later version is refused as such', async () => {
  const folder = memoryFolder();
  (await journalIn(folder)).close();
  const file = await folder.openFile('journal', { create: false });
  file.write(encodeSlot({ ...firstHead, version: 2 }, sums), slotAts[1]);
  expect(() => Journal.open(file, sums)).toThrow(expect.objectContaining({ reason: 'newer' }));

  await writeText(folder, 'manifest', JSON.stringify({ format: 2 }), sums);
  await expect(readManifest(folder, sums)).rejects.toMatchObject({ reason: 'newer' });
});

it('a manifest with a word missing is damaged, not half read', async () => {
  const folder = memoryFolder();
  const whole = { format: 1, id: 'a', name: 'North', createdAt: '2026-01-31' } as const;
  await writeManifest(folder, whole, sums);
  expect(await readManifest(folder, sums)).toEqual(whole);
  await writeText(folder, 'manifest', JSON.stringify({ ...whole, name: 7 }), sums);
  await expect(readManifest(folder, sums)).rejects.toMatchObject({ reason: 'damaged' });
});

it('another tab reads whole appends while one is being written', async () => {
  const folder = memoryFolder();
  const journal = await journalIn(folder);
  journal.append([[text.encode('one')], [text.encode('two'), text.encode('three')]]);
  journal.append([[text.encode('four'), text.encode('five')]]);
  const whole = new Uint8Array(await (await folder.readFile('journal')).arrayBuffer());
  const counts = new Set<number>();
  for (let length = 1024; length <= whole.length; length += 1) {
    await folder.writeFile('copy', new Blob([whole.slice(0, length)]));
    const all = Number.POSITIVE_INFINITY;
    const { appends, point } = await followJournal(folder, 'copy', firstHead, all, sums);
    const events = appends.flat().map((one) => plain.decode(one));
    expect(events).toEqual(['one', 'two', 'three', 'four', 'five'].slice(0, point.position));
    counts.add(point.position);
  }
  expect([...counts]).toEqual([0, 1, 3, 5]);
});

it('another tab reads no further than it was told', async () => {
  const folder = memoryFolder();
  const journal = await journalIn(folder);
  journal.append([[text.encode('one')], [text.encode('two')]]);
  const told = journal.head;
  journal.append([[text.encode('three')]]);
  const { point, starts } = await followJournal(folder, 'journal', firstHead, told.position, sums);
  expect(point.position).toBe(2);
  expect(starts).toHaveLength(2);
  const rest = await followJournal(folder, 'journal', point, 3, sums);
  expect(rest.appends.flat().map((one) => plain.decode(one))).toEqual(['three']);
});

it('records longer than what is read at a time come whole', async () => {
  const folder = memoryFolder();
  const journal = await journalIn(folder);
  const long = new Uint8Array(5_000_000).fill(7);
  journal.append([[long, text.encode('short')]]);
  journal.close();
  const { journal: again, loss } = Journal.open(
    await folder.openFile('journal', { create: false }),
    sums,
  );
  expect(loss).toBeUndefined();
  const [first, second] = again.read(0);
  expect(Buffer.compare(first ?? long.subarray(1), long)).toBe(0);
  expect(plain.decode(second)).toBe('short');
});
