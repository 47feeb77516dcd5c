/** A record of a QIF file: its fields by their letters, the first of each. */
export type QifRecord = ReadonlyMap<string, string>;

/** The records below one header, such as `!Type:Bank`, and the account that they belong to. */
export interface QifSection {
  /** `bank`, `ccard`, `cash`, `oth a` …, in small letters; `account` for descriptions of accounts. */
  readonly type: string;
  /** The last account that was described before. */
  readonly account: QifRecord | undefined;
  readonly records: readonly QifRecord[];
}

/**
 * The sections of a file. A record ends with a line `^`; the last one may end with the file. `undefined` where the text
 * before the first header is no blank.
 */
export function sectionsOf(text: string): readonly QifSection[] | undefined {
  const sections: { type: string; account: QifRecord | undefined; records: QifRecord[] }[] = [];
  let account: QifRecord | undefined;
  let record = new Map<string, string>();
  const end = (): void => {
    const section = sections.at(-1);
    if (record.size > 0) section?.records.push(record);
    if (record.size > 0 && section?.type === 'account') account = record;
    record = new Map();
  };
  for (const row of text.split(/\r\n|\n|\r/)) {
    const line = row.replace(/^\uFEFF/, '').trim();
    const type = /^!(?:Type\s*:\s*)?(.*)$/i.exec(line)?.[1];
    if (type !== undefined) {
      end();
      if (!/^(?:Option|Clear)\b/i.test(type))
        sections.push({ type: type.trim().toLowerCase(), account, records: [] });
    } else if (line.startsWith('^')) end();
    else if (line !== '') {
      if (sections.length === 0) return undefined;
      const letter = line.charAt(0);
      if (!record.has(letter)) record.set(letter, line.slice(1).trim());
    }
  }
  end();
  return sections;
}
