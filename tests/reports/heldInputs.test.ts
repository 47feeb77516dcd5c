import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { bringAll } from '../import/workbench';
import { openSession } from '../support/openSession';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const invoices = (name: string, ...rows: readonly string[]) => ({
  name,
  blob: new Blob([
    `${['Invoice,Customer,Invoice date,Due date,Amount,Currency', ...rows].join('\n')}\n`,
  ]),
});

/** The totals of the first and the second aging of a comparison, as the page asks for it. */
async function compared(): Promise<readonly unknown[]> {
  const open = await session.report('what-if', { asOf: '2026-10-31', vsAsOf: '2026-09-30' });
  try {
    return (await open.page(0, 10)).map((row) => `${row['step']} ${row['total']}`);
  } finally {
    await open.close();
  }
}

it('a computed report follows an import, its undoing and its redoing, although its facts are held', async () => {
  await bringAll(session, [invoices('a.csv', 'F-1,Alfa,2026-09-01,2026-10-01,100.00,EUR')]);
  const before = ['first 100.00', 'asOf 0.00', 'second 100.00'];
  expect(await compared()).toEqual(before);
  expect(await compared()).toEqual(before);
  await bringAll(session, [invoices('b.csv', 'F-2,Alfa,2026-10-05,2026-11-04,7.00,EUR')]);
  const after = ['first 107.00', 'asOf -7.00', 'second 100.00'];
  expect(await compared()).toEqual(after);
  await session.undo();
  await session.settled();
  expect(await compared()).toEqual(before);
  await session.redo();
  await session.settled();
  expect(await compared()).toEqual(after);
});
