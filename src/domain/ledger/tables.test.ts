import { describe, expect, it } from 'vitest';
import { canonicalTables, identityOf, tableDef } from './tables';

describe('canonical tables', () => {
  it.each(canonicalTables.map((table) => [table.name, table] as const))(
    '%s has a key among its columns, and no column twice',
    (_, table) => {
      const names = table.columns.map((column) => column.name);
      expect(names).toEqual(expect.arrayContaining([...table.key]));
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it('tell their rows apart within the entity, documents by kind as well', () => {
    const identity = (name: string) => {
      const table = tableDef(name);
      return table && identityOf(table);
    };
    expect(identity('document')).toEqual(['entity_id', 'kind', 'document_id']);
    expect(identity('entity')).toEqual(['entity_id']);
    expect(identity('allocation')).toEqual(['allocation_id']);
    expect(identity('gl_entry')).toEqual(['entity_id', 'entry_id', 'line_no']);
  });

  it('are found by name, and a name of a trap is none', () => {
    expect(tableDef('document')?.name).toBe('document');
    expect(tableDef('constructor')).toBeUndefined();
    expect(tableDef('__proto__')).toBeUndefined();
  });
});
