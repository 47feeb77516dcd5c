import { type Data, DataType, type Decimal, type Field, TimeUnit } from 'apache-arrow';
import { BadQuery } from '../errors';
import type { Cell } from '../port';
import { dateText, timestampText } from './dates';
import { decimalText, wideInteger } from './decimals';
import { cutTexts } from './texts';

/** The cells of one column of one batch. */
export type ColumnDecoder = (data: Data) => Cell[];

const unitsPerSecond = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
} as const;

function isNull(data: Data, row: number): boolean {
  const at = data.offset + row;
  return ((data.nullBitmap[at >> 3] ?? 0xff) & (1 << (at & 7))) === 0;
}

/** `decode` for every row that has a value; arrow keeps no bitmap where all rows have one. */
function cells(data: Data, decode: (row: number) => Cell): Cell[] {
  const column: Cell[] = new Array<Cell>(data.length);
  const mayBeNull = data.nullCount > 0;
  for (let row = 0; row < data.length; row += 1) {
    column[row] = mayBeNull && isNull(data, row) ? null : decode(row);
  }
  return column;
}

/** Four (or two) words a value: `values` seen as 32-bit words. */
function words(data: Data): Uint32Array {
  const { buffer, byteOffset, byteLength } = data.values as Uint8Array;
  return new Uint32Array(buffer, byteOffset, byteLength >> 2);
}

function safe(value: bigint, column: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new BadQuery(
      `column "${column}": ${value} is too large for an integer; select it as text`,
    );
  }
  return number;
}

function hugeInteger(column: string): ColumnDecoder {
  return (data) => {
    const values = words(data);
    return cells(data, (row) => safe(wideInteger(values, row * 4), column));
  };
}

function longInteger(column: string): ColumnDecoder {
  return (data) => {
    const values = data.values as BigInt64Array | BigUint64Array;
    return cells(data, (row) => safe(values[row] ?? 0n, column));
  };
}

const plainNumber: ColumnDecoder = (data) => {
  const values = data.values as Int32Array | Float64Array;
  return cells(data, (row) => values[row] ?? 0);
};

const date: ColumnDecoder = (data) => {
  const values = data.values as Int32Array;
  const known = new Map<number, string>();
  return cells(data, (row) => {
    const day = values[row] ?? 0;
    let text = known.get(day);
    if (text === undefined) {
      text = dateText(day);
      known.set(day, text);
    }
    return text;
  });
};

const text: ColumnDecoder = (data) => {
  const texts = cutTexts(data.values as Uint8Array, data.valueOffsets, data.length);
  return cells(data, (row) => texts[row] ?? '');
};

function decimal(scale: number): ColumnDecoder {
  return (data) => {
    const values = words(data);
    return cells(data, (row) => decimalText(values, row * 4, scale));
  };
}

function timestamp(unit: TimeUnit): ColumnDecoder {
  return (data) => {
    const values = data.values as BigInt64Array;
    return cells(data, (row) => timestampText(values[row] ?? 0n, unitsPerSecond[unit]));
  };
}

const bit: ColumnDecoder = (data) => {
  const values = data.values as Uint8Array;
  return cells(data, (row) => {
    const at = data.offset + row;
    return ((values[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  });
};

/**
 * HUGEINT, the type of a sum of integers, arrives as a decimal of 38 digits without a fraction; so does
 * the rare DECIMAL(38,0), which is read as an integer too. (DuckDB's lossless conversion would tell them
 * apart, but in DuckDB-wasm 1.32 it labels packed booleans as bytes.)
 */
function isHugeInteger(type: Decimal): boolean {
  return type.precision === 38 && type.scale === 0;
}

/** The decoder of a column, or `BadQuery` for a type that a report has no use for. */
export function columnDecoder(field: Field): ColumnDecoder {
  const { name, type } = field;
  if (DataType.isUtf8(type)) return text;
  if (DataType.isDecimal(type) && type.bitWidth === 128) {
    return isHugeInteger(type) ? hugeInteger(name) : decimal(type.scale);
  }
  if (DataType.isDate(type)) return date;
  if (DataType.isInt(type)) return type.bitWidth === 64 ? longInteger(name) : plainNumber;
  if (DataType.isFloat(type)) return plainNumber;
  if (DataType.isBool(type)) return bit;
  if (DataType.isTimestamp(type) && !type.timezone) return timestamp(type.unit);
  if (DataType.isNull(type)) return (data) => new Array<Cell>(data.length).fill(null);
  throw new BadQuery(`column "${name}": the type ${type} cannot be read; cast it in the query`);
}
