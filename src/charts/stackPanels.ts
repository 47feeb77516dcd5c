import { type BarStyle, barOption, heightOf, othersLine } from './barOption';
import type { Panel } from './picture';
import type { Stack } from './stack';

/** Stacks as the panels of a picture. */
export function stackPanels(stacks: readonly Stack[], style: BarStyle): readonly Panel[] {
  return stacks.map((stack) => ({
    title: stack.currency,
    option: barOption(stack, style),
    height: heightOf(stack, style.layout),
    note: othersLine(stack, style),
  }));
}
