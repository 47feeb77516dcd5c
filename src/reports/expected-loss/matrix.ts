import { type LossCell, provisionMatrix } from '../../domain/aging/expectedLoss';
import type { ResultRow } from '../../domain/report/result';
import type { LossParams } from './params';

const text = (cell: ResultRow[string] | undefined): string => String(cell ?? '');

/** The matrix of what the engine answered to `lossHistory` and `lossExposures`. */
export function matrixOf(
  p: LossParams,
  history: readonly ResultRow[],
  exposures: readonly ResultRow[],
): readonly LossCell[] {
  const places = [...p.edges, undefined].map((_, place) => place);
  return provisionMatrix(
    history.flatMap((row) =>
      places.map((place) => ({
        key: text(row['key']),
        currency: text(row['currency']),
        place,
        everOpen: text(row[`ever_${place}`]),
        lost: text(row[`lost_${place}`]),
      })),
    ),
    exposures.map((row) => ({
      key: text(row['key']),
      label: text(row['label']),
      currency: text(row['currency']),
      place: Number(row['place']),
      amount: text(row['amount']),
    })),
    { given: p.rates, adjust: p.adjust },
  );
}
