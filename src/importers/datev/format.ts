import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import { CanonicalGrid } from '../saft/canonicalGrid';
import type { ReadOptions, SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { roleOf, wholeAccount } from './accounts';
import { allocationColumns, allocationRows } from './allocations';
import { bookingReader } from './booking';
import { cellReader } from './columns';
import { customerColumns, customerReader } from './customers';
import { DebtorDocuments, documentColumns } from './documents';
import { entryColumns, entryRows } from './entries';
import { categories, type DatevHeader, headerOf } from './header';
import { type DatevRecord, eachRecord } from './records';

/** What is done with the records below the names of a file's columns, and what they come to. */
interface Reading {
  take(record: DatevRecord): void;
  grids(): readonly TextGrid[];
}

/**
 * The tables of a file in DATEV's format (EXTF, DTVF): bookings, debtors, or names of accounts. What is of another
 * category is given as it stands, for a person to say what it is. The older KNE format is binary, and is not read.
 * Source: developer.datev.de, "DATEV-Format".
 * @throws ImportFailure; Cancelled
 */
export async function readDatev(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly TextGrid[]> {
  let header: DatevHeader | undefined;
  let reading: Reading | undefined;
  await eachRecord(file, options, (record) => {
    if (!header) header = headerOf(record.cells);
    else if (reading) reading.take(record);
    else reading = readingOf(file, header, record.cells);
  });
  const grids = reading?.grids() ?? [];
  if (grids.length === 0) fail(file, 'no_rows');
  return grids;
}

function readingOf(file: SourceFile, header: DatevHeader, names: readonly string[]): Reading {
  if (header.category === categories.bookings) return bookings(file, header, names);
  if (header.category === categories.customers) return customers(file, header, names);
  if (header.category === categories.accounts) return accounts(file, header, names);
  return asItStands(file, header, names);
}

/** Cells up to the document date, without which a booking is cut off. */
const bookingCellsMin = 10;

function bookings(file: SourceFile, header: DatevHeader, names: readonly string[]): Reading {
  const read = bookingReader(names, header);
  const entries = new CanonicalGrid(file, 'gl_entry', entryColumns);
  const documents = new DebtorDocuments(header);
  const debtors = new Set<string>();
  const seen = new Map<string, number>();
  return {
    take(record) {
      if (record.cells.length < bookingCellsMin)
        fail(file, 'damaged_file', record.line, {
          place: `${record.line}:1`,
          detail: `${record.cells.length} fields of ${names.length}`,
        });
      const booking = read(record);
      const count = (seen.get(booking.key) ?? 0) + 1;
      seen.set(booking.key, count);
      const parts = [booking.date, booking.reference, booking.key, count > 1 ? String(count) : ''];
      const entryId = parts.filter((part) => part !== '').join('/');
      const documentOf = documents.take(booking, entryId);
      for (const account of [booking.account, booking.contra])
        if (roleOf(account, header) === 'debtor') debtors.add(account);
      for (const row of entryRows(booking, entryId, header, documentOf)) entries.add(row);
    },
    grids() {
      const rows = documents.rows();
      const accountGrid = new CanonicalGrid(file, 'gl_account', [
        'account_id',
        'kind',
        'control_kind',
      ] as const);
      for (const account_id of debtors)
        accountGrid.add({ account_id, kind: 'asset', control_kind: 'trade' });
      const documentGrid = new CanonicalGrid(file, 'document', documentColumns);
      for (const row of rows) documentGrid.add(row);
      const allocationGrid = new CanonicalGrid(file, 'allocation', allocationColumns);
      for (const row of allocationRows(rows)) allocationGrid.add(row);
      return [accountGrid, entries, documentGrid, allocationGrid].flatMap((grid) => grid.grids());
    },
  };
}

function customers(file: SourceFile, header: DatevHeader, names: readonly string[]): Reading {
  const read = customerReader(names, header);
  const grid = new CanonicalGrid(file, 'customer', customerColumns);
  return {
    take({ cells }) {
      const row = read(cells);
      if (row) grid.add(row);
    },
    grids: () => grid.grids(),
  };
}

/** Names of accounts; an account that is named in several languages keeps its first, which is German. */
function accounts(file: SourceFile, header: DatevHeader, names: readonly string[]): Reading {
  const cell = cellReader(names, {
    account: [1, 'Konto'],
    name: [2, 'Kontenbeschriftung', 'Kontobeschriftung'],
    longName: [4, 'Kontenbeschriftung lang'],
  } as const);
  const grid = new CanonicalGrid(file, 'gl_account', ['account_id', 'name'] as const);
  const known = new Set<string>();
  return {
    take({ cells }) {
      const account = wholeAccount(cell(cells, 'account'), header);
      if (known.has(account)) return;
      known.add(account);
      grid.add({ account_id: account, name: cell(cells, 'longName') || cell(cells, 'name') });
    },
    grids: () => grid.grids(),
  };
}

function asItStands(file: SourceFile, header: DatevHeader, names: readonly string[]): Reading {
  const rows: (readonly string[])[] = [names];
  return {
    take({ cells }) {
      if ((rows.length + 1) * names.length > limits.gridCellsMax)
        fail(file, 'limit_exceeded', undefined, {
          name: 'gridCellsMax',
          limit: limits.gridCellsMax,
        });
      rows.push(cells);
    },
    grids: () => (rows.length > 1 ? [{ name: header.name, dataset: undefined, rows }] : []),
  };
}

const beginning = /^(?:\u00EF\u00BB\u00BF)?(?:"(?:EXTF|DTVF)"|(?:EXTF|DTVF));/;

/** DATEV's format, told by the mark with which its first line begins. */
export const datevFormat: ImportFormat = {
  id: 'datev',
  matches: (head) => beginning.test(new TextDecoder('windows-1252').decode(head.subarray(0, 16))),
  read: readDatev,
};
