/** An amount of an account's record: a balance or a summary. */
export interface TypedAmount {
  readonly type: string;
  readonly amount: string;
}

/**
 * The balances and summaries of an 03 record, from the fields behind account and currency: type, amount, item count,
 * funds type with its own fields. Blank fields too many, as some banks end a line, are passed over.
 */
export function typedAmounts(fields: readonly string[]): readonly TypedAmount[] {
  const found: TypedAmount[] = [];
  let at = 0;
  while (at < fields.length) {
    const type = fields[at] ?? '';
    if (type === '') {
      at += 1;
      continue;
    }
    found.push({ type, amount: fields[at + 1] ?? '' });
    at += 4 + fundsFields(fields, at + 3);
  }
  return found;
}

/**
 * How many fields follow a funds type: `S` the amounts of three days, `V` a date and a time, `D` a count and that many
 * pairs of days and amounts.
 */
export function fundsFields(fields: readonly string[], at: number): number {
  const type = fields[at] ?? '';
  if (type === 'S') return 3;
  if (type === 'V') return 2;
  if (type !== 'D') return 0;
  const pairs = Number(fields[at + 1] ?? '0');
  return 1 + (Number.isInteger(pairs) && pairs > 0 && pairs < 1000 ? pairs * 2 : 0);
}
