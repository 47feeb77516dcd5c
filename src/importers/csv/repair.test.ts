import { describe, expect, it } from 'vitest';
import { type Marks, plainMarks } from './marks';
import { repairCsv } from './repair';

const repair = (
  text: string,
  { width = 3, preamble = 0, headerRows = 1, marks = plainMarks } = {},
) => {
  const headers = Array<string>(width).fill('x');
  const dialect = { delimiter: ',', marks, preamble, headerRows, headers, reading: 2 as const };
  const { parts, ...rest } = repairCsv(text, dialect);
  return { rows: parts.join('').split('\n').slice(0, -1), ...rest };
};

describe('an irregular text is written again', () => {
  it('with the line of each record in front of it', () => {
    expect(repair('a,b,c\n1,"x\ny",3\n\n4,5,6\n')).toMatchObject({
      rows: ['2,1,"x', 'y",3', '5,4,5,6'],
      rowCount: 2,
      headerLine: 1,
    });
  });

  it('with short records filled up, and blank ones left out', () => {
    expect(repair('a,b,c\n1\n , ,\n,,\n2,3\n').rows).toEqual(['2,1,,', '5,2,3,']);
  });

  it('without long records, which are told apart; blank cells behind the last column are nothing', () => {
    const result = repair('a,b,c\n1,2,3,4\n5,6,7,,\n');
    expect(result.rows).toEqual(['3,5,6,7']);
    expect(result.tooWide).toEqual([{ line: 2, cells: 4 }]);
  });

  it('with quotes where a cell needs them', () => {
    expect(repair('a,b,c\n1,5" nail,3\n').rows).toEqual(['2,1,"5"" nail",3']);
  });

  it('from the header on, wherever that stands', () => {
    const result = repair('title\n\na,b,c\n1,2,3\n', { preamble: 2 });
    expect([result.rows, result.headerLine]).toEqual([['4,1,2,3'], 3]);
  });
});

describe('a quotation mark that is not closed is told with its line', () => {
  it('at the end of the text', () => {
    expect(repair('a,b,c\n1,2,3\n4,"5,6\n7,8,9\n').openQuoteLine).toBe(3);
  });

  it('where text follows the closing mark', () => {
    expect(repair('a,b,c\n1,"5" nail,3\n4,"ok",6\n').openQuoteLine).toBe(2);
  });

  it('and none is told where all is well', () => {
    expect(repair('a,b,c\n"1","say ""x""",3\n').openQuoteLine).toBe(0);
  });
});

it('rows without a header begin behind the preamble, and no line has the header', () => {
  const result = repair('title\n1,2,3\n4,5\n', { preamble: 1, headerRows: 0 });
  expect([result.rows, result.headerLine]).toEqual([['2,1,2,3', '3,4,5,'], 0]);
});

describe('other marks', () => {
  it('keep what stands in a cell, and its line', () => {
    const marks: Marks = { ...plainMarks, quote: "'" };
    const text = `'a','b','c'\n'it''s','2,\n2','"'\n\n'4','5','6'\n`;
    expect(repair(text, { marks }).rows).toEqual([`2,it's,"2,`, '2",""""', '5,4,5,6']);
  });

  it('that do not prove where a cell ends make a record of another width one that is misread', () => {
    const marks: Marks = { ...plainMarks, escaping: 'none' };
    const result = repair('"a","b","c"\n"5" nail","2","3"\n"6" nail","2"\n', { marks });
    expect([result.rows[0], result.openQuoteLine]).toEqual(['2,"5"" nail",2,3', 3]);
  });
});
