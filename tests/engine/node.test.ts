import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import { contract } from './contract';
import { SharedEngine } from './shared-engine';

const shared = new SharedEngine(() => openNodeEngine());
const spinning = new URL('./spinning-worker.cjs', import.meta.url);
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  response.end('n\n1\n');
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

let folder = '';
let files = 0;

async function path(text: string, copies = 1): Promise<{ kind: 'path'; path: string }> {
  files += 1;
  const name = join(folder, `${files}.csv`);
  await writeFile(name, text.repeat(copies));
  return { kind: 'path', path: name };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-engine-'));
});

afterAll(async () => {
  await shared.close();
  server.close();
  await rm(folder, { recursive: true });
});

describe('the engine in Node', () => {
  const cases = contract({
    engine: () => shared.get(),
    open: (limits) => openNodeEngine(limits),
    openSpinning: (limits) => openNodeEngine({ ...limits, worker: spinning }),
    openBroken: () => openNodeEngine({ worker: new URL('./no-such-worker.cjs', import.meta.url) }),
    largeFile: path,
    file: path,
    forbiddenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/never.csv`,
  });
  for (const { name, run } of cases) it(name, run);

  it('has asked for nothing over the network', () => {
    expect(requests).toEqual([]);
  });

  it('reads a blob as it reads a file', async () => {
    const engine = await shared.get();
    const file = await engine.openFile('a.csv', { kind: 'blob', blob: new Blob(['n\n1\n2\n']) });
    const text = `SELECT sum(n) AS total FROM read_csv('${file.name}')`;
    expect(await engine.rows({ kind: 'sql', text })).toEqual([{ total: 3 }]);
    await file.close();
  });

  it('refuses a path where no file is, and makes none', async () => {
    const engine = await shared.get();
    const missing = join(folder, 'missing.csv');
    await expect(engine.openFile('a.csv', { kind: 'path', path: missing })).rejects.toMatchObject({
      kind: 'BadQuery',
    });
    await expect(readFile(missing)).rejects.toThrow('ENOENT');
  });

  it('never writes to the disk', async () => {
    const engine = await shared.get();
    const text = `COPY (SELECT 1) TO '${join(folder, 'written.csv')}'`;
    await expect(engine.exec({ kind: 'sql', text })).rejects.toMatchObject({ kind: 'BadQuery' });
    await expect(readFile(join(folder, 'written.csv'))).rejects.toThrow('ENOENT');
  });
});
