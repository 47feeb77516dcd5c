import type { CellObject } from '@e965/xlsx';
import { moneyShown } from './moneyShown';

/** Digits that a workbook's numbers have; more of them are what binary fractions leave behind. */
const digitsMax = 15;

/** Errors by the numbers that files have for them. Source: ECMA-376, and [MS-XLS] 2.5.10 BErr. */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/**
 * What a cell says, as text that is read like any other file's: dates as ISO, numbers plain with a point, errors as
 * they are called. A formula whose value nobody stored is shown as the formula: no figure may be made up for it.
 */
export function cellText(cell: CellObject | undefined): string {
  if (!cell) return '';
  const { t, v } = cell;
  if (t === 'z' || v === undefined || v === null) return cell.f === undefined ? '' : `=${cell.f}`;
  if (v instanceof Date) return dateText(v);
  switch (t) {
    case 'n':
      return asShown(numberText(Number(v)), cell.z);
    case 'b':
      return v ? 'true' : 'false';
    case 'e':
      return errors[Number(v)] ?? '#ERROR';
    default:
      return String(v);
  }
}

const zeros = /^0{2,}$/;

/**
 * A number with what its format shows and its figures do not say: the zeros that codes and postcodes begin with (123 as
 * `00000123`), and the sign of a currency, which may stand nowhere else.
 */
export function asShown(text: string, format: string | number | undefined): string {
  if (typeof format !== 'string') return text;
  if (zeros.test(format) && /^-?\d+$/.test(text))
    return text.startsWith('-')
      ? `-${text.slice(1).padStart(format.length, '0')}`
      : text.padStart(format.length, '0');
  const money = moneyShown(format);
  return money === '' || text === '' ? text : `${text} ${money}`;
}

/** A number as text, plain, without what binary fractions leave behind. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(digitsMax));
  const text = String(rounded);
  return text.includes('e') ? plain(text) : text;
}

/** A number without an exponent: 1.2e-7 is 0.00000012. */
function plain(text: string): string {
  const [mantissa = '', power = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A day, with its time where it has one; of a time alone the day means nothing. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const time = text.slice(11, 19);
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}
