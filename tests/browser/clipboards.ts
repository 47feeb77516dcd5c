/**
 * What programs put on the clipboard as plain text for customer, due date, amount and collector.
 * Excel ends every line with CRLF, also the last one, and writes a line break inside a cell as LF in quotes.
 */
export const excel = [
  'Novák & Sons\t31/12/2026\t1,234.50\tAna Ruiz',
  '"Acme\nNorth ""Export"" dept."\t05/01/2027\t(400.00)\tCarlos Vega',
  '5" Pipes Ltd\t15 Jan 2027\t$1,000,000.00\t',
  '',
].join('\r\n');

/** Google Sheets ends lines with LF and the last one not at all; quotes inside quoted cells are doubled. */
export const sheets = [
  'Novák & Sons\t2026-12-31\t1234.5\tAna Ruiz',
  '"Acme\nNorth ""Export"" dept."\t2027-01-05\t-400\tCarlos Vega',
].join('\n');

/** LibreOffice ends every line with LF and shows numbers and dates as its language does; a tab in a cell is quoted. */
export const libreOffice = [
  'Novák a synové\t31.12.2026\t1.234,56\tAna Ruiz',
  '"Sever\tExport"\t5.1.2027\t-400,00\tCarlos Vega',
  'Ústí\t15.1.2027\t2.000\t',
  '',
].join('\n');

/** One block of `lines` rows of customer, due date, amount, collector and *disputed*. */
export function largeBlock(lines: number): string {
  return Array.from(
    { length: lines },
    (_, line) =>
      `Pasted ${line + 1}\t${(line % 28) + 1} Mar 2027\t${line + 1}.25\t${line % 2 === 0 ? 'Ana Ruiz' : 'Carla Vidal'}\tYes\r\n`,
  ).join('');
}
