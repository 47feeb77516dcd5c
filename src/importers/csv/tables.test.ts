import { describe, expect, it } from 'vitest';
import { sniffDialect } from './dialect';
import { type CsvTable, tablesIn, tablesOf } from './tables';

const split = (text: string): readonly CsvTable[] => {
  const dialect = sniffDialect(text);
  return dialect ? tablesOf(text, dialect) : [];
};

const invoices = 'Invoice,Date,Amount\nF-1,2026-01-01,10.5\nF-2,2026-01-02,20.5\n';
const payments = 'Payment,Day,Paid,By\nP-1,2026-02-01,10.5,card\nP-2,2026-02-02,20.5,cash\n';

describe('a text is one table', () => {
  it.each([
    ['with one header', invoices],
    ['with blank lines between its rows', invoices.replace('F-2', '\n\nF-2')],
    ['with a total below a blank line', `${invoices}\nTotal,,31.0\n`],
    ['with a word instead of a date', `${invoices}F-3,unknown,30.5\n`],
    ['with a note below it', `${invoices}\nPrinted by the accounts department\n`],
    ['without a header', invoices.slice(invoices.indexOf('F-1'))],
    ['with rows of nothing but words', 'Code,Name\nA,one\n\nB,two\n'],
    ['with a mark that is not closed', `${invoices}F-3,"x\n${payments}`],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([]);
  });
});

describe('a text is two tables', () => {
  it('where a header of another width follows a blank line', () => {
    expect(split(`${invoices}\n${payments}`)).toEqual([
      { name: '1', fromLine: 1, isOurs: true, text: invoices },
      { name: '2', fromLine: 5, isOurs: true, text: `\n\n\n\n${payments}` },
    ]);
  });

  it('where a header stands right below the rows', () => {
    expect(split(invoices + payments).map(({ fromLine }) => fromLine)).toEqual([1, 4]);
    expect(split(invoices + invoices).map(({ fromLine }) => fromLine)).toEqual([1, 4]);
  });

  it('each with its title', () => {
    const text = `Open items\n\n${invoices}\nPayments received\n${payments}`;
    expect(split(text).map(({ name, fromLine }) => [name, fromLine])).toEqual([
      ['Open items', 1],
      ['Payments received', 7],
    ]);
  });

  it('whose records keep their lines, whatever the cells hold', () => {
    const text = `${invoices.replace('F-2', '"F\n""2"')}\n${payments.replace('card', '"a,\nb"')}`;
    const [first, second] = split(text);
    expect([first?.text, second?.text]).toEqual([
      text.slice(0, text.indexOf('\nPayment')),
      `\n\n\n\n\n${text.slice(text.indexOf('Payment'))}`,
    ]);
  });

  it('of which one with a stray mark stays as it is, to be refused', () => {
    const broken = payments.replace('P-2', '"P"2');
    expect(split(`${invoices}\n${broken}`)[1]).toEqual({
      ...{ name: '2', fromLine: 5, isOurs: false },
      text: `\n\n\n\n${broken}`,
    });
  });

  it('with semicolons between cells and in UTF-16 too', async () => {
    const text = `\ufeff${invoices}\n${payments}`.replaceAll(',', ';');
    const blob = new Blob([Uint16Array.from(text, (letter) => letter.charCodeAt(0))]);
    const tables = await tablesIn({ name: 'f.csv', blob });
    expect(tables.map(({ text: own }) => own)).toEqual([invoices, `\n\n\n\n${payments}`]);
  });
});
