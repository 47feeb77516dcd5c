import { documentDatasets } from './datasets';
import type { Mapping } from './mapping';

/** Whether a file says nothing of when its documents are due: neither a date nor payment terms. */
export const hasNoDueDates = ({ dataset, fields, constants }: Mapping): boolean =>
  documentDatasets.has(dataset) &&
  ['due_date', 'terms'].every((name) => (fields[name] ?? constants[name]) === undefined);
