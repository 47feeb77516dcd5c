import { expect, it } from 'vitest';
import { overviewFigures } from './overview';

const now = {
  currency: 'EUR',
  b0: '70.00',
  b1: '20.00',
  b2: '10.00',
  total: '100.00',
  item_count: 4,
};
const before = {
  currency: 'EUR',
  b0: '90.00',
  b1: '5.00',
  b2: '0.00',
  total: '95.00',
  item_count: 3,
};

it('the overview’s figures are what is open, what is past due, its share, and the change of both', () => {
  expect(overviewFigures(now, before, [0, 30])).toEqual({
    currency: 'EUR',
    open: '100',
    itemCount: 4,
    pastDue: '30',
    pastDueShare: '0.3',
    openChange: '5',
    pastDueChange: '25',
  });
});

it('there is no change where nothing came before, and no share where nothing is open', () => {
  const nothing = { ...now, b0: '0.00', b1: '5.00', b2: '-5.00', total: '0.00' };
  expect(overviewFigures(nothing, undefined, [0, 30])).toMatchObject({
    pastDue: '0',
    pastDueShare: undefined,
    openChange: undefined,
    pastDueChange: undefined,
  });
});
