import { type Ref, useImperativeHandle } from 'react';
import { type BarStyle, othersLine } from './barOption';
import classes from './charts.module.css';
import { type PictureWords, pictureOf, pngOf } from './picture';
import { StackChart } from './StackChart';
import type { Stack, StackBar, StackPart } from './stack';
import { TableTwin } from './TableTwin';

/** A chart that can leave the page. */
export interface ChartHandle {
  /** @param scheme the page's own where it is not given; paper is light */
  exportSvg(scheme?: 'light'): string;
  exportPng(): Promise<Blob>;
}

interface StacksProps {
  readonly stacks: readonly Stack[];
  readonly style: BarStyle;
  readonly words: PictureWords;
  readonly rowsName: string;
  readonly onOpen: ((part: StackPart, bar: StackBar) => void) | undefined;
  readonly ref: Ref<ChartHandle> | undefined;
}

/** One panel a currency, side by side where there is room, each with its table. */
export function Stacks({ stacks, style, words, rowsName, onOpen, ref }: StacksProps) {
  useImperativeHandle(ref, () => ({
    exportSvg: (scheme) =>
      pictureOf(stacks, { ...style, scheme: scheme ?? style.scheme }, words).svg,
    exportPng: () => pngOf(pictureOf(stacks, style, words)),
  }));
  if (stacks.length === 0)
    return <p className={classes['empty']}>{style.translate('chart.empty')}</p>;
  return (
    <div className={classes['panels']}>
      {stacks.map((stack) => (
        <figure key={stack.currency} className={classes['panel']}>
          <figcaption>{stack.currency}</figcaption>
          <StackChart
            stack={stack}
            onOpen={onOpen}
            style={{
              ...style,
              description: style.translate('chart.bars.name', {
                title: words.title,
                currency: stack.currency,
              }),
            }}
          />
          {stack.others && <p className={classes['others']}>{othersLine(stack, style)}</p>}
          <TableTwin stack={stack} style={style} rowsName={rowsName} onOpen={onOpen} />
        </figure>
      ))}
    </div>
  );
}
