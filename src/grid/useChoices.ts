import { useMemo, useState } from 'react';
import { choiceLabel, fittingChoices, namedChoice } from './choices';
import type { Choice } from './editing';

interface Choices {
  readonly shown: readonly Choice[];
  readonly active: number;
  readonly isOpen: boolean;
  /** The value that Enter takes from the list; `undefined` where what is typed stands. */
  readonly picked: string | undefined;
  setOpen(open: boolean): void;
  /** Another text was typed: the list narrows. */
  narrow(text: string): void;
  step(by: number): void;
}

/** A pick list while a cell is written in: what fits the text, and which of it is active. */
export function useChoices(
  choices: readonly Choice[],
  begun: { readonly text: string; readonly isOpen: boolean; readonly takesOthers: boolean },
): Choices {
  const [isOpen, setOpen] = useState(begun.isOpen);
  /** Until something is typed, all choices are shown. */
  const [needle, setNeedle] = useState('');
  const shown = useMemo(() => fittingChoices(choices, needle), [choices, needle]);
  const [active, setActive] = useState(() =>
    choices.findIndex(({ value }) => choiceLabel(choices, value) === begun.text),
  );
  const [isChosen, setChosen] = useState(false);

  return {
    shown,
    active,
    isOpen,
    picked: isOpen && isChosen ? shown[active]?.value : undefined,
    setOpen,
    narrow(text) {
      const fitting = fittingChoices(choices, text);
      const named = namedChoice(choices, text);
      const exact = fitting.findIndex(({ value }) => value === named);
      const first = begun.takesOthers || text.trim() === '' ? -1 : Math.min(0, fitting.length - 1);
      const next = exact === -1 ? first : exact;
      setNeedle(text);
      setActive(next);
      setChosen(next !== -1);
      setOpen(true);
    },
    step(by) {
      if (shown.length === 0) return;
      setActive(Math.max(0, Math.min(shown.length - 1, active + by)));
      setChosen(true);
    },
  };
}
