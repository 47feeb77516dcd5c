import type { ECElementEvent } from 'echarts/core';
import { ChartSurface } from './ChartSurface';
import classes from './charts.module.css';
import type { Panel } from './picture';
import { Twin, type TwinLine } from './Twin';

interface ChartFigureProps {
  readonly panel: Panel;
  /** What the chart is, for those who hear it. */
  readonly description: string;
  readonly widthMin?: number | undefined;
  readonly onClick: ((event: ECElementEvent) => void) | undefined;
  readonly twin: {
    readonly head: readonly string[];
    readonly lines: readonly TwinLine[];
    readonly summary: string;
  };
}

/** A chart with its caption, what it does not draw, and its table. */
export function ChartFigure({ panel, description, widthMin, onClick, twin }: ChartFigureProps) {
  return (
    <figure className={classes['panel']}>
      <figcaption>{panel.title}</figcaption>
      <ChartSurface
        option={panel.option}
        description={description}
        height={panel.height}
        widthMin={widthMin}
        onClick={onClick}
      />
      {panel.note !== '' && <p className={classes['others']}>{panel.note}</p>}
      <Twin {...twin} />
    </figure>
  );
}
