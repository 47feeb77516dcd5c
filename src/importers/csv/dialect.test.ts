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
