import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from '../i18n/setup';
import { WorkspacesProvider } from '../session/react/workspaces';
import { cssVariables, mantineTheme } from '../ui/tokens/mantineTheme';
import { type Boot, boot, type Platform } from './boot';
import { BootContext } from './bootContext';
import { ErrorBoundary } from './ErrorBoundary';
import { makeRouter } from './router';

export function App(props: { readonly platform: Platform }): ReactNode {
  const { platform } = props;
  const t = useTranslate();
  const router = useMemo(makeRouter, []);
  const [state, setState] = useState<Boot>({ state: 'starting', bytesLoaded: 0 });
  const current = useRef<Boot>(state);
  /** The last one asked for counts; an earlier one that comes late is closed again. */
  const turn = useRef(0);
  const firstName = t('workspace.firstName');

  const show = useCallback((next: Boot) => {
    current.current = next;
    setState(next);
    // For people who ask the engine from the browser's console, and for measurements.
    if (next.state === 'ready')
      Object.assign(globalThis, { saldo: next.session, saldoWorkspaces: next.workspaces });
  }, []);

  const open = useCallback(
    async (id: string | undefined) => {
      turn.current += 1;
      const mine = turn.current;
      const before = current.current;
      show({ state: 'starting', bytesLoaded: 0 });
      if (before.state === 'ready') await before.session.close();
      const next = await boot(platform, {
        id,
        firstName,
        workspaces: before.state === 'starting' ? undefined : before.workspaces,
        onBytes: (bytesLoaded) => {
          if (mine === turn.current && current.current.state === 'starting')
            setState({ state: 'starting', bytesLoaded });
        },
      });
      if (mine === turn.current) show(next);
      else if (next.state === 'ready') await next.session.close();
    },
    [platform, show, firstName],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void open(undefined);
  }, [open]);

  const openWorkspace = useCallback(
    async (id: string | undefined) => {
      const { current: now } = current;
      if (id === undefined && now.state !== 'starting' && now.workspaces)
        return open(await now.workspaces.create(firstName, platform.now()));
      return open(id);
    },
    [open, platform, firstName],
  );
  const booting = useMemo(
    () => ({ boot: state, now: platform.now, openWorkspace }),
    [state, platform, openWorkspace],
  );
  const shelf = useMemo(
    () =>
      state.state === 'ready'
        ? { workspaces: state.workspaces, id: state.id, now: platform.now, open: openWorkspace }
        : undefined,
    [state, platform, openWorkspace],
  );

  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
    >
      <ErrorBoundary>
        <BootContext value={booting}>
          <WorkspacesProvider value={shelf}>
            <RouterProvider router={router} />
          </WorkspacesProvider>
        </BootContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}
