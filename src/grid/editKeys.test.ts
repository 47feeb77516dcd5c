import { expect, it } from 'vitest';
import { editActionOf } from './editKeys';

function asked(keys: string, more: { altGraph?: boolean; isEntryBegun?: boolean } = {}): string {
  const parts = keys.split('+');
  const action = editActionOf(
    {
      key: parts.at(-1) ?? '',
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    },
    { altGraph: false, isEntryBegun: false, ...more },
  );
  if (!action) return 'left alone';
  if (action.kind === 'fill') return `fill ${action.direction}`;
  return action.kind === 'edit' && action.openList ? 'edit with list' : action.kind;
}

it.each([
  ['a', 'type'],
  ['Shift+A', 'type'],
  ['5', 'type'],
  ['ñ', 'type'],
  ['Dead', 'type'],
  ['F2', 'edit'],
  ['Alt+ArrowDown', 'edit with list'],
  ['Delete', 'clear'],
  ['Backspace', 'clear'],
  ['Ctrl+d', 'fill down'],
  ['Ctrl+r', 'fill right'],
  ['Enter', 'left alone'],
  ['Escape', 'left alone'],
  ['Ctrl+c', 'left alone'],
  ['Ctrl+z', 'left alone'],
  ['Ctrl+Shift+r', 'left alone'],
  ['Alt+x', 'left alone'],
  ['ArrowDown', 'left alone'],
])('%s on a cell: %s', (keys, expected) => {
  expect(asked(keys)).toBe(expected);
});

it('letters of the third level are typed, although Windows reports them with Ctrl and Alt', () => {
  expect(asked('Ctrl+Alt+€', { altGraph: true })).toBe('type');
});

it('in an entry row that is begun, Enter adds it and Escape discards it', () => {
  expect(asked('Enter', { isEntryBegun: true })).toBe('submit');
  expect(asked('Escape', { isEntryBegun: true })).toBe('discard');
});
