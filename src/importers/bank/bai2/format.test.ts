import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../domain/import/problem';
import { statementProblems } from '../problems';
import type { BankStatement } from '../statement';
import { bai2Format, readBai2 } from './format';

const read = (lines: readonly string[]): Promise<readonly BankStatement[]> =>
  readBai2({ name: 'a.bai', blob: new Blob([lines.join('\n')]) }, {});

const good = [
  '01,BANK,US,261030,0800,1,,,2/',
  '02,US,BANK,1,261029,,USD,2/',
  '03,ACC1,,010,10000,,,015,9900/',
  '88,,,400,100,1/',
  '16,195,500,,B1,C1,WIRE IN, FROM A/B/',
  '88,SECOND LINE',
  '16,495,600/',
  '88,V,261030,,B2,C2,OUT',
  '49,21100,7/',
  '98,21100,1,9/',
  '99,21100,1,11/',
];

describe('BAI2', () => {
  it('reads balances, signs by type codes, and what goes on in further records', async () => {
    const statements = await read(good);
    expect(statements).toMatchObject([
      {
        account: 'ACC1',
        currency: 'USD',
        opening: { amount: '100.00', date: '2026-10-29' },
        closing: { amount: '99.00' },
        controls: [],
        transactions: [
          {
            amount: '5.00',
            bankReference: 'B1',
            reference: 'C1',
            remittance: 'WIRE IN, FROM A/B\nSECOND LINE',
          },
          { amount: '-6.00', valueDate: '2026-10-30', reference: 'C2', remittance: 'OUT' },
        ],
      },
    ]);
    expect(statementProblems(statements)).toEqual([]);
  });

  it('totals and counts that do not hold are told with their line, and nothing is refused', async () => {
    const lines = good.with(8, '49,21000,6/').with(9, '98,21000,2,9/').with(10, '99,21000,1,12/');
    const [problem] = statementProblems(await read(lines));
    expect(problem?.controls).toEqual([
      { level: 'account', what: 'total', line: 9, stated: '21000', counted: '21100' },
      { level: 'account', what: 'records', line: 9, stated: '6', counted: '7' },
      { level: 'group', what: 'accounts', line: 10, stated: '2', counted: '1' },
      { level: 'file', what: 'records', line: 11, stated: '12', counted: '11' },
    ]);
  });

  it('amounts have the digits of their currency', async () => {
    const [statement] = await read(good.with(2, '03,ACC1,JPY,010,10000,,,015,9900/'));
    expect(statement?.opening?.amount).toBe('10000');
    expect(statement?.transactions[0]?.amount).toBe('500');
  });

  it('a file that ends early, or whose records are out of order, is damaged', async () => {
    const problemOf = async (lines: readonly string[]): Promise<unknown> => {
      const end = await read(lines).catch((error: unknown) => error);
      return end instanceof ImportFailure ? end.problem : end;
    };
    for (let count = 1; count < good.length; count += 1)
      expect(await problemOf(good.slice(0, count))).toMatchObject({ code: 'damaged_file' });
    expect(await problemOf(good.with(4, '16,195,5.00,,B1/'))).toMatchObject({ line: 5 });
    expect(await problemOf(good.with(4, '16,042,500,,B1/'))).toMatchObject({ line: 5 });
    expect(await problemOf(good.with(2, 'x'))).toMatchObject({ line: 3 });
    expect(await problemOf(good.with(8, '98,1,1,1/'))).toMatchObject({ line: 9 });
    expect(await problemOf([...good, '99,0,0,0/'])).toMatchObject({ line: 12 });
  });

  it('is told by its first two records', () => {
    const matches = (text: string): boolean =>
      bai2Format.matches(new TextEncoder().encode(text), '');
    expect(matches(good.join('\r\n'))).toBe(true);
    expect(matches('01,Jan,2026,2/\n03,Feb,2026\n')).toBe(false);
  });
});
