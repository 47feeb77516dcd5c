/**
 * What a column holds, for formats, alignment, exports and sums. A ratio is shown in percent: 0.125 is 12.5 %; a rate
 * between currencies with all its digits. */
export type ColumnKind = 'id' | 'text' | 'code' | 'date' | 'money' | 'integer' | 'ratio' | 'rate';

/** A message of the catalogue with its values: the report names it, the page words it. */
export interface Label {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Where a cell leads: another report, with parameters from the row and from the column. */
export interface Drill {
  readonly report: string;
  /** Parameters that the column itself sets. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Parameter → column of this row that gives its value. */
  readonly fromRow: Readonly<Record<string, string>>;
}

/** Figures stand at the right, with digits of one width. */
export function isFigure({ kind }: Column): boolean {
  return kind === 'money' || kind === 'integer' || kind === 'ratio' || kind === 'rate';
}

export interface Column {
  readonly id: string;
  readonly label: Label;
  readonly kind: ColumnKind;
  /** For money: the column that holds the row's currency. */
  readonly currencyColumn?: string;
  /** For the text of an editable field's value: the column that names the field. */
  readonly fieldColumn?: string;
  readonly drill?: Drill;
  /** Shown only on demand; exports keep it. */
  readonly hidden?: true;
}
