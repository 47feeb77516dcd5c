import { hashing } from '../hashing';
import type { StorageFolder } from '../storage';
import { StoreFailure, type Workspaces } from '../store';
import { Catalogue, catalogueCalls } from './catalogue';
import { LocalStore } from './localStore';

/** Sixteen random hexadecimal digits. */
export function randomId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16);
}

/** Workspaces in a folder that nobody else has open: in memory, and in tests. */
export async function localWorkspaces(
  root: StorageFolder,
  options: { readonly isDurable: boolean; readonly newId?: () => string },
): Promise<Workspaces> {
  const sums = await hashing();
  const open = new Map<string, LocalStore>();
  const catalogue = new Catalogue({
    root,
    sums,
    newId: options.newId ?? randomId,
    exclusively: async (id, work) => {
      if (open.has(id)) throw new StoreFailure('locked', 'the workspace is open');
      return work();
    },
  });
  return {
    isDurable: options.isDurable,
    ...catalogueCalls(catalogue),
    open: async (id) => {
      if (open.has(id)) throw new StoreFailure('locked', 'the workspace is open');
      const store = await LocalStore.open(await catalogue.folder(id), sums, options);
      open.set(id, store);
      const close = store.close.bind(store);
      return Object.assign(store, {
        close: async () => {
          await close();
          open.delete(id);
        },
      });
    },
  };
}
