import type { Column } from '../domain/report/column';
import type { IsoDate } from '../domain/time/calendar';

/** Who a row is of: number and name, from which the customer's account on a day opens. */
export const customerColumns = (asOf: IsoDate): readonly Column[] => [
  {
    id: 'customer_id',
    label: { key: 'column.customerId' },
    kind: 'id',
    drill: { report: 'customer-account', fixed: { asOf }, fromRow: { customer: 'customer_id' } },
  },
  { id: 'customer_name', label: { key: 'column.customerName' }, kind: 'text' },
];
