import { useLocation } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useLocale, useTranslate } from '../i18n/setup';
import { useSession } from '../session/react/context';
import { documentNumber } from '../session/react/documentNumber';
import { eventPlace, isAtPlace } from '../session/react/eventPlace';
import { useNotices } from '../session/react/notices';
import { useUrlParams } from '../session/react/useUrlParams';
import { eventName } from './eventName';
import { failureText } from './failureText';

/** Takes the last thing back, or does it again, and goes to where it is seen, unless the reader is there. */
export function useUndo(): (direction: 'undo' | 'redo') => Promise<void> {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const tell = useNotices((notices) => notices.tell);
  const { params, go } = useUrlParams();
  const { pathname } = useLocation();
  return useCallback(
    async (direction) => {
      try {
        const done = await (direction === 'undo' ? session.undo() : session.redo());
        if (!done) return;
        if (!isAtPlace(done.event, pathname, params)) {
          const place = eventPlace(done.event);
          const asOf = params['asOf'];
          go(place.path, { ...(asOf === undefined ? {} : { asOf }), ...place.params });
        }
        const name = eventName(done, t, locale, await documentNumber(session, done.event));
        tell({ tone: 'done', text: t(direction === 'undo' ? 'undo.done' : 'redo.done', { name }) });
      } catch (error) {
        tell({ tone: 'problem', text: failureText(error, t) });
      }
    },
    [session, tell, go, pathname, params, t, locale],
  );
}
