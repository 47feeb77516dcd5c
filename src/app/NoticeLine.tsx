import { Anchor, Group, Notification, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from '../i18n/setup';
import { useNotices } from '../session/react/notices';
import { useUrlParams } from '../session/react/useUrlParams';

const shownMs = 8_000;

/** What was just done, for a moment, in the corner and for screen readers. */
export function NoticeLine(): ReactNode {
  const t = useTranslate();
  const { last, close } = useNotices();
  const { go } = useUrlParams();
  useEffect(() => {
    if (last?.tone !== 'done') return undefined;
    const timer = setTimeout(close, shownMs);
    return () => clearTimeout(timer);
  }, [last, close]);
  return (
    <div className="notices" role="status" aria-live="polite">
      {last && (
        <Notification
          key={last.id}
          color={last.tone === 'problem' ? 'red' : 'blue'}
          onClose={close}
          closeButtonProps={{ 'aria-label': t('shell.close') }}
          withBorder
        >
          <Group gap="xs">
            <Text size="sm">{last.text}</Text>
            {last.target && (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => last.target && go(last.target.path, last.target.params)}
              >
                {t('notice.show')}
              </Anchor>
            )}
          </Group>
        </Notification>
      )}
    </div>
  );
}
