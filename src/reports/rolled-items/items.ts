import { type Sql, sql } from '../../engine/sql';
import { unchangedItems } from '../roll-rates/debits';
import { flowNames, itemFlowTables, rollFlows } from '../roll-rates/flows';
import { periodsOf } from '../roll-rates/params';
import { matrixOf, type RolledItemsParams } from './params';

type FlowName = (typeof flowNames)[number];

/** A bucket's id by its place. */
const stateOf = (place: string): Sql => sql`'b' || CAST(${sql.id(place)} AS VARCHAR)`;

/** The states of a flow before and after: what was opened was in none before, what was closed is in none after. */
function statesOf(flow: FlowName): readonly [before: Sql, after: Sql] {
  if (flow === 'stayed') return [stateOf('from_place'), stateOf('to_place')];
  if (flow === 'opened') return [sql`'new'`, stateOf('to_place')];
  return [sql`coalesce(${stateOf('from_place')}, 'new')`, sql`${flow}`];
}

/** Rows with the amounts of all flows as a row a flow, of those that the parameters ask for. */
function flowRows(p: RolledItemsParams, source: Sql, keys: Sql, amountOf: (flow: FlowName) => Sql) {
  const rows = flowNames.map((flow) => {
    const [before, after] = statesOf(flow);
    return sql`SELECT ${keys}, ${before} AS from_state, ${after} AS to_state, ${amountOf(flow)} AS amount
      FROM ${source} WHERE ${amountOf(flow)} <> 0`;
  });
  const conditions = [
    ...(p.fromState === undefined ? [] : [sql`from_state = ${p.fromState}`]),
    ...(p.toState === undefined ? [] : [sql`to_state = ${p.toState}`]),
  ];
  return sql`SELECT * FROM (${sql.join(rows, ' UNION ALL ')}) f WHERE ${sql.join(conditions, ' AND ', 'TRUE')}`;
}

/** Where each debit went: `item_key, view_key, from_state, to_state, amount`, a row a way that some of it went. */
export function rolledItems(p: RolledItemsParams): Sql {
  const matrix = matrixOf(p);
  const columns = sql.join([
    ...['item_key', 'view_key', 'from_place', 'to_place'].map((name) => sql.id(name)),
    ...flowNames.map((flow) => sql.id(`${flow}_part`)),
  ]);
  const unchanged = periodsOf(matrix).map(
    (period) => sql`SELECT ${columns} FROM (${unchangedItems(matrix, period)}) u`,
  );
  return sql`
    WITH ${itemFlowTables(matrix)}, all_flow AS (
      SELECT ${columns} FROM item_flow UNION ALL ${sql.join(unchanged, ' UNION ALL ')}
    ) ${flowRows(p, sql`all_flow`, sql`item_key, view_key`, (flow) => sql.id(`${flow}_part`))}`;
}

/** The same flows as the matrix adds them up: `currency, from_state, to_state, amount`. */
export function matrixFlows(p: RolledItemsParams): Sql {
  return sql`
    WITH matrix_flow AS (${rollFlows(matrixOf(p))})
    ${flowRows(p, sql`matrix_flow`, sql`currency`, (flow) => sql.id(flow))}`;
}
