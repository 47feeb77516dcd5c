import { useComputedColorScheme } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import type { NegativeStyle } from '../i18n/formats';
import { codeText, labelText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import type { ChartHandle } from './chartHandle';
import { Stacks } from './Stacks';
import { stacksOf } from './stack';

export interface AgingBarsProps {
  readonly title: string;
  /** How it was computed, drawn into exported pictures. */
  readonly policyLine: string;
  /** The columns of `aging-by`: `key`, `label`, `currency`, buckets, `total`. */
  readonly columns: readonly Column[];
  /** Its first rows, the largest first. */
  readonly rows: readonly ResultRow[];
  /** Its totals, one row a currency; the bar of all others is what they have beyond the bars. */
  readonly totals: readonly ResultRow[];
  readonly locale: Locale;
  readonly negative?: NegativeStyle | undefined;
  /** Bars a currency. */
  readonly barsMax?: number | undefined;
  /** A part of a bar was opened: the bucket's column and the row that it belongs to. */
  readonly onOpen?: ((column: Column, row: ResultRow) => void) | undefined;
  readonly ref?: Ref<ChartHandle> | undefined;
}

/** An aging by any dimension as stacked bars, the largest debtors first. */
export function AgingBars(props: AgingBarsProps) {
  const { title, policyLine, columns, rows, totals, locale, onOpen } = props;
  const { negative = 'minus', barsMax = 10 } = props;
  const scheme = useComputedColorScheme('light');
  const translate = translator(locale);
  const stacks = useMemo(
    () =>
      stacksOf({
        columns,
        rows,
        totals,
        scheme,
        barsMax,
        othersName: translate('chart.others'),
        nameOf: (row) => {
          const name = String(row['label'] ?? row['key'] ?? '');
          return codeText(translate, 'label', name) ?? name;
        },
      }),
    [columns, rows, totals, scheme, barsMax, translate],
  );
  const key = columns.find((column) => column.id === 'key');
  return (
    <Stacks
      ref={props.ref}
      stacks={stacks}
      style={{ scheme, locale, negative, translate, layout: 'lying', description: title }}
      words={{ title, policyLine }}
      rowsName={key ? labelText(translate, key.label) : ''}
      onOpen={onOpen && ((part, bar) => bar.row && onOpen(part.column, bar.row))}
    />
  );
}
