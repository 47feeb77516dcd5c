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

/**
 * What the workspace is like now. The screen is drawn again when what it selects is another value: a part of the
 * state as it is, or a text or a number made of it.
 * @example const role = useSessionState((state) => state.store.role)
 */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => select(session.getState()));
}
