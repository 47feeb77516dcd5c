/** The part of write-excel-file that its own declarations leave out. */
declare module '*/write-excel-file/modules/export/writeXlsxFileUniversal.js' {
  import type { Options, Sheet } from 'write-excel-file/universal';

  export function generateXlsxFileSync(
    sheets: Sheet<never>[],
    options: Options<never>,
    unused: undefined,
    readPicture: () => Promise<Uint8Array>,
  ): Promise<Blob>;
}
