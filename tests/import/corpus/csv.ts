import { type BadCase, type Outcome, one } from './case';

export const header = 'Invoice,Customer,Date,Due date,Amount,Currency';

/** An invoice of 100 EUR in September, unless said otherwise. */
export function row(
  id: string,
  {
    customer = 'Ferrer',
    date = '2026-09-15',
    due = '2026-10-15',
    amount = '100.00',
    currency = 'EUR',
  } = {},
): string {
  return [id, customer, date, due, amount, currency].join(',');
}

/** Lines with an end each. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** A delimited text as a case. */
export const csv = (name: string, content: () => BlobPart, outcome: Outcome): BadCase =>
  one(name, 'bad.csv', content, outcome);
