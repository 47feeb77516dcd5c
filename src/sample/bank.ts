import type { CashMovement } from './cash';
import { openingCash } from './cash';
import type { Cents } from './cents';
import { centsText, total } from './cents';
import { account, bankAccountOf, bankCurrency } from './chart';
import type { Row } from './csv';
import type { DraftDocument } from './draft';
import { unbookedReceipt } from './mistakes';
import type { Numbers } from './numbering';
import { type Day, isoDate, monthClose, monthCount, monthIndex, monthStart } from './period';

interface BankLine {
  readonly account: string;
  readonly day: Day;
  readonly amount: Cents;
  readonly counterparty: string;
  readonly reference: string;
  readonly remittance: string;
}

function remittanceOf(document: DraftDocument, numbers: Numbers): string {
  const named = (document.mentions ?? []).map((key) => numbers.number(key)).filter((n) => n !== '');
  switch (document.bank?.wording) {
    case 'returned':
      return `DEVOLUCION ADEUDO ${named.join(' ')}`;
    case 'exact':
      return named.length === 0 ? 'ENTREGA A CUENTA' : `FRA ${named.join(' ')}`;
    case 'digits':
      return `TRANSF ${named.map((number) => number.replace(/\D/g, '')).join(' Y ')}`.trim();
    default:
      return document.amount > 0n ? 'DEVOLUCION EXCESO' : 'PAGO SUMINISTRO';
  }
}

function customerLine(document: DraftDocument, numbers: Numbers): BankLine[] {
  const { bank, amount, postingDay: day } = document;
  if (!bank || bank.batch) return [];
  return [
    {
      account: bank.account,
      day,
      amount: -amount,
      counterparty: bank.counterparty,
      reference: numbers.reference(document),
      remittance: remittanceOf(document, numbers),
    },
  ];
}

/** Direct debits of one day reach the bank as one line. */
function collections(documents: readonly DraftDocument[]): BankLine[] {
  const byReference = new Map<string, DraftDocument[]>();
  for (const document of documents) {
    if (document.bank?.batch !== true) continue;
    const reference = document.reference ?? '';
    byReference.set(reference, [...(byReference.get(reference) ?? []), document]);
  }
  return [...byReference].map(([reference, members]) => ({
    account: account.bankEur,
    day: members[0]?.postingDay ?? 0,
    amount: -total(members.map((member) => member.amount)),
    counterparty: 'Servicios Miralba',
    reference,
    remittance: `REMESA DE ${members.length} ADEUDOS`,
  }));
}

function bankLines(
  documents: readonly DraftDocument[],
  cash: readonly CashMovement[],
  numbers: Numbers,
): BankLine[] {
  const others = cash.map((movement) => ({
    account: bankAccountOf[movement.currency],
    day: movement.day,
    amount: movement.amount,
    counterparty: movement.counterparty,
    reference: '',
    remittance: movement.text.toUpperCase(),
  }));
  const unbooked = {
    ...unbookedReceipt,
    account: account.bankEur,
    remittance: 'INGRESO EFECTIVO',
  };
  return [
    ...documents.flatMap((document) => customerLine(document, numbers)),
    ...collections(documents),
    ...others,
    unbooked,
  ].sort((a, b) => a.day - b.day || (a.reference < b.reference ? -1 : 1));
}

interface BankRows {
  readonly statements: readonly Row[];
  readonly transactions: readonly Row[];
}

/** One statement a month and account: opening balance + lines = closing balance. */
export function bankRows(
  documents: readonly DraftDocument[],
  cash: readonly CashMovement[],
  numbers: Numbers,
): BankRows {
  const lines = bankLines(documents, cash, numbers);
  const statements: Row[] = [];
  const transactions: Row[] = [];
  for (const [id, currency] of Object.entries(bankCurrency)) {
    const own = lines.filter((line) => line.account === id);
    let balance = openingCash[currency];
    for (let month = 0; month < monthCount; month += 1) {
      const [opening, closing] = [isoDate(monthStart(month)), isoDate(monthClose(month))];
      const common = {
        bank_statement_id: `${id}-${opening.slice(0, 7)}`,
        bank_account_id: id,
        currency,
      };
      const openingBalance = balance;
      for (const line of own.filter((candidate) => monthIndex(candidate.day) === month)) {
        balance += line.amount;
        transactions.push({
          ...common,
          bank_transaction_id: `T${String(transactions.length + 1).padStart(5, '0')}`,
          side: 'bank',
          booking_date: isoDate(line.day),
          value_date: isoDate(line.day),
          amount: centsText(line.amount),
          counterparty: line.counterparty,
          reference: line.reference,
          remittance: line.remittance,
          balance_after: centsText(balance),
        });
      }
      statements.push({
        ...common,
        opening_date: opening,
        opening_balance: centsText(openingBalance),
        closing_date: closing,
        closing_balance: centsText(balance),
      });
    }
  }
  return { statements, transactions };
}
