import { useCallback } from 'react';
import { useLocale, useTranslate } from '../i18n/setup';
import { useSession } from '../session/react/context';
import { eventPlace } from '../session/react/eventPlace';
import { useNotices } from '../session/react/notices';
import { useUrlParams } from '../session/react/useUrlParams';
import { eventName } from './eventName';
import { failureText } from './failureText';

/** Takes the last thing back, or does it again, and goes to where it is seen. */
export function useUndo(): (direction: 'undo' | 'redo') => Promise<void> {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const tell = useNotices((notices) => notices.tell);
  const { params, go } = useUrlParams();
  const asOf = params['asOf'];
  return useCallback(
    async (direction) => {
      try {
        const done = await (direction === 'undo' ? session.undo() : session.redo());
        if (!done) return;
        const place = eventPlace(done.event);
        go(place.path, { ...(asOf === undefined ? {} : { asOf }), ...place.params });
        const name = eventName(done, t, locale);
        tell({ tone: 'done', text: t(direction === 'undo' ? 'undo.done' : 'redo.done', { name }) });
      } catch (error) {
        tell({ tone: 'problem', text: failureText(error, t) });
      }
    },
    [session, tell, go, asOf, t, locale],
  );
}
