import { builtAssets } from '../../../src/engine/duckdb-browser/assets';
import { openBrowserEngine } from '../../../src/engine/duckdb-browser/open';
import type { FileSource } from '../../../src/engine/port';
import { contract } from '../contract';
import { SharedEngine } from '../shared-engine';

const shared = new SharedEngine(() => openBrowserEngine({ assets: builtAssets }));
const spinningAssets = {
  ...builtAssets,
  startWorker: () =>
    new Worker(new URL('./spinning.worker.ts', import.meta.url), { type: 'module' }),
};

async function file(text: string, copies = 1): Promise<FileSource> {
  return { kind: 'blob', blob: new File(new Array<string>(copies).fill(text), 'file.csv') };
}

const cases = contract({
  engine: () => shared.get(),
  open: (limits) => openBrowserEngine({ ...limits, assets: builtAssets }),
  openSpinning: (limits) => openBrowserEngine({ ...limits, assets: spinningAssets }),
  openBroken: () =>
    openBrowserEngine({
      assets: { ...builtAssets, wasm: new URL('./missing.wasm', location.href).href },
    }),
  largeFile: file,
  file,
  forbiddenUrl: new URL('./never.csv', location.href).href,
});

/** Runs a case by its name; what the driver of the page calls. Answers with the failure, if any. */
async function runCase(name: string): Promise<string | undefined> {
  const found = cases.find((known) => known.name === name);
  if (found === undefined) return `there is no case "${name}"`;
  try {
    await found.run();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}

Object.assign(globalThis, { runCase });
