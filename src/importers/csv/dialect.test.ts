import { describe, expect, it } from 'vitest';
import { plainLineEnds, sniffDialect } from './dialect';

const headers = ['Invoice', 'Date', 'Amount'];
const table = (mark: string) =>
  [headers, ['F-1', '2026-01-01', '10.5'], ['F-2', '2026-01-02', '20.5']]
    .map((cells) => cells.join(mark))
    .join('\n');

describe('what separates the cells', () => {
  it.each([',', ';', '\t', '|'])('may be “%s”', (mark) => {
    expect(sniffDialect(table(mark))).toEqual({ delimiter: mark, preamble: 0, headers });
  });

  it('is not the comma inside amounts or quoted names', () => {
    const text = 'Factura;Nombre;Importe\nF-1;"Pérez, Ana, S.L.";1,5\nF-2;"Ruiz, Eva";2,5\n';
    expect(sniffDialect(text)?.delimiter).toBe(';');
  });

  it('does not matter where there is one column', () => {
    expect(sniffDialect('Invoice\nF-1\nF-2\n')).toEqual({
      delimiter: ',',
      preamble: 0,
      headers: ['Invoice'],
    });
  });
});

describe('the header', () => {
  it('is the first line with a name in nearly every cell', () => {
    const text = `Open items\nPrinted;2026-11-01\n\n${table(';')}`;
    expect(sniffDialect(text)).toEqual({ delimiter: ';', preamble: 3, headers });
  });

  it('keeps a column without a name', () => {
    expect(sniffDialect('Invoice,,Date,Amount\nF-1,x,2026-01-01,1\n')?.headers).toEqual([
      'Invoice',
      '',
      'Date',
      'Amount',
    ]);
  });

  it('is not a row of figures, and there may be none', () => {
    expect(sniffDialect('1001,2026-01-01,100.00\n1002,2026-01-02,200.00\n')).toBeUndefined();
  });

  it.each([
    ['a date', 'A-1;Acme;05.02.2026;x\nA-2;Beta;06.02.2026;y\n'],
    ['an amount', 'A-1;Acme;x;1.234,50 €\nA-2;Beta;y;7,00 €\n'],
    ['a blank in its first line', 'A-1;Acme;;05.02.2026;1\nA-2;Beta;x;06.02.2026;2\n'],
  ])('is not a row with %s', (_, text) => {
    expect(sniffDialect(text)).toBeUndefined();
  });

  it('may name years', () => {
    expect(sniffDialect('Customer,2025,2026\nAcme,1,2\n')?.headers).toEqual([
      ...['Customer', '2025', '2026'],
    ]);
  });

  it('stands below a line of the preamble that is padded to the table’s width', () => {
    expect(sniffDialect(`Printed;2026-11-01;\n${table(';')}`)?.preamble).toBe(1);
  });

  it.each([
    ['the next line', ['F-1,2026-01-01,1,5']],
    ['most lines', ['F-1,2026-01-01,1,5', 'F-2,2026-01-02,2,5', 'F-3,2026-01-02,2']],
    ['a later line', ['F-1,2026-01-01,1', 'F-2,2026-01-02,2,5', 'F-3,2026-01-02,2,5']],
    ['every line', ['F-1,2026-01-01,1,5', 'F-2,,,5']],
    ['every sparse line', ['F-1,,,5,5,', ',2026-01-02,,5,5,', 'F-2,,,,5,7']],
  ])('stays where it is when %s has a separator too many', (_, rows) => {
    const text = `Invoice,Date,Amount\n${rows.join('\n')}\n`;
    expect(sniffDialect(text)).toEqual({ delimiter: ',', preamble: 0, headers });
  });

  it('has no column behind the separator with which every row ends', () => {
    const text = 'Invoice,Date,Amount\nF-1,2026-01-01,1,\nF-2,2026-01-02,2,\n';
    expect(sniffDialect(text)).toEqual({ delimiter: ',', preamble: 0, headers });
  });

  it('is found whatever ends the lines', () => {
    for (const end of ['\r\n', '\r', '\n'])
      expect(sniffDialect(table(',').replaceAll('\n', end))?.headers).toEqual(headers);
    expect(sniffDialect(table(',').replace('\n', '\r\n'))?.headers).toEqual(headers);
  });
});

it('line ends become LF, and a CR among them stays a character', () => {
  expect(plainLineEnds('a\r\nb\nc\rd')).toBe('a\nb\nc\rd');
  expect(plainLineEnds('a\rb\r')).toBe('a\nb\n');
});
