import { expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bringAll } from './workbench';

const statement = `:20:STARTUMS
:25:CZ6508000000192000145399
:28C:00010/001
:60F:C261030CZK1000,00
:61:2610311031C250,50NTRFF-001//B1
:86:Alfa s.r.o. faktura F-001
:61:2610311031D100,00NMSCNONREF//B2
:86:Poplatek
:62F:C261031CZK1150,50
-
`;

async function importFile(session: Session, name: string, text: string): Promise<void> {
  await bringAll(session, [{ name, blob: new Blob([text]) }]);
}

it('a bank’s statement becomes a statement and its lines, and what comes again is not there twice', async () => {
  const session = await openSession();
  await importFile(session, 'october.sta', statement);
  const read = async () => ({
    statements: await session.engine.rows({
      kind: 'sql',
      text: 'SELECT bank_account_id, currency, opening_balance, closing_balance FROM bank_statement',
    }),
    lines: await session.engine.rows({
      kind: 'sql',
      text: 'SELECT booking_date, amount, currency, side, reference FROM bank_transaction ORDER BY amount',
    }),
  });
  const first = await read();
  expect(first.statements).toEqual([
    {
      bank_account_id: 'CZ6508000000192000145399',
      currency: 'CZK',
      opening_balance: '1000.0000',
      closing_balance: '1150.5000',
    },
  ]);
  expect(first.lines).toMatchObject([
    { booking_date: '2026-10-31', amount: '-100.0000', currency: 'CZK', side: 'bank' },
    {
      booking_date: '2026-10-31',
      amount: '250.5000',
      currency: 'CZK',
      side: 'bank',
      reference: 'F-001',
    },
  ]);
  // The bank gives the day once more, with a line that came later: those that are there stay what they are.
  const later = statement.replace(
    ':62F:C261031CZK1150,50',
    ':61:2610311031C10,00NTRFF-002//B3\n:86:Beta\n:62F:C261031CZK1160,50',
  );
  await importFile(session, 'october again.sta', later);
  const again = await read();
  expect(again.lines).toEqual([
    first.lines[0],
    expect.objectContaining({ amount: '10.0000' }),
    first.lines[1],
  ]);
  expect(again.statements).toEqual([{ ...first.statements[0], closing_balance: '1160.5000' }]);
  await session.close();
});

it('a statement that does not add up is taken as the bank wrote it, and told with its difference', async () => {
  const session = await openSession();
  const text = statement.replace(':62F:C261031CZK1150,50', ':62F:C261031CZK1160,50');
  const { imports, problems } = await session.desk.stageFiles([
    { name: 'o.sta', blob: new Blob([text]) },
  ]);
  expect(imports.map(({ staged }) => staged.rowCount)).toEqual([1, 2]);
  expect(problems.map(({ problem }) => problem)).toEqual([
    {
      code: 'statement_open',
      file: 'o.sta',
      values: expect.objectContaining({
        account: 'CZ6508000000192000145399',
        opening: '1000.00',
        movements: '150.5',
        closing: '1160.50',
        difference: '10',
      }),
    },
  ]);
  await session.close();
});
