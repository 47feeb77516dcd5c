import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Drafting, file } from './drafting';
import { documents } from './workbench';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
beforeEach(() => desk.session.clear());
afterEach(() => desk.discard());
afterAll(() => desk.close());

/** What becomes of a file's rows: how many are taken, how many are totals, and why the others are not taken. */
async function becomes(name: string, ...lines: readonly string[]) {
  const { plan } = await desk.one(file(name, ...lines));
  return {
    taken: plan.goodCount,
    totals: plan.leftOut.heading ?? 0,
    rejected: plan.rejects.map(({ line, reason }) => `${line} ${reason}`),
  };
}

describe('rows that are totals of others', () => {
  it.each([
    ['Celkem Alfa', 'CELKEM'],
    ['Total Alfa', 'Grand total'],
    ['Alfa Total', 'Total general'],
    ['Subtotal: Alfa', 'Suma'],
    ['Mezisoučet', 'Součet'],
    ['Totales Alfa', 'TOTALES'],
  ])('are left out and counted: %s, %s', async (subtotal, total) => {
    const found = await becomes(
      'grouped.csv',
      'Customer,Invoice,Date,Due,Amount',
      'Alfa,F1,2026-09-01,2026-10-01,100.00',
      'Alfa,F2,2026-09-02,2026-10-02,50.00',
      `${subtotal},,,,150.00`,
      `${total},,,,150.00`,
    );
    expect(found).toEqual({ taken: 2, totals: 2, rejected: [] });
  });

  it('are so in the column of dates, and of documents', async () => {
    const rows = ['2026-09-01,F1,Alfa,100.00', 'TOTAL,,,100.00'];
    expect(await becomes('dates.csv', 'Date,Invoice,Customer,Amount', ...rows)).toEqual({
      taken: 1,
      totals: 1,
      rejected: [],
    });
    const dated = ['F1,2026-09-01,Alfa,100.00', 'Total,2026-10-31,,100.00'];
    expect(await becomes('ids.csv', 'Invoice,Date,Customer,Amount', ...dated)).toEqual({
      taken: 1,
      totals: 1,
      rejected: [],
    });
  });

  it('are none where a customer or a document is called so', async () => {
    const found = await becomes(
      'names.csv',
      'Customer,Invoice,Date,Due,Amount',
      'TOTAL ENERGIES S.A.,F1,2026-10-13,2026-11-12,100.00',
      'Total,F2,2026-10-13,2026-11-12,200.00',
      'Alfa,TOTAL-1,2026-10-13,2026-11-12,500.00',
      'Beta,Total,2026-10-13,2026-11-12,600.00',
      'Celkem a.s.,F7,2026-10-13,2026-11-12,700.00',
    );
    expect(found).toEqual({ taken: 5, totals: 0, rejected: [] });
  });

  it('are told from a customer of that name by having neither number nor date', async () => {
    const found = await becomes(
      'both.csv',
      'Customer,Invoice,Date,Amount',
      'Total,F2,2026-10-13,200.00',
      'Alfa,F3,2026-10-13,300.00',
      'Total,,,500.00',
    );
    expect(found).toEqual({ taken: 2, totals: 1, rejected: [] });
  });

  it('do not hide a row that only lacks its number', async () => {
    const found = await becomes(
      'lacking.csv',
      'Customer,Invoice,Date,Amount',
      'Alfa,F1,2026-10-13,200.00',
      'Beta,,2026-10-13,300.00',
      'Total,,,500.00',
    );
    expect(found).toEqual({ taken: 1, totals: 1, rejected: ['3 missing'] });
  });
});

describe('a customer that stands once for the rows of its group', () => {
  const header = 'Customer,Invoice,Date,Amount';

  it('is that of all of them, where the totals name it', async () => {
    await desk.bring(
      file(
        'groups.csv',
        header,
        'Alfa s.r.o.,F1,2026-09-01,100.00',
        ',F2,2026-09-02,50.00',
        'Celkem Alfa s.r.o.,,,150.00',
        'Beta,F3,2026-09-03,70.00',
        ',F4,2026-09-04,-20.00',
        'Beta celkem,,,50.00',
        'Celkem,,,200.00',
      ),
    );
    expect(await documents(desk.session, ['document_id', 'customer_id'])).toEqual([
      'F1 | Alfa s.r.o.',
      'F2 | Alfa s.r.o.',
      'F3 | Beta',
      'F4 | Beta',
    ]);
  });

  it.each([
    [
      'the totals name another',
      ['Alfa,F1,2026-09-01,1.00', ',F2,2026-09-02,1.00', 'Total Gama,,,2.00'],
    ],
    [
      'there are no totals of groups',
      ['Alfa,F1,2026-09-01,1.00', ',F2,2026-09-02,1.00', 'Total,,,2.00'],
    ],
    [
      'a row stands below its total',
      ['Alfa,F1,2026-09-01,1.00', 'Total Alfa,,,1.00', ',F2,2026-09-02,1.00'],
    ],
  ])('is nobody’s else where %s', async (_, rows) => {
    await desk.bring(file('single.csv', header, ...rows));
    expect(await documents(desk.session, ['document_id', 'customer_id'])).toEqual([
      'F1 | Alfa',
      'F2 | ',
    ]);
  });
});

describe('a column called as an amount that says yes or no', () => {
  it.each(['Paid', 'Pagado', 'Cobrado', 'Open', 'Uhrazeno'])('%s is no amount', async (header) => {
    const draft = await desk.one(
      file(
        'flags.csv',
        `Invoice,Customer,Date,Amount,${header}`,
        'F1,Alfa,2026-09-01,100.00,Yes',
        'F2,Alfa,2026-09-02,50.00,',
      ),
    );
    expect(draft.plan.goodCount).toBe(2);
    expect(draft.plan.mapping.content).toBeUndefined();
  });
});
