import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { assert } from '../../lib/assert';
import type { Session, SessionState } from '../session';

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives an open workspace to the screens below. */
export function SessionProvider(props: {
  readonly session: Session;
  readonly children: ReactNode;
}): ReactNode {
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

/** The open workspace. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  assert(session, 'a screen was drawn without an open workspace');
  return session;
}

/** What the workspace is like now; the screen is drawn again when it changes. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
