import { createContext, useContext } from 'react';
import type { Boot } from './boot';

export const BootContext = createContext<Boot>({ state: 'starting', bytesLoaded: 0 });

export function useBoot(): Boot {
  return useContext(BootContext);
}
