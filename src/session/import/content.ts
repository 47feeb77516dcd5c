import { columnNamed } from '../../domain/import/columns';
import { documentDatasets, normalHeader } from '../../domain/import/datasets';
import { dayNamed } from '../../domain/import/formats';
import type { FileContent, Mapping } from '../../domain/import/mapping';
import { monthEnd, parseIsoDate } from '../../domain/time/calendar';
import type { Engine, RunOptions } from '../../engine/port';
import { decode } from '../../importers/csv/encoding';
import type { StagedFile } from '../../importers/csv/stage';
import { valuesOf } from './columnValues';

const dayInName =
  /(?:^|\D)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?:\D|$)/;
const dayFirstInName =
  /(?:^|\D)(0?[1-9]|[12]\d|3[01])[-_. ](0?[1-9]|1[0-2])[-_. ]((?:19|20)\d\d)(?:\D|$)/;

const monthInName = /(?:^|\D)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?:\D|$)/;

/**
 * The day that a file's name tells, ISO; the last one where it tells several. A month alone is its last day: such a
 * list is made when the month is over.
 */
export function dayOfName(name: string): string | undefined {
  const iso = dayInName.exec(name);
  const european = dayFirstInName.exec(name);
  const day = iso
    ? `${iso[1]}-${iso[2]}-${iso[3]}`
    : european &&
      `${european[3]}-${european[2]?.padStart(2, '0')}-${european[1]?.padStart(2, '0')}`;
  if (day && parseIsoDate(day).ok) return day;
  const month = monthInName.exec(name);
  const first = month && parseIsoDate(`${month[1]}-${month[2]}-01`);
  return first?.ok ? monthEnd(first.value) : undefined;
}

/** Bytes above a header in which a report says of which day it is. */
const titleBytes = 4096;

const dayInTitle =
  /(?:as (?:of|at)|date|stand|per|al|a fecha de|ke dni|k datu|(?<=\p{L}\s)(?:at|a|k|to|hasta|do|zum|bis)|^k)\s*:?\s*((?:\d{1,4}[-/. ]+){2}\d{2,4}|\p{L}+\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}+\.? (?:de )?\d{4})/iu;

/** The lines above the header. */
async function titleOf(staged: StagedFile): Promise<string> {
  if (staged.headerLine < 2) return '';
  const bytes = new Uint8Array(await staged.source.blob.slice(0, titleBytes).arrayBuffer());
  const text = decode(bytes, staged.encoding);
  return text
    .split(/\r?\n|\r/)
    .slice(0, staged.headerLine - 1)
    .join('\n');
}

/** The day of which the lines above the header say that the list is: `As of October 31, 2026`. */
function dayOfTitle(title: string): string | undefined {
  const day = dayInTitle.exec(title)?.[1];
  return day === undefined ? undefined : dayNamed(day);
}

/** What a report of items that are open calls itself. */
const openTitle =
  /open (?:items|invoices)|outstanding|aged (?:receivables|debtors)|aging (?:detail|report)|unpaid invoices|partidas abiertas|facturas pendientes|offene posten|neuhrazen|saldokonto/iu;

/** Columns that repeat on each row the day of which the list is. */
const dayHeaders: readonly string[] = [
  'as of',
  'as of date',
  'as at',
  'as at date',
  'snapshot date',
  'report date',
  'fecha de corte',
  'fecha corte',
  'a fecha',
  'ke dni',
  'stav ke dni',
  'stichtag',
];

/** The day that a column repeats on each row. */
async function dayOfColumn(
  engine: Engine,
  staged: StagedFile,
  options: RunOptions,
): Promise<string | undefined> {
  const column = columnNamed(staged.headers.map(normalHeader), dayHeaders);
  if (column < 0) return undefined;
  const [day, ...others] = await valuesOf(engine, staged, column, options);
  const isOneDay = day !== undefined && others.length === 0;
  return isOneDay ? dayNamed(day.value) : undefined;
}

/**
 * What the rows of a file are, as far as the file tells: items with what of each is open are those of one day, which
 * a column, its title or its name may tell. What a person or a well-known export says stays.
 */
export async function contentOf(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  earlier: Mapping | undefined,
  options: RunOptions,
): Promise<FileContent | undefined> {
  if (!documentDatasets.has(mapping.dataset)) return mapping.content;
  const said = mapping.content;
  const hasOpen = mapping.fields['open_amount'] !== undefined;
  // A file of a shape that was a list of open items before, or changes, is one again.
  const before = earlier?.dataset === mapping.dataset ? earlier.content?.kind : undefined;
  const title = await titleOf(staged);
  const isTitled = openTitle.test(title) && dayOfTitle(title) !== undefined;
  const kind =
    said?.kind ?? (hasOpen || isTitled ? 'open_items' : before === 'opening' ? undefined : before);
  if (kind === undefined) return undefined;
  const to =
    said?.to ??
    (kind === 'open_items'
      ? ((await dayOfColumn(engine, staged, options)) ??
        dayOfTitle(title) ??
        dayOfName(staged.origin?.file ?? staged.file))
      : undefined);
  return {
    kind,
    ...(said?.from && { from: said.from }),
    ...(to !== undefined && { to }),
    ...(said?.missing && { missing: said.missing }),
  };
}
