import { type Packed, type ZipEnd, zip } from './zipBytes';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const document = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Book {
  /** The XML of the rows of each sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly is1904?: boolean;
  readonly hidden?: readonly string[];
  /** What stands before a sheet's root, and around its rows. */
  readonly prolog?: string;
  readonly before?: string;
  readonly after?: string;
  readonly shared?: readonly string[];
  /** Parts beside those that a workbook needs. */
  readonly extra?: readonly Packed[];
  /** Parts that are missing. */
  readonly without?: readonly string[];
  /** Changes what is said of a part. */
  readonly change?: (part: Packed) => Packed;
  readonly end?: ZipEnd;
}

/** The parts of a workbook: the fewest that make one, with a style for dates. Source: ECMA-376, part 1. */
function partsOf(book: Book): readonly Packed[] {
  const { sheets, hidden = [], shared } = book;
  const names = Object.keys(sheets);
  const over = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${document}.${type}+xml"/>`;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${over('workbook.xml', 'sheet.main')}${over('styles.xml', 'styles')}${shared ? over('sharedStrings.xml', 'sharedStrings') : ''}${names.map((_, i) => over(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packaged}/relationships">${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${book.is1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packaged}/relationships">${link('st', 'styles', 'styles.xml')}${shared ? link('ss', 'sharedStrings', 'sharedStrings.xml') : ''}${names.map((_, i) => link(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...(shared
      ? [
          {
            name: 'xl/sharedStrings.xml',
            content: `<sst xmlns="${main}" count="${shared.length}" uniqueCount="${shared.length}">${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...names.map((name, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${book.prolog ?? ''}<worksheet xmlns="${main}">${book.before ?? ''}<sheetData>${sheets[name]}</sheetData>${book.after ?? ''}</worksheet>`,
    })),
  ];
}

export function workbook(book: Book): Uint8Array<ArrayBuffer> {
  const parts = [...partsOf(book), ...(book.extra ?? [])]
    .filter(({ name }) => !(book.without ?? []).includes(name))
    .map((part) => book.change?.(part) ?? part);
  return zip(parts, book.end);
}

/** Cells as a sheet has them: a number, a text, a day, and anything else by its own XML. */
export const number = (ref: string, value: string, rest = ''): string =>
  `<c r="${ref}"${rest}><v>${value}</v></c>`;
export const day = (ref: string, value: string): string => number(ref, value, ' s="1"');
export const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const rowOf = (at: number, ...cells: readonly string[]): string =>
  `<row r="${at}">${cells.join('')}</row>`;
