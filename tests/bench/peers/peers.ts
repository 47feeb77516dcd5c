import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import * as aq from 'arquero';
import { naiveAging } from '../naive';

interface Columns {
  readonly [name: string]: readonly string[];
}

/** A plain CSV without quotes, as the generator writes it, by column. */
function columnsOf(text: string): Columns {
  const lines = text.split('\n');
  const headers = (lines[0] ?? '').split(',');
  const columns = headers.map((): string[] => []);
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const cells = line.split(',');
    for (let c = 0; c < columns.length; c += 1) columns[c]?.push(cells[c] ?? '');
  }
  return Object.fromEntries(headers.map((header, i) => [header, columns[i] ?? []]));
}

const day = (iso: string): number => Math.round(Date.parse(iso) / 86_400_000);
const cents = (text: string): number => Math.round(Number(text) * 100);
const column = (columns: Columns, name: string): readonly string[] => columns[name] ?? [];

async function sqlite(invoices: Columns, payments: Columns, dates: readonly string[]) {
  const module = await sqlite3InitModule();
  const db = new module.oo1.DB(':memory:');
  const started = performance.now();
  db.exec(
    'CREATE TABLE inv (document_id TEXT, currency TEXT, document_date INTEGER, due_date INTEGER, amount INTEGER)',
  );
  db.exec('CREATE TABLE pay (document_id TEXT, paid_on INTEGER, amount INTEGER)');
  db.exec('BEGIN');
  const inv = db.prepare('INSERT INTO inv VALUES (?, ?, ?, ?, ?)');
  column(invoices, 'invoice_number').forEach((id, i) => {
    inv
      .bind([
        id,
        column(invoices, 'currency')[i] ?? '',
        day(column(invoices, 'invoice_date')[i] ?? ''),
        day(column(invoices, 'due_date')[i] ?? ''),
        cents(column(invoices, 'amount')[i] ?? ''),
      ])
      .stepReset();
  });
  inv.finalize();
  const pay = db.prepare('INSERT INTO pay VALUES (?, ?, ?)');
  column(payments, 'invoice_number').forEach((id, i) => {
    pay
      .bind([
        id,
        day(column(payments, 'payment_date')[i] ?? ''),
        cents(column(payments, 'amount')[i] ?? ''),
      ])
      .stepReset();
  });
  pay.finalize();
  db.exec('COMMIT');
  const load = performance.now() - started;
  const naive = dates.map((date) => {
    const at = performance.now();
    db.exec({
      sql: naiveAging(date, (due) => `(${day(date)} - ${due})`, String(day(date))),
      returnValue: 'resultRows',
    });
    return performance.now() - at;
  });
  db.close();
  return { load, naive };
}

async function arquero(invoices: Columns, payments: Columns, dates: readonly string[]) {
  const started = performance.now();
  const inv = aq.table({
    document_id: column(invoices, 'invoice_number'),
    currency: column(invoices, 'currency'),
    document_date: column(invoices, 'invoice_date').map(day),
    due_date: column(invoices, 'due_date').map(day),
    amount: column(invoices, 'amount').map(cents),
  });
  const pay = aq.table({
    document_id: column(payments, 'invoice_number'),
    paid_on: column(payments, 'payment_date').map(day),
    amount: column(payments, 'amount').map(cents),
  });
  const load = performance.now() - started;
  const naive = dates.map((date) => {
    const at = performance.now();
    const limit = day(date);
    const paid = pay
      .params({ limit })
      .filter((d: { paid_on: number }, $: { limit: number }) => d.paid_on <= $.limit)
      .groupby('document_id')
      .rollup({ paid: aq.op.sum('amount') });
    inv
      .params({ limit })
      .filter((d: { document_date: number }, $: { limit: number }) => d.document_date <= $.limit)
      .join_left(paid, 'document_id')
      .derive({
        open: (d: { amount: number; paid: number | undefined }) => d.amount - (d.paid || 0),
        bucket: (d: { due_date: number }, $: { limit: number }) =>
          $.limit - d.due_date <= 0
            ? 0
            : $.limit - d.due_date <= 30
              ? 1
              : $.limit - d.due_date <= 60
                ? 2
                : $.limit - d.due_date <= 90
                  ? 3
                  : 4,
      })
      .filter((d: { open: number }) => d.open !== 0)
      .groupby('currency', 'bucket')
      .rollup({ open: aq.op.sum('open'), n: aq.op.count() })
      .objects();
    return performance.now() - at;
  });
  return { load, naive };
}

const input = document.querySelector('input');
let files: readonly File[] = [];
input?.addEventListener('change', () => {
  files = [...(input.files ?? [])];
});

Object.assign(globalThis, {
  run: async (name: 'sqlite' | 'arquero', dates: readonly string[]) => {
    const text = async (part: string) =>
      (await files.find((file) => file.name.includes(part))?.text()) ?? '';
    const invoices = columnsOf(await text('invoices'));
    const payments = columnsOf(await text('payments'));
    return name === 'sqlite'
      ? sqlite(invoices, payments, dates)
      : arquero(invoices, payments, dates);
  },
});
