/** The kinds of movement, in the order of the small keys that the engine stores for them. */
export const movementKinds = [
  'posted',
  'applied',
  'discount',
  'write_off',
  'withholding',
  'charge',
  'exchange',
  'reversed',
] as const;

export type MovementKind = (typeof movementKinds)[number];

export function movementKindKey(kind: MovementKind): number {
  return movementKinds.indexOf(kind);
}
