import type { Column, Drill } from '../../domain/report/column';
import { policyText } from '../aging/columns';
import { customerColumns } from '../customerColumns';
import type { DueDatesParams } from './params';

const money = (id: string, key: string, drill?: Drill): Column => ({
  id,
  label: { key },
  kind: 'money',
  currencyColumn: 'currency',
  ...(drill && { drill }),
});

/** A discount is agreed in the currency of its document, and is not converted. */
const discount = (p: DueDatesParams): readonly Column[] =>
  p.currency === 'base' ? [] : [money('discount_amount', 'column.discountLeft')];

/** What is due, when and from whom stands before what tells more about it: it has to be seen without scrolling. */
export const itemColumns = (p: DueDatesParams): readonly Column[] => [
  { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
  { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
  { id: 'days_to_due', label: { key: 'column.daysToDue' }, kind: 'integer' },
  ...customerColumns(p.asOf),
  { id: 'number', label: { key: 'column.number' }, kind: 'id' },
  { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
  money('open_amount', 'column.openAmount'),
  { id: 'discount_date', label: { key: 'column.discountDate' }, kind: 'date' },
  ...discount(p),
  { id: 'instalment_no', label: { key: 'column.instalmentNo' }, kind: 'integer' },
  { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
  { id: 'document_date', label: { key: 'column.documentDate' }, kind: 'date' },
  { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
  { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
];

/** Amount and count of a week or month lead to its items, which are those that fall due on its days. */
export function periodColumns(p: DueDatesParams): readonly Column[] {
  const drill: Drill = {
    report: 'due-dates',
    fixed: policyText(p),
    fromRow: {
      ...(p.currency === 'document' && { documentCurrency: 'currency' }),
      from: 'due_from',
      until: 'due_to',
    },
  };
  return [
    { id: 'due_state', label: { key: 'column.dueState' }, kind: 'code' },
    { id: 'due_from', label: { key: 'column.dueFrom' }, kind: 'date' },
    { id: 'due_to', label: { key: 'column.dueTo' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    money('open_amount', 'column.openAmount', drill),
    ...discount(p),
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer', drill },
  ];
}
