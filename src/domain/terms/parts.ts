import { type Exact, exact } from '../money/decimal';
import type { IsoDate } from '../time/calendar';
import { dueOn, readSteps, stepsText, type TermStep } from './steps';

/** A row of the table of payment terms, as text. */
export interface PaymentTermRow {
  readonly terms: string;
  readonly line: number;
  readonly steps: string;
  readonly shareKind: string;
  readonly share: string;
}

/** What a part of a term takes of an amount: percents and sums as exact decimal text. */
interface TermShare {
  readonly kind: 'percent_of_total' | 'percent_of_rest' | 'fixed' | 'rest';
  readonly value: string;
}

/** One part of a term: what it takes, and the steps from the document's date to the day it is due. */
export interface TermPart {
  readonly share: TermShare;
  readonly steps: readonly TermStep[];
}

/** Parts that one term has at most: more is no term but a plan. */
const termPartsMax = 60;

const shareNames: Readonly<Record<string, TermShare['kind']>> = {
  percent_of_total: 'percent_of_total',
  percent: 'percent_of_total',
  percent_of_rest: 'percent_of_rest',
  fixed: 'fixed',
  rest: 'rest',
  balance: 'rest',
};

function readShare(row: PaymentTermRow): TermShare | undefined {
  const name = row.shareKind.trim().toLowerCase().replaceAll(/\W+/g, '_');
  const kind = name === '' && row.share === '' ? 'rest' : shareNames[name || 'percent'];
  if (kind === undefined || kind === 'rest') return kind && { kind, value: '' };
  if (row.share === '') return undefined;
  const value = exact(row.share);
  const isShare = value.isPositive() && (kind === 'fixed' || value.lte(100));
  return isShare ? { kind, value: row.share } : undefined;
}

/**
 * The parts of one term in the order of their lines; undefined where a step or a share is not understood, where a rest
 * is followed by more, or where percents of the whole do not make a whole.
 */
export function readParts(rows: readonly PaymentTermRow[]): readonly TermPart[] | undefined {
  const parts = [...rows]
    .sort((a, b) => a.line - b.line)
    .map((row): TermPart | undefined => {
      const steps = readSteps(row.steps);
      // A term of one line is due as a whole, whatever share it states.
      const share = rows.length === 1 ? ({ kind: 'rest', value: '' } as const) : readShare(row);
      return steps && share && { share, steps };
    });
  const known = parts.filter((part) => part !== undefined);
  if (known.length !== parts.length || known.length === 0 || known.length > termPartsMax)
    return undefined;
  if (known.slice(0, -1).some(({ share }) => share.kind === 'rest')) return undefined;
  const percents = known.map(({ share }) =>
    share.kind === 'percent_of_total' ? exact(share.value) : undefined,
  );
  const isAllPercent = percents.every((one) => one !== undefined);
  const whole = percents.reduce<Exact>((all, one) => all.plus(one ?? '0'), exact('0'));
  return isAllPercent ? (whole.eq(100) ? known : undefined) : whole.lte(100) ? known : undefined;
}

/** An instalment that terms make of a document. */
export interface DuePart {
  readonly no: number;
  readonly dueDate: IsoDate;
  readonly amount: Exact;
}

/**
 * What is due when of an amount above zero: each part is rounded half away from zero at the currency's digits and takes
 * no more than what is left, the last takes the rest; a part of nothing is none.
 * @param date the document's date
 */
export function partsOf(
  amount: Exact,
  date: IsoDate,
  parts: readonly TermPart[],
  scale: number,
): readonly DuePart[] {
  let rest = amount;
  return parts.flatMap(({ share, steps }, i): readonly DuePart[] => {
    const own = i === parts.length - 1 ? rest : shareOf(share, amount, rest).toDecimalPlaces(scale);
    const taken = own.lt(rest) ? own : rest;
    rest = rest.minus(taken);
    return taken.isZero() ? [] : [{ no: i + 1, dueDate: dueOn(date, steps), amount: taken }];
  });
}

function shareOf({ kind, value }: TermShare, whole: Exact, rest: Exact): Exact {
  switch (kind) {
    case 'percent_of_total':
      return whole.times(value).div(100);
    case 'percent_of_rest':
      return rest.times(value).div(100);
    case 'fixed':
      return exact(value);
    case 'rest':
      return rest;
  }
}

/** Parts as a person reads them: `30 %: +10d; rest: +1m`. A whole is its steps alone. */
export function partsText(parts: readonly TermPart[]): string {
  if (parts.length === 1) return parts.map(({ steps }) => stepsText(steps)).join('');
  return parts
    .map(({ share: { kind, value }, steps }) => {
      const share =
        kind === 'rest' ? kind : kind === 'fixed' ? value : `${exact(value).toFixed()} %`;
      return `${share}${kind === 'percent_of_rest' ? ' of rest' : ''}: ${stepsText(steps)}`;
    })
    .join('; ');
}
