import { Overlay, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from '../i18n/setup';
import { sourceFiles, useInbox } from '../session/react/inbox';
import { useUrlParams } from '../session/react/useUrlParams';

/** Files may be dropped anywhere; they are taken to the import page. */
export function Dropping(): ReactNode {
  const t = useTranslate();
  const put = useInbox((inbox) => inbox.put);
  const { go } = useUrlParams();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      put(sourceFiles(event.dataTransfer?.files ?? []));
      go('/import', {});
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [put, go]);

  return isOver ? (
    <Overlay center fixed backgroundOpacity={0.6} blur={1}>
      <Text size="xl" c="white" fw={600}>
        {t('import.dropHere')}
      </Text>
    </Overlay>
  ) : null;
}
