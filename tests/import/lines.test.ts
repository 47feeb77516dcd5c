import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rejectText } from '../../src/headless/problemText';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bring, documents } from './workbench';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

/** Ids with the line that each came from, after a file was brought in; and what was refused, in words. */
async function linesOf(content: BlobPart | Blob) {
  const { plan } = await bring(session, 'f.csv', content);
  return {
    taken: await documents(session, ['source_row', 'document_id', 'description']),
    refused: plan.rejects.map((reject) => rejectText('f.csv', reject)),
    plan,
  };
}

const header = 'Invoice,Description,Date,Amount';

describe('every row knows its line of the file', () => {
  it('in a plain file', async () => {
    const { taken } = await linesOf(`${header}\nA,one,2026-01-01,1\nB,two,2026-01-01,2\n`);
    expect(taken).toEqual(['2 | A | one', '3 | B | two']);
  });

  it('behind line ends inside quotes', async () => {
    const { taken } = await linesOf(
      `${header}\nA,"one\nand\nmore",2026-01-01,1\nB,two,2026-01-01,2\n`,
    );
    expect(taken).toEqual(['2 | A | one\nand\nmore', '5 | B | two']);
  });

  it('behind blank lines', async () => {
    const { taken } = await linesOf(
      `${header}\n\nA,one,2026-01-01,1\n\n  \n,,,\nB,two,2026-01-01,2\n\n`,
    );
    expect(taken).toEqual(['3 | A | one', '7 | B | two']);
  });

  it('behind rows of nothing but separators', async () => {
    const { taken, plan } = await linesOf(
      `${header}\nA,one,2026-01-01,1\n,,,\nB,two,2026-01-01,2\n,,,\n,,,\n`,
    );
    expect(taken).toEqual(['2 | A | one', '4 | B | two']);
    expect([plan.rowCount, plan.rejectCount]).toEqual([2, 0]);
  });

  it('behind a title and a blank line', async () => {
    const { taken } = await linesOf(
      `Customer ledger,,,\nPrinted on 1 November,,,\n\n${header}\nA,one,2026-01-01,1\n`,
    );
    expect(taken).toEqual(['5 | A | one']);
  });

  it('behind the line by which spreadsheets name the separator', async () => {
    const { taken } = await linesOf(
      `sep=;\n${header.replaceAll(',', ';')}\nA;one;2026-01-01;1\nB;two;2026-01-01;2\n`,
    );
    expect(taken).toEqual(['3 | A | one', '4 | B | two']);
  });

  it.each([
    ['CR and LF', '\r\n'],
    ['CR alone', '\r'],
    ['LF alone', '\n'],
  ])('with lines that end in %s', async (_, end) => {
    const text = `${header}\nA,"one\nmore",2026-01-01,1\nB,two,2026-01-01,2\n`;
    const { taken } = await linesOf(text.replaceAll('\n', end));
    expect(taken.map((line) => line.replace(/\r\n?/g, '\n'))).toEqual([
      '2 | A | one\nmore',
      '4 | B | two',
    ]);
  });

  it('with line ends of two kinds', async () => {
    const { taken } = await linesOf(
      `${header}\r\nA,one,2026-01-01,1\nB,two,2026-01-01,2\r\nC,three,2026-01-01,3\n`,
    );
    expect(taken).toEqual(['2 | A | one', '3 | B | two', '4 | C | three']);
  });

  it('with a byte order mark and a quoted header', async () => {
    const { taken } = await linesOf(
      `\ufeff"Invoice","Description","Date","Amount"\nA,one,2026-01-01,1\n`,
    );
    expect(taken).toEqual(['2 | A | one']);
  });

  it('without a line end behind the last row', async () => {
    const { taken } = await linesOf(`${header}\nA,one,2026-01-01,1\nB,two,2026-01-01,2`);
    expect(taken).toEqual(['2 | A | one', '3 | B | two']);
  });

  it('with tabs, bars, or semicolons and decimal commas between the cells', async () => {
    for (const mark of ['\t', '|', ';']) {
      await session.clear();
      const text = `${header}\nA,one,2026-01-01,1\nB,"a ${mark} b",2026-01-01,2\n`;
      const { taken } = await linesOf(text.replaceAll(',', mark));
      expect(taken).toEqual(['2 | A | one', `3 | B | a ${mark} b`]);
    }
    await session.clear();
    await linesOf(
      'Factura;Concepto;Fecha;Importe\nA;agua, luz;01/02/2026;1.234,56\nB;gas;28/02/2026;0,10\n',
    );
    expect(await documents(session, ['source_row', 'document_date', 'amount'])).toEqual([
      '2 | 2026-02-01 | 1234.5600',
      '3 | 2026-02-28 | 0.1000',
    ]);
  });
});

describe('every row knows its line of the file by other marks too', () => {
  it.each([
    ['apostrophes', (text: string) => text.replace(/[^,\n]+/g, "'$&'")],
    ['two bars', (text: string) => text.replaceAll(',', '||')],
    ['a title above two bars', (text: string) => `List\n${text.replaceAll(',', '||')}`],
  ])('%s', async (_, write) => {
    const text = `${header}\nA,one,2026-01-01,1\n\nB,two,2026-01-01,2\n`;
    const written = write(text);
    const { taken } = await linesOf(written);
    const above = written.startsWith('List') ? 1 : 0;
    expect(taken).toEqual([`${2 + above} | A | one`, `${4 + above} | B | two`]);
  });

  it('and where more blank lines stand above than are looked at', async () => {
    const { taken, plan } = await linesOf(
      `${'\n'.repeat(300_000)}${header}\nA,one,2026-01-01,1\nB,two,2026-01-01,x\n`,
    );
    expect(taken).toEqual(['300002 | A | one']);
    expect([plan.staged.headerLine, plan.rejects[0]?.line]).toEqual([300_001, 300_003]);
  });
});

describe('rows of another width than the header', () => {
  it('short ones are filled with blanks, long ones refused with their line', async () => {
    const { taken, refused, plan } = await linesOf(
      `Invoice,Date,Amount,Description\nA,2026-01-01,1\nB,2026-01-01,2,two\nC,2026-01-01,3,a,b,c\nD\n`,
    );
    expect(taken).toEqual(['2 | A | ', '3 | B | two']);
    expect(refused).toEqual([
      'f.csv, line 4: 6 cells, more than the header has; look for a stray separator or quotation mark',
      'f.csv, line 5: document_date is blank; fill it in',
    ]);
    expect([plan.rowCount, plan.goodCount, plan.rejectCount]).toEqual([4, 2, 2]);
  });

  it('a separator behind every row but not behind the header adds no column', async () => {
    const { taken } = await linesOf(`${header}\nA,one,2026-01-01,1,\nB,two,2026-01-01,2,\n`);
    expect(taken).toEqual(['2 | A | one', '3 | B | two']);
  });
});

describe('ids', () => {
  it('a repeated document id is refused with its line, and the first row is taken', async () => {
    const { taken, refused } = await linesOf(
      `${header}\nA,one,2026-01-01,1\nB,two,2026-01-01,2\nA,again,2026-01-01,4\n`,
    );
    expect(taken).toEqual(['2 | A | one', '3 | B | two']);
    expect(refused).toEqual([
      'f.csv, line 4: document_id “A” stands on an earlier line already, which is the one taken; give each row its own',
    ]);
  });

  it('keep leading zeros, blanks inside and 19 digits', async () => {
    await bring(
      session,
      'f.csv',
      'Invoice,Customer,Date,Amount\n0001,007,2026-01-01,1\n2520018000000073044,0,2026-01-01,2\n1e5,00 1,2026-01-01,3\n',
    );
    expect(await documents(session, ['document_id', 'customer_id'])).toEqual([
      '0001 | 007',
      '2520018000000073044 | 0',
      '1e5 | 00 1',
    ]);
  });

  it('of blanks alone are none: the row is refused, and a customer of blanks is no customer', async () => {
    const { plan } = await bring(
      session,
      'f.csv',
      'Invoice,Customer,Date,Amount\n"  ",C1,2026-01-01,1\nA,"  ",2026-01-01,2\n',
    );
    expect(plan.rejects.map(({ line, reason, field }) => [line, reason, field])).toEqual([
      [2, 'missing', 'document_id'],
    ]);
    expect(await documents(session, ['document_id', 'customer_id'])).toEqual(['A | ']);
  });

  it('of two columns are compared apart, not glued together', async () => {
    const { plan } = await bring(
      session,
      'f.csv',
      'Payment,Applied to,Date,Amount\nP 1,X,2026-01-01,1\nP,1 X,2026-01-01,2\n',
    );
    expect(plan.rejects).toEqual([]);
  });
});

describe('hostile text', () => {
  const hostile = [
    `'; DROP TABLE document; --`,
    '<script>alert(1)</script>',
    `he said ""no"" and 'yes'`,
    '=HYPERLINK(""http://a"")',
    '%_\\',
    '{{y}} {0} $1 %s',
    '\u202eevil\u0007',
    '😀 ČŘ ñ 漢',
  ];

  it('comes out as it went in', async () => {
    const rows = hostile.map((text, i) => `"F-${i}","${text}",2026-01-01,1`);
    const { taken } = await linesOf(`${header}\n${rows.join('\n')}\n`);
    expect(taken).toEqual(
      hostile.map((text, i) => `${i + 2} | F-${i} | ${text.replaceAll('""', '"')}`),
    );
  });

  it('is a header like any other', async () => {
    const { taken, plan } = await linesOf(
      `__proto__,constructor,Invoice,Date,Amount,"'; DROP TABLE document","a""b"\n1,2,A,2026-01-01,5,x,y\n`,
    );
    expect(taken).toEqual(['2 | A | ']);
    expect(plan.staged.headers).toEqual([
      ...['__proto__', 'constructor', 'Invoice', 'Date', 'Amount'],
      ...["'; DROP TABLE document", 'a"b'],
    ]);
  });
});

it('a hundred thousand rows arrive with their sum, and the last knows its line', async () => {
  const count = 100_000;
  const rows = Array.from({ length: count }, (_, i) => `F-${i},"no ${i}",2026-01-01,0.01`);
  const { plan, outcome } = await bring(session, 'many.csv', `${header}\n${rows.join('\n')}\n`);
  expect(plan.goodTotals).toEqual([{ currency: '', rows: count, amount: '1000.0000' }]);
  expect(outcome?.tables).toEqual([{ table: 'document', rows: count, superseded: 0 }]);
  expect((await documents(session, ['source_row', 'document_id'])).at(-1)).toBe(
    `${count + 1} | F-${count - 1}`,
  );
});
