import type { ImportProblem } from '../domain/import/problem';
import type { Reject } from '../session/import/plan';

const sentences: Readonly<Record<ImportProblem['code'], string>> = {
  empty_file: 'the file is empty; export it again',
  no_rows: 'there is a header but no row below it; export it again with data',
  no_header: 'no line looks like a header; the first line must name the columns',
  binary_file: 'this is no text; give a CSV export',
  wrong_encoding: 'the bytes are not UTF-8; save the file as UTF-8, or state its encoding',
  cell_too_large:
    'a cell is larger than {limit} bytes; look for a quotation mark that is never closed',
  columns_too_many: 'there are {found} columns, more than {limit}; export only those needed',
  repeated_header: 'the header {header} stands twice; rename one of them',
  file_unreadable: 'the file cannot be read; check that it is there and not moved while it is read',
  not_recognised: 'the columns are not known; state what they are with --mapping',
  field_unmapped: 'no column is mapped to {field}, which is required; state it with --mapping',
  all_rows_rejected: 'none of {count} rows can be taken; the first: {field} “{value}”',
  already_imported: 'this file has been imported already',
  mapping_invalid: 'the mapping is not valid: {detail}',
};

/** A problem as one line: file, line, what, and what to do. */
export function problemText(problem: ImportProblem): string {
  const where = problem.line === undefined ? problem.file : `${problem.file}, line ${problem.line}`;
  const sentence = sentences[problem.code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(problem.values?.[name] ?? ''),
  );
  return `${where}: ${sentence}`;
}

/** A rejected row as one line. */
export function rejectText(file: string, reject: Reject): string {
  const where = `${file}, line ${reject.line}`;
  switch (reject.reason) {
    case 'missing':
      return `${where}: ${reject.field} is blank; fill it in`;
    case 'unreadable':
      return `${where}: ${reject.field} “${reject.value}” cannot be read; correct it`;
    case 'repeated':
      return `${where}: ${reject.field} “${reject.value}” stands on an earlier line already; give each row its own`;
    case 'too_wide':
      return `${where}: ${reject.value} cells, more than the header has; look for a stray separator or quotation mark`;
  }
}
