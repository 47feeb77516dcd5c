import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import type { Translate } from '../i18n/translate';
import classes from './ReportGrid.module.css';

interface FindBarProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly status: string;
  readonly translate: Translate;
  readonly onText: (text: string) => void;
  readonly onNext: (backwards: boolean) => void;
  readonly onClose: () => void;
  /** Where cells can be edited: replaces in the cell that is found, and goes on to the next, or in all at once. */
  readonly onReplace?: ((replacement: string, inAll: boolean) => void) | undefined;
}

/** Find, above the rows: Enter or F3 goes on, with Shift back, Escape closes. */
export function FindBar(props: FindBarProps) {
  const { input, text, status, translate, onText, onNext, onClose, onReplace } = props;
  const [replacement, setReplacement] = useState('');
  useEffect(() => {
    input.current?.select();
    input.current?.focus();
  }, [input]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'F3') onNext(event.shiftKey);
    else if (event.key === 'Escape') onClose();
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey))
      input.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={classes['find']}>
      <TextInput
        ref={input}
        size="xs"
        type="search"
        value={text}
        placeholder={translate('grid.find.placeholder')}
        aria-label={translate('grid.find')}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ActionIcon
        variant="subtle"
        aria-label={translate('grid.find.previous')}
        onClick={() => onNext(true)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={translate('grid.find.next')}
        onClick={() => onNext(false)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={translate('grid.find.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      {onReplace && (
        <>
          <TextInput
            size="xs"
            value={replacement}
            placeholder={translate('grid.replace.with')}
            aria-label={translate('grid.replace.with')}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onReplace(replacement, event.ctrlKey || event.metaKey);
              else if (event.key === 'Escape') onClose();
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <Button
            size="compact-xs"
            variant="default"
            disabled={text.trim() === ''}
            onClick={() => onReplace(replacement, false)}
          >
            {translate('grid.replace.one')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={text.trim() === ''}
            onClick={() => onReplace(replacement, true)}
          >
            {translate('grid.replace.all')}
          </Button>
        </>
      )}
      <span className={classes['findStatus']} role="status">
        {status}
      </span>
    </search>
  );
}
