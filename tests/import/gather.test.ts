import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from '../../src/domain/import/place';
import { Drafting, file, formatOf } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const header = 'Invoice,Customer,Invoice date,Amount,Currency';
const first = file('2026-10-01.csv', header, 'G-1,Alfa,2026-10-01,10.00,EUR');
const second = file(
  '2026-10-02.csv',
  header,
  'G-2,Beta,2026-10-02,20.00,EUR',
  'G-3,Beta,2026-10-02,a lot,EUR',
);
const third = file('2026-10-03.csv', header, 'G-4,Alfa,2026-10-03,40.00,EUR');

describe('files of one shape, dropped together', () => {
  it('are one import in the order of their names, with the header once', async () => {
    const drafts = await desk.drop([third, first, second]);
    expect(drafts.map(({ staged }) => staged.file)).toEqual([
      '2026-10-01.csv … 2026-10-03.csv (3)',
    ]);
    const [draft] = drafts;
    expect(draft?.plan).toMatchObject({ rowCount: 4, goodCount: 3, rejectCount: 1 });
    expect(draft && (await desk.typed(draft, 'document_id', 'amount'))).toEqual([
      'G-1 | 10.00',
      'G-2 | 20.00',
      'G-4 | 40.00',
    ]);
  });

  it('know of each row which file and line it stands on', async () => {
    const [draft] = await desk.drop([first, second, third]);
    const { file: name, origin } = draft?.staged ?? {};
    const places = draft?.plan.rejects.map(({ line }) => placeOf(name ?? '', origin, line));
    expect(places).toEqual([{ file: '2026-10-02.csv', line: 3 }]);
    expect([2, 3, 5].map((line) => placeOf(name ?? '', origin, line))).toEqual([
      { file: '2026-10-01.csv', line: 2 },
      { file: '2026-10-02.csv', line: 2 },
      { file: '2026-10-03.csv', line: 2 },
    ]);
  });

  it('may end without a line end, begin with a byte order mark, and have line ends of two kinds', async () => {
    const drafts = await desk.drop([
      { name: 'a.csv', blob: new Blob([`${header}\nH-1,Alfa,2026-10-01,10.00,EUR`]) },
      { name: 'b.csv', blob: new Blob([`\uFEFF${header}\r\nH-2,Beta,2026-10-02,20.00,EUR\r\n`]) },
      { name: 'c.csv', blob: new Blob([`${header}\nH-3,Alfa,2026-10-03,40.00,EUR\n`]) },
    ]);
    expect(drafts).toHaveLength(1);
    const [draft] = drafts;
    if (!draft) throw new Error('nothing came');
    expect(await desk.typed(draft, 'line', 'document_id', 'currency')).toEqual([
      '2 | H-1 | EUR',
      '3 | H-2 | EUR',
      '4 | H-3 | EUR',
    ]);
    expect(placeOf('', draft.staged.origin, 3)).toEqual({ file: 'b.csv', line: 2 });
  });

  it('decide together how their dates are written', async () => {
    const drafts = await desk.drop([
      file('monday.csv', header, 'I-1,Alfa,03/04/2026,10.00,EUR'),
      file('tuesday.csv', header, 'I-2,Alfa,13/04/2026,10.00,EUR'),
    ]);
    const [draft] = drafts;
    expect(draft?.suggestion.ambiguousDates).toEqual([]);
    expect(draft && (await desk.typed(draft, 'document_id', 'document_date'))).toEqual([
      'I-1 | 2026-04-03',
      'I-2 | 2026-04-13',
    ]);
  });

  it('hold an invoice whose lines go on in the next file', async () => {
    const lines = 'Invoice,Date,Customer,Product,Quantity,Unit price';
    const drafts = await desk.drop([
      file('day 1.csv', lines, 'J-1,2026-10-01,Alfa,Water,2,1.50'),
      file(
        'day 2.csv',
        lines,
        'J-1,2026-10-01,Alfa,Salt,1,4.00',
        'J-2,2026-10-02,Beta,Salt,1,4.00',
      ),
    ]);
    await desk.take(drafts);
    expect(await desk.table('document', 'document_id', 'amount')).toEqual([
      'J-1 | 7.00',
      'J-2 | 4.00',
    ]);
    await desk.session.clear();
  });

  it('keep their letters, each read in the encoding that it was saved in', async () => {
    const czech = file('utf8.csv', header, 'K-1,Dvořák,2026-10-01,10.00,EUR');
    // In windows-1250: Ř is D8, í is ED.
    const old = Uint8Array.from(
      [...`${header}\nK-2,\u00d8\u00edha,2026-10-02,20.00,EUR\n`].map((c) => c.charCodeAt(0)),
    );
    const drafts = await desk.drop([czech, { name: 'cp1250.csv', blob: new Blob([old]) }]);
    const names = await Promise.all(drafts.map((draft) => desk.typed(draft, 'customer_id')));
    expect(names.flat().sort()).toEqual(['Dvořák', 'Říha']);
    expect(desk.problems).toEqual([]);
  });

  it('do not swallow the next file where a quotation mark stays open in one', async () => {
    await desk.stage([
      file('good.csv', header, 'L-1,"Alfa, s.r.o.",2026-10-01,10.00,EUR'),
      file('open.csv', header, 'L-2,"Beta,2026-10-02,20.00,EUR'),
      file('other.csv', header, 'L-3,"Gama, s.r.o.",2026-10-03,40.00,EUR'),
    ]);
    expect(desk.problems.map(({ code }) => code)).toEqual(['quote_open']);
    expect(desk.problems[0]?.file).toContain('open.csv');
  });
});

describe('a file that is no part of the others', () => {
  it('of another header stays alone', async () => {
    const drafts = await desk.drop([
      first,
      second,
      file(
        'receipts.csv',
        'Receipt,Invoice,Customer,Date,Amount,Currency',
        'R-1,G-1,Alfa,2026-10-05,10.00,EUR',
      ),
    ]);
    expect(drafts.map(({ staged }) => [staged.file, staged.origin?.pieces?.length])).toEqual([
      ['2026-10-01.csv … 2026-10-02.csv (2)', 2],
      ['receipts.csv', undefined],
    ]);
  });

  it('with a title above its header stays alone', async () => {
    const titled = file(
      'titled.csv',
      'Invoices of October',
      '',
      header,
      'M-1,Alfa,2026-10-01,10.00,EUR',
    );
    const drafts = await desk.drop([first, second, titled]);
    expect(drafts.map(({ staged }) => staged.file)).toEqual([
      '2026-10-01.csv … 2026-10-02.csv (2)',
      'titled.csv',
    ]);
  });

  it('that stands there twice under two names is taken once, and told', async () => {
    const copy = { ...second, name: 'copy.csv' };
    const drafts = await desk.drop([first, second, copy]);
    expect(drafts.map(({ plan }) => plan.rowCount)).toEqual([3]);
    expect(desk.problems).toMatchObject([{ code: 'given_twice', file: 'copy.csv' }]);
  });
});

describe('files that were imported together', () => {
  beforeAll(async () => {
    await desk.bring(first, second);
  });
  afterAll(() => desk.session.clear());

  it('are known one by one', async () => {
    expect(await desk.stage([first])).toEqual([]);
    expect(desk.problems).toMatchObject([{ code: 'already_imported', file: '2026-10-01.csv' }]);
  });

  it('are left out of a drop in which new ones stand beside them', async () => {
    const drafts = await desk.drop([first, second, third]);
    expect(drafts.map(({ staged, plan }) => [staged.file, plan.rowCount])).toEqual([
      ['2026-10-03.csv', 1],
    ]);
    expect(desk.problems.map(({ code, file: name }) => [code, name])).toEqual([
      ['already_imported', '2026-10-01.csv'],
      ['already_imported', '2026-10-02.csv'],
    ]);
  });

  it('are withdrawn together, and may come again then', async () => {
    const [done] = desk.session.getState().imports;
    await desk.session.withdraw(done?.sha256 ?? '');
    expect(await desk.table('document', 'document_id')).toEqual([]);
    expect(await desk.drop([first, second])).toHaveLength(1);
    await desk.session.undo();
    await desk.session.settled();
    expect(await desk.table('document', 'document_id')).toEqual(['G-1', 'G-2']);
  });

  it('orders of dates that contradict each other are none: the smaller part is refused, not turned', async () => {
    const [draft] = await desk.drop([
      file('europe.csv', header, 'N-1,Alfa,13/04/2026,1.00,EUR', 'N-2,Alfa,14/04/2026,1.00,EUR'),
      file('america.csv', header, 'N-3,Alfa,04/15/2026,1.00,EUR'),
    ]);
    expect(draft && formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'DMY' });
    expect(draft?.plan.rejects.map(({ value }) => value)).toEqual(['04/15/2026']);
  });
});
