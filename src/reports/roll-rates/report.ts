import {
  type ClosedState,
  closedStates,
  type Flow,
  type FlowPart,
  transitions,
} from '../../domain/aging/rollRates';
import type { Column, Drill } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import { sql } from '../../engine/sql';
import { policyText } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import { openAt } from '../aging/source';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy } from '../params';
import { rollFlows } from './flows';
import { agingAt, periodsOf, type RollRatesParams, rollRatesParams } from './params';
import { rollRatesTieOuts } from './tieOuts';

function flowOf(row: ResultRow): Flow {
  const part = (name: string): FlowPart => ({
    amount: String(row[name]),
    itemCount: Number(row[`${name}_count`]),
  });
  const place = (name: string): number | undefined =>
    row[name] === null ? undefined : Number(row[name]);
  const closed = Object.fromEntries(closedStates.map((state) => [state, part(state)]));
  return {
    periodFrom: String(row['period_from']),
    periodTo: String(row['period_to']),
    currency: String(row['currency']),
    fromBucket: place('from_place'),
    toBucket: place('to_place'),
    stayed: part('stayed'),
    opened: part('opened'),
    closed: closed as Record<ClosedState, FlowPart>,
  };
}

/** The items of a cell, or of the whole row: of the period and state of its row. */
function itemsOf(p: RollRatesParams, states: Drill['fromRow']): Drill {
  const { asOf: _asOf, ...policy } = policyText(agingAt(p, p.to));
  return {
    report: 'rolled-items',
    fixed: policy,
    fromRow: {
      ...{ from: 'period_from', asOf: 'period_to' },
      ...(p.currency === 'document' && { documentCurrency: 'currency' }),
      ...states,
    },
  };
}

const money = (id: string, key: string, drill: Drill): Column => ({
  id,
  label: { key },
  kind: 'money',
  currencyColumn: 'currency',
  drill,
});

export const rollRates = defineReport<RollRatesParams>({
  id: 'roll-rates',
  params: rollRatesParams,
  examples: [
    { to: '2026-08-31' },
    { from: '2026-03-31', to: '2026-08-31', currency: 'base', segment: 'business' },
    { to: '2026-08-31', months: '3', basis: 'document', disputed: 'exclude', allocation: 'oldest' },
    { to: '2026-08-15', months: '2', dueDate: 'original', edges: '-30,0,30' },
  ],
  compute: {
    inputs: (p) => ({ flows: rollFlows(p) }),
    rows: (p, { flows = [] }) =>
      transitions(flows.map(flowOf), p.edges).map((one) => ({
        period_from: one.periodFrom,
        period_to: one.periodTo,
        from_state: one.fromState,
        from_place: one.fromPlace,
        to_state: one.toState,
        to_place: one.toPlace,
        currency: one.currency,
        amount: one.amount,
        item_count: one.itemCount,
        from_amount: one.fromAmount,
        rate: one.rate ?? null,
      })),
  },
  order: () =>
    ['period_to', 'currency', 'from_place', 'to_place'].map((column) => ({
      column,
      direction: 'asc',
    })),
  columns: (p) => [
    { id: 'period_from', label: { key: 'column.periodFrom' }, kind: 'date', hidden: true },
    { id: 'period_to', label: { key: 'column.periodTo' }, kind: 'date' },
    { id: 'from_state', label: { key: 'column.fromState' }, kind: 'code' },
    { id: 'from_place', label: { key: 'column.fromPlace' }, kind: 'integer', hidden: true },
    { id: 'to_state', label: { key: 'column.toState' }, kind: 'code' },
    { id: 'to_place', label: { key: 'column.toPlace' }, kind: 'integer', hidden: true },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    money('amount', 'column.amount', itemsOf(p, { fromState: 'from_state', toState: 'to_state' })),
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer' },
    money('from_amount', 'column.fromAmount', itemsOf(p, { fromState: 'from_state' })),
    { id: 'rate', label: { key: 'column.rollRate' }, kind: 'ratio' },
  ],
  tieOuts: rollRatesTieOuts,
  missingRate: (p) => {
    const days = new Set(periodsOf(p).flatMap(({ from, to }) => [from, to]));
    const open = [...days].map((day) => sql`(${openAt(agingAt(p, day))})`);
    return missingRate(agingAt(p, p.to), sql.join(open, ' OR '));
  },
  days: (p) => periodsOf(p).flatMap(({ from, to }) => [from, to]),
  needs: agingNeeds,
  policy: (p) => ({
    ...agingPolicy(agingAt(p, p.to)),
    ...(p.from === undefined ? { months: p.months } : { from: p.from }),
    to: p.to,
  }),
});
