import type { ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { type BarStyle, barOption, heightOf } from './barOption';
import classes from './charts.module.css';
import { createChart } from './echarts';
import type { Stack, StackBar, StackPart } from './stack';

interface StackChartProps {
  readonly stack: Stack;
  readonly style: BarStyle;
  readonly onOpen: ((part: StackPart, bar: StackBar) => void) | undefined;
}

/** One chart on the page. The keyboard's way to its figures is the table beside it. */
export function StackChart({ stack, style, onOpen }: StackChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);

  useEffect(() => {
    if (!element.current) return;
    const created = createChart(element.current);
    chart.current = created;
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(barOption(stack, style), { notMerge: true });
  }, [stack, style]);

  useEffect(() => {
    const onClick = ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex?: number }) => {
      const part = stack.parts[seriesIndex ?? -1];
      const bar = stack.bars[dataIndex];
      if (part && bar?.row) onOpen?.(part, bar);
    };
    const drawn = chart.current;
    drawn?.on('click', onClick);
    return () => {
      if (!drawn?.isDisposed()) drawn?.off('click', onClick);
    };
  }, [stack, onOpen]);

  return (
    <div
      ref={element}
      className={classes['chart']}
      role="img"
      aria-label={style.description}
      style={{ height: heightOf(stack, style.layout) }}
    />
  );
}
