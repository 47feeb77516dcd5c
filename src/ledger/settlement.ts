import {
  type OpenPart,
  type SettleDocument,
  type SettleLink,
  type SettleReversal,
  settle,
} from '../domain/allocation/settle';
import type { Cell, Engine, Row, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';
import { assert } from '../lib/assert';
import { deductions } from './links';

/** More than this would not fit the page; such a ledger is refused with a clear text. */
const irregularLinksMax = 2_000_000;

const text = (cell: Cell | undefined): string => {
  assert(typeof cell === 'string', `expected text, found ${String(cell)}`);
  return cell;
};
const int = (cell: Cell | undefined): number => {
  assert(typeof cell === 'number', `expected a whole number, found ${String(cell)}`);
  return cell;
};

/** A DECIMAL(18,4) in whole ten-thousandths. */
const units = (cell: Cell | undefined): bigint => {
  const written = text(cell);
  const [whole = '0', fraction = ''] = written.replace('-', '').split('.');
  const magnitude = BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0').slice(0, 4));
  return written.startsWith('-') ? -magnitude : magnitude;
};

const written = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

/** Links that touch an irregular item, and reversals: read, settled in order, and put into `settled`. */
export async function settleIrregular(engine: Engine, options: RunOptions): Promise<void> {
  const touched = sql`(debit_key IN (SELECT item_key FROM irregular) OR credit_key IN (SELECT item_key FROM irregular))`;
  const linkRows = await engine.rows(
    sql`SELECT a.allocation_id, g.* EXCLUDE (allocation_key)
        FROM (SELECT * FROM given_link WHERE ${touched} LIMIT ${irregularLinksMax + 1}) g
        JOIN allocation a ON a.allocation_key = g.allocation_key`,
    options,
  );
  assert(
    linkRows.length <= irregularLinksMax,
    `more than ${irregularLinksMax} links need settling in order`,
  );
  const reversalRows = await engine.rows(
    sql`SELECT r.original_key, r.reversal_key, r.effective_date, o.side
        FROM reversal r JOIN item o ON o.item_key = r.original_key`,
    options,
  );
  if (linkRows.length === 0 && reversalRows.length === 0) return;

  const partRows = await engine.rows(
    sql`WITH anchor AS (
          SELECT debit_key AS item_key FROM given_link WHERE ${touched}
          UNION SELECT credit_key FROM given_link WHERE ${touched}
          UNION SELECT original_key FROM reversal UNION SELECT reversal_key FROM reversal)
        SELECT a.item_key AS anchor_key, i.item_key, i.instalment_no, i.amount
        FROM anchor JOIN item a ON a.item_key = anchor.item_key
        JOIN item i ON i.item_key = a.item_key
          OR (a.is_instalment AND i.is_instalment AND i.document_id = a.document_id AND i.side = a.side)
        ORDER BY anchor_key, i.due_date, i.instalment_no`,
    options,
  );

  const { applied, excesses } = settle(
    documentsOf(partRows),
    linkRows.map(linkOf),
    reversalRows.map(
      (row): SettleReversal => ({
        originalKey: int(row['original_key']),
        reversalKey: int(row['reversal_key']),
        originalIsDebit: row['side'] === 1,
        effectiveDate: text(row['effective_date']),
      }),
    ),
  );

  const lines = applied.map((part, seq) => [
    part.allocationId,
    part.debitItem,
    part.creditItem,
    part.effectiveDate,
    seq + 1,
    part.isUndo,
    written(part.amount),
    written(part.creditAmount),
    ...deductions.map((_, i) => written(part.deductions[i] ?? 0n)),
    written(part.creditWriteOff),
    written(part.debitCleared),
    written(part.creditCleared),
  ]);
  await insertLines(engine, 'settled', lines, options);
  await insertLines(
    engine,
    'excess',
    excesses.map((excess) => [
      excess.allocationId,
      excess.debitKey,
      excess.creditKey,
      written(excess.amount),
    ]),
    options,
  );
}

function documentsOf(rows: readonly Row[]): readonly SettleDocument[] {
  const parts = new Map<number, OpenPart[]>();
  for (const row of rows) {
    const key = int(row['anchor_key']);
    const amount = units(row['amount']);
    const number = row['instalment_no'];
    const part: OpenPart = {
      itemKey: int(row['item_key']),
      instalmentNo: typeof number === 'number' ? number : undefined,
      open: amount < 0n ? -amount : amount,
    };
    const known = parts.get(key);
    if (known) known.push(part);
    else parts.set(key, [part]);
  }
  return [...parts].map(([key, list]) => ({ key, parts: list }));
}

function linkOf(row: Row): SettleLink {
  const number = row['instalment_no'];
  return {
    allocationId: text(row['allocation_id']),
    debitKey: int(row['debit_key']),
    creditKey: int(row['credit_key']),
    instalmentNo: typeof number === 'number' ? number : undefined,
    effectiveDate: text(row['effective_date']),
    amount: units(row['amount']),
    creditAmount: units(row['credit_amount']),
    deductions: deductions.map((name) => units(row[name])),
    creditWriteOff: units(row['credit_write_off_amount']),
    isFullyCleared: row['is_fully_cleared'] === true,
  };
}

/** Adds rows as literals, in pieces that the parser takes easily. */
async function insertLines(
  engine: Engine,
  table: string,
  lines: readonly (readonly (string | number | boolean)[])[],
  options: RunOptions,
): Promise<void> {
  const piece = 2_000;
  for (let from = 0; from < lines.length; from += piece) {
    const values = lines
      .slice(from, from + piece)
      .map((line) => sql`(${sql.join(line.map((value) => sql`${value}`))})`);
    await engine.exec(sql`INSERT INTO ${sql.id(table)} VALUES ${sql.join(values)}`, options);
  }
}
