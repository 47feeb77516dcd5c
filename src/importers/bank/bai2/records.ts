/** A logical record of a BAI2 file: one line, and the 88 lines that continue it. */
export interface Bai2Record {
  readonly code: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Its physical lines without their code, and without the slash that ends them. */
  readonly parts: readonly string[];
  /** How many physical records it is. */
  readonly count: number;
}

/**
 * The records of a file, blank lines left out; `undefined` as a code stands for a line that is none. A slash ends a
 * line; text, which is always last, may end without one and may hold slashes and commas.
 * Source: BAI, Cash Management Balance Reporting Specifications, version 2.
 */
export function recordsOf(text: string): readonly Bai2Record[] | { readonly badLine: number } {
  const records: { code: string; line: number; parts: string[]; count: number }[] = [];
  for (const [i, row] of text.split(/\r\n|\n|\r/).entries()) {
    const trimmed = row.trimEnd();
    if (trimmed === '' || trimmed === '\u001a') continue;
    const match = /^(\d{2})(?:,(.*)|\/)$/.exec(trimmed);
    if (!match) return { badLine: i + 1 };
    const code = match[1] ?? '';
    const body = (match[2] ?? '').replace(/\/$/, '');
    if (code === '88') {
      const last = records.at(-1);
      if (!last) return { badLine: i + 1 };
      last.parts.push(body);
      last.count += 1;
    } else records.push({ code, line: i + 1, parts: [body], count: 1 });
  }
  return records;
}

/** The fields of a record that has no text: its lines go on in each other. */
export function fieldsOf({ parts }: Bai2Record): readonly string[] {
  return parts.flatMap((part) => part.split(',').map((field) => field.trim()));
}
