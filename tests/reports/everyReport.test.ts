import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckdbDialect } from '../../src/engine/dialect';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine, Row } from '../../src/engine/port';
import { type Sql, sql } from '../../src/engine/sql';
import { loadFolder } from '../../src/headless/loadFolder';
import { ensureTables } from '../../src/ledger/ways';
import { type BoundReport, questionsOf } from '../../src/reports/define';
import { reports } from '../../src/reports/registry';
import { tableOf } from '../../src/reports/tableOf';
import { outsideSubset } from './commonSubset';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadFolder(engine, join(import.meta.dirname, '../../sample-data'));
});
afterAll(() => engine.close());

/** Every report with every one of its examples. */
const asked = reports.flatMap((report) =>
  report.examples.map((params) => {
    const bound = report.bind(params);
    if (!bound.ok) throw new Error(`${report.id}: an example is refused: ${bound.error}`);
    return { name: `${report.id} ${JSON.stringify(params)}`, bound: bound.value };
  }),
);

/** A report's rows as they are, which for one that computes them takes its questions' answers. */
async function answered(bound: BoundReport): Promise<Sql> {
  if (bound.source.kind === 'query') return rowsOf(bound);
  const answers: [string, readonly Row[]][] = [];
  for (const [name, question] of Object.entries(bound.source.inputs(duckdbDialect)))
    answers.push([name, await engine.rows(question)]);
  return tableOf(bound.columns, bound.source.rows(Object.fromEntries(answers)));
}

/** All statements of a report: its rows, its totals over them, its tie-outs. */
function statementsOf(bound: BoundReport): readonly { what: string; statement: Sql }[] {
  const questions = Object.entries(questionsOf(bound, duckdbDialect));
  const totals = bound.totals(sql`(${rowsOf(bound)}) w`);
  return [
    ...questions.map(([what, statement]) => ({ what, statement })),
    ...(totals ? [{ what: 'totals', statement: totals }] : []),
    ...bound.tieOutNames.map((name) => {
      const statement = bound.tieOut(name, duckdbDialect);
      if (!statement) throw new Error(`${bound.id} names tie-out ${name} but has none`);
      return { what: `tie-out ${name}`, statement };
    }),
  ];
}

/** A report's rows as a query; of one that computes them, none of them, with their columns. */
function rowsOf(bound: BoundReport): Sql {
  return bound.source.kind === 'query'
    ? bound.source.query(duckdbDialect)
    : tableOf(bound.columns, []);
}

describe('every report with every example', () => {
  it('is there at all, under an id of its own', () => {
    expect(asked.length).toBeGreaterThan(reports.length);
    expect(new Set(reports.map((report) => report.id)).size).toBe(reports.length);
  });

  it.each(asked)('$name: the engine understands every statement of it', async ({ bound }) => {
    await ensureTables(engine, bound.needs);
    for (const { what, statement } of statementsOf(bound)) {
      const plan = await engine.rows(sql`EXPLAIN ${statement}`);
      expect(plan.length, what).toBeGreaterThan(0);
    }
  });

  it.each(asked)('$name: keeps to the SQL that both engines read', ({ bound }) => {
    for (const { what, statement } of statementsOf(bound))
      expect(outsideSubset(statement.text), what).toEqual([]);
  });

  it.each(asked)('$name: gives the columns that it declares, and no other', async ({ bound }) => {
    await ensureTables(engine, bound.needs);
    const query = rowsOf(bound);
    const described = await engine.rows(sql`DESCRIBE ${query}`);
    const given = described.map((row) => String(row['column_name']));
    expect(given.toSorted()).toEqual(bound.columns.map((column) => column.id).toSorted());
    expect(given).toEqual(expect.arrayContaining(bound.order.map((key) => key.column)));
    for (const column of bound.columns) {
      const type = String(described[given.indexOf(column.id)]?.['column_type']);
      expect(type, `${bound.id}.${column.id}`).toMatch(typesOf[column.kind]);
      if (column.currencyColumn !== undefined) expect(given).toContain(column.currencyColumn);
    }
  });

  it.each(asked)('$name: no two rows share a place in its order', async ({ bound }) => {
    await ensureTables(engine, bound.needs);
    const query = await answered(bound);
    const keys = sql.join(bound.order.map((key) => sql.id(key.column)));
    const [rows] = await engine.rows(sql`SELECT count(*) AS n FROM (${query})`);
    const [places] = await engine.rows(
      sql`SELECT count(*) AS n FROM (SELECT DISTINCT ${keys} FROM (${query}))`,
    );
    expect(places?.['n']).toBe(rows?.['n']);
  });

  it.each(asked)('$name: its cells lead only where a report takes them', ({ bound }) => {
    for (const { id, drill } of bound.columns) {
      if (!drill) continue;
      const target = reports.find((report) => report.id === drill.report);
      const fromRow = Object.keys(drill.fromRow).map(
        (name) => [name, valuesOf[name] ?? 'x'] as const,
      );
      const answer = target?.bind({ ...Object.fromEntries(fromRow), ...drill.fixed });
      expect(answer?.ok, `${id} → ${drill.report} ${JSON.stringify(drill)}`).toBe(true);
      const own = bound.columns.map((column) => column.id);
      expect(own).toEqual(expect.arrayContaining(Object.values(drill.fromRow)));
    }
  });
});

/** A value that a parameter of a drill takes, where not every text is one. */
const valuesOf: Readonly<Record<string, string>> = {
  bucket: 'b0',
  asOf: '2026-09-30',
  fromState: 'b0',
  toState: 'b0',
  from: '2026-08-31',
  until: '2026-08-31',
};

const typesOf = {
  id: /^VARCHAR$/,
  text: /^VARCHAR$/,
  code: /^VARCHAR$/,
  date: /^DATE$/,
  money: /^DECIMAL\(18,4\)$/,
  ratio: /^DECIMAL\(18,6\)$/,
  rate: /^DECIMAL\(18,10\)$/,
  integer: /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/,
} as const;
