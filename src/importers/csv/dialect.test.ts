import { describe, expect, it } from 'vitest';
import { plainLineEnds, sniffDialect, sniffPlain } from './dialect';
import { plainMarks } from './marks';

const headers = ['Invoice', 'Date', 'Amount'];
const plain = { marks: plainMarks, headerRows: 1, reading: 1 };
const table = (mark: string) =>
  [headers, ['F-1', '2026-01-01', '10.5'], ['F-2', '2026-01-02', '20.5']]
    .map((cells) => cells.join(mark))
    .join('\n');

describe('what separates the cells', () => {
  it.each([',', ';', '\t', '|'])('may be “%s”', (mark) => {
    expect(sniffDialect(table(mark))).toEqual({ ...plain, delimiter: mark, preamble: 0, headers });
  });

  it('is not the comma inside amounts or quoted names', () => {
    const text = 'Factura;Nombre;Importe\nF-1;"Pérez, Ana, S.L.";1,5\nF-2;"Ruiz, Eva";2,5\n';
    expect(sniffDialect(text)?.delimiter).toBe(';');
  });

  it('does not matter where there is one column', () => {
    expect(sniffDialect('Invoice\nF-1\nF-2\n')).toEqual({
      ...plain,
      delimiter: ',',
      preamble: 0,
      headers: ['Invoice'],
    });
  });
});

describe('the header', () => {
  it('is the first line with a name in nearly every cell', () => {
    const text = `Open items\nPrinted;2026-11-01\n\n${table(';')}`;
    expect(sniffDialect(text)).toEqual({ ...plain, delimiter: ';', preamble: 3, headers });
  });

  it('keeps a column without a name', () => {
    expect(sniffDialect('Invoice,,Date,Amount\nF-1,x,2026-01-01,1\n')?.headers).toEqual([
      'Invoice',
      '',
      'Date',
      'Amount',
    ]);
  });

  it.each([
    ['figures', '1001,2026-01-01,100.00\n1002,2026-01-02,200.00\n', ',', 3],
    ['a date', 'A-1;Acme;05.02.2026;x\nA-2;Beta;06.02.2026;y\n', ';', 4],
    ['an amount', 'A-1;Acme;x;1.234,50 €\nA-2;Beta;y;7,00 €\n', ';', 4],
    ['a blank', 'A-1;Acme;;05.02.2026;1\nA-2;Beta;x;06.02.2026;2\n', ';', 5],
    ['decimal commas', '1,5;2,5\n3,5;4,5\n', ';', 2],
    ['three cells', 'A-1,Acme,05.02.2026\n', ',', 3],
  ])('is not a row with %s: then the columns have numbers for names', (_, text, mark, width) => {
    expect(sniffDialect(text)).toEqual({
      delimiter: mark,
      marks: plainMarks,
      preamble: 0,
      headerRows: 0,
      headers: Array.from({ length: width }, (__, i) => `Column ${i + 1}`),
      reading: 2,
    });
    expect(sniffPlain(text)).toBeUndefined();
  });

  it.each([
    ['rows of several widths', 'A-1,2026-01-01,1\nA-2,2\nA-3,2026-01-03,1,4\n'],
    ['a row of two cells', '2026-01-01,1\n'],
    ['nothing', '\n\n'],
  ])('is not made up for %s', (_, text) => {
    expect(sniffDialect(text)).toBeUndefined();
  });

  it('has several records where words stand above columns of dates and amounts', () => {
    const rows = Array.from({ length: 4 }, (_, i) => `F-${i},2026-01-0${i + 1},${i}.50`);
    const two = ['Document,Posting,Gross', 'Number,Date,Amount', ...rows].join('\n');
    expect(sniffDialect(two)).toMatchObject({
      headerRows: 2,
      headers: ['Document Number', 'Posting Date', 'Gross Amount'],
    });
    const note = ['Number,Date,Amount', 'see note,n/a,n/a', ...rows].join('\n');
    expect(sniffDialect(note)?.headerRows).toBe(1);
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
    expect(sniffDialect(text)).toEqual({ ...plain, delimiter: ',', preamble: 0, headers });
  });

  it('has no column behind the separator with which every row ends', () => {
    const text = 'Invoice,Date,Amount\nF-1,2026-01-01,1,\nF-2,2026-01-02,2,\n';
    expect(sniffDialect(text)).toEqual({ ...plain, delimiter: ',', preamble: 0, headers });
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

describe('a header of two records that merged cells leave gaps in', () => {
  const rows = 'Alfa,A1,2026-09-01,100.00,121.00\nBeta,B1,2026-09-05,200.00,242.00\n';

  it('has the names of both, and its own below a group’s', () => {
    const text = `Open items,,,,\nCustomer,Document,,Amounts,\n,No.,Date,Net,Gross\n${rows}`;
    expect(sniffDialect(text)).toMatchObject({
      preamble: 1,
      headerRows: 2,
      headers: ['Customer', 'No.', 'Date', 'Net', 'Gross'],
    });
  });

  it('tells a name that several groups have by its group', () => {
    const text = `Customer,Invoice,,Payment,\n,No.,Date,No.,Amount\n${rows}`;
    expect(sniffDialect(text)?.headers).toEqual([
      'Customer',
      'Invoice No.',
      'Date',
      'Payment No.',
      'Amount',
    ]);
  });

  it('is one record where it has no gaps, or the line above does not fill them', () => {
    const whole = 'Customer,No.,Date,Net,Gross';
    expect(sniffDialect(`Region,North,,South,\n${whole}\n${rows}`)?.headerRows).toBe(1);
    expect(sniffDialect(`,Document,,Amounts,\n,No.,Date,Net,Gross\n${rows}`)?.headerRows).toBe(1);
    expect(sniffDialect(`Open items,,,,\n,No.,Date,Net,Gross\n${rows}`)?.headerRows).toBe(1);
  });
});

describe('other marks', () => {
  it.each([
    ['apostrophes', "'Invoice','Amount'\n'F-1','1,5'\n", ',', { quote: "'" }],
    ['backslashes', 'Invoice,Name\n"F-1","5\\" nail"\nF-2,x\n', ',', { escaping: 'backslash' }],
    [
      'marks that stand once',
      'Invoice,Name\n"F-1","5" nail"\n"F-2","x"\n',
      ',',
      { escaping: 'none' },
    ],
    ['marks that are letters', 'Name,Amount\n"Big" Ltd,1\n"Old" Ltd,2\n', ',', { quote: '' }],
    ['a blank behind commas', 'Invoice, Name\nF-1, "a, b"\n', ', ', {}],
    ['two bars', 'Invoice||Name||Amount\nF-1||a||1\n', '||', {}],
    ['blanks', 'Invoice Name Amount\nF-1 "a b" 1\n', ' ', {}],
    ['CR and LF apart', 'Invoice,Amount\rF-1,1\nF-2,2\r', ',', { lineEnds: 'any' }],
  ])('may be %s', (_, text, delimiter, marks) => {
    expect(sniffDialect(text)).toMatchObject({
      delimiter,
      marks: { ...plainMarks, ...marks },
      headerRows: 1,
      reading: 2,
    });
  });

  it('are not looked for where it is known what separates the cells', () => {
    expect(sniffDialect("'Invoice','Amount'\n'F-1','1'\n", ',')?.headers).toEqual([
      "'Invoice'",
      "'Amount'",
    ]);
  });

  it('do not hide a mark that is missing', () => {
    expect(sniffDialect('Invoice,Name\nF-1,"Ferrer\nF-2,x\n')?.marks).toEqual(plainMarks);
  });

  it('do not make a table of words with blanks between', () => {
    const text = 'Customer name\nAcme Inc\nBeta Ltd\n';
    expect(sniffDialect(text)?.headers).toEqual(['Customer name']);
  });
});
