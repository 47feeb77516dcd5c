import { type ColumnFormat, dateHabit } from '../domain/import/formats';
import type { Suggestion } from '../session/import/suggest';

const firsts: Readonly<Record<string, string>> = {
  DMY: 'the day first',
  MDY: 'the month first',
  YMD2: 'the year first',
};

/** What a reader of the page would be asked, and a shell can only be told: with what was taken. */
export function doubts({
  mapping,
  ambiguousDates,
  ambiguousNumbers,
  ambiguousSides,
}: Suggestion): readonly string[] {
  const formatOf = (header: string): ColumnFormat | undefined =>
    [mapping, ...(mapping.also ?? [])]
      .flatMap(({ fields }) => Object.values(fields))
      .find((source) => source.header === header)?.format;
  const orderOf = (header: string): string => {
    const format = formatOf(header);
    return format?.kind === 'date' ? (firsts[dateHabit(format.order)] ?? format.order) : '';
  };
  const markOf = (header: string): string => {
    const format = formatOf(header);
    return format?.kind === 'number' ? format.decimal : '';
  };
  return [
    ...ambiguousDates.map(
      (column) =>
        `the dates of ${column} can be read in more than one order; they are read with ${orderOf(column)}, and a mapping can say another`,
    ),
    ...ambiguousNumbers.map(
      (column) =>
        `the amounts of ${column} read both as thousands and as decimals; “${markOf(column)}” is taken to stand before decimals, and a mapping can say another`,
    ),
    ...(ambiguousSides.length > 0
      ? [`nothing tells which of ${ambiguousSides.join(' and ')} is money in; the first is taken`]
      : []),
  ];
}
