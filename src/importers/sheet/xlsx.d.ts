import type { ParsingOptions, WorkBook } from '@e965/xlsx';

declare module '@e965/xlsx' {
  /** Exported by the library and missing in its types: a workbook from a container of its unpacked parts. */
  export function parse_zip(container: object, options: ParsingOptions): WorkBook;
}
