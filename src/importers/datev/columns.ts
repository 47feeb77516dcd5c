import { normalHeader } from '../../domain/import/datasets';

/** A field of a format: its place, from 1, and the names that its header may have. */
export type Field = readonly [place: number, ...names: readonly string[]];

/**
 * Reads a record's cells by field: where the header names it, else at its place. The format fixes places and leaves
 * names free; programs that write only some columns name them.
 */
export function cellReader<Name extends string>(
  header: readonly string[],
  fields: Readonly<Record<Name, Field>>,
): (record: readonly string[], name: Name) => string {
  const named = header.map(normalHeader);
  const places = new Map<string, number>();
  for (const [name, [place, ...names]] of Object.entries<Field>(fields)) {
    const wanted = new Set(names.map(normalHeader));
    const at = named.findIndex((cell) => wanted.has(cell));
    places.set(name, at >= 0 ? at : place - 1);
  }
  return (record, name) => record[places.get(name) ?? -1]?.trim() ?? '';
}
