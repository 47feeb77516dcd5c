import type { Column } from '../domain/report/column';
import type { ResultCell, ResultRow } from '../domain/report/result';
import {
  formatAmount,
  formatDate,
  formatInteger,
  formatPercent,
  formatPlainAmount,
  type NegativeStyle,
  percentDigits,
} from '../i18n/formats';
import { type CodeWordings, codeText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { guardFormula } from '../lib/spreadsheetText';
import { choiceLabel } from './choices';
import type { Editors } from './editing';
import { fieldText } from './fieldText';

/** How cells become words and figures. */
export interface CellStyle {
  readonly locale: Locale;
  readonly negative: NegativeStyle;
  readonly translate: Translate;
  /** Words for codes that only the report knows, such as its buckets. */
  readonly codes?: CodeWordings | undefined;
  /** What is edited by pick lists is shown in their words. */
  readonly editors?: Editors | undefined;
}

/** What a cell shows. Nothing for null. `row` is asked for a column whose values have the type of another's. */
export function cellText(
  column: Column,
  cell: ResultCell | undefined,
  style: CellStyle,
  row?: ResultRow,
): string {
  if (cell === null || cell === undefined) return '';
  const editor = style.editors?.get(column.id);
  if (editor?.kind === 'yesNo' && (cell === true || cell === 'true'))
    return style.translate('grid.yes');
  if (editor?.kind === 'yesNo' && (cell === false || cell === 'false'))
    return style.translate('grid.no');
  if (typeof cell === 'number') return formatInteger(cell, style.locale);
  if (typeof cell === 'boolean') return String(cell);
  if (editor?.kind === 'choice') return choiceLabel(editor.choices, cell);
  const field = column.fieldColumn === undefined ? undefined : row?.[column.fieldColumn];
  if (typeof field === 'string') return fieldText(field, cell, style.locale, style.translate);
  switch (column.kind) {
    case 'money':
    case 'integer':
    case 'rate':
      return formatAmount(cell, style.locale, style.negative);
    case 'ratio':
      return formatPercent(cell, style.locale, percentDigits);
    case 'date':
      return formatDate(cell, style.locale);
    default:
      return codeText(style.translate, column.id, cell, style.codes) ?? cell;
  }
}

/**
 * What a cell puts on the clipboard: amounts with the language's decimal mark and no grouping and dates as
 * YYYY-MM-DD, so that a spreadsheet takes them as what they are; text that it would run stays text.
 */
export function clipboardCell(column: Column, row: ResultRow, style: CellStyle): string {
  const cell = row[column.id];
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (column.kind === 'money' || column.kind === 'ratio' || column.kind === 'rate')
    return formatPlainAmount(String(cell), style.locale);
  if (column.kind === 'date') return String(cell);
  return guardFormula(cellText(column, cell, style));
}
