import type { Column } from '../../../src/domain/report/column';
import type { ResultRow } from '../../../src/domain/report/result';
import type { CellEditor } from '../../../src/grid/editing';

export const columns: readonly Column[] = [
  { id: 'number', label: { key: 'column.number' }, kind: 'id' },
  { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
  { id: 'customer', label: { key: 'column.customerName' }, kind: 'text' },
  { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
  { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
  { id: 'collector', label: { key: 'dimension.collector' }, kind: 'text' },
  { id: 'disputed', label: { key: 'column.disputed' }, kind: 'code' },
  { id: 'reminders', label: { key: 'column.itemCount' }, kind: 'integer' },
  { id: 'note', label: { key: 'column.description' }, kind: 'text' },
];

const collectors = ['Ana Ruiz', 'Božena Němcová', 'Carlos Vega', 'Carla Vidal'];

const editors: Readonly<Record<string, CellEditor>> = {
  customer: { kind: 'text', required: true, maxLength: 40 },
  due_date: { kind: 'date', required: true },
  amount: { kind: 'amount', decimalsMax: 2 },
  collector: {
    kind: 'choice',
    choices: collectors.map((label, index) => ({ value: `c${index}`, label })),
  },
  disputed: { kind: 'yesNo' },
  reminders: { kind: 'integer' },
  note: { kind: 'text' },
};

export function editorOf(column: Column): CellEditor | undefined {
  return editors[column.id];
}

export function invoices(count: number): readonly ResultRow[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `F-${index + 1}`,
    customer: `Customer ${(index % 7) + 1}`,
    due_date: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
    amount: `${100 + index}.50`,
    currency: 'EUR',
    collector: index % 3 === 0 ? `c${index % 4}` : null,
    disputed: index % 5 === 0,
    reminders: index % 4,
    note: null,
  }));
}
