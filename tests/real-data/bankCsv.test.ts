import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '../../src/headless/source';
import { type Draft, Drafting } from '../import/drafting';
import { realData } from './folder';

const folder = realData('bank_statements') ?? '';

/** What a bank's file holds, read from its text by hand and added up apart from the importer. */
interface Statement {
  readonly name: string;
  readonly rows: number;
  /** Lines that are refused. */
  readonly rejected?: readonly number[];
  /** Rows that tell a balance. */
  readonly left?: number;
  readonly currency?: string;
  readonly total: string;
  readonly first: string;
}

const statements: readonly Statement[] = [
  {
    name: '20171001-20171106.csv',
    rows: 1,
    currency: 'EUR',
    total: '-59.9900',
    first: '2017-10-01 | -59.99 | NINTENDO OF EUROPE | ',
  },
  {
    name: '20180226_12345678.csv',
    rows: 1,
    total: '-5.0000',
    // Of the 10th of February: in the file's name stands the 26th.
    first: '2018-02-10 | -5.00 |  | MERCHANT NAME@12:34',
  },
  {
    name: '2019-03-02_11-50-46_bunq-statement.csv',
    rows: 7,
    total: '-23.8200',
    first:
      '2018-12-06 | -8.78 | CLOUDFLARE | CLOUDFLARE 650-3198939, US 9.95 USD, 1 USD = 0.88241 EUR',
  },
  {
    name: 'Movements_1234512345_201805271848.csv',
    rows: 1,
    currency: 'CZK',
    total: '-1.0000',
    first: '2018-05-27 | -1.00 | Name Surname | Memo for me test',
  },
  {
    name: 'TransactionHistory_20180418043121.csv',
    rows: 16,
    // The second line of each text has neither date nor amount.
    rejected: [8, 10, 12, 14, 16, 18, 20, 22],
    currency: 'SGD',
    total: '-173.2800',
    first: '2018-04-18 | -6.66 |  | DEBIT PURCHASE',
  },
  {
    name: 'test_BOI_TransactionExport.csv',
    rows: 27,
    total: '-419.6100',
    first: '2017-09-01 | 428.03 |  | Random Name      GP',
  },
  {
    name: 'test_raiffeisen_01.csv',
    rows: 74,
    rejected: [71],
    currency: 'EUR',
    total: '-4580.7000',
    first: '2017-09-18 | -33.87 |  | HOFER DANKT  0527  K2   18.09. 17:20',
  },
  {
    name: 'test_delimiter_tab.csv',
    rows: 74,
    rejected: [71],
    total: '-4580.7000',
    first: '2017-09-18 | -33.87 |  | HOFER DANKT  0527  K2   18.09. 17:20',
  },
  {
    name: 'test_row_format_CD_flag.csv',
    rows: 74,
    // Beside the last three amounts stands EUR where a side is told.
    rejected: [71, 72, 73, 74],
    total: '-4441.1600',
    first: '2017-09-18 | -33.87 |  | HOFER DANKT  0527  K2   18.09. 17:20',
  },
  {
    name: 'test_swedebank_statement.xls',
    rows: 17,
    left: 4,
    currency: 'LTL',
    total: '2578.9300',
    first:
      '2014-10-01 | -15.31 | X-911 MAXIMA | PIRKINYS 2014.09.30 15.31 LTL (165339) X-911 MAXIMA              Vilnius       00000',
  },
];

describe.skipIf(folder === '')('tables that banks give', () => {
  let desk: Drafting;
  beforeAll(async () => {
    desk = await Drafting.open();
  });
  afterEach(() => desk.discard());
  afterAll(() => desk.close());

  /** The table of a bank's lines that a file holds: beside it may stand one that says whose account it is. */
  async function lines(name: string): Promise<Draft> {
    const staged = await desk.stage([await fileOf(join(folder, 'csv', name))]);
    const found = staged.filter(
      ({ suggestion }) => suggestion?.mapping.dataset === 'bank_transaction',
    );
    const [one] = found;
    if (!one?.suggestion || found.length > 1) throw new Error(`${name} is not one table of lines`);
    const plan = await desk.plan(one, one.suggestion.mapping);
    return { ...one, suggestion: one.suggestion, plan };
  }

  const texts = (draft: Draft) => {
    const names = ['booking_date', 'amount', 'counterparty', 'remittance'];
    return desk.typed(draft, ...names);
  };

  it.each(statements)('$name: $rows rows, $total in all', async (statement) => {
    const { name, rows, rejected = [], left = 0, currency = '', total, first } = statement;
    const draft = await lines(name);
    const goodCount = rows - rejected.length - left;
    expect(draft.plan).toMatchObject({
      rowCount: rows,
      goodCount,
      rejectCount: rejected.length,
      leftOut: left === 0 ? {} : { heading: left },
      goodTotals: [{ currency, rows: goodCount, amount: total }],
    });
    expect(draft.plan.rejects.map(({ line }) => line)).toEqual(rejected);
    expect((await texts(draft))[0]).toBe(first);
  });

  it('MS_JANE_SMITH_01-12-2019_14-12-2019.csv: what is pending has no date and is refused', async () => {
    const draft = await lines('MS_JANE_SMITH_01-12-2019_14-12-2019.csv');
    expect(draft.plan).toMatchObject({ rowCount: 13, goodCount: 10, rejectCount: 3 });
    expect(draft.plan.rejects).toMatchObject(
      [2, 3, 4].map((line) => ({ line, reason: 'unreadable', value: 'Pending' })),
    );
    const read = await desk.typed(draft, 'booking_date', 'remittance');
    expect([read[0], read.at(-1)]).toEqual([
      '2019-12-12 | ROYAL LONDON INSURANCE        01222 61234  GBR',
      '2019-12-02 | PAYMENT RECEIVED - THANK YOU',
    ]);
  });

  it('MS_JANE_SMITH_01-12-2019_14-12-2019.csv: nine purchases of 1,385.80 are not added to the payment of 1,100.00', async () => {
    const draft = await lines('MS_JANE_SMITH_01-12-2019_14-12-2019.csv');
    // The last column has no name; CR stands in it beside the payment alone.
    expect(draft.plan.goodTotals).toMatchObject([{ rows: 10, amount: '-285.8000' }]);
  });

  it('three shapes of one statement tell the same, as far as their rows can be read', async () => {
    const signed = await texts(await lines('test_raiffeisen_01.csv'));
    const twoColumns = await texts(await lines('test_delimiter_tab.csv'));
    const flagged = await texts(await lines('test_row_format_CD_flag.csv'));
    const dayAndAmount = (all: readonly string[]) =>
      all.map((line) => line.split(' | ').slice(0, 2).join(' '));
    expect(dayAndAmount(twoColumns)).toEqual(dayAndAmount(signed));
    // Its last three rows, 139.54 in all, say no side.
    expect(dayAndAmount(flagged)).toEqual(dayAndAmount(signed).slice(0, 70));
    expect(dayAndAmount(signed).slice(70)).toEqual([
      '2017-10-16 -30.01',
      '2017-10-18 -27.54',
      '2017-10-19 -81.99',
    ]);
  });

  it('without names of columns, which of two is money in is asked', async () => {
    const draft = await lines('test_delimiter_tab.csv');
    expect(draft.suggestion.ambiguousSides).toEqual(['Column 4', 'Column 5']);
  });
});
