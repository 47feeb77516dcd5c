import { type DatasetDef, datasetByName } from '../../domain/import/datasets';
import {
  areMarksAtOdds,
  type ColumnFormat,
  type DateOrder,
  isThousandsOpen,
  judgeNumbers,
  type ValueCount,
} from '../../domain/import/formats';
import {
  type ColumnRef,
  columnsOf,
  type FieldSource,
  type Mapping,
  withColumns,
} from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import { loneTable } from '../../domain/import/profiles/recognise';
import { recognise } from '../../domain/import/recognise';
import { recogniseRows } from '../../domain/import/recogniseRows';
import { scaleOfHeader, scaleOfText } from '../../domain/import/scale';
import type { ColumnType } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import {
  allCommaNumbers,
  allIsoDates,
  allPlainNumbers,
  allPointDates,
} from '../../importers/csv/cellShape';
import type { StagedFile } from '../../importers/csv/stage';
import { withBankSides } from './bankSides';
import { firstRows, looksOf } from './columnValues';
import { contentOf, dayOfName } from './content';
import { type DateColumn, dateFormats, type Period } from './dateFormats';
import { orderByDueDates } from './dueBehindIssue';
import { withoutFlags } from './flagColumns';
import { withGross } from './grossAmount';
import { withoutPending } from './pendingLines';
import { provenMarks } from './proof';
import { withReceiptSigns } from './receiptSigns';
import { withSignedCurrency } from './signedCurrency';
import { withSignedMinus } from './signedMinus';
import { withoutTotals } from './totalRows';
import { withWords } from './wordMeanings';
import type { BookZone } from './zone';

/** How a file may be read, and the headers of the columns that leave it open, for the preview to ask about. */
export interface Suggestion {
  readonly mapping: Mapping;
  /** Dates that are day/month as well as month/day. */
  readonly ambiguousDates: readonly string[];
  /** Numbers like 1.234 throughout, whose points may stand before decimals or between thousands. */
  readonly ambiguousNumbers: readonly string[];
  /** Two columns without names, of which one is money in and one money out. */
  readonly ambiguousSides: readonly string[];
}

/** What the ledger knows that helps to read a file. */
export interface Books {
  readonly period?: Period | undefined;
  readonly zone?: BookZone | undefined;
  /** How files of this shape are to be read, as a person said. */
  readonly saved?: Mapping | undefined;
  /** How a file of this shape was read before: it answers what the values leave open. */
  readonly earlier?: Mapping | undefined;
}

/**
 * What a staged file seems to be, with the format of each of its columns; `undefined` where no dataset fits.
 * @throws ImportFailure where it is a table that says too little on its own
 */
export async function suggestMapping(
  engine: Engine,
  staged: StagedFile,
  options: RunOptions,
  books: Books = {},
): Promise<Suggestion | undefined> {
  const lone = loneTable(staged.headers);
  if (lone) {
    const { headers, lines } = lone.pair;
    throw lone.part === 'headers'
      ? new ImportFailure({
          code: 'lone_headers',
          file: staged.file,
          values: { table: headers.table, other: lines.table },
        })
      : new ImportFailure({
          code: 'lone_table',
          file: staged.file,
          values: { table: lines.table, other: headers.table },
        });
  }
  const found =
    books.saved ??
    recognise(staged.headers, staged.dataset ?? staged.file) ??
    (staged.headerLine > 0
      ? undefined
      : recogniseRows(staged.headers, await firstRows(engine, staged, options)));
  if (!found) return undefined;
  const whole = books.saved
    ? found
    : await withoutPending(
        engine,
        staged,
        await withGross(
          engine,
          staged,
          await withoutFlags(engine, staged, found, options),
          options,
        ),
        options,
      );
  return completeMapping(engine, staged, whole, options, books);
}

/**
 * The mapping of a file whose columns of dates and amounts are all written plainly, as far as their shapes tell;
 * `undefined` where one is not, so that its values have to be looked at. It asks the engine nothing.
 */
export function suggestByShape(
  file: Pick<StagedFile, 'headers' | 'file' | 'dataset' | 'shapes' | 'above'>,
): Mapping | undefined {
  const found = recognise(file.headers, file.dataset ?? file.file);
  const dataset = found && datasetByName(found.dataset);
  if (!dataset || found.also || found.profile) return undefined;
  if (isScaled(file, dataset, found)) return undefined;
  const formats = new Map<number, ColumnFormat>();
  for (const { ref, type } of columnsByType(dataset, found)) {
    const shape = file.shapes?.[ref.column] ?? 0;
    const order = orderByShape(shape);
    const format: ColumnFormat | undefined =
      type === 'date' ? order && { kind: 'date', order } : numberByShape(shape);
    if (!format) return undefined;
    formats.set(ref.column, format);
  }
  return withFormats(found, dataset, formats);
}

/** What the amounts of a column are counted in, by its header, or by the text above the table. */
const scaleOf = ({ above }: Pick<StagedFile, 'above'>, { ref, type }: TypedColumn) =>
  type === 'money' ? (scaleOfHeader(ref.header) ?? scaleOfText(above)) : undefined;

function isScaled(file: Pick<StagedFile, 'above'>, dataset: DatasetDef, mapping: Mapping): boolean {
  return columnsByType(dataset, mapping).some((column) => scaleOf(file, column) !== undefined);
}

/** How all dates of a column are written, as far as their shape tells. */
function orderByShape(shape: number): DateOrder | undefined {
  if ((shape & allIsoDates) > 0) return 'YMD';
  return (shape & allPointDates) > 0 ? 'DMY' : undefined;
}

/** How all numbers of a column are written, as far as their shape tells. */
function numberByShape(shape: number): ColumnFormat | undefined {
  if ((shape & allPlainNumbers) > 0) return judgeNumbers([]);
  return (shape & allCommaNumbers) > 0 ? { kind: 'number', decimal: ',', plain: false } : undefined;
}

const isNumber = (type: ColumnType | undefined): boolean =>
  type === 'money' || type === 'rate' || type === 'integer';

interface TypedColumn {
  readonly ref: ColumnRef;
  readonly type: ColumnType;
  readonly source: FieldSource;
}

/** Columns of dates and of numbers that a mapping reads, with what each is read as. */
function columnsByType(dataset: DatasetDef, { fields }: Mapping): readonly TypedColumn[] {
  return dataset.fields.flatMap(({ name, type }): readonly TypedColumn[] => {
    const source = fields[name];
    if (source === undefined || source.words) return [];
    if (type === 'date') return [{ ref: source, type, source }];
    if (!isNumber(type)) return [];
    const others = [source.minus, source.times].filter((one) => one !== undefined);
    return [source, ...others].map((ref) => ({ ref, type, source }));
  });
}

/** A mapping whose columns of dates and numbers have their formats. */
function withFormats(
  mapping: Mapping,
  dataset: DatasetDef,
  formats: ReadonlyMap<number, ColumnFormat>,
): Mapping {
  const fields: Record<string, FieldSource> = Object.create(null);
  const typeOf = new Map(dataset.fields.map((field) => [field.name, field.type]));
  for (const [name, source] of Object.entries(mapping.fields)) {
    const kind = kindOf(typeOf.get(name));
    fields[name] = withColumns(source, ({ column, header }) => {
      const format = formats.get(column);
      const isFitting = format !== undefined && format.kind === kind && !source.words;
      return isFitting ? { column, header, format } : { column, header };
    });
  }
  return { ...mapping, fields };
}

function kindOf(type: ColumnType | undefined): ColumnFormat['kind'] | undefined {
  if (type === 'date') return 'date';
  return isNumber(type) ? 'number' : undefined;
}

/** Decides what a mapping leaves to the values: formats, the meaning of words, sides, and what the file's rows are. */
async function completeMapping(
  engine: Engine,
  staged: StagedFile,
  bare: Mapping,
  options: RunOptions,
  books: Books = {},
): Promise<Suggestion> {
  const dataset = datasetByName(bare.dataset);
  if (!dataset)
    return { mapping: bare, ambiguousDates: [], ambiguousNumbers: [], ambiguousSides: [] };
  const columns = columnsByType(dataset, bare);
  const looks = await looksAt(engine, staged, columns, options);
  const dates = dateColumns(staged, columns, looks);
  const before = formatsOf(books.saved ?? books.earlier);
  const orderBefore = (column: number): DateOrder | undefined => {
    const format = before.get(column);
    return format?.kind === 'date' ? format.order : undefined;
  };
  const named = dayOfName(staged.origin?.file ?? staged.file);
  const periods = [
    ...(named === undefined ? [] : [{ from: '', to: named }]),
    ...(books.period ? [books.period] : []),
  ];
  const first = dateFormats(dates, periods, books.zone, orderBefore);
  const byDue = await orderByDueDates(engine, staged, bare, first.open, first.formats, options);
  const isOpen = (column: number): boolean => first.open.some((one) => one.column === column);
  const { formats: ofDates, open } =
    byDue === undefined
      ? first
      : dateFormats(dates, periods, books.zone, (column) =>
          isOpen(column) ? byDue : orderBefore(column),
        );
  const formats = new Map<number, ColumnFormat>(ofDates);
  const openNumbers: ColumnRef[] = [];
  const tornNumbers: ColumnRef[] = [];
  const openRates = new Set<number>();
  for (const { ref, type } of columns) {
    if (type === 'date' || formats.has(ref.column)) continue;
    const values = looks.get(ref.column) ?? [];
    const format =
      (looks.has(ref.column) ? undefined : numberByShape(staged.shapes?.[ref.column] ?? 0)) ??
      judgeNumbers(values);
    const isBank = dataset.name === 'bank_transaction';
    const isCreditPlus =
      isBank && values.some(({ value }) => /\d\s*(?:[CD][RB]|[CDHS])\.?\s*$/i.test(value));
    formats.set(ref.column, {
      ...format,
      ...(isCreditPlus && { isCreditPlus }),
    } as ColumnFormat);
    if (areMarksAtOdds(values)) {
      if (!before.has(ref.column)) tornNumbers.push(ref);
      continue;
    }
    // A rate has as many decimals as it likes, and hardly thousands.
    if (!isThousandsOpen(values) || staged.exactNumbers.includes(ref.column)) continue;
    if (type === 'rate') openRates.add(ref.column);
    else openNumbers.push(ref);
  }
  // Cells are separated by semicolons where the comma is taken: it stands before decimals there.
  if (staged.delimiter === ';')
    for (const { column } of openNumbers)
      formats.set(column, { kind: 'number', decimal: ',', plain: false });
  const known = openNumbers.flatMap(({ column }) => {
    const format = before.get(column);
    return format?.kind === 'number' && !format.plain ? [[column, format] as const] : [];
  });
  const proven = new Map([
    ...known,
    ...(await provenMarks(engine, staged, bare, formats, openNumbers, openRates, options)),
  ]);
  for (const [column, format] of proven) formats.set(column, format);

  for (const column of columns) {
    const format = formats.get(column.ref.column);
    const scale = scaleOf(staged, column);
    if (format?.kind === 'number' && scale !== undefined)
      formats.set(column.ref.column, { ...format, scale });
  }
  const formatted = withSignedCurrency(withFormats(bare, dataset, formats), looks);
  const signed = await withSignedMinus(engine, staged, formatted, dataset, options);
  const turned = await withReceiptSigns(engine, staged, signed, dataset, options);
  const sided = await withBankSides(engine, staged, turned, dataset, options);
  const worded = await withWords(engine, staged, sided, dataset, options);
  const also: Mapping[] = [];
  for (const other of bare.also ?? [])
    also.push((await completeMapping(engine, staged, other, options, books)).mapping);
  const content = await contentOf(engine, staged, worded, books.earlier, options);
  const lined = await withoutTotals(engine, staged, worded, options);
  const mapping: Mapping = {
    ...lined,
    ...(also.length > 0 && { also }),
    ...(content && { content }),
  };
  return {
    mapping,
    ambiguousDates: headersOf(staged, open),
    ambiguousNumbers: headersOf(staged, [
      ...tornNumbers,
      ...openNumbers.filter(({ column }) => !proven.has(column)),
    ]),
    ambiguousSides: sidesOf(staged, mapping, books),
  };
}

/** The columns of money in and money out where no header tells them apart, and no earlier file did. */
function sidesOf(staged: StagedFile, { fields }: Mapping, books: Books): readonly string[] {
  const { amount } = fields;
  const isOpen =
    staged.headerLine === 0 && amount?.minus !== undefined && amount.isMinusSigned !== true;
  const isKnown = (books.saved ?? books.earlier)?.fields['amount']?.minus !== undefined;
  return isOpen && !isKnown ? headersOf(staged, [amount, amount.minus]) : [];
}

/** The formats of a mapping, by column. */
function formatsOf(mapping: Mapping | undefined): ReadonlyMap<number, ColumnFormat> {
  const columns = Object.values(mapping?.fields ?? {}).flatMap(columnsOf);
  return new Map(
    columns.flatMap(({ column, format }) => (format ? [[column, format] as const] : [])),
  );
}

/** The values of dates and the shapes of numbers, of the columns that are not plain as far as anybody looked. */
async function looksAt(
  engine: Engine,
  staged: StagedFile,
  columns: readonly TypedColumn[],
  options: RunOptions,
): Promise<ReadonlyMap<number, readonly ValueCount[]>> {
  const wanted = new Map<number, 'date' | 'number'>();
  for (const { ref, type, source } of columns) {
    const shape = staged.shapes?.[ref.column] ?? 0;
    const isPlain = (type === 'date' ? orderByShape(shape) : numberByShape(shape)) !== undefined;
    if (isPlain || (type === 'date' && source.joined)) continue;
    // What is a date for one field and a number for another is looked at as a date: it keeps its figures.
    if (type === 'date' || !wanted.has(ref.column))
      wanted.set(ref.column, type === 'date' ? 'date' : 'number');
  }
  return looksOf(engine, staged, wanted, options);
}

function dateColumns(
  staged: StagedFile,
  columns: readonly TypedColumn[],
  looks: ReadonlyMap<number, readonly ValueCount[]>,
): readonly DateColumn[] {
  const dates = new Map<number, DateColumn>();
  for (const { ref, type, source } of columns) {
    if (type !== 'date' || dates.has(ref.column)) continue;
    const order = orderByShape(staged.shapes?.[ref.column] ?? 0) ?? 'YMD';
    const values = source.joined ? [{ value: '2000-01', count: 1 }] : looks.get(ref.column);
    dates.set(ref.column, { ref, values: values ?? order });
  }
  return [...dates.values()];
}

/** Headers in the order of their columns. */
const headersOf = (staged: StagedFile, columns: readonly ColumnRef[]): readonly string[] =>
  [...columns]
    .sort((a, b) => a.column - b.column)
    .map(({ column }) => staged.headers[column] ?? String(column + 1));

/** The columns that a person chose for a field: its own, and one that says the side of its amounts. */
interface ChosenSource {
  readonly field: string;
  readonly column: number;
  readonly side?: number | undefined;
  readonly minus?: number | undefined;
}

/** Decides the formats of the columns that a person chose; what a column had besides stays with it. */
export function completeFormats(
  engine: Engine,
  staged: StagedFile,
  dataset: DatasetDef,
  sources: readonly ChosenSource[],
  rest: Omit<Mapping, 'dataset' | 'fields'>,
  options: RunOptions,
  books: Books = {},
  before?: Mapping,
): Promise<Suggestion> {
  const fields: Record<string, FieldSource> = Object.create(null);
  const ref = (column: number): ColumnRef => ({ column, header: staged.headers[column] ?? '' });
  for (const { field, column, side, minus } of sources) {
    const known = before?.dataset === dataset.name ? before.fields[field] : undefined;
    fields[field] = {
      ...(known?.column === column ? known : ref(column)),
      ...(side !== undefined && { side: { ...ref(side), minus: [], plus: [] } }),
      ...(minus !== undefined && { minus: ref(minus) }),
    };
  }
  return completeMapping(
    engine,
    staged,
    { ...rest, dataset: dataset.name, fields },
    options,
    books,
  );
}
