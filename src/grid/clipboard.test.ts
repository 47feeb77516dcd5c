import { expect, it } from 'vitest';
import type { Column } from '../domain/report/column';
import { translator } from '../i18n/translate';
import { type CellStyle, cellText } from './cellText';
import { blockText } from './clipboard';

const columns: readonly Column[] = [
  { id: 'number', label: { key: 'column.number' }, kind: 'id' },
  { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
  { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
  { id: 'open_amount', label: { key: 'column.openAmount' }, kind: 'money' },
  { id: 'days', label: { key: 'column.daysPastDue' }, kind: 'integer' },
];
const rows = [
  { number: '007', kind: 'invoice', due_date: '2026-09-15', open_amount: '-1234.50', days: 1046 },
  { number: '=cmd|"x"\t', kind: 'odd', due_date: null, open_amount: null, days: null },
];
const spanish: CellStyle = { locale: 'es', negative: 'parentheses', translate: translator('es') };

it('a copied block is tab-separated text with headers that a spreadsheet of the language takes', () => {
  expect(
    blockText(columns, ['Número', 'Clase', 'Vencimiento', 'Pendiente', 'Días'], rows, spanish),
  ).toBe(
    [
      'Número\tClase\tVencimiento\tPendiente\tDías',
      '007\tFactura\t2026-09-15\t-1234,50\t1046',
      `"'=cmd|""x""\t"\todd\t\t\t`,
    ].join('\r\n'),
  );
});

it('a cell shows amounts, dates, counts and codes as the language does, and nothing for null', () => {
  const shown = rows.map((row) =>
    columns.map((column) => cellText(column, row[column.id as keyof typeof row], spanish)),
  );
  expect(shown).toEqual([
    ['007', 'Factura', '15/09/2026', '(1.234,50)', '1.046'],
    ['=cmd|"x"\t', 'odd', '', '', ''],
  ]);
});
