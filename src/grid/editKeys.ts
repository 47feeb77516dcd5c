import type { PressedKey } from './gridKeys';

/** What a key asks of a cell that may be edited. */
export type EditKeyAction =
  /** F2, Alt and down: keeps what is there. */
  | { readonly kind: 'edit'; readonly openList: boolean }
  /** A letter: replaces what is there. The letter itself reaches the editor by way of the browser. */
  | { readonly kind: 'type' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  /** Enter and Escape in the entry row. */
  | { readonly kind: 'submit' | 'discard' };

interface EditKeyContext {
  /** The third level of a keyboard: Windows reports it as Ctrl and Alt. */
  readonly altGraph: boolean;
  /** Whether the cell is in the entry row, and something is written there. */
  readonly isEntryBegun: boolean;
}

/** A key by a spreadsheet's habits; `undefined` where it is no edit. */
export function editActionOf(
  { key, ctrl, shift, alt }: PressedKey,
  { altGraph, isEntryBegun }: EditKeyContext,
): EditKeyAction | undefined {
  const isLetter = [...key].length === 1 || key === 'Dead' || key === 'Process';
  if (isLetter && (altGraph || (!ctrl && !alt))) return { kind: 'type' };
  if (alt) return key === 'ArrowDown' && !ctrl ? { kind: 'edit', openList: true } : undefined;
  if (ctrl) {
    if (shift) return undefined;
    if (key.toLowerCase() === 'd') return { kind: 'fill', direction: 'down' };
    return key.toLowerCase() === 'r' ? { kind: 'fill', direction: 'right' } : undefined;
  }
  if (key === 'F2' && !shift) return { kind: 'edit', openList: false };
  if ((key === 'Delete' || key === 'Backspace') && !shift) return { kind: 'clear' };
  if (!isEntryBegun || shift) return undefined;
  if (key === 'Enter') return { kind: 'submit' };
  return key === 'Escape' ? { kind: 'discard' } : undefined;
}
