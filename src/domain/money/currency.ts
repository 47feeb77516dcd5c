/**
 * Digits after the decimal mark of the currencies that do not have two.
 * Source: ISO 4217, list one ("minor unit").
 */
const scaleOf: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** Digits after the decimal mark at which amounts of a currency are shown and rounded; 2 where unknown. */
export function currencyScale(currency: string): number {
  return scaleOf.get(currency) ?? 2;
}

/** The currencies whose amounts do not have two digits after the mark. */
export function otherScales(): readonly string[] {
  return [...scaleOf.keys()];
}

/** Whether a text is the code of a currency that is in use somewhere: ISO 4217 also has codes for none and for tests. */
export function isCurrency(code: string): boolean {
  return !['XXX', 'XTS'].includes(code) && Intl.supportedValuesOf('currency').includes(code);
}
