import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableDef } from '../domain/ledger/tables';
import { centsOf, rowsOf } from './control-totals';
import type { Row } from './csv';
import { miralba, type SampleLedger, tableText } from './miralba';
import { readmeText } from './readme';

const ledger = miralba();
const documents = rowsOf(ledger, 'document');
const allocations = rowsOf(ledger, 'allocation');
const get = (row: Row | undefined, column: string) => row?.[column] ?? '';
const byId = new Map(documents.map((row) => [get(row, 'document_id'), row]));

function hash(sample: SampleLedger): string {
  const all = createHash('sha256');
  for (const table of sample.tables) all.update(table.name).update(tableText(table));
  return all.update(readmeText(sample)).digest('hex');
}

describe('Servicios Miralba', () => {
  it('is the same to the byte for the same seed, and another ledger for another', () => {
    expect(hash(miralba())).toBe(hash(ledger));
    expect(hash(miralba('another'))).not.toBe(hash(ledger));
  });

  it('is what lies in sample-data', () => {
    const folder = new URL('../../sample-data/', import.meta.url);
    const index: unknown = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
    const files = ledger.tables.map((table) => {
      const text = tableText(table);
      expect(readFileSync(new URL(`${table.name}.csv`, folder), 'utf8')).toBe(text);
      return {
        name: `${table.name}.csv`,
        table: table.name,
        rows: table.rows.length,
        bytes: Buffer.byteLength(text),
        sha256: createHash('sha256').update(text).digest('hex'),
      };
    });
    expect(index).toMatchObject({ seed: ledger.seed, from: '2023-11-01', to: '2026-10-31', files });
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toBe(readmeText(ledger));
    expect(files.reduce((bytes, file) => bytes + file.bytes, 0)).toBeLessThan(3_900_000);
  });

  it('uses canonical columns, fills the required ones and repeats no key', () => {
    for (const table of ledger.tables) {
      const definition = tableDef(table.name);
      const columns = definition?.columns.map((column) => column.name) ?? [];
      expect(columns.filter((column) => table.columns.includes(column))).toEqual(table.columns);
      const required = definition?.columns.filter((column) => column.required) ?? [];
      for (const row of table.rows) {
        for (const { name } of required) expect(get(row, name)).not.toBe('');
      }
      const keys = table.rows.map((row) => definition?.key.map((key) => get(row, key)).join('|'));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('names only what exists, except the one unknown customer', () => {
    const customers = new Set(rowsOf(ledger, 'customer').map((row) => get(row, 'customer_id')));
    const unknown = documents.filter((row) => !customers.has(get(row, 'customer_id')));
    expect(unknown.map((row) => row['customer_id'])).toEqual(['C9904']);
    for (const row of allocations) {
      expect(centsOf(byId.get(get(row, 'credit_document_id')) ?? {}, 'amount') < 0n).toBe(true);
      expect(centsOf(byId.get(get(row, 'debit_document_id')) ?? {}, 'amount') > 0n).toBe(true);
    }
    for (const row of rowsOf(ledger, 'gl_entry')) {
      expect(get(row, 'document_id') === '' || byId.has(get(row, 'document_id'))).toBe(true);
    }
  });

  it('adds the parts of each instalment plan up to its document', () => {
    const parts = new Map<string, bigint>();
    for (const row of rowsOf(ledger, 'instalment')) {
      const id = get(row, 'document_id');
      parts.set(id, (parts.get(id) ?? 0n) + centsOf(row, 'amount'));
    }
    expect(parts.size).toBeGreaterThan(8);
    for (const [id, amount] of parts) expect(amount).toBe(centsOf(byId.get(id) ?? {}, 'amount'));
  });

  it('stays between its first and last day, drafts without a posting date', () => {
    for (const row of documents) {
      const date = get(row, 'posting_date');
      if (row['status'] === 'draft') expect(date).toBe('');
      else expect(date >= '2023-11-01' && date <= '2026-10-31').toBe(true);
    }
    const early = documents.filter((row) => get(row, 'due_date') < get(row, 'document_date'));
    const due = early.filter((row) => row['due_date'] !== '');
    const [planted] = ledger.mistakes.filter((m) => m.name === 'Due before it was written');
    expect(due.map((row) => row['document_id'])).toEqual(planted?.ids);
  });

  it.each<[string, (row: Row) => boolean, number]>([
    ['residential customers', (row) => row['segment'] === 'residential', 170],
    ['sub-companies', (row) => row['parent_id'] !== '', 3],
    ['closed customers', (row) => row['status'] === 'closed', 10],
  ])('has %s', (_, fits, least) => {
    expect(rowsOf(ledger, 'customer').filter(fits).length).toBeGreaterThanOrEqual(least);
  });

  it.each<[string, (row: Row) => boolean, number]>([
    ['invoices', (row) => row['kind'] === 'invoice', 3_500],
    ['invoices in dollars', (row) => row['kind'] === 'invoice' && row['currency'] === 'USD', 80],
    ['invoices in crowns', (row) => row['kind'] === 'invoice' && row['currency'] === 'CZK', 80],
    ['credit notes', (row) => row['kind'] === 'credit_note', 50],
    ['debit notes', (row) => row['kind'] === 'debit_note', 10],
    ['fees', (row) => row['kind'] === 'fee', 30],
    ['interest', (row) => row['kind'] === 'interest', 20],
    ['write-offs', (row) => row['kind'] === 'write_off', 10],
    ['refunds', (row) => row['kind'] === 'refund', 4],
    ['balances brought forward', (row) => row['kind'] === 'opening_balance', 5],
    ['returned direct debits', (row) => row['reverses_document_id'] !== '', 25],
    ['disputes', (row) => row['disputed'] === 'true', 15],
    ['drafts', (row) => row['status'] === 'draft', 3],
    ['voids', (row) => row['status'] === 'void', 3],
  ])('has %s', (_, fits, least) => {
    expect(documents.filter(fits).length).toBeGreaterThanOrEqual(least);
  });

  it.each<[string, (row: Row) => boolean, number]>([
    ['discounts taken', (row) => row['discount_amount'] !== '', 30],
    ['bank charges', (row) => row['charge_amount'] !== '', 3],
    ['small differences written off', (row) => row['write_off_amount'] !== '', 10],
    ['receipts that name an instalment', (row) => row['instalment_no'] !== '', 5],
    ['receipts in another currency', (row) => row['amount'] !== row['credit_amount'], 2],
    ['receipts for another customer', (row) => paidByAnother(row), 20],
  ])('has allocations with %s', (_, fits, least) => {
    expect(allocations.filter((row) => fits(filled(row))).length).toBeGreaterThanOrEqual(least);
  });

  it('has unapplied cash', () => {
    const applied = new Set(allocations.map((row) => row['credit_document_id']));
    const reversed = new Set(documents.map((row) => row['reverses_document_id']));
    const idle = documents.filter(
      (row) =>
        row['kind'] === 'payment' &&
        centsOf(row, 'amount') < 0n &&
        !applied.has(row['document_id']) &&
        !reversed.has(row['document_id']),
    );
    expect(idle.length).toBeGreaterThan(8);
  });

  it('uses most water in summer, most gas in winter, and telecom evenly', () => {
    const perDocument = (service: string, months: readonly string[]) => {
      const readings = rowsOf(ledger, 'usage').filter(
        (row) =>
          row['service'] === service && months.includes(get(row, 'period_start').slice(5, 7)),
      );
      const quantity = readings.reduce((sum, row) => sum + Number(row['quantity']), 0);
      return quantity / readings.length;
    };
    const [summer, winter] = [
      ['07', '08'],
      ['12', '01'],
    ];
    expect(perDocument('water', summer)).toBeGreaterThan(1.4 * perDocument('water', winter));
    expect(perDocument('gas', winter)).toBeGreaterThan(3 * perDocument('gas', summer));
    const telecom = perDocument('telecom', summer) / perDocument('telecom', winter);
    expect(Math.abs(telecom - 1)).toBeLessThan(0.2);
  });
});

/** A row with every deduction column, empty where the table left it out. */
function filled(row: Row): Row {
  const empty = { discount_amount: '', charge_amount: '', write_off_amount: '', instalment_no: '' };
  return { ...empty, ...row };
}

function paidByAnother(row: Row): boolean {
  const credit = byId.get(get(row, 'credit_document_id'));
  return get(credit, 'customer_id') !== get(byId.get(get(row, 'debit_document_id')), 'customer_id');
}
