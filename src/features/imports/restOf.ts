import type { Mapping } from '../../domain/import/mapping';

/** What of a mapping stays when a column is given another meaning: all that is not its columns. */
export function restOf({
  dataset: _dataset,
  fields: _fields,
  ...rest
}: Mapping): Omit<Mapping, 'dataset' | 'fields'> {
  return rest;
}
