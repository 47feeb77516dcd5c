/** What an aging can be grouped and filtered by. `customer` dimensions come from the debtor, the others from the document. */
export const dimensions = [
  'customer',
  'parent',
  'segment',
  'region',
  'collector',
  'salesperson',
  'department',
  'service',
  'documentCurrency',
] as const;

export type Dimension = (typeof dimensions)[number];

/** The key of a missing value. */
export const missingKey = '-';
