import { z } from 'zod';
import { hashing } from './hashing';
import { opfsFolder } from './storage/opfs';
import { StoreFailure } from './store';
import type { Notice, Question, StoreCalls, StoreNews, WorkspacesCalls } from './tabs/protocol';
import type { TabStore } from './tabs/tabStore';
import { tabWorkspaces } from './tabs/tabWorkspaces';

/** Holds the files of the workspaces that a page has open: only a worker may write them and know them flushed. */

z.config({ jitless: true });

const post = (notice: Notice): void => globalThis.postMessage(notice);

/** Whether files can be written here: asked of the file system itself, since some browsers only pretend to have one. */
async function isUsable(root: FileSystemDirectoryHandle): Promise<boolean> {
  const name = `probe-${crypto.randomUUID()}`;
  const folder = opfsFolder(root);
  try {
    const file = await folder.openFile(name, { create: true });
    file.write(new Uint8Array(1), 0);
    file.flush();
    file.close();
    return true;
  } catch (error) {
    // A full disk can be read all the same.
    return error instanceof StoreFailure && error.reason === 'full';
  } finally {
    await folder.remove(name).catch(() => undefined);
  }
}

function newsOf(store: TabStore): StoreNews {
  return { state: store.getState(), loss: store.loss };
}

function serve(root: FileSystemDirectoryHandle, sums: Awaited<ReturnType<typeof hashing>>): void {
  const stores = new Map<number, TabStore>();
  const { open, ...catalogue } = tabWorkspaces(opfsFolder(root), sums);
  let opened = 0;

  const workspaces: WorkspacesCalls = {
    ...catalogue,
    open: async (id) => {
      const store = await open(id);
      const number = opened++;
      stores.set(number, store);
      store.subscribe(() => {
        // The page knows by itself that it waits.
        if (store.getState().save.kind === 'saving') return;
        post({ kind: 'news', store: number, news: newsOf(store) });
      });
      return { store: number, news: newsOf(store) };
    },
  };

  type Method = (...args: readonly unknown[]) => Promise<unknown>;
  const answer = async ({ store, method, args }: Question): Promise<unknown> => {
    const target: WorkspacesCalls | StoreCalls | undefined =
      store === undefined ? workspaces : stores.get(store);
    if (!target) throw new StoreFailure('refused', 'the workspace is closed');
    const work = (target as unknown as Record<string, Method>)[method];
    const value = await work?.apply(target, [...args]);
    if (method === 'close' && store !== undefined) stores.delete(store);
    return value;
  };

  globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => {
    answer(data).then(
      (value) => post({ kind: 'answer', call: data.call, value }),
      (error: unknown) =>
        post({
          kind: 'failure',
          call: data.call,
          reason: error instanceof StoreFailure ? error.reason : undefined,
          message: error instanceof Error ? error.message : String(error),
        }),
    );
  });
}

async function start(): Promise<boolean> {
  try {
    const [root, sums] = await Promise.all([navigator.storage.getDirectory(), hashing()]);
    if (!('locks' in navigator) || !(await isUsable(root))) return false;
    serve(root, sums);
    return true;
  } catch {
    return false;
  }
}

post({ kind: 'ready', isUsable: await start() });
