import { CFB, type ParsingOptions, parse_zip, read, SSF, type WorkBook } from '@e965/xlsx';
import { asShown, dateText, numberText } from './cells';
import { sheetColumnsMax, sheetRowsMax } from './package';

/** The first serial day that both calendars of 1900, with and without its 29th of February, call alike. */
const firstAgreedDay = 61;
const dayMs = 86_400_000;
/** The serial day of 1970-01-01. */
const unixDay = 25_569;

interface Style {
  readonly numFmtId?: number;
}

/** A workbook as the library reads its frame: texts, formats and parts, and no sheet. */
interface Frame extends WorkBook {
  readonly Directory?: { readonly sheets?: readonly string[] };
  readonly Strings?: readonly { readonly t?: string }[];
  readonly Styles?: { readonly CellXf?: readonly Style[] };
  readonly SSF?: Readonly<Record<number, string>>;
  readonly files?: Readonly<Record<string, { readonly content?: Uint8Array | string }>>;
}

/** The parts of a workbook, unpacked, by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const frameOnly: ParsingOptions = {
  bookFiles: true,
  sheets: [],
  dense: true,
  cellHTML: false,
  cellText: false,
};

function frameOf(parts: Parts): Frame {
  const container: object = CFB.utils.cfb_new();
  for (const [name, content] of parts)
    CFB.utils.cfb_add(container, `/${name}`, content, { unsafe: true });
  return parse_zip(container, frameOnly);
}

/** Tells of each cell what it says and whether it is a number. */
type OnCell = (column: number, text: string, isNumber: boolean) => void;

/**
 * The rows of a workbook of one sheet that is written as spreadsheets and the common programs write it: cells of
 * numbers, shared texts and booleans, one behind the other, without formulas. The library, which takes three times as
 * long, reads whatever is written in any other way.
 * @param parts what the workbook holds, by name, where it is unpacked already: unpacking it once more takes as long as
 *   reading it
 * @returns the cells up to the last that is not blank, row by row; undefined where it is not written so
 */
export function readPlainSheet(
  bytes: Uint8Array,
  onCell: OnCell,
  parts?: Parts,
): { readonly name: string; readonly rows: readonly (readonly string[])[] } | undefined {
  const frame: Frame = parts ? frameOf(parts) : read(bytes, { type: 'array', ...frameOnly });
  const [name, ...others] = frame.SheetNames;
  const [path, ...otherPaths] = frame.Directory?.sheets ?? [];
  if (name === undefined || path === undefined || others.length + otherPaths.length > 0)
    return undefined;
  if (frame.Workbook?.WBProps?.date1904) return undefined;
  const content = frame.files?.[path.replace(/^\//, '')]?.content;
  if (content === undefined || typeof content === 'string') return undefined;
  const xml = new TextDecoder().decode(content);
  const rows = xml.includes('\uFFFD') ? undefined : rowsIn(xml, frame, onCell);
  return rows && { name, rows };
}

const rowStart = /<row r="(\d+)"[^<>]*?(\/?)>/y;
const cell =
  /<c r="([A-Z]{1,3})(\d+)"(?: s="(\d+)")?(?: t="(s|n|b|str)")?(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/y;
const rowEnd = '</row>';
const dataStart = '<sheetData>';
const dataEnd = '</sheetData>';

function rowsIn(xml: string, frame: Frame, onCell: OnCell): string[][] | undefined {
  const start = xml.indexOf(dataStart);
  if (start < 0) return undefined;
  const isDate = dateStyles(frame);
  const formatOf = formatsOf(frame);
  const strings = frame.Strings ?? [];
  const rows: string[][] = [];
  let at = start + dataStart.length;
  while (!xml.startsWith(dataEnd, at)) {
    rowStart.lastIndex = at;
    const opened = rowStart.exec(xml);
    const number = Number(opened?.[1]);
    // Rows stand in their order; one that comes twice is for the library.
    if (!opened || number <= rows.length || number > sheetRowsMax) return undefined;
    at = rowStart.lastIndex;
    while (rows.length < number - 1) rows.push([]);
    const texts: string[] = [];
    rows.push(texts);
    if (opened[2] === '/') continue;
    while (!xml.startsWith(rowEnd, at)) {
      cell.lastIndex = at;
      const found = cell.exec(xml);
      if (!found || found[2] !== opened[1]) return undefined;
      at = cell.lastIndex;
      const [, letters = '', , style, type = 'n', value = ''] = found;
      if (value === '') continue;
      const said = textOf(type, value, isDate(style), strings);
      if (said === undefined) return undefined;
      const text = type === 'n' ? asShown(said, formatOf(style)) : said;
      if (text === '') continue;
      const column = columnOf(letters);
      if (column < texts.length || column >= sheetColumnsMax) return undefined;
      onCell(column, text, type === 'n' && !isDate(style));
      while (texts.length < column) texts.push('');
      texts.push(text);
    }
    at += rowEnd.length;
  }
  return rows;
}

const plainNumber = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const longNumber = /^-?\d{16,}$/;

/** What a cell says; undefined where only the library knows. */
function textOf(
  type: string,
  value: string,
  isDate: boolean,
  strings: NonNullable<Frame['Strings']>,
): string | undefined {
  switch (type) {
    case 's':
      return strings[Number(value)]?.t;
    case 'str':
      return /&|_x|\r/.test(value) ? undefined : value;
    case 'b':
      return value === '1' ? 'true' : value === '0' ? 'false' : undefined;
    default: {
      if (!plainNumber.test(value)) return undefined;
      const number = Number(value);
      if (isDate) return number >= firstAgreedDay ? dayText(number) : undefined;
      return longNumber.test(value) && Math.abs(number) > Number.MAX_SAFE_INTEGER
        ? value
        : numberText(number);
    }
  }
}

/** Days that were written before: a sheet has few of them, each many times over. */
const dayTexts = new Map<number, string>();

function dayText(serial: number): string {
  const known = dayTexts.get(serial);
  if (known !== undefined) return known;
  const text = dateText(new Date(serial * dayMs - unixDay * dayMs));
  if (Number.isInteger(serial)) dayTexts.set(serial, text);
  return text;
}

/** Whether a cell's style makes a number a date. */
function dateStyles(frame: Frame): (style: string | undefined) => boolean {
  const known = formats(frame).map((format) => format !== undefined && SSF.is_date(format));
  return (style) => style !== undefined && Boolean(known[Number(style)]);
}

/** How a cell's style shows a number. */
function formatsOf(frame: Frame): (style: string | undefined) => string | undefined {
  const known = formats(frame);
  return (style) => (style === undefined ? undefined : known[Number(style)]);
}

const formats = ({ Styles, SSF: byId }: Frame): readonly (string | undefined)[] =>
  (Styles?.CellXf ?? []).map(({ numFmtId = 0 }) => byId?.[numFmtId]);

function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}
