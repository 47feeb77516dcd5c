import type { UrlParams } from '../session/react/useUrlParams';

/**
 * The address's parameters as text and nothing but text. The router's own way reads numbers, and an id of 19
 * digits would come back as another one.
 */
export function parseSearch(search: string): UrlParams {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(params: Record<string, unknown>): string {
  const pairs = Object.entries(params).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const text = new URLSearchParams(pairs)
    .toString()
    // Commas and colons are allowed in a fragment and are easier to read as themselves.
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
