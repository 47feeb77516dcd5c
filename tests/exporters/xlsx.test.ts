import { beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../src/exporters/xlsx/write';
import { job } from './job';
import { unzipped } from './zip';

interface ReadCell {
  readonly value: string;
  /** The number format, `text` for a string, or nothing. */
  readonly format: string;
}

/** Cells of one sheet by address, with their number formats: as much of OOXML as these files use. */
function cellsOf(files: ReadonlyMap<string, string>, sheet: number): ReadonlyMap<string, ReadCell> {
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const strings = all(files.get('xl/sharedStrings.xml') ?? '', /<t[^>]*>([^<]*)<\/t>/g).map(
    (match) => unescaped(match[1] ?? ''),
  );
  const styles = files.get('xl/styles.xml') ?? '';
  const formats = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map((m) => [m[1], m[2]]),
  );
  const styleFormats = all(styles.split('<cellXfs')[1] ?? '', /<xf ([^>]*)>/g).map(
    (match) => formats.get(/numFmtId="(\d+)"/.exec(match[1] ?? '')?.[1]) ?? '',
  );
  const cells = all(
    files.get(`xl/worksheets/sheet${sheet}.xml`) ?? '',
    /<c r="(\w+)"(?: s="(\d+)")?(?: t="(\w)")?><v>([^<]*)<\/v>/g,
  );
  return new Map(
    cells.map(([, address = '', style, type, value = '']) => [
      address,
      type === 's'
        ? { value: strings[Number(value)] ?? '', format: 'text' }
        : { value, format: style === undefined ? '' : (styleFormats[Number(style)] ?? '') },
    ]),
  );
}

describe('an XLSX export', () => {
  let files: ReadonlyMap<string, string>;
  let sheet: ReadonlyMap<string, ReadCell>;
  let about: ReadonlyMap<string, ReadCell>;

  beforeAll(async () => {
    const written = await writeXlsx(job, 10);
    if (!written.ok) throw new Error('the workbook was not written');
    files = unzipped(written.value);
    sheet = cellsOf(files, 1);
    about = cellsOf(files, 2);
  });

  it('has amounts as numbers, with as many decimals as their currency has', () => {
    expect(sheet.get('H2')).toEqual({ value: '1234.5', format: '#,##0.00' });
    expect(sheet.get('H3')).toEqual({ value: '-500', format: '#,##0' });
  });

  it('keeps an amount that no double can hold as text, digit by digit', () => {
    expect(sheet.get('H4')).toEqual({ value: '98765432109876.125', format: 'text' });
  });

  it('has real dates, counted as Excel counts them', () => {
    expect(sheet.get('E2')).toEqual({ value: '46280', format: 'yyyy-mm-dd' });
    expect(sheet.get('E4')).toEqual({ value: '61', format: 'yyyy-mm-dd' });
    expect(sheet.has('E3')).toBe(false);
  });

  it('keeps ids and hostile text as text', () => {
    expect(sheet.get('A2')).toEqual({ value: '000123', format: 'text' });
    expect(sheet.get('A3')).toEqual({ value: '2520018000000073044', format: 'text' });
    expect(sheet.get('B2')).toEqual({
      value: '=1+1 "quoted", Žluťoučký <b>&amp;',
      format: 'text',
    });
    expect([...files.values()].join('')).not.toContain('<f>');
  });

  it('ends in a totals row under the rows', () => {
    expect(sheet.get('A5')?.value).toBe('Total');
    expect(sheet.get('H5')).toEqual({ value: '1234.5', format: '#,##0.00' });
  });

  it('keeps the header in sight', () => {
    expect(files.get('xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheet.get('H1')?.value).toBe('Open amount');
  });

  it('names its sheets as Excel allows', () => {
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
    expect(names.map((match) => match[1])).toEqual(['Open items  Q3 2026', 'About']);
  });

  it('says on a sheet of its own what it is, from what, and how it ties', () => {
    const lines = [...about].map(([address, cell]) => `${address} ${cell.value}`);
    expect(lines).toEqual([
      'A1 Report',
      'B1 Open items: Q3/2026',
      'A2 Report id',
      'B2 open-items',
      'A3 Parameters: asOf',
      'B3 2026-10-31',
      'A4 Parameters: segment',
      'B4 business',
      'A5 Policy',
      'B5 as of 31 Oct 2026 · by due date',
      'A6 Source',
      'B6 invoices.csv 9f86d081884c7d65',
      'A7 Rows',
      'B7 3',
      'A9 Control totals',
      'A10 Open amount',
      'B10 1234.5',
      'C10 EUR',
      'A12 Tie-outs',
      'B12 Left',
      'C12 Currency',
      'D12 Right',
      'E12 Difference',
      'A13 Open items against movements',
      'B13 1234.5',
      'C13 EUR',
      'D13 1230.5',
      'E13 4',
    ]);
  });

  it('of more rows than it is made for is refused with the limit', async () => {
    expect(await writeXlsx(job, 2)).toEqual({
      ok: false,
      error: { code: 'too_many_rows', format: 'XLSX', rows: 3, max: 2 },
    });
  });
});
