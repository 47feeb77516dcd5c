import { describe, expect, it } from 'vitest';
import { actionOf, type KeyContext } from './gridKeys';
import { type CellPoint, type Extent, selectCell } from './selection';

/** `#` holds something, `.` is empty, `?` has not been read; the last line is the totals. */
const sheet = ['##.##', '##..#', '.#..#', '##..#', '##?.#', '#####'];
const extent: Extent = { bodyRows: 5, totalRows: 1, columns: 5 };

function context(at: CellPoint, more: Partial<KeyContext> = {}): KeyContext {
  return {
    at,
    selection: selectCell(at),
    extent,
    pageRows: 3,
    filled: ({ row, column }) => {
      const mark = sheet[row]?.[column];
      return mark === '?' ? undefined : mark === '#';
    },
    canOpen: ({ column }) => column === 4,
    ...more,
  };
}

/** The cell that a key leads to, as `row,column`; modifiers are written before it: `Ctrl+Home`. */
function pressed(keys: string, at: CellPoint, more: Partial<KeyContext> = {}): string {
  const parts = keys.split('+');
  const action = actionOf(
    {
      key: parts.at(-1) ?? '',
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    },
    context(at, more),
  );
  if (!action) return 'left alone';
  if (action.kind !== 'select') return action.kind;
  return `${action.selection.focus.row},${action.selection.focus.column}`;
}

const cell = (row: number, column: number): CellPoint => ({ row, column });

describe('keys move as in a spreadsheet', () => {
  it.each([
    ['ArrowDown', cell(0, 0), '1,0'],
    ['ArrowRight', cell(0, 4), '0,4'],
    ['ArrowDown', cell(4, 1), '5,1'],
    ['ArrowDown', cell(5, 1), '5,1'],
    ['Home', cell(2, 3), '2,0'],
    ['End', cell(2, 1), '2,4'],
    ['Ctrl+Home', cell(3, 3), '0,0'],
    ['Ctrl+End', cell(0, 0), '4,4'],
    ['PageDown', cell(0, 2), '3,2'],
    ['PageDown', cell(3, 2), '4,2'],
    ['PageUp', cell(4, 2), '1,2'],
    ['Tab', cell(0, 4), '1,0'],
    ['Shift+Tab', cell(1, 0), '0,4'],
  ])('%s from %o leads to %s', (keys, from, to) => {
    expect(pressed(keys, from)).toBe(to);
  });

  it('and Ctrl with an arrow jumps to the end of what is filled, or over a gap', () => {
    expect(pressed('Ctrl+ArrowRight', cell(0, 0))).toBe('0,1');
    expect(pressed('Ctrl+ArrowRight', cell(0, 1))).toBe('0,3');
    expect(pressed('Ctrl+ArrowLeft', cell(1, 4))).toBe('1,1');
    expect(pressed('Ctrl+ArrowDown', cell(0, 0))).toBe('1,0');
    expect(pressed('Ctrl+ArrowDown', cell(0, 3))).toBe('4,3');
  });

  it('and rows that nobody has read count as filled: the jump ends at the edge of the body', () => {
    expect(pressed('Ctrl+ArrowDown', cell(0, 2))).toBe('4,2');
    expect(pressed('Ctrl+ArrowUp', cell(4, 4))).toBe('0,4');
  });
});

describe('other keys', () => {
  it('with Shift extend the block from where it began', () => {
    const begun = { anchor: cell(1, 1), focus: cell(2, 2) };
    const action = actionOf(
      { key: 'ArrowDown', ctrl: false, shift: true, alt: false },
      context(cell(1, 1), { selection: begun }),
    );
    expect(action).toEqual({
      kind: 'select',
      selection: { anchor: cell(1, 1), focus: cell(3, 2) },
    });
  });

  it('open a figure, go down from any other cell, and explain with Ctrl', () => {
    expect(pressed('Enter', cell(1, 4))).toBe('open');
    expect(pressed('Enter', cell(1, 1))).toBe('2,1');
    expect(pressed('Shift+Enter', cell(1, 1))).toBe('0,1');
    expect(pressed('Ctrl+Enter', cell(1, 1))).toBe('explain');
  });

  it('find, also from the header', () => {
    expect(pressed('Ctrl+f', cell(1, 1))).toBe('find');
    expect(pressed('F3', cell(1, 1), { at: undefined })).toBe('findNext');
  });

  it('let the keyboard out: up to the header, past the last cell, and after Escape', () => {
    expect(pressed('ArrowUp', cell(0, 2))).toBe('left alone');
    expect(pressed('Tab', cell(5, 4))).toBe('left alone');
    expect(pressed('Escape', cell(2, 2))).toBe('release');
  });

  it('that mean something else are left alone', () => {
    expect(pressed('Ctrl+c', cell(1, 1))).toBe('left alone');
    expect(pressed('Alt+ArrowDown', cell(1, 1))).toBe('left alone');
    expect(pressed('ArrowDown', cell(1, 1), { at: undefined })).toBe('left alone');
  });
});
