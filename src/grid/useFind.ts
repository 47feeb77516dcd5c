import { useRef, useState } from 'react';
import type { Column } from '../domain/report/column';
import { formatInteger } from '../i18n/formats';
import type { CellStyle } from './cellText';
import { findCell } from './find';
import type { RowStore } from './rows';
import type { CellPoint } from './selection';

interface FindContext {
  readonly store: RowStore;
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  /** Where the search goes on from. */
  readonly from: CellPoint;
  readonly onFound: (point: CellPoint) => void;
}

interface Find {
  readonly isOpen: boolean;
  readonly text: string;
  readonly status: string;
  open(text?: string): void;
  close(): void;
  setText(text: string): void;
  next(backwards: boolean, context: FindContext): void;
}

/**
 * The state of one grid's find: what is searched for, how far it is, and that a new search ends the one before.
 * @param asked a text that the page wants to be looked for
 */
export function useFind(asked = ''): Find {
  const [isOpen, setOpen] = useState(asked !== '');
  const [text, setText] = useState(asked);
  const [lastAsked, setLastAsked] = useState(asked);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    setText(asked);
    setOpen(asked !== '');
  }
  const [status, setStatus] = useState('');
  const running = useRef<AbortController>(undefined);

  const stop = () => running.current?.abort();
  return {
    isOpen,
    text,
    status,
    open(initial) {
      if (initial !== undefined) setText(initial);
      setOpen(true);
    },
    close() {
      stop();
      setOpen(false);
      setStatus('');
    },
    setText(next) {
      stop();
      setText(next);
      setStatus('');
    },
    next(backwards, { store, columns, style, from, onFound }) {
      if (text.trim() === '') return;
      stop();
      const ended = new AbortController();
      running.current = ended;
      const rows = formatInteger(store.rowCount, style.locale);
      const number = (value: number) => formatInteger(value, style.locale);
      findCell({
        text,
        columns,
        style,
        rowCount: store.rowCount,
        from,
        backwards,
        signal: ended.signal,
        read: (low, high) => store.read(low, high, ended.signal),
        onProgress: (done) =>
          setStatus(style.translate('grid.find.searching', { done: number(done), rows })),
      }).then(
        (point) => {
          if (ended.signal.aborted) return;
          if (!point) return setStatus(style.translate('grid.find.none'));
          setStatus(style.translate('grid.find.found', { row: number(point.row + 1), rows }));
          onFound(point);
        },
        () => {
          if (!ended.signal.aborted) setStatus(style.translate('grid.failed'));
        },
      );
    },
  };
}
