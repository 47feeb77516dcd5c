import { normalHeader } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { isPendingWord, wordKey } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import type { StagedFile } from '../../importers/csv/stage';
import { valuesOf } from './columnValues';

/** Headers of a column that may say whether the bank has booked a line. */
const stateHeaders: ReadonlySet<string> = new Set(
  [
    'status',
    'state',
    'info',
    'transaction status',
    'booking status',
    'buchungsstatus',
    'umsatzstatus',
    'estado',
    'estado del movimiento',
    'stav',
    'stav transakce',
    'stav platby',
  ].map(normalHeader),
);

/** A bank's lines that it has not booked yet are left out, as those of a statement in CAMT are: they may never come. */
export async function withoutPending(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  if (mapping.dataset !== 'bank_transaction' || mapping.profile !== undefined || mapping.leaveOut)
    return mapping;
  for (const [column, header] of staged.headers.entries()) {
    if (!stateHeaders.has(normalHeader(header))) continue;
    const values = await valuesOf(engine, staged, column, options);
    const words = values.map(({ value }) => wordKey(value)).filter(isPendingWord);
    if (words.length > 0)
      return { ...mapping, leaveOut: [{ column, words: [...new Set(words)], reason: 'pending' }] };
  }
  return mapping;
}
