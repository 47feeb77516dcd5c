import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

/** What is suggested for a file with these amounts, and their sum under that suggestion. */
async function suggestedFor(amounts: readonly string[], mark = ';') {
  const lines = amounts.map((amount, i) => [`F-${i}`, '25.02.2026', amount].join(mark));
  const header = ['Invoice', 'Date', 'Amount'].join(mark);
  const blob = new Blob([`${header}\n${lines.join('\n')}\n`]);
  const { staged, suggestion } = await session.desk.stage({ name: 'f.csv', blob });
  if (!suggestion) throw new Error('not recognised');
  const plan = await session.desk.plan(staged, suggestion.mapping);
  await session.desk.drop(staged);
  return { open: suggestion.ambiguousNumbers, sum: Number(plan.goodTotals[0]?.amount) };
}

describe('amounts like 1.234 and nothing else', () => {
  it('are thousands where semicolons separate the cells, and the preview asks', async () => {
    expect(await suggestedFor(['1.234', '2.500', '-1.000'])).toEqual({
      open: ['Amount'],
      sum: 2734,
    });
  });

  it('are decimals where commas do, and the preview asks', async () => {
    expect(await suggestedFor(['1.234', '2.500', '7'], ',')).toEqual({
      open: ['Amount'],
      sum: 10.734,
    });
  });
});

describe('amounts of which one tells what the point is', () => {
  it.each([
    ['other decimals', ['1.234', '12.5'], 13.734],
    ['a first digit 0', ['1.234', '0.125'], 1.359],
    ['a decimal comma', ['1.234', '12,5'], 1246.5],
    ['a second point', ['1.234', '1.234.567'], 1235801],
  ])('%s', async (_, amounts, sum) => {
    expect(await suggestedFor(amounts)).toEqual({ open: [], sum });
  });
});
