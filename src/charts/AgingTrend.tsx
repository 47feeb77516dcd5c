import { useComputedColorScheme } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { formatDate, type NegativeStyle } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import type { ChartHandle } from './chartHandle';
import { Stacks } from './Stacks';
import { stacksOf } from './stack';

export interface AgingTrendProps {
  readonly title: string;
  readonly policyLine: string;
  /** The columns of `aging-trend`: `as_of`, `currency`, buckets, `total`. */
  readonly columns: readonly Column[];
  /** One row a date and currency, oldest first. */
  readonly rows: readonly ResultRow[];
  readonly locale: Locale;
  readonly negative?: NegativeStyle | undefined;
  /** A part of a column was opened: the bucket's column and the row of its date. */
  readonly onOpen?: ((column: Column, row: ResultRow) => void) | undefined;
  readonly ref?: Ref<ChartHandle> | undefined;
}

const datesMax = 60;

/** The aging at month ends as stacked columns along time. */
export function AgingTrend(props: AgingTrendProps) {
  const { title, policyLine, columns, rows, locale, onOpen } = props;
  const { negative = 'minus' } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const stacks = useMemo(
    () =>
      stacksOf({
        columns,
        rows,
        totals: [],
        scheme,
        barsMax: datesMax,
        othersName: translate('chart.others'),
        nameOf: (row) => formatDate(String(row['as_of']), locale),
      }),
    [columns, rows, scheme, locale, translate],
  );
  return (
    <Stacks
      ref={props.ref}
      stacks={stacks}
      style={{ scheme, locale, negative, translate, layout: 'standing', description: title }}
      words={{ title, policyLine }}
      rowsName={translate('column.asOf')}
      onOpen={onOpen && ((part, bar) => bar.row && onOpen(part.column, bar.row))}
    />
  );
}
