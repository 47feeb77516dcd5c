import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { sql } from '../../src/engine/sql';
import { createCanonicalTables } from '../../src/ledger/schema';
import { commitImports, type ImportOutcome } from '../../src/session/import/commit';
import { type ImportPlan, planImport } from '../../src/session/import/plan';
import { stageFile } from '../../src/session/import/stageFile';
import { suggestMapping } from '../../src/session/import/suggest';

/** Every file here goes the way of large ones: read where it stands, typed while it is scanned, never copied. */
const asLarge = { directBytesMin: 0, keptRowsMin: 0 };
const work = { lane: 'work' } as const;

let engine: Engine;
let files = 0;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());
beforeEach(() => createCanonicalTables(engine, work));

async function plan(content: string): Promise<ImportPlan> {
  files += 1;
  const file = { name: `invoices-${files}.csv`, blob: new Blob([content]) };
  const staged = await stageFile(engine, file, `stage_${files}`, asLarge);
  const suggestion = await suggestMapping(engine, staged, work);
  if (!suggestion) throw new Error('not recognised');
  return planImport(engine, staged, suggestion.mapping, work);
}

async function bring(content: string, options: object = asLarge): Promise<ImportOutcome> {
  const [outcome] = await commitImports(engine, [await plan(content)], options);
  if (!outcome) throw new Error('nothing came of it');
  return outcome;
}

const documents = async (): Promise<readonly string[]> => {
  const rows = await engine.rows(
    sql`SELECT document_id || ' ' || CAST(amount AS VARCHAR) AS line FROM document ORDER BY document_id`,
  );
  return rows.map((row) => String(row['line']));
};

const header = 'invoice_number,customer_id,invoice_date,due_date,currency,amount';
const row = (id: string, amount: string): string => `${id},C1,2026-01-10,2026-02-10,EUR,${amount}`;
const file = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('a large file', () => {
  it('brings its rows in, and what is built of them finds their file and line', async () => {
    await bring(file(row('A1', '10.00'), row('A2', '20.00')));
    expect(await documents()).toEqual(['A1 10.0000', 'A2 20.0000']);
    const lines = await engine.rows(
      sql`SELECT i.document_id, x.source_row FROM item i
          JOIN document_text x ON x.document_key = i.document_key ORDER BY 1`,
    );
    expect(lines.map((line) => `${line['document_id']}:${line['source_row']}`)).toEqual([
      'A1:2',
      'A2:3',
    ]);
  });

  it('stands beside other large files', async () => {
    await bring(file(row('A1', '10.00')));
    await bring(`payment_id,invoice_number,customer_id,payment_date,amount,currency
P1,A1,C1,2026-03-01,4.00,EUR
`);
    expect(await documents()).toEqual(['A1 10.0000', 'P1 -4.0000']);
    const [open] = await engine.rows(
      sql`SELECT CAST(sum(open_amount) AS VARCHAR) AS open FROM span WHERE valid_to > DATE '9000-01-01'`,
    );
    expect(open?.['open']).toBe('6.0000');
  });

  it('stands beside another one of the same kind', async () => {
    await bring(file(row('A1', '10.00')));
    await bring(file(row('A2', '20.00')));
    expect(await documents()).toEqual(['A1 10.0000', 'A2 20.0000']);
    const parts = await engine.rows(
      sql`SELECT count(*) AS n FROM duckdb_views() WHERE view_name LIKE 'document_part_%'`,
    );
    expect(parts[0]?.['n']).toBe(2);
  });

  it.each([
    ['another large file', asLarge],
    ['a small one', {}],
  ])('gives way to a row of the same id in %s, and to no other', async (_, options) => {
    await bring(file(row('A1', '10.00'), row('A2', '20.00')));
    const outcome = await bring(file(row('A2', '25.00'), row('A3', '30.00')), options);
    expect(outcome.tables.find(({ table }) => table === 'document')).toEqual({
      table: 'document',
      rows: 2,
      superseded: 1,
    });
    expect(await documents()).toEqual(['A1 10.0000', 'A2 25.0000', 'A3 30.0000']);
    const kept = await engine.rows(
      sql`SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'kept_')`,
    );
    expect(kept, 'typed rows that nothing reads any more').toEqual([]);
  });

  it('that is cancelled while the ledger is built leaves what was there', async () => {
    await bring(file(row('A1', '10.00')));
    const cancel = new AbortController();
    const next = await plan(file(row('A2', '20.00')));
    const committing = commitImports(engine, [next], {
      ...asLarge,
      signal: cancel.signal,
      onStep: (step) => {
        if (step === 'links') cancel.abort();
      },
    });
    await expect(committing).rejects.toMatchObject({ kind: 'Cancelled' });
    expect(await documents()).toEqual(['A1 10.0000']);
    await commitImports(engine, [next], asLarge);
    expect(await documents()).toEqual(['A1 10.0000', 'A2 20.0000']);
  });

  it('tells the line, the field and the value of a row that cannot be read', async () => {
    const { goodCount, rejects } = await plan(
      file(row('A1', '10.00'), 'A2,C1,2026-02-31,2026-03-10,EUR,5.00', row('A3', 'ten')),
    );
    expect(goodCount).toBe(1);
    expect(rejects).toEqual([
      { line: 3, reason: 'unreadable', field: 'document_date', value: '2026-02-31' },
      { line: 4, reason: 'unreadable', field: 'amount', value: 'ten' },
    ]);
  });

  it('is read by what all of its rows say where the first ones said something else', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => row(`A${i}`, '1.00'));
    const { goodCount, goodTotals } = await plan(file(...many, row('B1', '"1,234.50"')));
    expect([goodCount, goodTotals[0]?.amount]).toEqual([5_001, '6234.5000']);
  });

  it('with rows of nothing but separators loses none of the others', async () => {
    const { goodCount } = await plan(file(row('A1', '1.00'), ',,,,,', row('A2', '2.00'), ',,,,,'));
    expect(goodCount).toBe(2);
  });

  it('with a row that is too long is mended, and says which', async () => {
    const { goodCount, rejects } = await plan(
      file(row('A1', '1.00'), `${row('A2', '2.00')},extra`, row('A3', '3.00')),
    );
    expect([goodCount, rejects.map(({ line, reason }) => `${line} ${reason}`)]).toEqual([
      2,
      ['3 too_wide'],
    ]);
  });

  it('gives a second plan its own rows when the mapping is changed and changed back', async () => {
    const first = await plan(file(row('A1', '10.00'), row('A2', '20.00')));
    const turned = { ...first.mapping, flipSign: true };
    await planImport(engine, first.staged, turned, work);
    const again = await planImport(engine, first.staged, first.mapping, work);
    expect(again.goodTotals).toEqual(first.goodTotals);
  });
});
