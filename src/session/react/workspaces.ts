import { createContext, useContext } from 'react';
import { assert } from '../../lib/assert';
import type { Workspaces } from '../../workspace/store';

/** All workspaces of this browser, which of them is open, and the way to open another. */
export interface Shelf {
  readonly workspaces: Workspaces;
  readonly id: string;
  /** ISO 8601. */
  readonly now: () => string;
  open(id: string | undefined): Promise<void>;
}

const ShelfContext = createContext<Shelf | undefined>(undefined);

export const WorkspacesProvider = ShelfContext.Provider;

export function useWorkspaces(): Shelf {
  const shelf = useContext(ShelfContext);
  assert(shelf, 'a screen was drawn without workspaces');
  return shelf;
}
