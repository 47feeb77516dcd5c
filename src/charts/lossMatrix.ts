import { exact, sum } from '../domain/money/decimal';
import type { ResultRow } from '../domain/report/result';
import { amountText } from '../domain/report/row';
import { codeText, labelText } from '../i18n/labels';
import type { Translate } from '../i18n/translate';
import { type Matrix, matrixOf } from './matrix';
import type { BucketName } from './rollMatrix';

/** More groups are read in the table. */
const groupsMax = 12;

export interface LossMatrix {
  readonly matrix: Matrix;
  /** The groups that are not drawn, and what is expected to be lost of them; nothing where all are. */
  readonly others: { readonly count: number; readonly total: string } | undefined;
}

const keyOf = (row: ResultRow): string => String(row['key'] ?? '');
const lossOf = (row: ResultRow) => exact(String(row['expected_loss'] ?? '0'));

/**
 * Rows of `expected-loss` as a matrix: groups by buckets, the rate of each and the loss to expect, the largest losses
 * first. Without groups there is one, that of all.
 */
export function lossMatrix(
  rows: readonly ResultRow[],
  currency: string,
  buckets: readonly BucketName[],
  translate: Translate,
): LossMatrix {
  const own = rows
    .filter((row) => row['currency'] === currency)
    .map((row): ResultRow => ({ ...row, key: keyOf(row) }));
  const nameOf = new Map(own.map((row) => [keyOf(row), String(row['label'] ?? row['key'])]));
  const groups = [...nameOf.keys()]
    .map((id) => ({ id, loss: sum(own.filter((row) => keyOf(row) === id).map(lossOf)) }))
    .sort((a, b) => b.loss.cmp(a.loss) || (a.id < b.id ? -1 : 1));
  const rest = groups.slice(groupsMax);
  const ids = buckets.map(({ id }) => id);
  const matrix = matrixOf({
    ...{ rows: own, currency },
    rowIds: groups.slice(0, groupsMax).map(({ id }) => id),
    columnIds: ids,
    always: new Set(ids),
    take: { row: 'key', column: 'bucket', amount: 'expected_loss', share: 'rate' },
    rowName: (id) => {
      if (id === '') return translate('chart.loss.all');
      const name = nameOf.get(id) ?? id;
      return codeText(translate, 'label', name) ?? name;
    },
    columnName: (id) => {
      const bucket = buckets.find((one) => one.id === id);
      return bucket ? labelText(translate, bucket.label) : id;
    },
  });
  const total = amountText(sum(rest.map(({ loss }) => loss)).toFixed(), currency);
  return { matrix, others: rest.length === 0 ? undefined : { count: rest.length, total } };
}

/** The highest rate of a matrix: rates of losses are small, and compared with each other. */
export function highestShare({ cells }: Matrix): string {
  return cells.reduce(
    (max, { share }) => (share !== undefined && exact(share).gt(exact(max)) ? share : max),
    '0',
  );
}
