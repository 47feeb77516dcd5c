const keyOf = (id: string): string => `saldo.sent.${id}`;

/** How many of a workspace's events went to colleagues already, as this browser remembers it. */
export function sentPosition(id: string): number {
  try {
    const position = Number(localStorage.getItem(keyOf(id)) ?? '0');
    return Number.isSafeInteger(position) && position > 0 ? position : 0;
  } catch {
    return 0;
  }
}

/** A browser that remembers nothing sends more than is needed, which is no harm. */
export function markSent(id: string, position: number): void {
  try {
    localStorage.setItem(keyOf(id), String(position));
  } catch {
    // See above.
  }
}
