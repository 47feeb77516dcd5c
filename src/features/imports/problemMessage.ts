import {
  ImportFailure,
  type ImportProblem,
  type NearestDataset,
} from '../../domain/import/problem';
import { EngineError } from '../../engine/errors';
import type { Translate } from '../../i18n/translate';
import { StoreFailure } from '../../workspace/store';
import { datasetText, fieldText } from './words';

/** The sentence of a problem that has no line to look at. */
function ofWhole(code: ImportProblem['code']) {
  switch (code) {
    case 'no_rows':
    case 'wrong_encoding':
    case 'cell_too_large':
    case 'columns_too_many':
      return `problem.${code}.whole` as const;
    default:
      return `problem.${code}` as const;
  }
}

/** What is said of a file that is not recognised: as far as it was understood, what is missing. */
export function unknownMessage(nearest: NearestDataset | undefined, t: Translate): string {
  if (!nearest) return t('import.notRecognised');
  if (nearest.agedBy) return t('import.agedSummary', { columns: nearest.agedBy.join(', ') });
  return t('import.nearest', {
    dataset: datasetText(t, nearest.dataset),
    understood: nearest.understood.join(', '),
    missing: nearest.missing.map((field) => fieldText(t, field)).join(', '),
  });
}

/** One clear message for whatever ended an import; `undefined` where the user ended it. */
export function problemMessage(error: unknown, t: Translate): string | undefined {
  if (error instanceof ImportFailure) {
    const { code, file, line, values } = error.problem;
    const field = values?.['field'];
    const key = line === undefined ? ofWhole(code) : (`problem.${code}` as const);
    return t(key, {
      file,
      line: line === undefined ? '' : String(line),
      ...values,
      ...(field === undefined ? {} : { field: fieldText(t, String(field)) }),
    });
  }
  if (error instanceof StoreFailure && error.reason === 'full') return t('problem.storage_full');
  if (error instanceof EngineError) {
    switch (error.kind) {
      case 'Cancelled':
        return undefined;
      case 'OutOfMemory':
        return t('problem.out_of_memory');
      case 'EngineLost':
        return t('problem.engine_lost');
      case 'BadQuery':
        return t('problem.unexpected', { detail: error.message });
    }
  }
  return t('problem.unexpected', {
    detail: error instanceof Error ? error.message : String(error),
  });
}
