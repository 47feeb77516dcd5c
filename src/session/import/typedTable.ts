import type { StagedFile } from '../../importers/csv/stage';

/** The table that a staged file's typed rows are put into; of the other records that its rows hold, one table each. */
export const typedTableOf = (staged: Pick<StagedFile, 'table'>, other = 0): string =>
  other === 0 ? `${staged.table}_typed` : `${staged.table}_typed_${other}`;
