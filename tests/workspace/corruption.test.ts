import { beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../../src/lib/assert';
import { localWorkspaces } from '../../src/workspace/local/localWorkspaces';
import { StoreFailure } from '../../src/workspace/store';
import { FaultyDisk } from './faultyStorage';
import { Random } from './random';

type Image = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const id = '0123456789abcdef';
const folder = `workspaces/${id}`;
const name = 'Receivables of the north';
const keys = JSON.stringify({ C1: 'a key', C2: 'another key' });
const events = Array.from({ length: 12 }, (_, at) =>
  JSON.stringify({ kind: 'note', customer: `C${at}`, text: 'promised to pay '.repeat(at % 4) }),
);

let whole: Image;

async function workspaces(disk: FaultyDisk) {
  return localWorkspaces(disk.root, { isDurable: true, newId: () => id });
}

beforeAll(async () => {
  const disk = new FaultyDisk(new Random(1));
  const all = await workspaces(disk);
  const store = await all.open(await all.create(name, '2026-01-31T00:00:00Z'));
  const bytes = events.map((event) => new TextEncoder().encode(event));
  for (const event of bytes.slice(0, 7)) await store.append([event]);
  await store.append(bytes.slice(7, 10));
  for (const event of bytes.slice(10)) await store.append([event]);
  await store.writeKeys(keys);
  await store.close();
  whole = disk.image();
});

type Outcome = 'identical' | 'prefix' | 'refused';

/** Opens a damaged workspace; throws where it is different and does not say so. */
async function outcome(image: Image): Promise<Outcome> {
  const disk = new FaultyDisk(new Random(1));
  disk.load(image);
  const all = await workspaces(disk);
  const listed = (await all.list())[0];
  const store = await all.open(id).catch((error: unknown) => {
    assert(error instanceof StoreFailure && error.reason === 'damaged', `untyped: ${error}`);
    return undefined;
  });
  if (!store) return 'refused';
  assert(listed?.problem === undefined, 'it is listed as damaged, and opens');
  assert(store.getState().name === name, 'the name is another');
  const read = (await store.readEvents(0)).map((event) => new TextDecoder().decode(event));
  assert(
    read.every((event, at) => event === events[at]),
    'an event is another',
  );
  const keysRead = await store.readKeys();
  assert(keysRead === keys, 'the keys are others');
  const isWhole = read.length === events.length;
  assert(isWhole === (store.loss === undefined), `${read.length} events, loss ${!!store.loss}`);
  if (!isWhole) assert(store.loss?.position === read.length, 'the loss is told wrongly');
  await store.append([new TextEncoder().encode('one more')]);
  await store.close();
  const again = await all.open(id);
  assert(!again.loss, 'the loss is told twice');
  assert((await again.readEvents(read.length)).length === 1, 'what was appended is gone');
  return isWhole ? 'identical' : 'prefix';
}

function fileOf(path: string): Uint8Array<ArrayBuffer> {
  const bytes = whole.get(path);
  assert(bytes, `there is no ${path}`);
  return bytes;
}

async function truncations(path: string): Promise<readonly Outcome[]> {
  const bytes = fileOf(path);
  const outcomes: Outcome[] = [];
  for (let length = 0; length <= bytes.length; length += 1)
    outcomes.push(await outcome(new Map([...whole, [path, bytes.slice(0, length)]])));
  return outcomes;
}

describe('a damaged workspace opens identical, or as a prefix with its loss named, or not at all', () => {
  it('for every length to which the journal can be cut', async () => {
    const outcomes = await truncations(`${folder}/journal`);
    expect(outcomes.at(-1)).toBe('identical');
    expect(outcomes.slice(1024, -1)).toEqual(outcomes.slice(1024, -1).map(() => 'prefix'));
    expect(outcomes[0]).toBe('refused');
  });

  for (const file of ['manifest-a', 'manifest-b', 'keys-a', 'keys-b'])
    it(`for every length to which ${file} can be cut: the other file has it all`, async () => {
      const outcomes = await truncations(`${folder}/${file}`);
      expect(new Set(outcomes)).toEqual(new Set(['identical']));
    });

  it('for 20,000 bits turned over in any of its files', async () => {
    const random = new Random(20_000);
    const paths = [...whole.keys()].filter((path) => fileOf(path).length > 0);
    const total = paths.reduce((sum, path) => sum + fileOf(path).length * 8, 0);
    const counts = { identical: 0, prefix: 0, refused: 0 };
    for (let flip = 0; flip < 20_000; flip += 1) {
      let bit = random.below(total);
      const path = paths.find((one) => {
        if (bit < fileOf(one).length * 8) return true;
        bit -= fileOf(one).length * 8;
        return false;
      });
      assert(path, 'the bit is beyond all files');
      const bytes = fileOf(path).slice();
      const at = Math.floor(bit / 8);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
      counts[await outcome(new Map([...whole, [path, bytes]]))] += 1;
    }
    expect(counts.identical + counts.prefix + counts.refused).toBe(20_000);
    expect(counts.prefix).toBeGreaterThan(1000);
    // Every head and every text is there twice: a single bit never makes a workspace unopenable.
    expect(counts.refused).toBe(0);
  });

  it('refuses one whose manifest is gone from both files', async () => {
    const image = new Map(whole);
    for (const side of ['a', 'b']) image.set(`${folder}/manifest-${side}`, new Uint8Array(9));
    expect(await outcome(image)).toBe('refused');
  });
});
