import { useCallback } from 'react';
import type { Session } from '../session';
import { useSession } from './context';
import { usePersonAsked } from './person';

/** Nobody said who it is, so that nothing was written. */
export class NotSigned extends Error {
  override readonly name = 'NotSigned';
}

/**
 * Runs something that writes into the journal: the person is asked for a name first, once.
 * @throws NotSigned where no name was given
 */
export function useSigned(): <T>(act: (session: Session) => Promise<T>) => Promise<T> {
  const session = useSession();
  const ask = usePersonAsked((asked) => asked.ask);
  return useCallback(
    async (act) => {
      if (session.getState().person === '') {
        const name = await ask();
        if (name === undefined) throw new NotSigned('no name was given');
        await session.setPerson(name);
      }
      return act(session);
    },
    [session, ask],
  );
}
