import type { FileMetaData, SubColumnData } from 'hyparquet';

type Values = SubColumnData['columnData'];

/**
 * The values of a row group as its pages bring them, by column. A directory may promise more rows than there are, or
 * fewer: a page is believed, and no row is made before all columns have as many values as were promised.
 */
export class GroupColumns {
  readonly #pages = new Map<string, Values[]>();

  take({ pathInSchema, columnData }: SubColumnData): void {
    const name = pathInSchema.join('.');
    const pages = this.#pages.get(name);
    if (pages) pages.push(columnData);
    else this.#pages.set(name, [columnData]);
  }

  /** The values of a column in order. */
  values(name: string): ArrayLike<unknown> {
    const pages = this.#pages.get(name) ?? [];
    const [only] = pages;
    if (pages.length === 1 && only) return only;
    const all: unknown[] = [];
    for (const page of pages) for (let i = 0; i < page.length; i += 1) all.push(page[i]);
    return all;
  }
}

/**
 * The directory with one row more in each group: the reader ends at the last row that was promised, and would never
 * come to a page behind it.
 */
export function withOneMore(metadata: FileMetaData): FileMetaData {
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    num_rows: group.num_rows + 1n,
  }));
  const num_rows = metadata.num_rows + BigInt(row_groups.length);
  return { ...metadata, num_rows, row_groups };
}
