import { type Bucket, bucketsOf } from '../../domain/aging/buckets';
import type { Column, Drill, Label } from '../../domain/report/column';
import { dimensions } from '../../domain/report/dimension';
import type { AgingParams } from '../params';

/** The words for a bucket: *not due* only where the first edge is 0 and days count from the due date. */
export function bucketLabel(bucket: Bucket, basis: AgingParams['basis']): Label {
  const { from, to } = bucket;
  if (from === undefined && to === 0)
    return { key: basis === 'due' ? 'bucket.notDue' : 'bucket.sameDay' };
  if (from === undefined) return { key: 'bucket.upTo', values: { to: to ?? 0 } };
  if (to === undefined) return { key: 'bucket.over', values: { from: from - 1 } };
  return from === to
    ? { key: 'bucket.day', values: { from } }
    : { key: 'bucket.range', values: { from, to } };
}

const defaults: Readonly<Record<string, string>> = {
  basis: 'due',
  edges: '0,30,60,90',
  credits: 'own',
  allocation: 'given',
  relink: 'no',
  currency: 'document',
  disputed: 'include',
  attributes: 'then',
  dueDate: 'current',
};

/** The parameters of an aging as text again, defaults left out: what a drill hands on so that its total ties. */
export function policyText(params: AgingParams): Record<string, string> {
  const { asOf, edges } = params;
  const { basis, credits, allocation, relink, currency, disputed, attributes, dueDate } = params;
  const written = {
    ...{ basis, edges: edges.join(','), credits, allocation, relink },
    ...{ currency, disputed, attributes, dueDate },
  };
  const text: Record<string, string> = { asOf };
  for (const [name, value] of Object.entries(written))
    if (value !== defaults[name]) text[name] = value;
  for (const dimension of dimensions) {
    const key = params[dimension];
    if (key !== undefined) text[dimension] = key;
  }
  return text;
}

/** `b0 … bn, n0 … nn, unapplied, total, item_count`; each amount opens the items behind it. */
export function bucketColumns(
  params: AgingParams,
  fromRow: Readonly<Record<string, string>>,
): readonly Column[] {
  const drill = (bucket?: string): Drill => ({
    report: 'open-items',
    fixed: { ...policyText(params), ...(bucket === undefined ? {} : { bucket }) },
    fromRow: params.currency === 'base' ? fromRow : { documentCurrency: 'currency', ...fromRow },
  });
  const buckets = bucketsOf(params.edges);
  const money = { kind: 'money', currencyColumn: 'currency' } as const;
  return [
    ...buckets.map(
      (bucket): Column => ({
        id: bucket.id,
        label: bucketLabel(bucket, params.basis),
        ...money,
        drill: drill(bucket.id),
      }),
    ),
    ...buckets.map(
      (bucket): Column => ({
        id: bucket.id.replace('b', 'n'),
        label: {
          key: 'column.countOf',
          values: { of: bucket.id },
        },
        kind: 'integer',
        hidden: true,
      }),
    ),
    ...(params.credits === 'unapplied'
      ? [
          {
            id: 'unapplied',
            label: { key: 'column.unapplied' },
            ...money,
            drill: drill('unapplied'),
          } satisfies Column,
        ]
      : []),
    { id: 'total', label: { key: 'column.total' }, ...money, drill: drill() },
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer', drill: drill() },
  ];
}
