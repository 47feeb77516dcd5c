import { useReducedMotion } from '@mantine/hooks';
import type { ECElementEvent, ECharts } from 'echarts/core';
import { useEffect, useRef } from 'react';
import classes from './charts.module.css';
import { type ChartOption, createChart } from './echarts';

interface ChartSurfaceProps {
  readonly option: ChartOption;
  /** What the chart is, for those who hear it. */
  readonly description: string;
  /** In pixels. */
  readonly height: number;
  /** Below this it is scrolled rather than squeezed, in pixels. */
  readonly widthMin?: number | undefined;
  readonly onClick: ((event: ECElementEvent) => void) | undefined;
}

/** One chart on the page. The keyboard's way to its figures is the table beside it. */
export function ChartSurface(props: ChartSurfaceProps) {
  const { option, description, height, widthMin, onClick } = props;
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const isStill = useReducedMotion();

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
    chart.current?.setOption({ ...option, animation: !isStill }, { notMerge: true });
  }, [option, isStill]);

  useEffect(() => {
    if (!onClick) return;
    const drawn = chart.current;
    drawn?.on('click', onClick);
    return () => {
      if (!drawn?.isDisposed()) drawn?.off('click', onClick);
    };
  }, [onClick]);

  return (
    <div className={classes['scroll']}>
      <div
        ref={element}
        className={classes['chart']}
        role="img"
        aria-label={description}
        style={{ height, minWidth: widthMin }}
      />
    </div>
  );
}
