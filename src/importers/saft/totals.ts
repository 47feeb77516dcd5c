import { type Exact, exact } from '../../domain/money/decimal';
import type { TextGrid } from '../textGrid';
import type { XmlElement } from '../xml/element';
import { decimalOf } from './values';

type Notes = NonNullable<TextGrid['notes']>;

/** The control totals of one part of a file. */
const totalNames = ['NumberOfEntries', 'TotalDebit', 'TotalCredit'] as const;
type TotalName = (typeof totalNames)[number];

/** Whether an element is a control total. */
export function isTotal(name: string): name is TotalName {
  return totalNames.some((one) => one === name);
}

/**
 * What one part of a file says of itself, beside what was read of it. Where a country's rule leaves open what a figure
 * counts (entries or their lines; lines without tax or documents with it), each of its readings is as good as the other.
 */
export class ControlTotals {
  readonly #part: string;
  readonly #stated = new Map<TotalName, string>();
  /** For each reading, what the totals come to. */
  readonly #readings: Map<TotalName, Exact>[] = [];

  constructor(part: string) {
    this.#part = part;
  }

  /** A total that the file states. */
  state({ name, text }: XmlElement): void {
    if (isTotal(name)) this.#stated.set(name, text.trim());
  }

  /** Adds to a total as it was read. @param reading which reading of the figure, from 0 */
  count(name: TotalName, amount: Exact | number | undefined, reading = 0): void {
    if (amount === undefined) return;
    while (this.#readings.length <= reading) this.#readings.push(new Map());
    const sums = this.#readings[reading];
    sums?.set(name, (sums.get(name) ?? exact('0')).plus(amount));
  }

  /** The totals that none of their readings comes to. */
  notes(): Notes {
    return totalNames.flatMap((name) => {
      const text = this.#stated.get(name);
      const stated = text === undefined ? undefined : decimalOf(text);
      if (text === undefined || !stated) return [];
      const sums = this.#readings.map((reading) => reading.get(name) ?? exact('0'));
      if (sums.some((sum) => sum.equals(stated))) return [];
      const found = (sums[0] ?? exact('0')).toFixed();
      return [
        {
          code: 'totals_differ' as const,
          values: { what: `${this.#part}/${name}`, stated: text, found },
        },
      ];
    });
  }
}
