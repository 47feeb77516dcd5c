import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Translate } from '../i18n/translate';
import { ChoiceList, optionId } from './ChoiceList';
import type { CellSession, Onward } from './cellEditing';
import type { Choice } from './editing';
import classes from './editing.module.css';
import { useCellPlace } from './useCellPlace';
import { useChoices } from './useChoices';

export interface OverlayHandle {
  /** Writes what is in the editor. False where it is no value of the column: it stays open and says why. */
  commit(onward: Onward): boolean;
}

interface CellEditorOverlayProps {
  readonly session: CellSession;
  /** What the editor is called: its column and row. */
  readonly label: string;
  readonly choices: readonly Choice[] | undefined;
  readonly frame: RefObject<HTMLElement | null>;
  readonly element: () => HTMLElement | undefined;
  readonly translate: Translate;
  /** Takes a text, or a value of the list; answers why it is none, in words. */
  readonly onCommit: (
    text: string,
    picked: string | undefined,
    onward: Onward,
  ) => string | undefined;
  readonly onCancel: () => void;
  /** Brings the cell into sight. */
  readonly onReveal: () => void;
  readonly ref: Ref<OverlayHandle>;
}

const noChoices: readonly Choice[] = [];
const arrows: Readonly<Record<string, Onward>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The editor over a cell. It outlives new rows: what is being typed is not lost when an earlier edit comes back. */
export function CellEditorOverlay(props: CellEditorOverlayProps) {
  const { session, label, choices, translate, onCommit, onCancel, onReveal } = props;
  const { editor, isTyped } = session;
  const [text, setText] = useState(session.text);
  const [problem, setProblem] = useState<string>();
  const [isEntering, setEntering] = useState(isTyped);
  const list = useChoices(choices ?? noChoices, {
    text: session.text,
    isOpen: choices !== undefined && (session.isListOpen || isTyped),
    takesOthers: editor.open === true,
  });
  const place = useCellPlace(props.frame, props.element);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const id = useId();
  const isList = choices !== undefined;

  // Before the browser brings the letter that began it: the letter must land here.
  useLayoutEffect(() => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const commit = (onward: Onward, choice = list.picked): boolean => {
    if (isDone.current) return true;
    // Before it goes on: giving the keyboard to the next cell takes it from here.
    isDone.current = true;
    const refused = onCommit(text, choice, onward);
    isDone.current = refused === undefined;
    setProblem(refused);
    return isDone.current;
  };
  useImperativeHandle(props.ref, () => ({ commit }));

  const type = (next: string) => {
    setText(next);
    setProblem(undefined);
    if (isList) list.narrow(next);
  };

  /** The keys of an open list. */
  const listKey = ({ key, altKey }: KeyboardEvent): boolean => {
    if (!isList) return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return false;
    if (altKey || !list.isOpen) list.setOpen(altKey ? !list.isOpen : true);
    else list.step(step);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (place?.isGone) onReveal();
    const { key, shiftKey, altKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    const arrow = arrows[key];
    if (listKey(event)) event.preventDefault();
    else if (key === 'Enter' && altKey && editor.kind === 'text') {
      event.preventDefault();
      const element = input.current;
      if (!element) return;
      element.setRangeText('\n', element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
      type(element.value);
    } else if (key === 'Enter') {
      event.preventDefault();
      commit(isControl ? 'fill' : shiftKey ? 'up' : 'down');
    } else if (key === 'Tab' && !isControl && !altKey) {
      event.preventDefault();
      commit(shiftKey ? 'previous' : 'next');
    } else if (key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      onCancel();
    } else if (key === 'F2') {
      event.preventDefault();
      setEntering(!isEntering);
    } else if (arrow && isEntering && !isControl && !shiftKey && !altKey) {
      event.preventDefault();
      commit(arrow);
    }
  };

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    // Another window came to the front: the editor waits.
    if (document.activeElement === event.currentTarget) return;
    if (commit('away')) return;
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget instanceof Node && props.frame.current?.contains(relatedTarget))
      setTimeout(() => currentTarget.focus());
  };

  const shared = {
    ref: input,
    className: classes['input'],
    value: text,
    'aria-label': label,
    'aria-required': editor.required === true,
    'aria-invalid': problem !== undefined,
    ...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` }),
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown,
    onBlur,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      type(event.currentTarget.value),
  };

  const isFigure = editor.kind === 'amount' || editor.kind === 'integer';
  const below = (
    <div className={place?.isLow ? classes['above'] : classes['below']}>
      {problem !== undefined && (
        <div id={`${id}-problem`} role="alert" className={classes['problem']}>
          {problem}
        </div>
      )}
      {isList && list.isOpen && (
        <ChoiceList
          id={`${id}-list`}
          label={label}
          choices={list.shown}
          active={list.active}
          translate={translate}
          onPick={(choice) => commit('here', choice.value)}
        />
      )}
    </div>
  );
  return (
    <div
      className={classes['overlay']}
      data-gone={place?.isGone ?? true}
      style={
        place && { left: place.left, top: place.top, minWidth: place.width, height: place.height }
      }
      data-testid="cell-editor"
    >
      {editor.kind === 'text' ? (
        <textarea {...shared} rows={Math.min(8, text.split('\n').length)} />
      ) : (
        <input
          {...shared}
          type="text"
          size={1}
          inputMode={isFigure ? 'decimal' : 'text'}
          data-figure={isFigure}
          {...(isList
            ? {
                role: 'combobox',
                'aria-expanded': list.isOpen,
                'aria-controls': `${id}-list`,
                'aria-autocomplete': 'list' as const,
                ...(list.isOpen && list.active >= 0
                  ? { 'aria-activedescendant': optionId(`${id}-list`, list.active) }
                  : {}),
              }
            : {})}
        />
      )}
      {below}
    </div>
  );
}
