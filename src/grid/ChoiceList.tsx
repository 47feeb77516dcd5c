import { useEffect, useRef } from 'react';
import type { Translate } from '../i18n/translate';
import type { Choice } from './editing';
import classes from './editing.module.css';

/** More than anybody scrolls through: typing narrows the list. */
const shownMax = 200;

interface ChoiceListProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly translate: Translate;
  readonly onPick: (choice: Choice) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The values of a pick list. The keyboard stays in the editor; the active one is told to screen readers from there. */
export function ChoiceList({ id, label, choices, active, translate, onPick }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const more = choices.length - shownMax;
  return (
    <div className={classes['list']}>
      <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1}>
        {choices.slice(0, shownMax).map((choice, index) => (
          <div
            key={choice.value}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes['option']}
            // The editor keeps the keyboard.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice)}
            onKeyDown={undefined}
          >
            {choice.label}
          </div>
        ))}
      </div>
      {more > 0 && (
        <div className={classes['more']}>{translate('grid.choice.more', { count: more })}</div>
      )}
      {choices.length === 0 && (
        <div className={classes['more']}>{translate('grid.choice.none')}</div>
      )}
    </div>
  );
}
