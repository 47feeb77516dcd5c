import type { FileContent, Mapping } from '../../domain/import/mapping';
import { parseIsoDate } from '../../domain/time/calendar';
import type { StagedFile } from '../../importers/csv/stage';

const dayInName =
  /(?:^|\D)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?:\D|$)/;
const dayFirstInName =
  /(?:^|\D)(0?[1-9]|[12]\d|3[01])[-_. ](0?[1-9]|1[0-2])[-_. ]((?:19|20)\d\d)(?:\D|$)/;

/** The day that a file's name tells, ISO; the last one where it tells several. */
export function dayOfName(name: string): string | undefined {
  const iso = dayInName.exec(name);
  const european = dayFirstInName.exec(name);
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3]}`
    : european &&
      `${european[3]}-${european[2]?.padStart(2, '0')}-${european[1]?.padStart(2, '0')}`;
  return day && parseIsoDate(day).ok ? day : undefined;
}

const documentLike: ReadonlySet<string> = new Set(['document', 'open_item', 'sales_line']);

/**
 * What the rows of a file are, as far as the file tells: items with what of each is open are those of one day, which
 * its name may tell. What a person or a well-known export says stays.
 */
export function contentOf(mapping: Mapping, staged: StagedFile): FileContent | undefined {
  if (!documentLike.has(mapping.dataset)) return mapping.content;
  const said = mapping.content;
  const hasOpen = mapping.fields['open_amount'] !== undefined;
  const kind = said?.kind ?? (hasOpen ? 'open_items' : undefined);
  if (kind === undefined) return undefined;
  const to =
    said?.to ?? (kind === 'open_items' ? dayOfName(staged.origin?.file ?? staged.file) : undefined);
  return { kind, ...(said?.from && { from: said.from }), ...(to !== undefined && { to }) };
}
