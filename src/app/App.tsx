import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Engine } from '../engine/port';
import { cssVariables, mantineTheme } from '../ui/tokens/mantineTheme';
import { type Boot, boot } from './boot';
import { BootContext } from './bootContext';
import { ErrorBoundary } from './ErrorBoundary';
import { makeRouter } from './router';

/** How the page gets an engine; the composition root decides. */
export type EngineOpener = (onBytes: (bytesLoaded: number) => void) => Promise<Engine>;

export function App(props: { readonly openEngine: EngineOpener }): ReactNode {
  const { openEngine } = props;
  const router = useMemo(makeRouter, []);
  const [state, setState] = useState<Boot>({ state: 'starting', bytesLoaded: 0 });

  useEffect(() => {
    let isCurrent = true;
    const opener = () =>
      openEngine((bytesLoaded) => {
        if (isCurrent)
          setState((before) =>
            before.state === 'starting' ? { state: 'starting', bytesLoaded } : before,
          );
      });
    void boot(opener).then((next) => {
      if (!isCurrent) return;
      setState(next);
      // For people who ask the engine from the browser's console, and for measurements.
      if (next.state === 'ready') Object.assign(globalThis, { saldo: next.session });
    });
    return () => {
      isCurrent = false;
    };
  }, [openEngine]);

  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
    >
      <ErrorBoundary>
        <BootContext value={state}>
          <RouterProvider router={router} />
        </BootContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}
