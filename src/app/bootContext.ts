import { createContext, useContext } from 'react';
import { assert } from '../lib/assert';
import type { Boot } from './boot';

interface Booting {
  readonly boot: Boot;
  /** ISO 8601. */
  readonly now: () => string;
  /** Closes what is open and opens a workspace; `undefined` opens a new, empty one. */
  openWorkspace(id: string | undefined): Promise<void>;
}

export const BootContext = createContext<Booting | undefined>(undefined);

export function useBooting(): Booting {
  const booting = useContext(BootContext);
  assert(booting, 'a screen was drawn outside of the page');
  return booting;
}
