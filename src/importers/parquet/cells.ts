import type { SchemaElement } from 'hyparquet';

type Reader = (value: unknown) => string;

const day_ms = 86_400_000;
const second_ns = 1_000_000_000n;

/** How a column's values become texts; nothing where there is no value. */
export function cellReader(column: SchemaElement): Reader {
  const read = valueReader(column);
  return (value) => (value === null || value === undefined ? '' : read(value));
}

function valueReader(column: SchemaElement): Reader {
  const { type, converted_type: converted, logical_type: logical } = column;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale =
      logical?.type === 'DECIMAL' && 'scale' in logical
        ? Number(logical.scale)
        : (column.scale ?? 0);
    return (value) => decimalText(wholeOf(value), scale);
  }
  if (converted === 'DATE' || logical?.type === 'DATE')
    return (value) => new Date(Number(value) * day_ms).toISOString().slice(0, 10);
  if (type === 'INT96' || converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP')
    return (value) => timeText(BigInt(String(value)));
  if (logical?.type === 'UUID') return (value) => uuidText(bytesOf(value));
  if (type === 'FLOAT') return (value) => String(shortest(Number(value)));
  if (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY') {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text: Reader = (value) =>
      value instanceof Uint8Array ? decoder.decode(value) : String(value);
    const isSaidToBeText = converted !== undefined || logical !== undefined;
    return isSaidToBeText && converted !== 'BSON' ? text : (value) => textOrHex(text, value);
  }
  return (value) => String(value);
}

/** A decimal as it is stored: a whole number, or its bytes, the highest first, in two's complement. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(String(value));
  let whole = 0n;
  for (const byte of value) whole = whole * 256n + BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}

function decimalText(whole: bigint, scale: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const sign = whole < 0n ? '-' : '';
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A point in time, in nanoseconds since 1970, as day and time; a time of midnight says no more than its day. */
function timeText(value: bigint): string {
  const seconds = (value - (((value % second_ns) + second_ns) % second_ns)) / second_ns;
  const rest = value - seconds * second_ns;
  const text = new Date(Number(seconds) * 1000).toISOString();
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
  const time = `${text.slice(11, 19)}${fraction}`;
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

function bytesOf(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** Bytes of which nothing says what they are: texts of old programs, else what no ledger means by them, as digits. */
function textOrHex(text: Reader, value: unknown): string {
  try {
    return text(value);
  } catch {
    return Array.from(bytesOf(value), hexOf).join('');
  }
}

const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0');

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, hexOf).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The shortest number that is this one in 32 bits: 0.1, and not 0.10000000149. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
