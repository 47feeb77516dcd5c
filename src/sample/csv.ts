/** A row of a table; every value is text, and a column left out is empty. */
export type Row = Readonly<Record<string, string>>;

const special = /[",\r\n]/;

/** One field by RFC 4180: quoted where it holds a comma, a quote or a line break. */
function field(value: string): string {
  return special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvLine(values: readonly string[]): string {
  return `${values.map(field).join(',')}\n`;
}

/** A table as CSV text: a header, then a line a row; UTF-8 without a mark, lines end in LF. */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => csvLine(columns.map((name) => row[name] ?? '')));
  return csvLine(columns) + lines.join('');
}
