import { formatAmount } from '../i18n/formats';
import { type BarStyle, partName } from './barOption';
import { isZero, type Stack, type StackBar, type StackPart } from './stack';
import { Twin, type TwinCell } from './Twin';

interface TableTwinProps {
  readonly stack: Stack;
  readonly style: BarStyle;
  /** What the bars are: the header above their names. */
  readonly rowsName: string;
  readonly onOpen: ((part: StackPart, bar: StackBar) => void) | undefined;
}

/** The table beside stacked bars: a line a bar, all others last. */
export function TableTwin({ stack, style, rowsName, onOpen }: TableTwinProps) {
  const { translate, locale, negative } = style;
  const figure = (bar: StackBar, part: StackPart): TwinCell => {
    const key = part.column.id;
    const amount = bar.amounts[key] ?? '0';
    const text = formatAmount(amount, locale, negative);
    if (!onOpen || !bar.row || isZero(amount)) return { key, text };
    const name = translate('chart.open', {
      bucket: partName(part, stack, translate),
      row: bar.name,
      amount: text,
      currency: stack.currency,
    });
    return { key, text, open: { name, run: () => onOpen(part, bar) } };
  };
  const bars = [...stack.bars, ...(stack.others ? [stack.others] : [])];
  return (
    <Twin
      summary={translate('chart.table')}
      head={[
        rowsName,
        ...stack.parts.map((part) => partName(part, stack, translate)),
        `${translate('column.total')}, ${stack.currency}`,
      ]}
      lines={bars.map((bar) => ({
        key: bar.key,
        name: bar.name,
        cells: [
          ...stack.parts.map((part) => figure(bar, part)),
          { key: 'total', text: formatAmount(bar.total, locale, negative) },
        ],
      }))}
    />
  );
}
