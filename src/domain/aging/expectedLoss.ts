import { currencyScale } from '../money/currency';
import { type Exact, Exact as ExactDecimal, exact, ratio, sum } from '../money/decimal';

/** What the past says of the debits of one group and currency that were open in one bucket. Exact decimal texts. */
export interface LossHistory {
  readonly key: string;
  readonly currency: string;
  /** The place of the bucket, 0 being the first. */
  readonly place: number;
  /** The most that each debit of the window was open by while it was in the bucket, added up. */
  readonly everOpen: string;
  /** How much of that was lost in the end. */
  readonly lost: string;
}

/** What is open of one group and currency in one bucket, net of the customers' own credits and never negative. */
export interface LossExposure {
  readonly key: string;
  readonly label: string;
  readonly currency: string;
  readonly place: number;
  readonly amount: string;
}

/** How the rates of the past become those of the future. */
export interface LossRule {
  /** Rates given by the place of their bucket, in percent; they stand in for those of the past. */
  readonly given: readonly string[] | undefined;
  /** What is expected of the future beside the past, in percent of the rate: 10 makes of 2 % 2.2 %. */
  readonly adjust: string;
}

/** One cell of a provision matrix. */
export interface LossCell {
  readonly key: string;
  readonly label: string;
  readonly currency: string;
  readonly place: number;
  readonly everOpen: Exact;
  readonly lost: Exact;
  /** Lost ÷ ever open; `undefined` where nothing ever was. */
  readonly historicalRate: Exact | undefined;
  /** The rate that is applied; `undefined` where neither the past nor anybody says one. */
  readonly rate: Exact | undefined;
  /** Whose rate that is: the group's own past, that of all groups of the currency, or one that was given. */
  readonly rateOf: 'group' | 'all' | 'given' | undefined;
  readonly exposure: Exact;
  /** Exposure × rate, at the currency's scale; `undefined` without a rate. */
  readonly expectedLoss: Exact | undefined;
}

const zero = exact('0');
const one = exact('1');
const hundred = exact('100');

const cellKey = (key: string, currency: string, place: number): string =>
  JSON.stringify([key, currency, place]);

/** History of all groups together, by currency and bucket. */
function ofAll(history: readonly LossHistory[]): ReadonlyMap<string, Exact | undefined> {
  const sums = new Map<string, { open: Exact; lost: Exact }>();
  for (const { currency, place, everOpen, lost } of history) {
    const key = cellKey('', currency, place);
    const known = sums.get(key) ?? { open: zero, lost: zero };
    sums.set(key, { open: known.open.plus(exact(everOpen)), lost: known.lost.plus(exact(lost)) });
  }
  return new Map([...sums].map(([key, { open, lost }]) => [key, ratio(lost, open)]));
}

/**
 * A provision matrix: what is open in each bucket times the share of what was ever open there that was lost. A group
 * whose past says nothing of a bucket takes the rate of all groups. No rate is above 1 or below 0 after it is adjusted.
 * Source: IFRS 9 B5.5.35 (the simplified approach for trade receivables), ASC 326-20-55-37 (aging schedule).
 */
export function provisionMatrix(
  history: readonly LossHistory[],
  exposures: readonly LossExposure[],
  { given, adjust }: LossRule,
): readonly LossCell[] {
  const all = ofAll(history);
  const factor = one.plus(exact(adjust).div(hundred));
  const past = new Map(history.map((row) => [cellKey(row.key, row.currency, row.place), row]));
  const open = new Map(exposures.map((row) => [cellKey(row.key, row.currency, row.place), row]));
  const labels = new Map(exposures.map(({ key, label }) => [key, label]));
  return [...new Set([...past.keys(), ...open.keys()])].flatMap((id): LossCell[] => {
    const [was, is] = [past.get(id), open.get(id)];
    const { key, currency, place } = was ?? is ?? {};
    if (key === undefined || currency === undefined || place === undefined) return [];
    const everOpen = exact(was?.everOpen ?? '0');
    const lost = exact(was?.lost ?? '0');
    const historicalRate = ratio(lost, everOpen);
    const common = all.get(cellKey('', currency, place));
    const givenRate = given?.[place];
    const [base, rateOf] =
      givenRate !== undefined
        ? [exact(givenRate).div(hundred), 'given' as const]
        : historicalRate !== undefined
          ? [historicalRate, 'group' as const]
          : [common, common && ('all' as const)];
    const rate = base && ExactDecimal.max(zero, ExactDecimal.min(one, base.mul(factor)));
    const exposure = exact(is?.amount ?? '0');
    const expectedLoss = rate && exposure.mul(rate).toDecimalPlaces(currencyScale(currency));
    const label = labels.get(key) ?? key;
    return [
      {
        ...{ key, label, currency, place, everOpen, lost, historicalRate, rate, rateOf },
        ...{ exposure, expectedLoss },
      },
    ];
  });
}

/** The allowance of a matrix by currency; cells without a rate count as nothing. */
function allowances(cells: readonly LossCell[]): ReadonlyMap<string, Exact> {
  const currencies = [...new Set(cells.map(({ currency }) => currency))];
  return new Map(
    currencies.map((currency) => [
      currency,
      sum(cells.flatMap((cell) => (cell.currency === currency ? [cell.expectedLoss ?? zero] : []))),
    ]),
  );
}

/** What was written off (minus) and recovered (plus) in a period, of one currency. Exact decimal texts. */
export interface LossChanges {
  readonly currency: string;
  readonly writtenOff: string;
  readonly recovered: string;
}

/** An allowance between two dates: opening + charged − written off + recovered = closing. */
export interface AllowanceMovement {
  readonly currency: string;
  readonly opening: Exact;
  /** Below zero where it was released. */
  readonly charged: Exact;
  readonly writtenOff: Exact;
  readonly recovered: Exact;
  readonly closing: Exact;
}

/** The movement of the allowance by currency, from the matrices before and after. Source: IFRS 7.35H. */
export function allowanceMovements(
  before: readonly LossCell[],
  after: readonly LossCell[],
  changes: readonly LossChanges[],
): readonly AllowanceMovement[] {
  const [was, is] = [allowances(before), allowances(after)];
  const changed = new Map(changes.map((row) => [row.currency, row]));
  const currencies = new Set([...was.keys(), ...is.keys(), ...changed.keys()]);
  return [...currencies].sort().map((currency) => {
    const opening = was.get(currency) ?? zero;
    const closing = is.get(currency) ?? zero;
    const writtenOff = exact(changed.get(currency)?.writtenOff ?? '0').neg();
    const recovered = exact(changed.get(currency)?.recovered ?? '0');
    const charged = closing.minus(opening).plus(writtenOff).minus(recovered);
    return { currency, opening, charged, writtenOff, recovered, closing };
  });
}

/** What of an earlier exposure was lost since, exact decimal text. */
export interface LossOutcome {
  readonly key: string;
  readonly currency: string;
  readonly place: number;
  readonly lost: string;
}

/** One cell of an earlier matrix against what happened. */
export interface TestedCell extends LossCell {
  readonly actualLoss: Exact;
  readonly actualRate: Exact | undefined;
  /** Expected − actual: below zero where too little was provided. */
  readonly difference: Exact | undefined;
}

/** The cells of an earlier matrix in which anything was open then, with what of it was lost since. */
export function backTest(
  cells: readonly LossCell[],
  outcomes: readonly LossOutcome[],
): readonly TestedCell[] {
  const lost = new Map(
    outcomes.map((row) => [cellKey(row.key, row.currency, row.place), exact(row.lost)]),
  );
  return cells
    .filter(({ exposure }) => !exposure.isZero())
    .map((cell) => {
      const actualLoss = lost.get(cellKey(cell.key, cell.currency, cell.place)) ?? zero;
      return {
        ...cell,
        actualLoss,
        actualRate: ratio(actualLoss, cell.exposure),
        difference: cell.expectedLoss?.minus(actualLoss),
      };
    });
}
