import type { ExportJob } from '../../src/exporters/job';

/** A result with everything that is hard in a file: formulas, zeros, long digits, three scales, nothing at all. */
export const job: ExportJob = {
  title: 'Open items: Q3/2026',
  locale: 'en',
  about: [
    { label: 'Policy', value: 'as of 31 Oct 2026 · by due date' },
    { label: 'Source', value: 'invoices.csv 9f86d081884c7d65' },
  ],
  codes: { bucket: { b2: { key: 'bucket.range', values: { from: 31, to: 60 } } } },
  result: {
    report: 'open-items',
    params: { asOf: '2026-10-31', segment: 'business' },
    policy: null,
    columns: [
      { id: 'number', label: { key: 'column.number' }, kind: 'id' },
      { id: 'customer_name', label: { key: 'column.customerName' }, kind: 'text' },
      { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
      { id: 'bucket', label: { key: 'column.bucket' }, kind: 'code' },
      { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
      { id: 'days_past_due', label: { key: 'column.daysPastDue' }, kind: 'integer' },
      { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
      {
        id: 'open_amount',
        label: { key: 'column.openAmount' },
        kind: 'money',
        currencyColumn: 'currency',
      },
    ],
    rows: [
      {
        number: '000123',
        customer_name: '=1+1 "quoted", Žluťoučký <b>&amp;',
        kind: 'invoice',
        bucket: 'b2',
        due_date: '2026-09-15',
        days_past_due: 46,
        currency: 'EUR',
        open_amount: '1234.50',
      },
      {
        number: '2520018000000073044',
        customer_name: '-',
        kind: 'payment',
        bucket: 'b2',
        due_date: null,
        days_past_due: -3,
        currency: 'JPY',
        open_amount: '-500',
      },
      {
        number: '@SUM',
        customer_name: '-5',
        kind: 'fee',
        bucket: 'b2',
        due_date: '1900-03-01',
        days_past_due: null,
        currency: 'KWD',
        open_amount: '98765432109876.125',
      },
    ],
    totals: [{ currency: 'EUR', open_amount: '1234.50' }],
    tieOuts: [
      {
        name: 'open-items',
        currency: 'EUR',
        left: '1234.50',
        right: '1230.50',
        difference: '4.00',
      },
    ],
    rowCount: 3,
  },
};
