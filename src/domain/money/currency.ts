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

/** Codes that stand in old ledgers and statements; what a browser knows of them differs. */
const former: readonly string[] = [
  ...[
    'ATS',
    'BEF',
    'BGL',
    'BYB',
    'BYR',
    'CSK',
    'CYP',
    'DEM',
    'EEK',
    'ESP',
    'FIM',
    'FRF',
    'GRD',
    'HRK',
    'IEP',
    'ITL',
  ],
  ...[
    'LTL',
    'LUF',
    'LVL',
    'MTL',
    'MXP',
    'NLG',
    'PLZ',
    'PTE',
    'ROL',
    'RUR',
    'SIT',
    'SKK',
    'TRL',
    'UAK',
    'XEU',
    'YUM',
  ],
];

/** Codes of currencies, in use or of old. */
export const knownCurrencies: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf('currency'), ...former]),
]
  .filter((code) => !['XXX', 'XTS'].includes(code))
  .sort();

/** Whether a text is the code of a currency that is in use somewhere: ISO 4217 also has codes for none and for tests. */
export function isCurrency(code: string): boolean {
  return knownCurrencies.includes(code);
}
