import type { Family } from './case';
import { documentContent } from './documentContent';
import { linkContent } from './linkContent';

export const ledgerContent: Family = {
  name: 'content of the ledger',
  casesMin: 60,
  cases: [...documentContent, ...linkContent],
};
