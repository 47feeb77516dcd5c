import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../domain/import/problem';
import { qifFormat, readQif } from './format';

const read = (text: string): ReturnType<typeof readQif> =>
  readQif({ name: 'a.qif', blob: new Blob([text]) }, {});

const datesOf = async (...dates: readonly string[]): Promise<unknown> => {
  const records = dates.map((date) => `D${date}\nT1.00\n^`).join('\n');
  const { statements, dates: order } = await read(`!Type:Bank\n${records}`);
  return [order.isProven, ...(statements[0]?.transactions ?? []).map((one) => one.bookingDate)];
};

describe('QIF', () => {
  it('reads accounts, transfers and splits; a split adds nothing to its total', async () => {
    const { statements } = await read(`!Option:AutoSwitch
!Account
NChecking
TBank
^
!Type:Bank 
D10/28/2026
T1,000.00
CX
POpening Balance
L[Checking]
^
D10/30/2026
T-1,234.56
N1001
PElectric
MOctober
LUtilities
SUtilities
$-1,000.00
SFees
$-234.56
^
D10/31/2026
U50.00
T50.00
PTransfer
L[Savings]
^
!Account
NCard
^
!Type:CCard
D11/01/2026
T-9.99
PBooks
`);
    expect(statements).toMatchObject([
      {
        account: 'Checking',
        opening: { amount: '1000.00', date: '2026-10-28' },
        transactions: [
          {
            amount: '-1234.56',
            reference: '1001',
            counterparty: 'Electric',
            remittance: 'October',
          },
          { amount: '50.00', counterpartyAccount: 'Savings' },
        ],
      },
      { account: 'Card', transactions: [{ amount: '-9.99', bookingDate: '2026-11-01' }] },
    ]);
  });

  it('day and month are told by the dates that exist in one order only', async () => {
    expect(await datesOf('03/04/2026', '13/04/2026')).toEqual([true, '2026-04-03', '2026-04-13']);
    expect(await datesOf('03/04/2026', '03/14/2026')).toEqual([true, '2026-03-04', '2026-03-14']);
    expect(await datesOf("3/ 4'26", "12/31'26")).toEqual([true, '2026-03-04', '2026-12-31']);
    expect(await datesOf('3.4.99', '31.12.99')).toEqual([true, '1999-04-03', '1999-12-31']);
  });

  it('else by the order of the lines, and without any proof they stand for a person to say', async () => {
    expect(await datesOf('05/01/2026', '01/02/2026', '03/02/2026')).toEqual([
      true,
      '2026-01-05',
      '2026-02-01',
      '2026-02-03',
    ]);
    expect(await datesOf('03/04/2026')).toEqual([false, '03/04/2026']);
    expect(await datesOf("3/ 4'26")).toEqual([false, '03/04/2026']);
    expect(await datesOf('4.4.26')).toEqual([false, '2026-04-04']);
    expect(await datesOf('2026-04-03')).toEqual([false, '2026-04-03']);
  });

  it('dates that contradict each other stay as they stand', async () => {
    expect(await datesOf('13/04/2026', '04/13/2026')).toEqual([false, '13/04/2026', '04/13/2026']);
  });

  it('the decimal mark is told over all amounts', async () => {
    const amounts = async (...texts: readonly string[]): Promise<unknown> => {
      const records = texts.map((text) => `D01/02/2026\nT${text}\n^`).join('\n');
      const { statements } = await read(`!Type:Bank\n${records}`);
      return statements[0]?.transactions.map((one) => one.amount);
    };
    expect(await amounts('1.234,56', '7.000')).toEqual(['1234.56', '7000']);
    expect(await amounts('1,234.56', '7,000')).toEqual(['1234.56', '7000']);
    expect(await amounts('12,34')).toEqual(['12.34']);
    expect(await amounts('7,000')).toEqual(['7000']);
    expect(await amounts('ten')).toEqual(['ten']);
  });

  it('lists, investments and other text are no statement', async () => {
    for (const text of ['!Type:Cat\nNFood\n^', '!Type:Invst\nD1/1/26\n^', '!Type:Bank\n', 'D1\n^'])
      await expect(read(text)).rejects.toBeInstanceOf(ImportFailure);
    const matches = (head: string): boolean =>
      qifFormat.matches(new TextEncoder().encode(head), '');
    expect(matches('!Type:Bank\n')).toBe(true);
    expect(matches('!important\n')).toBe(false);
  });
});
