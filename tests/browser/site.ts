import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { access, mkdtemp, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { assert } from '../../src/lib/assert';

const root = join(import.meta.dirname, '../..');

/** What a build is made of: paths, sizes and times of everything that goes into it. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const file of ['index.html', 'vite.config.ts', 'package-lock.json']) add(join(root, file));
  for (const folder of ['src', 'public', 'sample-data'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) add(join(entry.parentPath, entry.name));
  return hash.digest('hex').slice(0, 16);
}

/** The folder of the production build of this source: made once, and used again while nothing changes. */
export async function builtSite(): Promise<string> {
  const folder = join(tmpdir(), `saldo-built-${fingerprint()}`);
  if (await exists(folder)) return folder;
  const fresh = await mkdtemp(join(tmpdir(), 'saldo-building-'));
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      root,
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
  } finally {
    process.env['NODE_ENV'] = environment;
  }
  await forgetOldBuilds();
  // Another file's run may have made the same build meanwhile: either is good.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  assert(await exists(folder), 'the build is not where it was put');
  return folder;
}

const hour_ms = 3_600_000;

/** Builds of earlier source that nothing can be running from any more. */
async function forgetOldBuilds(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) =>
    /^saldo-built-[0-9a-f]{16}$/.test(one),
  )) {
    const folder = join(tmpdir(), name);
    const age_ms = Date.now() - statSync(folder).mtimeMs;
    if (age_ms > hour_ms) await rm(folder, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the production build on a free port, with the headers that `npm start` sends. */
export async function serveSite(): Promise<Site> {
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir: await builtSite() },
    preview: { port: 0, host: '127.0.0.1', open: false },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
