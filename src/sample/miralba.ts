import { type TableName, tableDef } from '../domain/ledger/tables';
import { assert } from '../lib/assert';
import { bankRows } from './bank';
import { cashMovements } from './cash';
import { chartRows } from './chart';
import { csvText, type Row } from './csv';
import { customerRow, makeCustomers } from './customers';
import { postJournal } from './general-ledger';
import { makeHistory } from './history';
import { describeMistakes, type Mistake } from './mistake-list';
import { plant, unbookedReceipt } from './mistakes';
import { Numbers } from './numbering';
import { Rates } from './rates';
import {
  allocationRows,
  documentRows,
  entityId,
  entityRow,
  instalmentRows,
  journalRows,
  paymentTermRows,
  usageRows,
} from './rows';
import { type Movement, settle } from './settlement';

/** A canonical table; columns that are empty in every row are left out. */
interface SampleTable {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface SampleLedger {
  readonly seed: string;
  readonly tables: readonly SampleTable[];
  readonly mistakes: readonly Mistake[];
  /** What happened to each open item, for control totals. */
  readonly movements: readonly Movement[];
}

/** The seed of the ledger that ships with Saldo. */
export const miralbaSeed = 'miralba';

function table(name: TableName, rows: readonly Row[]): SampleTable {
  const definition = tableDef(name);
  assert(definition, `no table ${name}`);
  const known = definition.columns.map((column) => column.name);
  const ofEntity: readonly Row[] = known.includes('entity_id')
    ? rows.map((row) => ({ ...row, entity_id: entityId }))
    : rows;
  const used = new Set(
    ofEntity.flatMap((row) => Object.keys(row).filter((column) => row[column] !== '')),
  );
  for (const column of used) assert(known.includes(column), `${name} has no column ${column}`);
  return { name, columns: known.filter((column) => used.has(column)), rows: ofEntity };
}

/**
 * *Servicios Miralba*: an invented water, gas and telecom utility from 2023-11-01 to 2026-10-31.
 * The same seed gives the same tables, to the byte.
 */
export function miralba(seed: string = miralbaSeed): SampleLedger {
  const rates = new Rates(seed);
  const customers = makeCustomers(seed);
  const { history, targets } = plant(makeHistory(customers, rates, seed), customers, seed);
  const { documents, allocations } = history;
  const numbers = new Numbers(documents);
  const movements = settle(history);
  const cash = cashMovements(documents, rates);
  const journal = postJournal({ documents, allocations, movements, cash, targets, rates });
  const bank = bankRows(documents, cash, numbers);
  const unbooked = bank.transactions.find((row) => row['reference'] === unbookedReceipt.reference);
  return {
    seed,
    movements,
    mistakes: describeMistakes(targets, numbers, unbooked?.['bank_transaction_id'] ?? ''),
    tables: [
      table('entity', [entityRow]),
      table('customer', customers.map(customerRow)),
      table('document', documentRows(documents, numbers)),
      table('allocation', allocationRows(allocations, numbers)),
      table('instalment', instalmentRows(history.instalments, numbers)),
      table('payment_term', paymentTermRows()),
      table('gl_account', chartRows()),
      table('gl_entry', journalRows(journal, numbers)),
      table('bank_statement', bank.statements),
      table('bank_transaction', bank.transactions),
      table('exchange_rate', rates.rows()),
      table('usage', usageRows(history.usage)),
    ],
  };
}

/** A table of the sample as the text of its CSV file. */
export function tableText({ columns, rows }: SampleTable): string {
  return csvText(columns, rows);
}
