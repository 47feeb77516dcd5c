import { expect, it } from 'vitest';
import { type Flow, type FlowPart, transitions } from './rollRates';

const none: FlowPart = { amount: '0', itemCount: 0 };
const part = (amount: string, itemCount = 1): FlowPart => ({ amount, itemCount });

const flow = (of: Partial<Flow>): Flow => ({
  periodFrom: '2026-09-30',
  periodTo: '2026-10-31',
  currency: 'EUR',
  fromBucket: undefined,
  toBucket: undefined,
  stayed: none,
  opened: none,
  ...of,
  closed: { collected: none, credited: none, written_off: none, other: none, ...of.closed },
});

const lines = (flows: readonly Flow[]) =>
  transitions(flows, [0, 30]).map((one) =>
    [one.currency, one.fromState, one.toState, one.amount, one.itemCount, one.rate].join(' '),
  );

it('flows of one bucket are shares of what was open in it, wherever they went', () => {
  expect(
    lines([
      flow({ fromBucket: 0, toBucket: 1, stayed: part('60', 2) }),
      flow({
        fromBucket: 0,
        closed: { collected: part('30'), credited: none, written_off: part('10'), other: none },
      }),
    ]),
  ).toEqual([
    'EUR b0 b1 60 2 0.600000',
    'EUR b0 collected 30 1 0.300000',
    'EUR b0 written_off 10 1 0.100000',
  ]);
});

it('what is opened in between comes from new, whatever its item was before', () => {
  expect(
    lines([
      flow({ fromBucket: 1, toBucket: 2, stayed: part('70'), opened: part('30') }),
      flow({ toBucket: 2, opened: part('60') }),
      flow({ toBucket: 0, opened: part('10') }),
    ]),
  ).toEqual(['EUR b1 b2 70 1 1.000000', 'EUR new b2 90 2 0.900000', 'EUR new b0 10 1 0.100000']);
});

it('a rate of nothing is empty, and currencies and months are matrices of their own', () => {
  expect(
    lines([
      flow({ fromBucket: 0, toBucket: 0, stayed: part('5') }),
      flow({ fromBucket: 0, toBucket: 0, stayed: part('5'), currency: 'USD' }),
      flow({ fromBucket: 0, toBucket: 0, stayed: part('5'), periodTo: '2026-11-30' }),
      flow({ fromBucket: 1, toBucket: 1, stayed: part('5') }),
      flow({ fromBucket: 1, toBucket: 2, stayed: part('-5') }),
    ]),
  ).toEqual([
    'EUR b0 b0 5 1 1.000000',
    'USD b0 b0 5 1 1.000000',
    'EUR b0 b0 5 1 1.000000',
    'EUR b1 b1 5 1 ',
    'EUR b1 b2 -5 1 ',
  ]);
});

it('states stand in the order of their buckets, then what is new and what became of the rest', () => {
  const places = transitions(
    [
      flow({ toBucket: 2, opened: part('1') }),
      flow({
        fromBucket: 2,
        closed: {
          collected: part('1'),
          credited: part('1'),
          written_off: part('1'),
          other: part('1'),
        },
      }),
    ],
    [0, 30],
  ).map((one) => `${one.fromState} ${one.fromPlace} ${one.toState} ${one.toPlace}`);
  expect(places).toEqual([
    'new 3 b2 2',
    'b2 2 collected 3',
    'b2 2 credited 4',
    'b2 2 written_off 5',
    'b2 2 other 6',
  ]);
});
