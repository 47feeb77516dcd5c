import { useComputedColorScheme } from '@mantine/core';
import { exact, sum, toDouble } from '../domain/money/decimal';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { formatAmount, formatPercent, type NegativeStyle } from '../i18n/formats';
import { columnText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import classes from './charts.module.css';
import { partsOf, shareText } from './stack';

export interface BucketStripProps {
  /** The columns of an aging. */
  readonly columns: readonly Column[];
  /** One currency's aging: a row of `aging-totals`. */
  readonly row: ResultRow;
  readonly locale: Locale;
  readonly negative?: NegativeStyle | undefined;
  readonly onOpen?: ((column: Column, row: ResultRow) => void) | undefined;
}

/** One currency's aging as a single strip with its amounts. A bucket that is in credit has a figure but no length. */
export function BucketStrip(props: BucketStripProps) {
  const { columns, row, locale, negative = 'minus', onOpen } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const currency = String(row['currency'] ?? '');
  const buckets = partsOf(columns, scheme).map((part) => {
    const cell = row[part.column.id];
    const amount = typeof cell === 'string' ? cell : '0';
    return { part, amount, name: columnText(translate, part.column, columns) };
  });
  const debits = buckets.filter(({ amount }) => exact(amount).isPositive());
  const whole = sum(debits.map(({ amount }) => exact(amount))).toFixed();
  const widthOf = (amount: string) => toDouble(exact(shareText(amount, whole) ?? '0'));
  return (
    <div className={classes['strip']}>
      <div
        className={classes['stripBar']}
        role="img"
        aria-label={translate('chart.strip.name', { currency })}
      >
        {debits.map(({ part, amount }) => (
          <span
            key={part.column.id}
            style={{ flexGrow: widthOf(amount), backgroundColor: part.fill }}
          />
        ))}
      </div>
      <ul className={classes['stripLegend']}>
        {buckets.map(({ part, amount, name }) => {
          const text = formatAmount(amount, locale, negative);
          const share = exact(amount).isNegative() ? undefined : shareText(amount, whole);
          const label = translate('chart.open.bucket', { bucket: name, amount: text, currency });
          return (
            <li key={part.column.id}>
              <span className={classes['stripName']}>
                <span className={classes['swatch']} style={{ backgroundColor: part.fill }} />
                {name}
              </span>
              {onOpen ? (
                <button type="button" aria-label={label} onClick={() => onOpen(part.column, row)}>
                  {text}
                </button>
              ) : (
                <span className={classes['stripAmount']}>{text}</span>
              )}
              <span className={classes['stripShare']}>
                {share === undefined
                  ? exact(amount).isNegative() && translate('chart.credits')
                  : formatPercent(share, locale)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
