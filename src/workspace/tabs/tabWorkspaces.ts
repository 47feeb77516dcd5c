import type { Hashing } from '../hashing';
import { Catalogue, catalogueCalls } from '../local/catalogue';
import { randomId } from '../local/localWorkspaces';
import type { StorageFolder } from '../storage';
import { StoreFailure, type Workspaces } from '../store';
import { tryHold } from './lock';
import { lockName, TabStore } from './tabStore';

export interface TabWorkspaces extends Workspaces {
  open(id: string): Promise<TabStore>;
}

/** Workspaces in a folder that several tabs share. */
export function tabWorkspaces(root: StorageFolder, sums: Hashing): TabWorkspaces {
  const catalogue = new Catalogue({
    root,
    sums,
    newId: randomId,
    exclusively: async (id, work) => {
      const hold = await tryHold(lockName(id));
      if (!hold) throw new StoreFailure('locked', 'a tab has the workspace open');
      return work().finally(() => hold.release());
    },
  });
  return {
    isDurable: true,
    ...catalogueCalls(catalogue),
    open: async (id) => TabStore.open(id, await catalogue.folder(id), sums),
  };
}
