/**
 * What a cell looks like, decided byte by byte, so that one look at a file also tells which columns hold
 * nothing but ISO dates or plain numbers: most exports write them so, and no value needs a second look then.
 */

/** A column whose every cell is blank or a date like 2026-10-31. */
export const allIsoDates = 1;
/**
 * A column whose every cell is blank or digits with at most a sign and a point, like -1234.50; none like 1.234,
 * whose point may stand between thousands: such a column's values have to be looked at.
 */
export const allPlainNumbers = 2;

const [blank, year4, isoDash1, isoDash2, iso, digits, sign, point, fraction, other] = [
  0, 4, 5, 8, 10, 11, 12, 13, 14, 15,
];
/** After a sign, one to three digits of which the first is no 0: the next point may be one between thousands. */
const [signed1, signed3] = [16, 18];
/** A first digit 0: a point after it is a decimal one. */
const zero = 19;
/** The point that may stand between thousands, and one to three digits after it. */
const [mark, mark3] = [20, 23];
/** Two and three digits of which the first is 0. */
const [zero2, zero3] = [24, 25];
const stateCount = 26;

/** The state before a cell's first byte. */
export const cellStart = blank;
/** The state that no cell leaves: neither date nor number. */
export const cellOther = other;

const isDigits = (state: number): boolean =>
  (state > blank && state <= year4) ||
  state === digits ||
  (state >= signed1 && state <= zero) ||
  state === zero2 ||
  state === zero3;

const isFraction = (state: number): boolean =>
  state === fraction || (state > mark && state < mark3);

/** A digit from 1 to 9 or 0 after a state. */
function stepDigit(state: number, isZero: boolean): number {
  if (state === blank) return isZero ? zero : 1;
  if (state === zero) return zero2;
  if (state === zero2) return zero3;
  if (state === zero3) return year4;
  if (state < year4) return state + 1;
  if (state === sign) return isZero ? digits : signed1;
  if (state >= signed1 && state < signed3) return state + 1;
  if (isDigits(state)) return digits;
  if (state >= isoDash1 && state < iso && state !== isoDash2 - 1) return state + 1;
  if (state >= mark && state < mark3) return state + 1;
  return state === point || state === fraction || state === mark3 ? fraction : other;
}

/** Of each state the states that a digit, a dash and a point lead to. */
function step(state: number, byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return stepDigit(state, byte === 0x30);
  if (byte === 0x2d) {
    if (state === blank) return sign;
    if (state === year4) return isoDash1;
    return state === isoDash2 - 1 ? isoDash2 : other;
  }
  if (byte !== 0x2e) return other;
  const mayGroup = (state > blank && state < year4) || (state >= signed1 && state <= signed3);
  if (mayGroup) return mark;
  return isDigits(state) ? point : other;
}

/** The next state at `state * 256 + byte`. */
export const cellSteps: Uint8Array = Uint8Array.from({ length: stateCount * 256 }, (_, at) =>
  step(at >> 8, at & 0xff),
);

/** What a cell that ends in a state may be. */
export const cellShapes: Uint8Array = Uint8Array.from({ length: stateCount }, (_, state) => {
  if (state === blank) return allIsoDates | allPlainNumbers;
  if (state === iso) return allIsoDates;
  return isDigits(state) || isFraction(state) ? allPlainNumbers : 0;
});
