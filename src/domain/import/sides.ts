import { type Columns, columnNamed } from './columns';
import type { FieldSource, Mapping } from './mapping';

/** Headers of a column that says which side an amount is on. */
const sideHeaders: readonly string[] = [
  'd/k',
  'd/c',
  'cd',
  'dc',
  'c/d',
  'cr/dr',
  'dr/cr',
  'debit/credit',
  'credit/debit',
  'd/c indicator',
  'debit/credit indicator',
  's/h',
  's/h kennzeichen',
  's/h kz',
  'soll/haben',
  'soll/haben kennzeichen',
  'soll/haben kennz',
  'soll/haben kz',
  'debe/haber',
  'd/h',
  'indicador debe/haber',
  'md/d',
  'md/dal',
  'ma dati/dal',
  'af bij',
  'af/bij',
];

/** Debits and credits in two columns, in the words of one language each: no column of one stands beside another's. */
const pairs: readonly (readonly [debit: readonly string[], credit: readonly string[]])[] = [
  [
    ['debit', 'debit amount', 'amount debit', 'debits', 'dr'],
    ['credit', 'credit amount', 'amount credit', 'credits', 'cr'],
  ],
  [
    ['debe', 'importe debe', 'cargo', 'cargos'],
    ['haber', 'importe haber', 'abono', 'abonos'],
  ],
  [
    ['ma dati', 'md', 'castka md', 'castka ma dati'],
    ['dal', 'd', 'castka dal', 'castka d'],
  ],
  [
    ['soll', 'sollbetrag', 'betrag soll'],
    ['haben', 'habenbetrag', 'betrag haben'],
  ],
];

/** The column that says which side an amount is on, -1 where there is none. */
export const sideColumn = (normal: readonly string[]): number => columnNamed(normal, sideHeaders);

/** An amount that is debits less credits, where both have a column. */
export function debitLessCredit({ normal, ref }: Columns): FieldSource | undefined {
  for (const [debits, credits] of pairs) {
    const debit = columnNamed(normal, debits);
    const credit = columnNamed(normal, credits);
    if (debit >= 0 && credit >= 0) return { ...ref(debit), minus: ref(credit) };
  }
  return undefined;
}

/** Items and entries that write their side in a column of its own. */
export function sided(
  { fields, normal, ref }: Columns,
  plain: Mapping,
  names: readonly string[],
): Mapping {
  const side = sideColumn(normal);
  if (side < 0) return plain;
  for (const name of names) {
    const source = fields[name];
    if (source && !source.minus)
      fields[name] = { ...source, side: { ...ref(side), minus: [], plus: [] } };
  }
  return plain;
}
