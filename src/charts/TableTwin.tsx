import { formatAmount } from '../i18n/formats';
import { type BarStyle, partName } from './barOption';
import classes from './charts.module.css';
import { isZero, type Stack, type StackBar, type StackPart } from './stack';

interface TableTwinProps {
  readonly stack: Stack;
  readonly style: BarStyle;
  /** What the bars are: the header above their names. */
  readonly rowsName: string;
  readonly onOpen: ((part: StackPart, bar: StackBar) => void) | undefined;
}

/** The same figures as a table, for those who read, hear or press keys rather than look and point. */
export function TableTwin({ stack, style, rowsName, onOpen }: TableTwinProps) {
  const { translate, locale, negative } = style;
  const figure = (bar: StackBar, part: StackPart) => {
    const amount = bar.amounts[part.column.id] ?? '0';
    const text = formatAmount(amount, locale, negative);
    if (!onOpen || !bar.row || isZero(amount)) return text;
    const name = translate('chart.open', {
      bucket: partName(part, stack, translate),
      row: bar.name,
      amount: text,
      currency: stack.currency,
    });
    return (
      <button type="button" aria-label={name} onClick={() => onOpen(part, bar)}>
        {text}
      </button>
    );
  };
  return (
    <details className={classes['twin']}>
      <summary>{translate('chart.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{rowsName}</th>
            {stack.parts.map((part) => (
              <th key={part.column.id} scope="col">
                {partName(part, stack, translate)}
              </th>
            ))}
            <th scope="col">
              {translate('column.total')}, {stack.currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...stack.bars, ...(stack.others ? [stack.others] : [])].map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.name}</th>
              {stack.parts.map((part) => (
                <td key={part.column.id}>{figure(bar, part)}</td>
              ))}
              <td>{formatAmount(bar.total, locale, negative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
