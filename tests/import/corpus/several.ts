import { type Arrival, type BadCase, file, type Outcome } from './case';

/** Files that are given together. */
export const several = (
  name: string,
  files: Readonly<Record<string, string>>,
  outcome: Outcome,
  rest: Partial<BadCase> = {},
): BadCase => ({
  name,
  files: () => Object.entries(files).map(([path, text]) => file(path, text)),
  outcome,
  ...rest,
});

/** What is open at the end of 2026. */
export const openItems = (...rows: readonly string[]): Arrival => ({
  report: 'open-items',
  params: { asOf: '2026-12-31' },
  columns: ['document_id', 'open_amount'],
  rows,
});
