import { judgeSigns } from '../../domain/import/currencySigns';
import { datasetByName } from '../../domain/import/datasets';
import type { ValueCount } from '../../domain/import/formats';
import type { Mapping } from '../../domain/import/mapping';
import { signIn } from '../../domain/money/signs';

/** The fields whose signs say a row's currency, the first that has any. */
const amounts = ['amount', 'line_amount', 'open_amount', 'applied_amount'] as const;

/**
 * A mapping with the currency that the amounts' own signs say, where the file has no column of it and nobody stated one:
 * the file's where all agree, else each row's.
 */
export function withSignedCurrency(
  { currencyIn: _before, ...mapping }: Mapping,
  looks: ReadonlyMap<number, readonly ValueCount[]>,
): Mapping {
  const { fields, constants } = mapping;
  const hasCurrency = datasetByName(mapping.dataset)?.fields.some(
    ({ name }) => name === 'currency',
  );
  if (!hasCurrency || fields['currency'] || constants['currency'] !== undefined) return mapping;
  for (const name of amounts) {
    const source = fields[name];
    if (!source) continue;
    const columns = [source, source.minus].flatMap((one) => (one ? [one.column] : []));
    const found = judgeSigns(columns.flatMap((column) => looks.get(column) ?? []));
    if (!found) continue;
    return 'currency' in found
      ? { ...mapping, constants: { ...constants, currency: found.currency } }
      : { ...mapping, currencyIn: { columns, isEach: found.isEach } };
  }
  // A file without a sign anywhere may say its currency in the header: `Importe €`, `Amount (USD)`.
  const named = new Set(
    amounts.flatMap(
      (name) => signIn(fields[name]?.header.replace(wordLikeCodes, ' ') ?? '')?.code ?? [],
    ),
  );
  const [currency] = named;
  return currency !== undefined && named.size === 1
    ? { ...mapping, constants: { ...constants, currency } }
    : mapping;
}

/** Codes that headers have as words. */
const wordLikeCodes = /\b(?:ALL|TOP|TRY|MOP|CUP|SOS|LAK|PEN|GEL|BAM|AMD|MAD|BAND|INR)\b/g;
