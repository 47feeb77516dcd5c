/**
 * What a cell looks like, decided byte by byte, so that one look at a file also tells which columns hold
 * nothing but dates or numbers of one form: most exports write them so, and no value needs a second look then.
 */

/** A column whose every cell is blank or a date like 2026-10-31. */
export const allIsoDates = 1;
/**
 * A column whose every cell is blank or digits with at most a sign and a point, like -1234.50; none like 1.234,
 * whose point may stand between thousands: such a column's values have to be looked at.
 */
export const allPlainNumbers = 2;
/** A column whose every cell is blank or a date like 31.10.2026: between points the day comes first. */
export const allPointDates = 4;
/** As plain numbers, but with a comma before the decimals: -1234,50, and none like 1,234. */
export const allCommaNumbers = 8;

/** Of such numbers: with no more decimals than an amount keeps. */
export const fewDecimals = 16;

const anyShape = allIsoDates | allPlainNumbers | allPointDates | allCommaNumbers | fewDecimals;
const anyNumber = allPlainNumbers | allCommaNumbers | fewDecimals;
const pointNumber = allPlainNumbers | fewDecimals;
const commaNumber = allCommaNumbers | fewDecimals;

const names = [
  'blank',
  // One to four digits, the first no 0; then as many as there are.
  ...['d1', 'd2', 'd3', 'd4', 'digits'],
  // The same behind a 0.
  ...['z1', 'z2', 'z3'],
  // Behind a sign: the digits of which a mark may stand between thousands.
  ...['sign', 's1', 's2', 's3'],
  ...['isoDash1', 'isoMonth1', 'isoMonth2', 'isoDash2', 'isoDay1', 'iso'],
  // A point that stands before decimals, up to four of them, and any more; one that may stand between thousands, and up to three digits.
  ...['point', 'point1', 'point2', 'point3', 'point4', 'manyBehindPoint'],
  ...['mark', 'mark1', 'mark2', 'mark3'],
  // The same behind exactly two digits, which may be a day.
  ...['dayPoint', 'dayPoint1', 'dayPoint2', 'dayMark', 'dayMark1', 'dayMark2'],
  ...['monthPoint', 'year1', 'year2', 'year3', 'pointDate'],
  ...['comma', 'comma1', 'comma2', 'comma3', 'comma4', 'manyBehindComma'],
  ...['commaMark', 'commaMark1', 'commaMark2', 'commaMark3'],
  'other',
] as const;
type State = (typeof names)[number];

/** The states that a digit leads to; of the first digit it matters whether it is a 0. */
const behindDigit: Readonly<Partial<Record<State, State>>> = {
  ...{ d1: 'd2', d2: 'd3', d3: 'd4', d4: 'digits', digits: 'digits' },
  ...{ z1: 'z2', z2: 'z3', z3: 'd4' },
  ...{ s1: 's2', s2: 's3', s3: 'digits' },
  ...{ isoDash1: 'isoMonth1', isoMonth1: 'isoMonth2', isoDash2: 'isoDay1', isoDay1: 'iso' },
  ...{ point: 'point1', point1: 'point2', point2: 'point3', point3: 'point4' },
  ...{ point4: 'manyBehindPoint', manyBehindPoint: 'manyBehindPoint' },
  ...{ mark: 'mark1', mark1: 'mark2', mark2: 'mark3', mark3: 'point4' },
  ...{ dayPoint: 'dayPoint1', dayPoint1: 'dayPoint2', dayPoint2: 'point3' },
  ...{ dayMark: 'dayMark1', dayMark1: 'dayMark2', dayMark2: 'mark3' },
  ...{ monthPoint: 'year1', year1: 'year2', year2: 'year3', year3: 'pointDate' },
  ...{ comma: 'comma1', comma1: 'comma2', comma2: 'comma3', comma3: 'comma4' },
  ...{ comma4: 'manyBehindComma', manyBehindComma: 'manyBehindComma' },
  ...{ commaMark: 'commaMark1', commaMark1: 'commaMark2', commaMark2: 'commaMark3' },
  ...{ commaMark3: 'comma4' },
};

const behindPoint: Readonly<Partial<Record<State, State>>> = {
  ...{ d1: 'mark', d2: 'dayMark', d3: 'mark', d4: 'point', digits: 'point' },
  ...{ z1: 'point', z2: 'dayPoint', z3: 'point' },
  ...{ s1: 'mark', s2: 'mark', s3: 'mark' },
  ...{ dayMark2: 'monthPoint', dayPoint2: 'monthPoint' },
};

const behindComma: Readonly<Partial<Record<State, State>>> = {
  ...{ d1: 'commaMark', d2: 'commaMark', d3: 'commaMark', d4: 'comma', digits: 'comma' },
  ...{ z1: 'comma', z2: 'comma', z3: 'comma' },
  ...{ s1: 'commaMark', s2: 'commaMark', s3: 'commaMark' },
};

const behindDash: Readonly<Partial<Record<State, State>>> = {
  blank: 'sign',
  d4: 'isoDash1',
  isoMonth2: 'isoDash2',
};

/** What a cell that ends in a state may be. */
const endings: Readonly<Partial<Record<State, number>>> = {
  blank: anyShape,
  iso: allIsoDates,
  pointDate: allPointDates,
  ...{ d1: anyNumber, d2: anyNumber, d3: anyNumber, d4: anyNumber, digits: anyNumber },
  ...{ z1: anyNumber, z2: anyNumber, z3: anyNumber, s1: anyNumber, s2: anyNumber, s3: anyNumber },
  ...{ point1: pointNumber, point2: pointNumber, point3: pointNumber, point4: pointNumber },
  ...{ manyBehindPoint: allPlainNumbers, mark1: pointNumber, mark2: pointNumber },
  ...{ dayPoint1: pointNumber, dayPoint2: pointNumber },
  ...{ dayMark1: pointNumber, dayMark2: pointNumber },
  ...{ comma1: commaNumber, comma2: commaNumber, comma3: commaNumber, comma4: commaNumber },
  ...{ manyBehindComma: allCommaNumbers, commaMark1: commaNumber, commaMark2: commaNumber },
};

function step(state: State, byte: number): State {
  const isZero = byte === 0x30;
  if (byte >= 0x30 && byte <= 0x39) {
    if (state === 'blank') return isZero ? 'z1' : 'd1';
    if (state === 'sign') return isZero ? 'digits' : 's1';
    return behindDigit[state] ?? 'other';
  }
  if (byte === 0x2d) return behindDash[state] ?? 'other';
  if (byte === 0x2e) return behindPoint[state] ?? 'other';
  return (byte === 0x2c ? behindComma[state] : undefined) ?? 'other';
}

/** The state before a cell's first byte. */
export const cellStart = names.indexOf('blank');
/** The state that no cell leaves: neither date nor number. */
export const cellOther = names.indexOf('other');

/** The next state at `state * 256 + byte`. */
export const cellSteps: Uint8Array = Uint8Array.from({ length: names.length * 256 }, (_, at) =>
  names.indexOf(step(names[at >> 8] ?? 'other', at & 0xff)),
);

/** What a cell that ends in a state may be. */
export const cellShapes: Uint8Array = Uint8Array.from(names, (state) => endings[state] ?? 0);

/** What a column is before any cell of it was seen. */
export const shapesAtFirst = anyShape;
