import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';

/** Portugal: an invoice of 123 paid in part, one that is its own receipt; the ledger has the same claims. */
const saft = `<?xml version="1.0" encoding="UTF-8"?>
<AuditFile xmlns="urn:OECD:StandardAuditFile-Tax:PT_1.04_01">
 <Header><CompanyID>501234567</CompanyID><CompanyName>Padaria Lda</CompanyName><CurrencyCode>EUR</CurrencyCode></Header>
 <MasterFiles><GeneralLedgerAccounts>
   <Account><AccountID>2111</AccountID><AccountDescription>Clientes</AccountDescription></Account>
   <Account><AccountID>71</AccountID><AccountDescription>Vendas</AccountDescription></Account>
   <Account><AccountID>12</AccountID><AccountDescription>Banco</AccountDescription></Account></GeneralLedgerAccounts>
  <Customer><CustomerID>0001</CustomerID><AccountID>2111</AccountID><CompanyName>Café Central</CompanyName></Customer></MasterFiles>
 <GeneralLedgerEntries><NumberOfEntries>2</NumberOfEntries><TotalDebit>222.99</TotalDebit><TotalCredit>223.00</TotalCredit>
  <Journal><JournalID>D</JournalID>
   <Transaction><TransactionID>1</TransactionID><TransactionDate>2026-01-05</TransactionDate><GLPostingDate>2026-01-05</GLPostingDate>
    <CustomerID>0001</CustomerID><Lines>
     <DebitLine><AccountID>2111</AccountID><SourceDocumentID>FT A/1</SourceDocumentID><DebitAmount>123.00</DebitAmount></DebitLine>
     <CreditLine><AccountID>71</AccountID><CreditAmount>123.00</CreditAmount></CreditLine></Lines></Transaction>
   <Transaction><TransactionID>2</TransactionID><TransactionDate>2026-01-20</TransactionDate><GLPostingDate>2026-01-20</GLPostingDate>
    <CustomerID>0001</CustomerID><Lines>
     <DebitLine><AccountID>12</AccountID><SystemEntryDate>2026-01-20T09:30:00</SystemEntryDate><DebitAmount>100.00</DebitAmount></DebitLine>
     <CreditLine><AccountID>2111</AccountID><SourceDocumentID>RG A/1</SourceDocumentID><CreditAmount>100.00</CreditAmount></CreditLine></Lines></Transaction>
  </Journal></GeneralLedgerEntries>
 <SourceDocuments><SalesInvoices>
   <Invoice><InvoiceNo>FT A/1</InvoiceNo><InvoiceDate>2026-01-05</InvoiceDate><InvoiceType>FT</InvoiceType><CustomerID>0001</CustomerID>
    <Line><LineNumber>1</LineNumber><ProductCode>PAO</ProductCode><CreditAmount>100.00</CreditAmount></Line>
    <DocumentTotals><TaxPayable>23.00</TaxPayable><NetTotal>100.00</NetTotal><GrossTotal>123.00</GrossTotal></DocumentTotals></Invoice>
   <Invoice><InvoiceNo>FR A/1</InvoiceNo><InvoiceDate>2026-01-06</InvoiceDate><InvoiceType>FR</InvoiceType><CustomerID>0001</CustomerID>
    <DocumentTotals><GrossTotal>50.00</GrossTotal></DocumentTotals></Invoice></SalesInvoices>
  <Payments><Payment><PaymentRefNo>RG A/1</PaymentRefNo><TransactionDate>2026-01-20</TransactionDate><CustomerID>0001</CustomerID>
    <Line><LineNumber>1</LineNumber><SourceDocumentID><OriginatingON>FT A/1</OriginatingON></SourceDocumentID><CreditAmount>100.00</CreditAmount></Line>
    <DocumentTotals><GrossTotal>100.00</GrossTotal></DocumentTotals></Payment></Payments></SourceDocuments></AuditFile>`;

const header = (category: number, name: string): string =>
  `"EXTF";700;${category};"${name}";13;20260201101500000;;"RE";"";"";1001;42;20260101;4;20260101;20260131;"Januar";"MM";1;0;0;"EUR";;"";;;"03";;;"";""\r\n`;

const datev = `${header(21, 'Buchungsstapel')}Umsatz;Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext
119,00;"S";"EUR";;;"";10001;8400;"";0501;"RE-1";"040226";;"Rechnung"
53,50;"S";"EUR";;;"";10001;8300;"";0501;"RE-1";"040226";;"Rechnung"
100,00;"S";"EUR";;;"";1200;10001;"";2801;"RE-1";"";;"Zahlung"
`;

const debtors = `${header(16, 'Debitoren/Kreditoren')}Konto;Name (Adressattyp Unternehmen)
10001;"Müller & Söhne"
70001;"Vermieter"
`;

async function importFile(
  session: Session,
  name: string,
  text: string,
): Promise<readonly string[]> {
  const { imports, problems } = await session.desk.stageFiles([{ name, blob: new Blob([text]) }]);
  const plans = [];
  for (const one of imports) {
    if (!one.suggestion) throw new Error(`${one.staged.file} is not recognised`);
    const plan = await session.desk.plan(one.staged, one.suggestion.mapping);
    plans.push({ plan, source: one.source, original: one.original });
  }
  await session.commit(plans);
  return problems.map(({ problem }) => problem.code);
}

const rowsOf = (session: Session, text: string): Promise<readonly unknown[]> =>
  session.engine.rows({ kind: 'sql', text });

async function openItems(session: Session): Promise<unknown> {
  const report = await session.report('open-items', { asOf: '2026-01-31' });
  const rows = await report.page(0, 10);
  await report.close();
  return rows.map((row) => [
    row['document_id'],
    row['customer_name'],
    row['due_date'],
    row['currency'],
    row['open_amount'],
  ]);
}

const balances = `SELECT account_id, CAST(sum(coalesce(debit, 0)) - sum(coalesce(credit, 0)) AS VARCHAR) AS balance
  FROM gl_entry GROUP BY account_id ORDER BY account_id`;

describe('the books of a whole company in one file', () => {
  it('SAF-T: what is open is what the customers’ account says, and totals that differ are told', async () => {
    const session = await openSession();
    expect(await importFile(session, 'saft.xml', saft)).toEqual(['totals_differ']);
    expect(await openItems(session)).toEqual([
      ['FT A/1', 'Café Central', '2026-01-05', 'EUR', '23.00'],
    ]);
    expect(await rowsOf(session, balances)).toEqual([
      { account_id: '12', balance: '100.0000' },
      { account_id: '2111', balance: '23.0000' },
      { account_id: '71', balance: '-123.0000' },
    ]);
    expect(
      await rowsOf(session, "SELECT control_kind FROM gl_account WHERE account_id = '2111'"),
    ).toEqual([{ control_kind: 'trade' }]);
    await session.close();
  });

  it('DATEV: a batch of bookings and the debtors beside it', async () => {
    const session = await openSession();
    expect(await importFile(session, 'EXTF_Buchungsstapel.csv', datev)).toEqual([]);
    expect(await importFile(session, 'EXTF_Debitoren.csv', debtors)).toEqual([]);
    expect(await openItems(session)).toEqual([
      ['10001/RE-1/2026-01-05/invoice', 'Müller & Söhne', '2026-02-04', 'EUR', '72.50'],
    ]);
    expect(await rowsOf(session, balances)).toEqual([
      { account_id: '10001', balance: '72.5000' },
      { account_id: '1200', balance: '100.0000' },
      { account_id: '8300', balance: '-53.5000' },
      { account_id: '8400', balance: '-119.0000' },
    ]);
    await session.close();
  });
});
