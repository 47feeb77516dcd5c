import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, sum } from '../money/decimal';
import { addDays, type IsoDate } from '../time/calendar';
import { partsOf, partsText, readParts } from './parts';
import { meaningsOf, readTerms } from './readTerms';
import { dueOn, readSteps, stepsText, type TermStep } from './steps';

const said = (text: string): string => {
  const steps = readTerms(text);
  return steps ? stepsText(steps) : 'not understood';
};

describe('payment terms in words', () => {
  it.each([
    ['Net 30', '+30d'],
    ['NET30', '+30d'],
    ['net-30 days', '+30d'],
    ['n/30', '+30d'],
    ['N30', '+30d'],
    ['NT30', '+30d'],
    ['30', '+30d'],
    ['30 days', '+30d'],
    ['30 days net', '+30d'],
    ['30 days from invoice date', '+30d'],
    ['Within 14 days', '+14d'],
    ['30 días', '+30d'],
    ['A 60 días', '+60d'],
    ['30 días fecha factura', '+30d'],
    ['30 D.F.', '+30d'],
    ['14 dní', '+14d'],
    ['14 dnů od vystavení', '+14d'],
    ['4 weeks', '+28d'],
    ['2 měsíce', '+2m'],
    ['3 meses', '+3m'],
    ['2/10 net 45', '+45d'],
    ['2/10, n/30', '+30d'],
    ['2% 10 Net 30', '+30d'],
    ['2% 10 / Neto 30', '+30d'],
    ['1.5% 10 days, net 30', '+30d'],
    ['Net 30 days 2% discount if paid within 10', '+30d'],
    ['30 days, 2% 10 days', '+30d'],
    ['splatnost 21 dnů', '+21d'],
    ['Splatnost: 21 dní', '+21d'],
    ['21 dnů splatnost', '+21d'],
    ['Due on receipt', '+0d'],
    ['Due upon receipt', '+0d'],
    ['C.O.D.', '+0d'],
    ['Contado', '+0d'],
    ['Pago inmediato', '+0d'],
    ['Ihned', '+0d'],
    ['Hotově', '+0d'],
    ['Net 0', '+0d'],
    ['EOM', 'month end'],
    ['Due end of the month', 'month end'],
    ['Fin de mes', 'month end'],
    ['Ke konci měsíce', 'month end'],
    ['Due end of next month', '+1m, month end'],
    ['End of Following Month', '+1m, month end'],
    ['Net 30 EOM', 'month end, +30d'],
    ['30 days EOM', 'month end, +30d'],
    ['EOM + 30', 'month end, +30d'],
    ['2/10 EOM 30', 'month end, +30d'],
    ['15 days after end of month', 'month end, +15d'],
    ['10 Days after End of Next Month', '+1m, month end, +10d'],
    ['30 días fin de mes', '+30d, month end'],
    ['30 días f.m.', '+30d, month end'],
    ['15th of the following month', '+1m, day 15'],
    ['MFI 20', '+1m, day 20'],
    ['Prox 10', '+1m, day 10'],
    ['20th MFI', '+1m, day 20'],
    ['Net 10 prox', '+1m, day 10'],
    ['Día 25 del mes siguiente', '+1m, day 25'],
    ['15. dne následujícího měsíce', '+1m, day 15'],
  ])('%s are %s', (text, steps) => {
    expect(said(text)).toBe(steps);
  });

  it.each([
    '',
    '0001',
    '030',
    'Z030',
    'PARTS3',
    'Standard',
    'See contract',
    '30/60/90',
    '30, 60 and 90 days',
    '30% Now, Balance 60 Days',
    '50 % předem, 50 % 30 dní',
    '2026-10-01',
    '45th of next month',
    '0 of next month',
    '9999 days',
    '-30',
    '−30',
    'net -30 days',
    '2/10 EOM',
    '2% 10 EOM',
    '30 days, 50% 60 days',
    'MFI 40',
    'net 30 '.repeat(20),
  ])('%s are not guessed at', (text) => {
    expect(said(text)).toBe('not understood');
  });
});

describe('steps of a payment term', () => {
  it.each([
    ['2026-01-31', '+30d', '2026-03-02'],
    ['2026-01-31', '+1m', '2026-02-28'],
    ['2024-01-31', '+1m', '2024-02-29'],
    ['2026-01-31', '+1m, +1m', '2026-03-28'],
    ['2026-11-30', '+3m', '2027-02-28'],
    ['2026-01-15', 'month end', '2026-01-31'],
    ['2026-01-31', 'month end, +30d', '2026-03-02'],
    ['2026-01-15', '+30d, month end', '2026-02-28'],
    ['2026-01-20', '+1m, day 15', '2026-02-15'],
    ['2026-01-20', '+1m, day 31', '2026-02-28'],
    ['2026-01-20', 'next day 20', '2026-01-20'],
    ['2026-01-21', 'next day 20', '2026-02-20'],
    ['2026-02-28', 'next day 31', '2026-02-28'],
    ['2026-12-25', 'next day 10', '2027-01-10'],
    ['2026-01-20', 'To  Next Day 5, + 2 d', '2026-02-07'],
  ])('from %s, %s lead to %s', (date, text, due) => {
    const steps = readSteps(text);
    expect(steps).toBeDefined();
    expect(dueOn(date as IsoDate, steps ?? [])).toBe(due);
  });

  it.each(['', ',', '+20', '20x', 'day 0', 'day 32', '+4000d', '+1d,+1d,+1d,+1d,+1d', '-3d'])(
    '“%s” are none',
    (text) => {
      expect(readSteps(text)).toBeUndefined();
    },
  );

  it('are read as they are written', () => {
    const step: fc.Arbitrary<TermStep> = fc.oneof(
      fc.record({ kind: fc.constant('days' as const), count: fc.nat({ max: 3650 }) }),
      fc.record({ kind: fc.constant('months' as const), count: fc.nat({ max: 120 }) }),
      fc.constant({ kind: 'month_end' as const, count: 0 }),
      fc.record({
        kind: fc.constantFrom('day' as const, 'next_day' as const),
        count: fc.integer({ min: 1, max: 31 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        expect(readSteps(stepsText(steps))).toEqual(steps);
      }),
    );
  });

  it('never lead back, except to an earlier day of the month that they name', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40_000 }), fc.integer({ min: 1, max: 31 }), (n, count) => {
        const date = addDays('1990-01-01' as IsoDate, n);
        for (const kind of ['days', 'months', 'next_day'] as const)
          expect(dueOn(date, [{ kind, count }]) >= date).toBe(true);
        expect(dueOn(date, [{ kind: 'month_end', count: 0 }]) >= date).toBe(true);
      }),
    );
  });
});

describe('what terms mean', () => {
  it('the table of payment terms says first, in all of its parts', () => {
    const meaning = meaningsOf(
      ['N30', 'PARTS', 'Net 14', 'Odd'],
      [
        { terms: 'N30', line: 1, steps: '+31d', shareKind: '', share: '' },
        { terms: 'PARTS', line: 2, steps: '+2m', shareKind: 'rest', share: '' },
        { terms: 'PARTS', line: 1, steps: '+1m', shareKind: 'percent of total', share: '30.00' },
        { terms: 'Odd', line: 1, steps: 'when it suits', shareKind: '', share: '' },
      ],
    );
    expect([...meaning].map(([name, parts]) => `${name}: ${partsText(parts)}`)).toEqual([
      'N30: +31d',
      'PARTS: 30 %: +1m; rest: +2m',
      'Net 14: +14d',
    ]);
  });

  const term = (...lines: readonly (readonly [kind: string, share: string])[]) =>
    readParts(
      lines.map(([shareKind, share], i) => ({
        ...{ terms: 'T', line: i + 1, steps: `+${i}d`, shareKind, share },
      })),
    );

  it.each([
    [
      'percents that do not make a whole',
      [
        ['percent of total', '30'],
        ['percent of total', '30'],
      ],
    ],
    [
      'a rest in the middle',
      [
        ['rest', ''],
        ['percent of total', '50'],
      ],
    ],
    [
      'a share below nothing',
      [
        ['fixed', '-5'],
        ['rest', ''],
      ],
    ],
    [
      'more than the whole',
      [
        ['percent of total', '101'],
        ['rest', ''],
      ],
    ],
    [
      'a kind that nobody knows',
      [
        ['most', '50'],
        ['rest', ''],
      ],
    ],
    [
      'no share where one is wanted',
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ] as const)('is not known where they have %s', (_name, lines) => {
    expect(term(...lines)).toBeUndefined();
  });

  it('in parts add up to the amount, each at the digits of its currency and none below zero', () => {
    const parts = term(
      ['fixed', '50'],
      ['percent of rest', '33.3333'],
      ['percent of total', '20'],
      ['rest', ''],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(0, 2, 3),
        (units, scale) => {
          const amount = exact(String(units)).div(exact('10').pow(scale));
          const due = partsOf(amount, '2026-01-31' as IsoDate, parts ?? [], scale);
          expect(sum(due.map((part) => part.amount)).eq(amount)).toBe(true);
          for (const part of due) {
            expect(part.amount.gt(0)).toBe(true);
            expect(part.amount.decimalPlaces()).toBeLessThanOrEqual(scale);
          }
        },
      ),
    );
  });
});
