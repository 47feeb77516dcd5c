import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { xmlHead } from '../xml/encoding';
import { readXml } from '../xml/read';
import { Collected } from './collected';
import { isTotal } from './totals';

/**
 * What is done at each place of an audit file; whatever is not named here is passed over. Austria calls the chart
 * `GeneralLedger`; Portugal puts customers straight into the master files.
 */
const steps: Readonly<Record<string, 'enter' | 'take'>> = {
  Header: 'take',
  MasterFiles: 'enter',
  'MasterFiles/GeneralLedgerAccounts': 'enter',
  'MasterFiles/GeneralLedgerAccounts/Account': 'take',
  'MasterFiles/GeneralLedger': 'enter',
  'MasterFiles/GeneralLedger/Account': 'take',
  'MasterFiles/Customers': 'enter',
  'MasterFiles/Customers/Customer': 'take',
  'MasterFiles/Customer': 'take',
  GeneralLedgerEntries: 'enter',
  'GeneralLedgerEntries/Journal': 'enter',
  'GeneralLedgerEntries/Journal/JournalID': 'take',
  'GeneralLedgerEntries/Journal/Transaction': 'take',
  SourceDocuments: 'enter',
  'SourceDocuments/SalesInvoices': 'enter',
  'SourceDocuments/SalesInvoices/Invoice': 'take',
  'SourceDocuments/Payments': 'enter',
  'SourceDocuments/Payments/Payment': 'take',
};

const partsWithTotals = new Set([
  'GeneralLedgerEntries',
  'SourceDocuments/SalesInvoices',
  'SourceDocuments/Payments',
]);

/**
 * The books of a Standard Audit File for Tax: OECD 1.0 and 2.0 and what Portugal, Norway, Austria, Luxembourg, Romania
 * and Lithuania made of it, told apart by what stands in them, never by namespace or prefix. Each account, customer,
 * transaction, invoice and receipt is read by itself. Opening balances are no entries, and are left out.
 * Sources: OECD, Guidance on the Standard Audit File – Tax 2.0; Portaria 302/2016; Norwegian SAF-T Financial 1.30;
 * Romanian schema 2.4.8.
 * @throws ImportFailure; Cancelled
 */
export async function readSaft(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly TextGrid[]> {
  if (file.blob.size > limits.gridBytesMax)
    fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
  const found = new Collected(file);
  await readXml(file, options, {
    open(path) {
      if (path.length === 1) return path[0] === 'AuditFile' ? 'enter' : 'skip';
      const parent = path.slice(1, -1).join('/');
      const name = path.at(-1) ?? '';
      if (isTotal(name)) return partsWithTotals.has(parent) ? 'take' : 'skip';
      return steps[parent === '' ? name : `${parent}/${name}`] ?? 'skip';
    },
    take(element, path) {
      const part = path.at(-2) ?? '';
      if (isTotal(element.name)) found.total(part, element);
      else if (element.name === 'JournalID') found.journalId = element.text.trim();
      else if (element.name === 'Header') found.header(element);
      else if (element.name === 'Account') found.account(element);
      else if (element.name === 'Customer') found.customer(element);
      else if (element.name === 'Transaction') found.transaction(element);
      else if (element.name === 'Invoice') found.invoice(element);
      else found.payment(element);
    },
    close(path) {
      if (path.at(-1) === 'Journal') found.journalId = '';
    },
  });
  const grids = found.grids();
  if (grids.every((grid) => grid.dataset === 'entity')) fail(file, 'no_rows');
  return grids;
}

const sniffed = /<(?:[\w.-]+:)?AuditFile[\s/>]/;

/** SAF-T, told by the name of its root. */
export const saftFormat: ImportFormat = {
  id: 'saft',
  matches(head) {
    const text = xmlHead(head);
    return /^[\s\uFEFF]*</.test(text) && sniffed.test(text);
  },
  read: readSaft,
};
