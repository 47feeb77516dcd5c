import type { Column } from '../../domain/report/column';
import type { LossParams } from './params';

/** A column of money in the row's currency. */
export const lossMoney = (id: string, key: string) =>
  ({ id, label: { key }, kind: 'money', currencyColumn: 'currency' }) as const;

/** What a row of a provision matrix stands for: a key of a dimension where asked, a bucket, a currency. */
export function matrixKeys(by: LossParams['by'], bucketLabel: string): readonly Column[] {
  return [
    ...(by === 'none'
      ? []
      : ([
          { id: 'key', label: { key: `dimension.${by}` }, kind: 'id' },
          { id: 'label', label: { key: 'column.name' }, kind: 'text' },
        ] as const)),
    { id: 'bucket', label: { key: bucketLabel }, kind: 'code' },
    { id: 'place', label: { key: 'column.bucketPlace' }, kind: 'integer', hidden: true },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
  ];
}

/** A matrix reads currency by currency, within it key by key, from the youngest bucket to the oldest. */
export const matrixOrder = (by: LossParams['by']) =>
  ['currency', ...(by === 'none' ? [] : ['key']), 'place'].map(
    (column) => ({ column, direction: 'asc' }) as const,
  );
