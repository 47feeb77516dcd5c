import { ImportFailure, type ImportProblem, type NearestDataset } from '../domain/import/problem';
import { MissingRate } from '../reports/missingRate';
import { TooManyRows } from '../reports/run';
import type { Reject } from '../session/import/plan';
import { BadRequest } from './badRequest';

const sentences: Readonly<Record<ImportProblem['code'], string>> = {
  empty_file: 'the file is empty; export it again',
  no_rows: 'there is a header but no row below it; export it again with data',
  no_header: 'no line looks like a header; the first line must name the columns',
  binary_file: 'this is no text; give a CSV export',
  no_workbook:
    'it is called a workbook and is none: it is damaged, or another kind of file; export it again, or give a CSV export',
  wrong_encoding: 'the bytes are not UTF-8; save the file as UTF-8',
  cell_too_large:
    'a cell is larger than {limit} bytes (limit cellBytesMax); look for a quotation mark that is never closed',
  quote_open:
    'a quotation mark opens a cell here and does not close it; close it, or double it where it belongs to the text',
  too_large_to_mend:
    'the file is larger than {limit} bytes (limit repairBytesMax) and not plain UTF-8 with one row a line; save it so, or split it',
  columns_too_many:
    'there are at least {found} columns, more than {limit} (limit columnsMax); export only those needed',
  repeated_header: 'the header {header} stands twice; rename one of them',
  file_unreadable:
    'the file cannot be read; check that it is there and not changed while it is read',
  not_recognised: 'the columns are not known; state what they are with --mapping',
  lone_table:
    '{table} has lines of documents without their dates, types and currencies, which are in {other}; give both at once, as two files or as sheets of one workbook',
  lone_headers:
    '{table} has the headers of documents without their accounts and amounts, which are in {other}; give both at once, as two files or as sheets of one workbook',
  field_unmapped: 'no column is mapped to {field}, which is required; state it with --mapping',
  all_rows_rejected: 'none of {count} rows can be taken; {first}',
  already_imported: 'the file was imported already; it is not taken again',
  given_twice: 'the file is among these twice; it is taken once',
  mapping_invalid: 'the mapping is not valid: {detail}',
  damaged_file: 'the file is damaged at {place}: {detail}; export it again, or take another copy',
  encrypted_file: 'the file is protected by a password; save it without one',
  unsafe_file: 'the file contains {what}, which is not read; export the data without it',
  statement_open:
    'statement {statement} of account {account}: opening {opening} plus movements {movements} is not closing {closing}; the difference is {difference}; it is imported as the bank wrote it',
  statement_incomplete:
    'statement {statement} of account {account} cannot be checked: {what}; it is imported as the bank wrote it; compare it with the bank’s own',
  debits_turned:
    'the statement of account {account} writes no minus: {count} transactions whose type says that money left are read as minus',
  entries_pending:
    'statement {statement} of account {account} has {count} entries that are not booked yet; they are left out; import the statement in which they are booked',
  totals_differ:
    'the file states {stated} as {what}, but what was read of it comes to {found}; it is imported as it was read; compare it with the books, or export it again',
  hidden_sheet:
    'the sheet {sheet} is hidden and left out; show it in the spreadsheet and save the file if it is to be imported',
  limit_exceeded: 'the file goes beyond the limit {name} ({limit}); divide it',
};

/** Of a file that is not recognised although some of it was understood. */
const nearText =
  'the columns are not known; {dataset} comes nearest: {understood} were understood, and no column was found for {missing}; state what they are with --mapping';

/** Of a report that has sums where an import needs items. */
const agedText =
  'it is an aged summary: {agedBy} are sums by days past due, and no row is an item that could be imported; export the detail report, with a row for each document';

const rejections: Readonly<Record<Reject['reason'], string>> = {
  missing: '{field} is blank; fill it in',
  unreadable: '{field} “{value}” cannot be read; correct it',
  not_computed:
    '{field} “{value}” is a formula that was never computed; open and save the file in a spreadsheet',
  unknown_side: '{field} is on the side “{value}”, which is neither debit nor credit; correct it',
  other_currency:
    '{field} “{value}” is in another currency than the row says, or its sign is used by several; correct it, or name the currency',
  repeated:
    '{field} “{value}” stands on an earlier line already, which is the one taken; give each row its own',
  header_missing: 'the document {value} has no header in {field}; export its header too',
  header_repeated:
    'the document {value} has several headers in {field} that differ; give the one that counts',
  too_wide: '{value} cells, more than the header has; look for a stray separator or quotation mark',
};

type Values = Readonly<Record<string, string | number>>;

/** A sentence with its values in place; a value is text from anybody's file and is not looked at again. */
function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function nearestText({ dataset, understood, missing, agedBy }: NearestDataset): string {
  if (agedBy) return filled(agedText, { agedBy: agedBy.join(', ') });
  return filled(nearText, {
    dataset,
    understood: understood.join(', '),
    missing: missing.join(', '),
  });
}

function rejection(reason: string, values: Values): string {
  return Object.hasOwn(rejections, reason)
    ? filled(rejections[reason as Reject['reason']], values)
    : '';
}

/** A problem as one line: file, line, what, and what to do. */
export function problemText(problem: ImportProblem): string {
  const { code, file, line, values = {}, nearest } = problem;
  const where = line === undefined ? file : `${file}, line ${line}`;
  const first = rejection(String(values['reason'] ?? ''), values);
  if (nearest) return `${where}: ${nearestText(nearest)}`;
  return `${where}: ${filled(sentences[code], { ...values, first })}`;
}

/** A rejected row as one line. */
export function rejectText(file: string, { line, reason, field, value }: Reject): string {
  return `${file}, line ${line}: ${rejection(reason, { field, value })}`;
}

/** What to tell a person whose request was wrong; `undefined` where the program is. */
export function failureText(error: unknown): string | undefined {
  if (error instanceof ImportFailure) return problemText(error.problem);
  if (error instanceof BadRequest || error instanceof MissingRate || error instanceof TooManyRows)
    return error.message;
  const isParseArgs =
    error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS');
  return isParseArgs ? error.message : undefined;
}
