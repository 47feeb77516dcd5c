import { closedStates } from '../domain/aging/rollRates';
import type { ResultRow } from '../domain/report/result';
import { codeText, labelText, type Wording } from '../i18n/labels';
import type { Translate } from '../i18n/translate';
import { type Matrix, matrixOf } from './matrix';

/** A bucket's id with its words. */
export interface BucketName {
  readonly id: string;
  readonly label: Wording;
}

/** Rows of `roll-rates` of one period as a matrix: states before by states after, the ways to be closed last. */
export function rollMatrix(
  rows: readonly ResultRow[],
  currency: string,
  buckets: readonly BucketName[],
  translate: Translate,
): Matrix {
  const ids = buckets.map(({ id }) => id);
  const nameOf = (column: string) => (id: string) => {
    const bucket = buckets.find((one) => one.id === id);
    return bucket ? labelText(translate, bucket.label) : (codeText(translate, column, id) ?? id);
  };
  return matrixOf({
    ...{ rows, currency },
    rowIds: [...ids, 'new'],
    columnIds: [...ids, ...closedStates],
    always: new Set(ids),
    take: { row: 'from_state', column: 'to_state', amount: 'amount', share: 'rate' },
    rowName: nameOf('from_state'),
    columnName: nameOf('to_state'),
  });
}
