import type { Choice } from './editing';
import { folded } from './folded';

interface ChoiceIndex {
  readonly labels: ReadonlyMap<string, string>;
  /** Folded label or value → value; `null` where several choices read alike. */
  readonly values: ReadonlyMap<string, string | null>;
}

const indexes = new WeakMap<readonly Choice[], ChoiceIndex>();

/** Looked up for every pasted cell: built once a list. */
function indexOf(choices: readonly Choice[]): ChoiceIndex {
  const known = indexes.get(choices);
  if (known) return known;
  const values = new Map<string, string | null>();
  const add = (text: string, value: string) => {
    const taken = values.get(text);
    values.set(text, taken === undefined || taken === value ? value : null);
  };
  for (const { value, label } of choices) {
    add(folded(label).trim(), value);
    add(folded(value).trim(), value);
  }
  const index = {
    labels: new Map(choices.map(({ value, label }) => [value, label])),
    values,
  };
  indexes.set(choices, index);
  return index;
}

export function choiceLabel(choices: readonly Choice[] | undefined, value: string): string {
  return (choices && indexOf(choices).labels.get(value)) ?? value;
}

/** The value that a text names in full, by label or value; `undefined` where it names none, or more than one. */
export function namedChoice(choices: readonly Choice[], text: string): string | undefined {
  const index = indexOf(choices);
  const exactly = text.trim();
  if (index.labels.has(exactly)) return exactly;
  return index.values.get(folded(exactly)) ?? undefined;
}

/** The choices whose label begins with a text, then those that contain it, then those with such a value. All for no text. */
export function fittingChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const needle = folded(text).trim();
  if (needle === '') return choices;
  const begin: Choice[] = [];
  const contain: Choice[] = [];
  const valued: Choice[] = [];
  for (const choice of choices) {
    const label = folded(choice.label);
    if (label.startsWith(needle)) begin.push(choice);
    else if (label.includes(needle)) contain.push(choice);
    else if (folded(choice.value).startsWith(needle)) valued.push(choice);
  }
  return [...begin, ...contain, ...valued];
}
