/** A field of a SWIFT message: `:61:…`, with its further lines. */
export interface SwiftField {
  readonly tag: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Whether it begins another message: a block header, or an end, stands before it. */
  readonly isFirst: boolean;
}

/**
 * The fields of MT940, 941, 942 and 950, and the `:NS:` of some banks. Other digits between colons are text: a time of
 * day may stand at the beginning of a line.
 */
const tagAtStart = /^:(13D?|2[01]|25P?|28C?|34F|60[FM]?|61|62[FM]?|6[45]|86|90[CD]|NS):/;

const blockHeader = /^\{\d:/;

/** How a message ends: a line of a hyphen, alone or with what closes its transmission. */
const messageEnd = /^-(?:\}|XXX|[^\P{Cc}]|$)/u;

/**
 * The fields of all messages of a file. Text before the first field and between messages is no field: block headers,
 * the bank's own header lines. A tag may be cut after its first colon, which some banks' line breaks do.
 */
export function fieldsOf(text: string): readonly SwiftField[] {
  const rows = text.split(/\r\n|\n|\r/);
  const fields: { tag: string; line: number; lines: string[]; isFirst: boolean }[] = [];
  let current: string[] | undefined;
  let isFirst = true;
  for (let i = 0; i < rows.length; i += 1) {
    const line = i + 1;
    let row = rows[i] ?? '';
    if (blockHeader.test(row)) {
      current = undefined;
      isFirst = true;
      row = row.includes('{4:') ? row.slice(row.indexOf('{4:') + 3) : '';
    }
    if (row === ':' && tagAtStart.test(`:${rows[i + 1] ?? ''}`)) {
      i += 1;
      row = `:${rows[i] ?? ''}`;
    }
    const tag = tagAtStart.exec(row)?.[1];
    if (tag !== undefined) {
      current = [row.slice(tag.length + 2)];
      fields.push({ tag, line, lines: current, isFirst });
      isFirst = false;
    } else if (messageEnd.test(row.trimEnd())) {
      current = undefined;
      isFirst = true;
    } else current?.push(row);
  }
  return fields;
}
