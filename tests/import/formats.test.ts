import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bring, documents } from './workbench';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

/** Amounts as they come out of a file whose amount column has these texts; `rejected` where one cannot be read. */
async function amountsOf(texts: readonly string[]): Promise<readonly string[]> {
  const lines = texts.map((text, i) => `F-${i};2026-09-15;"${text}"`);
  const { plan } = await bring(
    session,
    'amounts.csv',
    `Invoice;Date;Amount\n${lines.join('\n')}\n`,
  );
  const taken = new Map(
    (await documents(session, ['document_id', 'amount'])).map((row) => {
      const [id = '', amount = ''] = row.split(' | ');
      return [id, amount.replace(/0{2}$/, '')];
    }),
  );
  expect(plan.rejects.every((reject) => reject.field === 'amount')).toBe(true);
  return texts.map((_, i) => taken.get(`F-${i}`) ?? 'rejected');
}

describe('amounts are read as their column writes them', () => {
  it.each([
    { how: 'plainly', texts: ['1234.5', '-400', '0'], amounts: ['1234.50', '-400.00', '0.00'] },
    {
      how: 'with a currency sign and commas between thousands',
      texts: ['$1,234.00', '$0.99', '-$1,000,000.10', ' $ 12.00 '],
      amounts: ['1234.00', '0.99', '-1000000.10', '12.00'],
    },
    {
      how: 'in parentheses for minus',
      texts: ['(400.00)', '1,250.00', '($3.50)'],
      amounts: ['-400.00', '1250.00', '-3.50'],
    },
    {
      how: 'with decimal commas and points between thousands',
      texts: ['1.234,56', '7,5', '-1.000.000,01 €'],
      amounts: ['1234.56', '7.50', '-1000000.01'],
    },
    {
      how: 'with decimal commas and blanks between thousands',
      texts: ['1 234,56 Kč', '12\u00a0000,10', '5\u202f000,00'],
      amounts: ['1234.56', '12000.10', '5000.00'],
    },
    {
      how: 'with apostrophes between thousands',
      texts: ["1'234.50", 'CHF 1’000.00'],
      amounts: ['1234.50', '1000.00'],
    },
    {
      how: 'with the minus behind',
      texts: ['400.00-', '12.50', '1,000.00−'],
      amounts: ['-400.00', '12.50', '-1000.00'],
    },
    {
      how: 'with CR for what is owed to the customer',
      texts: ['400.00 CR', '12.50 DR', '1,000.00CR'],
      amounts: ['-400.00', '12.50', '-1000.00'],
    },
    {
      how: 'with whole thousands only, behind a comma',
      texts: ['1,234', '12,000'],
      amounts: ['1234.00', '12000.00'],
    },
    {
      how: 'with something among them that is no amount',
      texts: ['100.00', 'n/a', '1-2', '1.2.3', '12,50', '--5', '#VALUE!'],
      amounts: ['100.00', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected', 'rejected'],
    },
  ])('$how', async ({ texts, amounts }) => {
    expect(await amountsOf(texts)).toEqual(amounts);
  });

  it('an amount keeps every digit that a double would lose', async () => {
    expect(await amountsOf(['90071992547409.93', '0.1', '0.2'])).toEqual([
      '90071992547409.93',
      '0.10',
      '0.20',
    ]);
  });
});

/** Document and due dates of a file with these pairs of texts. */
async function datesOf(pairs: readonly (readonly [string, string])[]) {
  const lines = pairs.map(([date, due], i) => `F-${i},${date},${due},1.00`);
  const { staged, suggestion } = await session.desk.stage({
    name: 'dates.csv',
    blob: new Blob([`Invoice,Date,Due date,Amount\n${lines.join('\n')}\n`]),
  });
  if (!suggestion) throw new Error('not recognised');
  const plan = await session.desk.plan(staged, suggestion.mapping);
  await session.commit([{ plan, source: { name: 'dates.csv', blob: new Blob(['x']) } }]);
  return {
    dates: await documents(session, ['document_date', 'due_date']),
    ambiguous: suggestion.ambiguousDates,
    rejects: plan.rejects,
  };
}

describe('dates are read in the order that their column writes them', () => {
  it('month first, where a day beyond 12 says so', async () => {
    const { dates, ambiguous } = await datesOf([
      ['1/2/2013', '2/1/2013'],
      ['1/26/2013', '2/25/2013'],
    ]);
    expect(dates).toEqual(['2013-01-02 | 2013-02-01', '2013-01-26 | 2013-02-25']);
    expect(ambiguous).toEqual([]);
  });

  it('day first, where a day beyond 12 says so', async () => {
    const { dates } = await datesOf([
      ['02.01.2026', '01.02.2026'],
      ['26.01.2026', '25.02.2026'],
    ]);
    expect(dates).toEqual(['2026-01-02 | 2026-02-01', '2026-01-26 | 2026-02-25']);
  });

  it('a column that can be read both ways follows the other one', async () => {
    const { dates, ambiguous } = await datesOf([
      ['1/2/2026', '1/31/2026'],
      ['3/4/2026', '4/3/2026'],
    ]);
    expect(dates).toEqual(['2026-01-02 | 2026-01-31', '2026-03-04 | 2026-04-03']);
    expect(ambiguous).toEqual([]);
  });

  it('a column with years of two digits follows one with years of four', async () => {
    const { dates, ambiguous } = await datesOf([['01/02/26', '31/03/2026']]);
    expect(dates).toEqual(['2026-02-01 | 2026-03-31']);
    expect(ambiguous).toEqual([]);
  });

  it('a column that can be read both ways does not follow one that is written otherwise', async () => {
    const { dates, ambiguous } = await datesOf([['01/02/2026', '2026-03-31']]);
    expect(dates).toEqual(['2026-02-01 | 2026-03-31']);
    expect(ambiguous).toEqual(['Date']);
  });

  it('where nothing decides, the preview asks', async () => {
    const { ambiguous } = await datesOf([['01/02/2026', '03/04/2026']]);
    expect(ambiguous).toEqual(['Date', 'Due date']);
  });

  it('without separators, with a time, and with blanks behind the points', async () => {
    const { dates } = await datesOf([
      ['20260131', '28. 2. 2026'],
      ['20260201', '31. 12. 2026'],
    ]);
    expect(dates).toEqual(['2026-01-31 | 2026-02-28', '2026-02-01 | 2026-12-31']);
    await session.clear();
    const timed = await datesOf([['2026-01-31T23:59:59Z', '2026-02-28 00:00']]);
    expect(timed.dates).toEqual(['2026-01-31 | 2026-02-28']);
  });

  it('a day that does not exist is refused with its line, and the other rows are taken', async () => {
    const { dates, rejects } = await datesOf([
      ['28/02/2026', '31/03/2026'],
      ['31/02/2026', '31/03/2026'],
      ['29/02/2028', '31/03/2028'],
      ['29/02/2026', '31/03/2026'],
    ]);
    expect(dates).toEqual(['2026-02-28 | 2026-03-31', '2028-02-29 | 2028-03-31']);
    expect(rejects.map(({ line, reason, field, value }) => [line, reason, field, value])).toEqual([
      [3, 'unreadable', 'document_date', '31/02/2026'],
      [5, 'unreadable', 'document_date', '29/02/2026'],
    ]);
  });
});
