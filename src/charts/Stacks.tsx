import type { Ref } from 'react';
import { type BarStyle, othersLine } from './barOption';
import { type ChartHandle, useChartHandle } from './chartHandle';
import classes from './charts.module.css';
import type { PictureWords } from './picture';
import { StackChart } from './StackChart';
import type { Stack, StackBar, StackPart } from './stack';
import { stackPanels } from './stackPanels';
import { TableTwin } from './TableTwin';

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
  useChartHandle(ref, style.scheme, words, (scheme) => stackPanels(stacks, { ...style, scheme }));
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
