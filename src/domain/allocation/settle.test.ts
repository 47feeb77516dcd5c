import { describe, expect, it } from 'vitest';
import { type SettleDocument, type SettleLink, settle } from './settle';

/** Ten-thousandths of whole units. */
const units = (whole: number) => BigInt(whole) * 10_000n;
const whole = (value: bigint) => Number(value / 10_000n);

const one = (key: number, amount: number): SettleDocument => ({
  key,
  parts: [{ itemKey: key, instalmentNo: undefined, open: units(amount) }],
});

const link = (
  id: string,
  debitKey: number,
  creditKey: number,
  amount: number,
  effectiveDate: string,
  more: Partial<SettleLink> = {},
): SettleLink => ({
  allocationId: id,
  debitKey,
  creditKey,
  instalmentNo: undefined,
  effectiveDate,
  amount: units(amount),
  creditAmount: units(amount),
  deductions: [],
  creditWriteOff: 0n,
  isFullyCleared: false,
  ...more,
});

const lines = (settlement: ReturnType<typeof settle>) =>
  settlement.applied.map(
    (part) =>
      `${part.effectiveDate} ${part.allocationId}: ${part.debitItem} ← ${part.creditItem} ${whole(part.amount)}`,
  );

describe('links settle one after the other', () => {
  it('in order of their dates, whatever order they are given in', () => {
    const documents = [one(1, 100), one(2, 80), one(3, 60)];
    const early = link('early', 1, 2, 80, '2026-01-10');
    const late = link('late', 1, 3, 60, '2026-02-10');
    const expected = ['2026-01-10 early: 1 ← 2 80', '2026-02-10 late: 1 ← 3 20'];
    const result = settle(documents, [late, early], []);
    expect(lines(result)).toEqual(expected);
    expect(result.excesses.map((excess) => [excess.allocationId, whole(excess.amount)])).toEqual([
      ['late', 40],
    ]);
    expect(lines(settle([one(1, 100), one(2, 80), one(3, 60)], [early, late], []))).toEqual(
      expected,
    );
  });

  it('with deductions behind the amount, as far as something is left to take them off', () => {
    const result = settle(
      [one(1, 100), one(2, 95)],
      [link('a', 1, 2, 95, '2026-01-10', { deductions: [units(3), units(4)] })],
      [],
    );
    expect(result.applied.map((part) => part.deductions.map(whole))).toEqual([
      [0, 0],
      [3, 0],
      [0, 2],
    ]);
    expect(result.excesses.map((excess) => whole(excess.amount))).toEqual([2]);
  });

  it('over instalments in their order, or on the one that is named', () => {
    const parts = () => [
      { itemKey: 11, instalmentNo: 2, open: units(50) },
      { itemKey: 12, instalmentNo: 1, open: units(50) },
    ];
    const documents = () => [{ key: 1, parts: parts() }, one(2, 60)];
    expect(lines(settle(documents(), [link('a', 1, 2, 60, '2026-01-10')], []))).toEqual([
      '2026-01-10 a: 11 ← 2 50',
      '2026-01-10 a: 12 ← 2 10',
    ]);
    const named = link('a', 1, 2, 60, '2026-01-10', { instalmentNo: 1 });
    const result = settle(documents(), [named], []);
    expect(lines(result)).toEqual(['2026-01-10 a: 12 ← 2 50']);
    expect(result.excesses.map((excess) => whole(excess.amount))).toEqual([10]);
  });

  it('across currencies, where both sides shrink in proportion', () => {
    const result = settle(
      [one(1, 50), one(2, 2_500)],
      [link('a', 1, 2, 100, '2026-01-10', { creditAmount: units(2_500) })],
      [],
    );
    expect(result.applied.map((part) => [whole(part.amount), whole(part.creditAmount)])).toEqual([
      [50, 1_250],
    ]);
  });
});

describe('a reversal', () => {
  const reversal = {
    originalKey: 2,
    reversalKey: 9,
    originalIsDebit: false,
    effectiveDate: '2026-02-01',
  };

  it('gives back what its original had paid, and then the two settle each other', () => {
    const result = settle(
      [one(1, 100), one(2, 100), one(9, 100)],
      [link('a', 1, 2, 70, '2026-01-10')],
      [reversal],
    );
    expect(lines(result)).toEqual([
      '2026-01-10 a: 1 ← 2 70',
      '2026-02-01 a: 1 ← 2 -70',
      '2026-02-01 reversal:9: 9 ← 2 100',
    ]);
  });

  it('of a later day changes nothing before it, nor the order of links that compete', () => {
    const documents = () => [one(1, 50), one(2, 50), one(3, 50), one(9, 50)];
    const links = [link('a', 1, 3, 50, '2026-01-10'), link('b', 1, 2, 50, '2026-01-10')];
    const first = '2026-01-10 a: 1 ← 3 50';
    expect(lines(settle(documents(), links, []))).toEqual([first]);
    expect(lines(settle(documents(), links, [reversal]))[0]).toBe(first);
  });

  it('leaves nothing of its original for links of a later day', () => {
    const result = settle(
      [one(1, 100), one(2, 100), one(9, 100)],
      [link('late', 1, 2, 70, '2026-03-01')],
      [reversal],
    );
    expect(lines(result)).toEqual(['2026-02-01 reversal:9: 9 ← 2 100']);
    expect(result.excesses.map((excess) => whole(excess.amount))).toEqual([70]);
  });

  it('undoes a link of its own day, too', () => {
    const result = settle(
      [one(1, 100), one(2, 100), one(9, 100)],
      [link('same', 1, 2, 70, '2026-02-01')],
      [reversal],
    );
    expect(lines(result)).toEqual([
      '2026-02-01 same: 1 ← 2 70',
      '2026-02-01 same: 1 ← 2 -70',
      '2026-02-01 reversal:9: 9 ← 2 100',
    ]);
  });
});

describe('a set that is declared cleared', () => {
  const debit = one(1, 100);
  const credits = [one(2, 60), one(3, 35)];
  const cleared = { isFullyCleared: true };
  it('leaves nothing once all links of its day have applied', () => {
    const { applied } = settle(
      [structuredClone(debit), ...structuredClone(credits)],
      [link('a', 1, 2, 60, '2026-01-10', cleared), link('b', 1, 3, 35, '2026-01-10', cleared)],
      [],
    );
    expect(
      applied.map((part) => [part.allocationId, whole(part.amount), whole(part.debitCleared)]),
    ).toEqual([
      ['a', 60, 0],
      ['b', 35, 0],
      ['a', 0, 5],
    ]);
  });

  it('is open again with what had paid it when its payment is reversed', () => {
    const documents = [one(1, 100), one(2, 90), one(9, 90)];
    settle(
      documents,
      [link('a', 1, 2, 90, '2026-01-10', cleared)],
      [
        {
          originalKey: 2,
          reversalKey: 9,
          originalIsDebit: false,
          effectiveDate: '2026-02-10',
        },
      ],
    );
    expect(documents.map(({ parts }) => parts.map(({ open }) => whole(open)))).toEqual([
      [100],
      [0],
      [0],
    ]);
  });

  it('clears nothing where its link found nothing to settle', () => {
    const documents = [one(1, 100), one(2, 60), one(3, 60)];
    settle(
      documents,
      [link('a', 3, 2, 60, '2026-01-05'), link('b', 1, 2, 60, '2026-01-10', cleared)],
      [],
    );
    expect(documents[0]?.parts.map(({ open }) => whole(open))).toEqual([100]);
  });
});

it('a link across currencies over several parts takes no more of the credit than it says', () => {
  const parts = [70, 30].map((open, i) => ({
    itemKey: i + 1,
    instalmentNo: i + 1,
    open: units(open),
  }));
  const documents = [{ key: 1, parts }, one(3, 100)];
  settle(documents, [link('a', 1, 3, 100, '2026-01-10', { creditAmount: units(90) })], []);
  expect(documents.map((each) => each.parts.map(({ open }) => whole(open)))).toEqual([
    [0, 0],
    [10],
  ]);
});
