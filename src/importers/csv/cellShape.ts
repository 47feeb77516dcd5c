/**
 * What a cell looks like, decided byte by byte, so that one look at a file also tells which columns hold
 * nothing but ISO dates or plain numbers: most exports write them so, and no value needs a second look then.
 */

/** A column whose every cell is blank or a date like 2026-10-31. */
export const allIsoDates = 1;
/** A column whose every cell is blank or digits with at most a sign and a point, like -1234.50. */
export const allPlainNumbers = 2;

const [blank, year4, isoDash1, iso, digits, sign, point, fraction, other] = [
  0, 4, 5, 10, 11, 12, 13, 14, 15,
];
const stateCount = 16;

/** The state before a cell's first byte. */
export const cellStart = blank;
/** The state that no cell leaves: neither date nor number. */
export const cellOther = other;

const isoDash2 = 8;

/** Of each state the states that a digit, a dash and a point lead to. */
function step(state: number, byte: number): number {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  if (isDigit) {
    if (state < year4) return state + 1;
    if (state === year4 || state === digits || state === sign) return digits;
    if (state >= isoDash1 && state < iso && state !== isoDash2 - 1) return state + 1;
    return state === point || state === fraction ? fraction : other;
  }
  if (byte === 0x2d) {
    if (state === blank) return sign;
    if (state === year4) return isoDash1;
    return state === isoDash2 - 1 ? isoDash2 : other;
  }
  if (byte === 0x2e && ((state > blank && state <= year4) || state === digits)) return point;
  return other;
}

/** The next state at `state * 256 + byte`. */
export const cellSteps: Uint8Array = Uint8Array.from({ length: stateCount * 256 }, (_, at) =>
  step(at >> 8, at & 0xff),
);

/** What a cell that ends in a state may be. */
export const cellShapes: Uint8Array = Uint8Array.from({ length: stateCount }, (_, state) => {
  if (state === blank) return allIsoDates | allPlainNumbers;
  if (state === iso) return allIsoDates;
  return state <= year4 || state === digits || state === fraction ? allPlainNumbers : 0;
});
