import { type Dimension, dimensions } from '../domain/report/dimension';
import type { UrlParams } from '../session/react/useUrlParams';

/** The filters that the address sets, one a dimension. */
export function filtersOf(params: UrlParams): readonly (readonly [Dimension, string])[] {
  return dimensions.flatMap((dimension) => {
    const value = params[dimension];
    return value === undefined ? [] : [[dimension, value] as const];
  });
}

/** The address's parameters that a report knows, with the date on the screen. */
export function reportParams(
  params: UrlParams,
  asOf: string,
  names: readonly string[],
): Record<string, string> {
  const known: Record<string, string> = { asOf };
  for (const name of names) {
    const value = params[name];
    if (value !== undefined) known[name] = value;
  }
  return known;
}

/** What every aging takes from the address. */
export const agingParamNames: readonly string[] = [
  'basis',
  'edges',
  'credits',
  'allocation',
  'relink',
  'currency',
  'disputed',
  'attributes',
  'dueDate',
  ...dimensions,
];
