import { openWorkspaces } from '../../../src/workspace/open';
import type { StoreFailure, WorkspaceStore, Workspaces } from '../../../src/workspace/store';

/** What the driver gives to a page: it must know at once what was acknowledged, since pages are killed. */
declare global {
  var acknowledged: (position: number, event: string) => Promise<void>;
}

const text = new TextEncoder();
const plain = new TextDecoder();
const workers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    workers.push(this);
  }
};

let workspaces: Workspaces | undefined;
let store: WorkspaceStore | undefined;
let isAppending = false;
let appending: Promise<void> = Promise.resolve();

function opened(): WorkspaceStore {
  if (!store) throw new Error('no workspace is open');
  return store;
}

async function all(): Promise<Workspaces> {
  workspaces ??= await openWorkspaces();
  return workspaces;
}

/** Appends without end while this tab is the writer, several appends at a time. */
async function appendOn(tab: string): Promise<void> {
  for (let event = 0; isAppending; event += 1) {
    if (opened().getState().role === 'reader') {
      await new Promise((resolve) => setTimeout(resolve, 5));
      continue;
    }
    const events = Array.from({ length: 1 + (event % 3) }, (_, at) => `${tab} ${event}.${at}`);
    await Promise.all(
      events.map(async (one) => {
        try {
          const { position } = await opened().append([text.encode(one)]);
          globalThis.acknowledged(position, one);
        } catch (error) {
          if ((error as StoreFailure).name !== 'StoreFailure') throw error;
        }
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
}

const tab = {
  create: async (name: string) => (await all()).create(name, '2026-01-31T00:00:00Z'),
  open: async (id: string) => {
    store = await (await all()).open(id);
    return store.getState().role;
  },
  isDurable: async () => (await all()).isDurable,
  list: async () => (await all()).list(),
  duplicate: async (id: string, name: string) =>
    (await all()).duplicate(id, name, '2026-02-28T00:00:00Z'),
  remove: async (id: string) => (await all()).remove(id),
  append: async (event: string) => opened().append([text.encode(event)]),
  rename: (name: string) => opened().rename(name),
  keep: async (sha256: string, content: string) => opened().putSegment(sha256, new Blob([content])),
  kept: async (sha256: string) => (await opened().segment(sha256)).text(),
  writeKeys: (keys: string) => opened().writeKeys(keys),
  readKeys: () => opened().readKeys(),
  cache: async (content: string) => {
    await opened().writeCache(new Blob([content]));
    return (await opened().readCache())?.text();
  },
  state: () => opened().getState(),
  loss: () => opened().loss,
  takeOver: () => opened().takeOver(),
  close: () => opened().close(),
  events: async (from: number) => (await opened().readEvents(from)).map((one) => plain.decode(one)),
  startAppending: (name: string) => {
    isAppending = true;
    appending = appendOn(name);
  },
  stopAppending: async () => {
    isAppending = false;
    await appending;
  },
  killWorker: () => {
    isAppending = false;
    for (const worker of workers) worker.terminate();
  },
  /** Milliseconds that each of several appends took, one after the other. */
  measure: async (count: number) => {
    const times: number[] = [];
    const event = text.encode('x'.repeat(300));
    for (let at = 0; at < count; at += 1) {
      const started = performance.now();
      await opened().append([event]);
      times.push(performance.now() - started);
    }
    return times.sort((left, right) => left - right);
  },
};

export type Tab = typeof tab;

Object.assign(globalThis, { tab });
