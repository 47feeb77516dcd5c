import { changeColumns, type rollColumns } from '../../domain/aging/rollForward';
import type { Column, Drill } from '../../domain/report/column';
import type { IsoDate } from '../../domain/time/calendar';
import { bucketColumns } from '../aging/columns';
import { agingAt, openingDay, type RollForwardParams } from './params';

/** The column of the row that tells a drill which group it is of, by the parameter that takes it. */
function groupOf({ by }: RollForwardParams): Readonly<Record<string, string>> {
  return by === 'none' ? {} : { [by]: 'key' };
}

/** The items that are open at the end of a day: what the total of an aging of that day leads to. */
function openOn(p: RollForwardParams, day: IsoDate): Drill | undefined {
  return bucketColumns(agingAt(p, day), groupOf(p)).find(({ id }) => id === 'total')?.drill;
}

function keyColumns({ by }: RollForwardParams): readonly Column[] {
  if (by === 'none') return [];
  if (by === 'bucket')
    return [
      { id: 'key', label: { key: 'column.bucket' }, kind: 'code' },
      { id: 'place', label: { key: 'column.bucketPlace' }, kind: 'integer', hidden: true },
    ];
  return [
    { id: 'key', label: { key: `dimension.${by}` }, kind: 'id' },
    { id: 'label', label: { key: 'column.name' }, kind: 'text' },
  ];
}

/** `key, label, currency, opening, invoiced … transfers, closing`. */
export function rollForwardColumns(p: RollForwardParams): readonly Column[] {
  const money = (id: (typeof rollColumns)[number], drill?: Drill): Column => ({
    id,
    label: { key: `column.roll.${id}` },
    kind: 'money',
    currencyColumn: 'currency',
    ...(drill && { drill }),
  });
  return [
    ...keyColumns(p),
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    money('opening', openOn(p, openingDay(p))),
    ...changeColumns.map((column) => money(column)),
    money('closing', openOn(p, p.to)),
  ];
}
