import { expect } from 'vitest';
import { exact } from '../../src/domain/money/decimal';
import type { BankStatement, StatementTransaction } from '../../src/importers/bank/statement';
import {
  type CamtDump,
  type DumpedEntry,
  type DumpedRecord,
  dumpedAmount,
  dumpedDate,
  dumpedDetails,
  dumpedParties,
  dumpedRemittance,
} from '../support/camtDump';

/**
 * Files whose dump does not hold all that they say:
 * - `multi.statement`: entries stand in it by their place within a statement, so that the second statement's hides the
 *   first's;
 * - version 1 of CAMT.052 has its batch a level higher, where the dump did not look.
 */
const hiddenEntries: Readonly<Record<string, number>> = { 'camt053.v2.multi.statement.xml': 1 };
const undumpedReference: Readonly<Record<string, string>> = { 'camt052.v1.xml': 'FINP-0055-001' };

/** Compares by named fields: of each statement account, currency and balances, of each transaction all that it has. */
export function expectAsCamtDump(
  statements: readonly BankStatement[],
  dump: CamtDump,
  name: string,
): void {
  expect(statements).toHaveLength(dump.getRecords.length);
  const records = [...dump.getRecords, ...dump.getEntries.map((entry) => entry.getRecord)];
  for (const record of records) if (record !== '__RECURSIVITY__') expectRecord(statements, record);

  const transactions = statements.flatMap((one) => one.transactions);
  const hidden = hiddenEntries[name] ?? 0;
  expect(transactions).toHaveLength(dump.getEntries.length + hidden);
  for (const [i, entry] of dump.getEntries.entries()) {
    const transaction = transactions[i + hidden];
    const statement = statements.find((one) => one.statementId === entry.getRecord.getId);
    expect(fieldsOf(transaction)).toEqual(expectedFields(entry, statement?.account ?? '', name));
  }
}

function expectRecord(statements: readonly BankStatement[], record: DumpedRecord): void {
  const statement = statements.find((one) => one.statementId === record.getId);
  const balanceOf = (type: string): object | undefined => {
    const found = record.getBalances?.find((one) => one.getType === type);
    return (
      found && {
        date: dumpedDate(found.getDate),
        amount: dumpedAmount(found.getAmount),
        currency: found.getAmount.getCurrency.getCode,
      }
    );
  };
  const plain = (of: BankStatement['opening']): object | undefined =>
    of && { ...of, amount: exact(of.amount).toFixed() };
  expect({
    account: statement?.account,
    opening: plain(statement?.opening),
    closing: plain(statement?.closing),
  }).toEqual({
    account: record.getAccount.getIdentification,
    opening: balanceOf('opening'),
    closing: balanceOf('closing'),
  });
}

function fieldsOf(of: StatementTransaction | undefined): object {
  return {
    status: of?.status,
    bookingDate: of?.bookingDate,
    valueDate: of?.valueDate,
    amount: exact(of?.amount ?? 'NaN').toFixed(),
    currency: of?.currency,
    counterparty: of?.counterparty,
    counterpartyAccount: of?.counterpartyAccount,
    reference: of?.reference,
    bankReference: of?.bankReference,
    remittance: of?.remittance,
  };
}

/** What a transaction of the entry must be. No fixture has a batch whose details add up to it, so each stays whole. */
function expectedFields(entry: DumpedEntry, account: string, name: string): object {
  const details = dumpedDetails(entry);
  const parties = details.map((detail) =>
    expectedParty(dumpedParties(detail), entry.getCreditDebitIndicator === 'CRDT', account),
  );
  const names = [...new Set(parties.map((party) => party.name))].filter((one) => one !== '');
  const accounts = [...new Set(parties.map((party) => party.account))];
  const references = details
    .map(({ getReference: refs }) =>
      [
        refs?.getEndToEndId,
        refs?.getUuidEndToEndReference,
        refs?.getInstructionId,
        refs?.getPaymentInformationId,
      ].find((text) => text !== undefined && text !== null),
    )
    .filter((text) => text !== undefined && text !== null);
  const lines = [...new Set(details.flatMap(dumpedRemittance))];
  return {
    status: entry.getStatus === 'BOOK' ? 'booked' : 'pending',
    bookingDate: dumpedDate(entry.getBookingDate),
    valueDate: dumpedDate(entry.getValueDate),
    amount: dumpedAmount(entry.getAmount),
    currency: entry.getAmount.getCurrency.getCode,
    counterparty: names.join('; '),
    counterpartyAccount: accounts.length === 1 ? accounts[0] : '',
    reference:
      [...new Set(references)].join('; ') ||
      (entry.getBatchPaymentId ?? undumpedReference[name] ?? ''),
    bankReference: entry.getAccountServicerReference ?? '',
    remittance: lines.join('\n') || entry.getAdditionalInfo,
  };
}

/** The debtor of a credit and the creditor of a debit; the other one where that is missing or the account's owner. */
function expectedParty(
  parties: ReturnType<typeof dumpedParties>,
  isCredit: boolean,
  own: string,
): { readonly name: string; readonly account: string } {
  const of = (role: string): { readonly name: string; readonly account: string } =>
    parties.get(role) ?? parties.get(`Ultimate${role}`) ?? { name: '', account: '' };
  const sides = isCredit ? ['Debtor', 'Creditor'] : ['Creditor', 'Debtor'];
  const [expected = of(''), other = expected] = sides.map(of);
  const isNamed = (one: typeof expected): boolean => one.name + one.account !== '';
  return [expected, other].find((one) => isNamed(one) && one.account !== own) ?? expected;
}
