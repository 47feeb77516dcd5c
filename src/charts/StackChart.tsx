import { useMemo } from 'react';
import { type BarStyle, barOption, heightOf } from './barOption';
import { ChartSurface } from './ChartSurface';
import type { Stack, StackBar, StackPart } from './stack';

interface StackChartProps {
  readonly stack: Stack;
  readonly style: BarStyle;
  readonly onOpen: ((part: StackPart, bar: StackBar) => void) | undefined;
}

/** Stacked bars of one currency. */
export function StackChart({ stack, style, onOpen }: StackChartProps) {
  const option = useMemo(() => barOption(stack, style), [stack, style]);
  return (
    <ChartSurface
      option={option}
      description={style.description}
      height={heightOf(stack, style.layout)}
      onClick={({ dataIndex, seriesIndex }) => {
        const part = stack.parts[seriesIndex ?? -1];
        const bar = stack.bars[dataIndex];
        if (part && bar?.row) onOpen?.(part, bar);
      }}
    />
  );
}
