/** How a text marks where a cell begins and ends. */
export interface Marks {
  /** What encloses a cell that holds separators; blank where nothing does and a quotation mark is a letter. */
  readonly quote: '"' | "'" | '';
  /**
   * How an enclosed cell holds that mark itself: `doubled` (RFC 4180), behind a `backslash` (as before a separator
   * in a bare cell), `none` (a mark closes its cell only before a separator or line end), or `paired`: like `none`,
   * and `"` in a cell between apostrophes stands twice.
   */
  readonly escaping: 'doubled' | 'backslash' | 'none' | 'paired';
  /** `one` kind of line end throughout (CR before LF counts as LF), or `any`: CR alone ends a line among others too. */
  readonly lineEnds: 'one' | 'any';
}

/** What RFC 4180 says, and what the engine reads as it stands. */
export const plainMarks: Marks = { quote: '"', escaping: 'doubled', lineEnds: 'one' };

export const isPlain = ({ quote, escaping, lineEnds }: Marks): boolean =>
  quote === '"' && escaping === 'doubled' && lineEnds === 'one';

/** Marks by which no cell can be proved to end where it seems to: each record has to have all its cells as well. */
export const isLoose = ({ quote, escaping }: Marks): boolean =>
  quote === '' || escaping === 'none' || escaping === 'paired';

/** How many records of a text tell what all of them are. */
export const recordsLooked = 200;

/** Every line end as LF: CR and LF, and where a text has no LF at all, CR alone. */
export function plainLineEnds(text: string): string {
  return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
}

/** A text with LF alone at the ends of its lines. */
export function withPlainEnds(text: string, { lineEnds }: Marks): string {
  return lineEnds === 'any' ? text.replace(/\r\n?/g, '\n') : plainLineEnds(text);
}

/** How a text file separates its cells, and on which of its records the header stands. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly marks: Marks;
  /** Records before the header, or before the first row where there is none: a title, a filter, an empty line. */
  readonly preamble: number;
  /** Records that the header has; 0 where rows begin without one. */
  readonly headerRows: number;
  /** Names of the columns: `Column 1`, `Column 2` … where the file has none. */
  readonly headers: readonly string[];
  /** A list drawn with upright strokes at both ends of each line: blanks pad its cells to one width, and are no content. */
  readonly isBoxed?: true;
  /** By which rules it was found: 1 are those of `sniffPlain`, 2 the later ones, 3 knows boxed lists. */
  readonly reading: Reading;
}

export type Reading = 1 | 2 | 3;

/** Records before the first row. */
export const recordsBeforeRows = ({
  preamble,
  headerRows,
}: Pick<CsvDialect, 'preamble' | 'headerRows'>): number => preamble + headerRows;

/** Whether the engine may read such a text as it stands, if each record is regular. */
export const isPlainDialect = ({
  delimiter,
  marks,
  isBoxed,
}: Pick<CsvDialect, 'delimiter' | 'marks' | 'isBoxed'>): boolean =>
  delimiter.length === 1 && isPlain(marks) && !isBoxed;
