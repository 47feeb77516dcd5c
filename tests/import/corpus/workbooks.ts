import type { Family } from './case';
import { packages } from './workbookPackages';
import { sheetCases } from './workbookSheets';

export const workbooks: Family = {
  name: 'workbooks',
  casesMin: 40,
  cases: [...packages, ...sheetCases],
};
