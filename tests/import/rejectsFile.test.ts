import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Draft, Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(async () => {
  await desk.discard();
  await desk.session.clear();
});
afterAll(() => desk.close());

const header = 'Invoice,Customer,Date,Due date,Amount,Currency';
const text = async (draft: Draft): Promise<string> =>
  (await desk.session.desk.rejects(draft.plan)).text();
const lines = async (draft: Draft): Promise<readonly string[]> =>
  (await text(draft)).replace('\uFEFF', '').trimEnd().split(/\r?\n/);
const documents = () => desk.table('document', 'document_id', 'document_date', 'amount');

it('has every rejected row as it stands, with its file, its line and the reason', async () => {
  const draft = await desk.one(
    file(
      'october.csv',
      header,
      'F-1,C1,2026-10-05,2026-11-04,10.00,EUR',
      'F-2,"Alfa, s.r.o.",2026-10-32,2026-11-04,20.00,EUR',
      ',C1,2026-10-07,2026-11-04,30.00,EUR',
      'F-1,C1,2026-10-08,2026-11-04,40.00,EUR',
      'F-5,C1,2026-10-09,2026-11-04,50.00,EUR,a remark',
    ),
  );
  expect(draft.plan.rejectCount).toBe(4);
  expect(await lines(draft)).toEqual([
    `${header},saldo_file,saldo_line,saldo_reason`,
    'F-2,"Alfa, s.r.o.",2026-10-32,2026-11-04,20.00,EUR,october.csv,3,unreadable:document_date:2026-10-32',
    ',C1,2026-10-07,2026-11-04,30.00,EUR,october.csv,4,missing:document_id',
    'F-1,C1,2026-10-08,2026-11-04,40.00,EUR,october.csv,5,repeated:document_id:F-1',
    'F-5,C1,2026-10-09,2026-11-04,50.00,EUR,october.csv,6,too_wide: a remark',
  ]);
});

it('has more rows than a page shows, each once', async () => {
  const bad = Array.from({ length: 1500 }, (_, i) => `B-${i},C1,never,2026-11-04,1.00,EUR`);
  const draft = await desk.one(
    file('many.csv', header, 'F-1,C1,2026-10-05,2026-11-04,10.00,EUR', ...bad),
  );
  const [, ...rows] = await lines(draft);
  expect(rows).toHaveLength(1500);
  expect(rows.at(-1)).toBe(
    'B-1499,C1,never,2026-11-04,1.00,EUR,many.csv,1502,unreadable:document_date:never',
  );
});

it('names of files that came together the one that a row is from, and its line there', async () => {
  const [draft] = await desk.drop([
    file('1.csv', header, 'F-1,C1,2026-10-05,2026-11-04,10.00,EUR'),
    file('2.csv', header, 'F-2,C1,2026-10-05,2026-11-04,10.00,EUR', 'F-3,C1,x,2026-11-04,1.00,EUR'),
  ]);
  expect(draft && (await lines(draft))[1]).toBe(
    'F-3,C1,x,2026-11-04,1.00,EUR,2.csv,3,unreadable:document_date:x',
  );
});

it('leaves out what a person left out, and headings', async () => {
  const draft = await desk.one(
    file(
      'dropped.csv',
      header,
      'F-1,C1,2026-10-05,2026-11-04,10.00,EUR',
      'F-2,C1,never,2026-11-04,20.00,EUR',
      'F-3,C1,never,2026-11-04,30.00,EUR',
    ),
    (mapping) => ({ ...mapping, dropped: [3] }),
  );
  expect((await lines(draft)).slice(1).map((line) => line.split(',')[0])).toEqual(['F-3']);
});

it('keeps a cell that was mended on a row that is wrong in another one still', async () => {
  const draft = await desk.one(
    file(
      'october.csv',
      header,
      'F-1,C1,2026-10-05,2026-11-04,10.00,EUR',
      'F-2,C1,2026-10-32,2026-11-04,twenty,EUR',
    ),
    (mapping) => ({ ...mapping, patches: [{ line: 3, column: 2, text: '2026-10-23' }] }),
  );
  expect((await lines(draft))[1]).toBe(
    'F-2,C1,2026-10-23,2026-11-04,twenty,EUR,october.csv,3,unreadable:amount:twenty',
  );
});

it('is mended in a spreadsheet and imported alone, and with the rest everything is there once', async () => {
  const draft = await desk.one(
    file(
      'october.csv',
      header,
      'F-1,C1,05/10/2026,04/11/2026,10.00,EUR',
      'F-2,C1,25/10/2026,24/11/2026,20.00,EUR',
      'F-3,C1,06/10/2026,05/11/2026,thirty,EUR',
      'F-4,C1,07/10/2026,06/11/2026,forty,EUR',
    ),
  );
  const rejected = await text(draft);
  await desk.take([draft]);
  const mended = rejected.replace('thirty', '30.00').replace('forty', '40.00');
  const again = await desk.one({ name: 'rejected rows.csv', blob: new Blob([mended]) });
  // Its days are day/month as well as month/day: the file before it tells.
  expect(again.suggestion.ambiguousDates).toEqual([]);
  const [review] = await desk.review([again]);
  expect(review?.comparison).toMatchObject({ newCount: 2, changedCount: 0, identicalCount: 0 });
  await desk.take([again]);
  expect(await documents()).toEqual([
    'F-1 | 2026-10-05 | 10.00',
    'F-2 | 2026-10-25 | 20.00',
    'F-3 | 2026-10-06 | 30.00',
    'F-4 | 2026-10-07 | 40.00',
  ]);
});

it('of a bank’s file without a header is read as that file was', async () => {
  const draft = await desk.one(
    file(
      'bank.csv',
      '05.10.2026;Coffee and cake;05.10.2026;2,50;O',
      '06.10.2026;Salary of October;06.10.2026;2000,00;I',
      '07.10.2026;Rent of October;07.10.2026;500,00;?',
      ...Array.from(
        { length: 20 },
        (_, i) => `0${(i % 9) + 1}.10.2026;Shop ${i};08.10.2026;1,50;O`,
      ),
    ),
  );
  expect(draft.plan.rejects).toMatchObject([{ line: 3, field: 'amount' }]);
  const mended = (await text(draft)).replace('?', 'O');
  await desk.take([draft]);
  const again = await desk.one({ name: 'rejected rows.csv', blob: new Blob([mended]) });
  expect(await desk.typed(again, 'booking_date', 'amount', 'remittance')).toEqual([
    '2026-10-07 | -500.00 | Rent of October',
  ]);
});

it('of a full history is none itself: nothing is missing from the rows that were mended', async () => {
  const [whole] = await desk.drop([
    file(
      'history.csv',
      header,
      'F-1,C1,2026-10-05,2026-11-04,10.00,EUR',
      'F-2,C1,2026-10-32,2026-11-04,20.00,EUR',
    ),
  ]);
  if (!whole) throw new Error('not read');
  const mapping = { ...whole.plan.mapping, content: { kind: 'history' } } as const;
  const plan = await desk.session.desk.plan(whole.staged, mapping);
  const rejects = (await (await desk.session.desk.rejects(plan)).text()).replace('10-32', '10-30');
  await desk.session.commit([{ plan, source: whole.staged.source }]);
  const [mended] = await desk.drop([{ name: 'mended.csv', blob: new Blob([rejects]) }]);
  expect(mended?.plan.mapping.content).toBeUndefined();
  const [review] = mended ? await desk.session.desk.review([mended.plan]) : [];
  expect(review?.findings.map(({ code }) => code)).toEqual([]);
});
