import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Draft, Drafting, file, formatOf } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

/** Invoices with a day each. */
const dated = (name: string, ...days: readonly string[]) =>
  file(
    name,
    'Invoice,Customer,Invoice date,Amount',
    ...days.map((day, i) => `${name}-${i + 1},C1,"${day}",1.00`),
  );
const days = (draft: Draft) => desk.typed(draft, 'document_date');
const refused = (draft: Draft) => draft.plan.rejects.map(({ value }) => value);

describe('a column of dates', () => {
  it('that writes them in several ways is read in all of them, and the mapping says which', async () => {
    const draft = await desk.one(
      dated(
        'mixed.csv',
        '2026-10-01',
        '2026-10-02',
        '2026-10-03 14:30',
        '2026-10-04',
        '2026/10/04',
        '5.10.2026',
        '46301',
        '7 Oct 2026',
        'October 8, 2026',
        '9 de octubre de 2026',
        '10. října 2026',
        '20261011',
      ),
    );
    expect(formatOf(draft, 'document_date')).toEqual({
      kind: 'date',
      order: 'YMD',
      also: ['DMY', 'NAMED', 'SERIAL', 'YMD8'],
    });
    expect(await days(draft)).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
    ]);
  });

  it.each([
    [
      'English',
      ['1 Jan 2026', '2 February 2026', 'Sept. 3, 2026', 'Fri, 4 Dec 2026'],
      ['01-01', '02-02', '09-03', '12-04'],
    ],
    [
      'Spanish',
      ['1 ene 2026', '2 de febrero de 2026', '3-ago-2026', '4 dic. 2026'],
      ['01-01', '02-02', '08-03', '12-04'],
    ],
    [
      'Czech',
      ['1. ledna 2026', '2. června 2026', '3. července 2026', '4. září 2026'],
      ['01-01', '06-02', '07-03', '09-04'],
    ],
  ])('in %s words is read by its months', async (language, written, read) => {
    const draft = await desk.one(dated(`${language}.csv`, ...written));
    expect(formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'NAMED' });
    expect(await days(draft)).toEqual(read.map((day) => `2026-${day}`));
  });

  it('is day first or month first as a whole: what is written the other way is refused', async () => {
    const european = await desk.one(
      dated('d.csv', '13/01/2026', '14/01/2026', '02/03/2026', '01/25/2026'),
    );
    expect(formatOf(european, 'document_date')).toEqual({ kind: 'date', order: 'DMY' });
    expect(await days(european)).toEqual(['2026-01-13', '2026-01-14', '2026-03-02']);
    expect(refused(european)).toEqual(['01/25/2026']);
    const american = await desk.one(
      dated('m.csv', '01/13/2026', '01/14/2026', '02/03/2026', '25/01/2026'),
    );
    expect(formatOf(american, 'document_date')).toEqual({ kind: 'date', order: 'MDY' });
    expect(await days(american)).toEqual(['2026-01-13', '2026-01-14', '2026-02-03']);
    expect(refused(american)).toEqual(['25/01/2026']);
  });

  it('has the day first between points although it has the month first between slashes', async () => {
    const draft = await desk.one(dated('both.csv', '01/13/2026', '02/03/2026', '04.03.2026'));
    expect(formatOf(draft, 'document_date')).toEqual({
      kind: 'date',
      order: 'MDY',
      also: ['DMY.'],
    });
    expect(await days(draft)).toEqual(['2026-01-13', '2026-02-03', '2026-03-04']);
  });

  it('with as many days first as months first among ISO dates reads neither', async () => {
    const draft = await desk.one(
      dated('torn.csv', '2026-01-01', '2026-01-02', '2026-01-03', '13/01/2026', '01/14/2026'),
    );
    expect(formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'YMD' });
    expect(refused(draft)).toEqual(['13/01/2026', '01/14/2026']);
  });

  it('of a spreadsheet’s counts is read by its calendar, a fraction being the time of day', async () => {
    const draft = await desk.one(dated('serial.csv', '46023', '46054.5', '46388'));
    expect(formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'SERIAL' });
    expect(await days(draft)).toEqual(['2026-01-01', '2026-02-01', '2027-01-01']);
  });

  it('refuses days that no month has, also the 29th of February of most years', async () => {
    const draft = await desk.one(
      dated('leap.csv', '2024-02-29', '2026-02-29', '2026-04-31', '2026-02-28'),
    );
    expect(await days(draft)).toEqual(['2024-02-29', '2026-02-28']);
    expect(refused(draft)).toEqual(['2026-02-29', '2026-04-31']);
  });

  it('has no date where zeros stand in the shape of one', async () => {
    const draft = await desk.one(
      file(
        'zeros.csv',
        'Invoice,Customer,Invoice date,Due date,Amount',
        'Z-1,C1,13/01/2026,00/00/0000,1.00',
        'Z-2,C1,14/01/2026,0000-00-00,1.00',
        'Z-3,C1,15/01/2026,00.00.0000,1.00',
        'Z-4,C1,15/01/2026,31/01/2026,1.00',
        'Z-5,C1,00/00/0000,31/01/2026,1.00',
      ),
    );
    expect(await desk.typed(draft, 'document_id', 'due_date')).toEqual([
      'Z-1 | ',
      'Z-2 | ',
      'Z-3 | ',
      'Z-4 | 2026-01-31',
    ]);
    expect(draft.plan.rejects).toMatchObject([
      { line: 6, reason: 'missing', field: 'document_date' },
    ]);
  });
});

describe('a column that can be read both ways', () => {
  const open = ['03/04/2026', '05/06/2026'] as const;

  it('is asked about where nothing tells', async () => {
    const draft = await desk.one(dated('nothing.csv', ...open));
    expect(draft.suggestion.ambiguousDates).toEqual(['Invoice date']);
  });

  it('is read so that nothing is due before it was issued, where one order alone does', async () => {
    const draft = await desk.one(
      file(
        'due.csv',
        'Invoice,Date,Due date,Amount',
        'F-1,10/01/2026,01/02/2026,1.00',
        'F-2,11/01/2026,10/02/2026,1.00',
      ),
    );
    expect(draft.suggestion?.ambiguousDates).toEqual([]);
    expect(await days(draft)).toEqual(['2026-01-10', '2026-01-11']);
    const both = await desk.one(
      file('both.csv', 'Invoice,Date,Due date,Amount', 'F-1,10/01/2026,11/02/2026,1.00'),
    );
    expect(both.suggestion?.ambiguousDates).toEqual(['Date', 'Due date']);
  });

  it('is asked about where it contradicts another column by one value alone', async () => {
    const [odd] = await desk.drop([
      file(
        'odds.csv',
        'Invoice,Date,Due date,Amount',
        'F-1,25/01/2026,02/28/2026,1.00',
        'F-2,06/01/2026,03/05/2026,1.00',
      ),
    ]);
    expect(odd?.suggestion?.ambiguousDates).toEqual(['Due date']);
  });

  it('is read as the file’s other dates are', async () => {
    const draft = await desk.one(
      file(
        'other.csv',
        'Invoice,Customer,Invoice date,Due date,Amount',
        'O-1,C1,03/04/2026,05/13/2026,1.00',
      ),
    );
    expect(draft.suggestion.ambiguousDates).toEqual([]);
    expect(await days(draft)).toEqual(['2026-03-04']);
  });

  it.each([
    ['invoices 2026-05-31.csv', '2026-03-04'],
    ['export_20260531_1200.csv', '2026-03-04'],
    ['invoices 31.5.2026.csv', '2026-03-04'],
  ])('is of days before the one that its name tells: %s', async (name, read) => {
    // As day first, the second invoice would be of the 5th of December.
    const draft = await desk.one(dated(name, '03/04/2026', '05/12/2026'));
    expect(draft.suggestion.ambiguousDates).toEqual([]);
    expect(formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'MDY' });
    expect((await days(draft))[0]).toBe(read);
  });

  it('is asked about all the same where its name leaves both', async () => {
    const draft = await desk.one(dated('invoices 2026-12-31.csv', ...open));
    expect(draft.suggestion.ambiguousDates).toEqual(['Invoice date']);
  });

  describe('beside a ledger of 2026', () => {
    beforeAll(async () => {
      await desk.bring(dated('ledger.csv', '2026-01-02', '2026-05-20'));
    });
    afterAll(() => desk.session.clear());

    it('is of the ledger’s period where only one way is', async () => {
      // Day first, the first one would be of December 2027.
      const draft = await desk.one(dated('period.csv', '01/12/2027', '02/03/2027'));
      expect(draft.suggestion.ambiguousDates).toEqual([]);
      expect(await days(draft)).toEqual(['2027-01-12', '2027-02-03']);
    });

    it('is asked about where both are', async () => {
      const draft = await desk.one(dated('within.csv', ...open));
      expect(draft.suggestion.ambiguousDates).toEqual(['Invoice date']);
    });

    it('is of days before the one that its name tells, as without a ledger', async () => {
      const draft = await desk.one(dated('invoices 2026-05-31.csv', '03/04/2026', '05/12/2026'));
      expect(draft.suggestion.ambiguousDates).toEqual([]);
      expect(formatOf(draft, 'document_date')).toEqual({ kind: 'date', order: 'MDY' });
    });
  });
});
