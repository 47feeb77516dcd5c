import type { SortKey } from '../engine/port';

/** The order that the address asks for: `customer_name,-open_amount`, the most significant column first. */
export function orderOfParam(text: string | undefined): readonly SortKey[] {
  const keys = new Map<string, SortKey>();
  for (const part of (text ?? '').split(',')) {
    const isDescending = part.startsWith('-');
    const column = isDescending ? part.slice(1) : part;
    if (column !== '' && !keys.has(column))
      keys.set(column, { column, direction: isDescending ? 'desc' : 'asc' });
  }
  return [...keys.values()];
}

/** An order as the address has it; `undefined` for the report's own. */
export function paramOfOrder(order: readonly SortKey[]): string | undefined {
  if (order.length === 0) return undefined;
  return order
    .map(({ column, direction }) => (direction === 'desc' ? `-${column}` : column))
    .join(',');
}
