import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { exact, sum } from '../../domain/money/decimal';
import type { TextGrid } from '../textGrid';
import { readSaft, saftFormat } from './format';

/** `SALDO_FUZZ_RUNS` damaged files; `SALDO_SEED` repeats a run. */
const numRuns = Number(process.env['SALDO_FUZZ_RUNS'] ?? 600);
const seed = Number(process.env['SALDO_SEED'] ?? 20261122);

/** Portugal: an invoice, its own receipt, a void one, a credit note; a receipt that uses the credit note up. */
const portugal = `<?xml version="1.0" encoding="Windows-1252"?>
<AuditFile xmlns="urn:OECD:StandardAuditFile-Tax:PT_1.04_01">
 <Header><CompanyID>501234567</CompanyID><TaxRegistrationNumber>501234567</TaxRegistrationNumber>
  <CompanyName>Padaria Lda</CompanyName><CompanyAddress><Country>PT</Country></CompanyAddress>
  <CurrencyCode>EUR</CurrencyCode></Header>
 <MasterFiles>
  <GeneralLedgerAccounts><TaxonomyReference>S</TaxonomyReference>
   <Account><AccountID>21</AccountID><AccountDescription>Clientes</AccountDescription>
    <OpeningDebitBalance>900.00</OpeningDebitBalance><GroupingCategory>GR</GroupingCategory></Account>
   <Account><AccountID>2111</AccountID><AccountDescription>Clientes c/c</AccountDescription>
    <GroupingCategory>GM</GroupingCategory><GroupingCode>21</GroupingCode><TaxonomyCode>5</TaxonomyCode></Account>
   <Account><AccountID>71</AccountID><AccountDescription>Vendas</AccountDescription>
    <GroupingCategory>GM</GroupingCategory></Account>
  </GeneralLedgerAccounts>
  <Customer><CustomerID>C1</CustomerID><AccountID>2111</AccountID><CustomerTaxID>509876543</CustomerTaxID>
   <CompanyName>Caf\u00e9 Central</CompanyName><BillingAddress><AddressDetail>Rua Nova 1</AddressDetail>
   <City>Porto</City><PostalCode>4000-001</PostalCode><Country>PT</Country></BillingAddress>
   <Telephone>220000000</Telephone><Email>cafe@example.org</Email></Customer>
  <Customer><CustomerID>C2</CustomerID><AccountID>Desconhecido</AccountID><CompanyName>Ana</CompanyName>
   <BillingAddress><AddressDetail>Desconhecido</AddressDetail><City>Desconhecido</City></BillingAddress></Customer>
  <Supplier><SupplierID>S1</SupplierID><CompanyName>Moinho</CompanyName></Supplier>
 </MasterFiles>
 <GeneralLedgerEntries><NumberOfEntries>1</NumberOfEntries><TotalDebit>123.00</TotalDebit><TotalCredit>123.00</TotalCredit>
  <Journal><JournalID>VEN</JournalID><Description>Vendas</Description>
   <Transaction><TransactionID>2026-01-05 VEN 1</TransactionID><Period>1</Period><TransactionDate>2026-01-05</TransactionDate>
    <SourceID>ana</SourceID><Description>Fatura</Description><TransactionType>N</TransactionType>
    <GLPostingDate>2026-01-06</GLPostingDate><CustomerID>C1</CustomerID>
    <Lines><DebitLine><RecordID>1</RecordID><AccountID>2111</AccountID><SourceDocumentID>FT A/1</SourceDocumentID>
      <SystemEntryDate>2026-01-05T10:00:00</SystemEntryDate><Description>FT A/1</Description><DebitAmount>123.00</DebitAmount></DebitLine>
     <CreditLine><RecordID>2</RecordID><AccountID>71</AccountID><SystemEntryDate>2026-01-05T10:00:00</SystemEntryDate>
      <Description>Vendas</Description><CreditAmount>123.00</CreditAmount></CreditLine></Lines>
   </Transaction></Journal>
 </GeneralLedgerEntries>
 <SourceDocuments>
  <SalesInvoices><NumberOfEntries>4</NumberOfEntries><TotalDebit>10.00</TotalDebit><TotalCredit>150.00</TotalCredit>
   <Invoice><InvoiceNo>FT A/1</InvoiceNo><DocumentStatus><InvoiceStatus>N</InvoiceStatus></DocumentStatus>
    <InvoiceDate>2026-01-05</InvoiceDate><InvoiceType>FT</InvoiceType><CustomerID>C1</CustomerID>
    <Line><LineNumber>1</LineNumber><ProductCode>P\u00c3O</ProductCode><Quantity>100</Quantity><UnitOfMeasure>UN</UnitOfMeasure>
     <UnitPrice>1.00</UnitPrice><CreditAmount>100.00</CreditAmount>
     <Tax><TaxType>IVA</TaxType><TaxCode>NOR</TaxCode><TaxPercentage>23.00</TaxPercentage></Tax></Line>
    <DocumentTotals><TaxPayable>23.00</TaxPayable><NetTotal>100.00</NetTotal><GrossTotal>123.00</GrossTotal>
     <Settlement><SettlementDate>2026-02-04</SettlementDate><PaymentTerms>30 dias</PaymentTerms></Settlement></DocumentTotals></Invoice>
   <Invoice><InvoiceNo>FR A/1</InvoiceNo><DocumentStatus><InvoiceStatus>N</InvoiceStatus></DocumentStatus>
    <InvoiceDate>2026-01-06</InvoiceDate><InvoiceType>FR</InvoiceType><CustomerID>C2</CustomerID>
    <Line><LineNumber>1</LineNumber><ProductCode>BOLO</ProductCode><CreditAmount>50.00</CreditAmount></Line>
    <DocumentTotals><TaxPayable>0.00</TaxPayable><NetTotal>50.00</NetTotal><GrossTotal>50.00</GrossTotal></DocumentTotals></Invoice>
   <Invoice><InvoiceNo>FT A/2</InvoiceNo><DocumentStatus><InvoiceStatus>A</InvoiceStatus></DocumentStatus>
    <InvoiceDate>2026-01-07</InvoiceDate><InvoiceType>FT</InvoiceType><CustomerID>C1</CustomerID>
    <Line><LineNumber>1</LineNumber><CreditAmount>70.00</CreditAmount></Line>
    <DocumentTotals><TaxPayable>0.00</TaxPayable><NetTotal>70.00</NetTotal><GrossTotal>70.00</GrossTotal></DocumentTotals></Invoice>
   <Invoice><InvoiceNo>NC A/1</InvoiceNo><DocumentStatus><InvoiceStatus>N</InvoiceStatus></DocumentStatus>
    <InvoiceDate>2026-01-08</InvoiceDate><InvoiceType>NC</InvoiceType><CustomerID>C1</CustomerID>
    <Line><LineNumber>1</LineNumber><ProductCode>P\u00c3O</ProductCode><References><Reference>FT A/1</Reference></References>
     <DebitAmount>10.00</DebitAmount></Line>
    <DocumentTotals><TaxPayable>2.30</TaxPayable><NetTotal>10.00</NetTotal><GrossTotal>12.30</GrossTotal></DocumentTotals></Invoice>
  </SalesInvoices>
  <Payments><NumberOfEntries>1</NumberOfEntries><TotalDebit>10.00</TotalDebit><TotalCredit>98.00</TotalCredit>
   <Payment><PaymentRefNo>RG A/1</PaymentRefNo><TransactionDate>2026-01-20</TransactionDate><PaymentType>RG</PaymentType>
    <Description>Recibo</Description><DocumentStatus><PaymentStatus>N</PaymentStatus></DocumentStatus>
    <PaymentMethod><PaymentMechanism>TB</PaymentMechanism><PaymentAmount>108.24</PaymentAmount></PaymentMethod><CustomerID>C1</CustomerID>
    <Line><LineNumber>1</LineNumber><SourceDocumentID><OriginatingON>FT A/1</OriginatingON></SourceDocumentID>
     <SettlementAmount>2.46</SettlementAmount><CreditAmount>98.00</CreditAmount><Tax><TaxPercentage>23.00</TaxPercentage></Tax></Line>
    <Line><LineNumber>2</LineNumber><SourceDocumentID><OriginatingON>NC A/1</OriginatingON></SourceDocumentID>
     <DebitAmount>10.00</DebitAmount><Tax><TaxPercentage>23.00</TaxPercentage></Tax></Line>
    <DocumentTotals><TaxPayable>20.24</TaxPayable><NetTotal>88.00</NetTotal><GrossTotal>108.24</GrossTotal></DocumentTotals></Payment>
  </Payments>
 </SourceDocuments>
</AuditFile>`;

/** Norway: amounts in structures, customers on lines, voucher numbers that begin anew each year. */
const norway = `<n1:AuditFile xmlns:n1="urn:StandardAuditFile-Taxation-Financial:NO">
 <n1:Header><n1:AuditFileCountry>NO</n1:AuditFileCountry><n1:Company><n1:RegistrationNumber>999999999</n1:RegistrationNumber>
  <n1:Name>Fjord AS</n1:Name></n1:Company><n1:DefaultCurrencyCode>NOK</n1:DefaultCurrencyCode></n1:Header>
 <n1:MasterFiles>
  <n1:GeneralLedgerAccounts>
   <n1:Account><n1:AccountID>1500</n1:AccountID><n1:AccountDescription>Kundefordringer</n1:AccountDescription>
    <n1:GroupingCategory>RF-1167</n1:GroupingCategory><n1:GroupingCode>1500</n1:GroupingCode><n1:AccountType>GL</n1:AccountType></n1:Account>
   <n1:Account><n1:AccountID>3000</n1:AccountID><n1:AccountDescription>Salg</n1:AccountDescription><n1:AccountType>Sale</n1:AccountType></n1:Account>
  </n1:GeneralLedgerAccounts>
  <n1:Customers><n1:Customer><n1:RegistrationNumber>888888888</n1:RegistrationNumber><n1:Name>Bj\u00f8rn AS</n1:Name>
   <n1:Address><n1:StreetName>Storgata</n1:StreetName><n1:Number>5</n1:Number><n1:City>Oslo</n1:City><n1:PostalCode>0155</n1:PostalCode><n1:Country>NO</n1:Country></n1:Address>
   <n1:Contact><n1:Telephone>22</n1:Telephone><n1:Email>post@example.org</n1:Email></n1:Contact>
   <n1:CustomerID>10000</n1:CustomerID><n1:BalanceAccount><n1:AccountID>1500</n1:AccountID></n1:BalanceAccount></n1:Customer></n1:Customers>
  <n1:Products><n1:Product><n1:Customer>no</n1:Customer></n1:Product></n1:Products>
 </n1:MasterFiles>
 <n1:GeneralLedgerEntries><n1:NumberOfEntries>2</n1:NumberOfEntries><n1:TotalDebit>2250</n1:TotalDebit><n1:TotalCredit>2250.00</n1:TotalCredit>
  <n1:Journal><n1:JournalID>GL</n1:JournalID>
   ${['2025', '2026']
     .map(
       (
         year,
       ) => `<n1:Transaction><n1:TransactionID>1</n1:TransactionID><n1:PeriodYear>${year}</n1:PeriodYear>
    <n1:TransactionDate>${year}-03-01</n1:TransactionDate><n1:SourceID>kari</n1:SourceID><n1:SystemEntryDate>${year}-03-02</n1:SystemEntryDate>
    <n1:GLPostingDate>${year}-03-03</n1:GLPostingDate>
    <n1:Line><n1:RecordID>a</n1:RecordID><n1:AccountID>1500</n1:AccountID><n1:SourceDocumentID>17</n1:SourceDocumentID><n1:CustomerID>10000</n1:CustomerID>
     <n1:Description>Faktura</n1:Description><n1:DebitAmount><n1:Amount>1125.00</n1:Amount><n1:CurrencyCode>EUR</n1:CurrencyCode>
     <n1:CurrencyAmount>100.00</n1:CurrencyAmount><n1:ExchangeRate>11.25</n1:ExchangeRate></n1:DebitAmount><n1:ReferenceNumber>KID9</n1:ReferenceNumber></n1:Line>
    <n1:Line><n1:RecordID>b</n1:RecordID><n1:AccountID>3000</n1:AccountID><n1:CreditAmount><n1:Amount>1125.00</n1:Amount>
     <n1:CurrencyCode>EUR</n1:CurrencyCode><n1:CurrencyAmount>100.00</n1:CurrencyAmount></n1:CreditAmount></n1:Line></n1:Transaction>`,
     )
     .join('')}
  </n1:Journal></n1:GeneralLedgerEntries></n1:AuditFile>`;

const structured = (name: string, amount: string, foreign = amount, code = 'RON'): string =>
  `<${name}><Amount>${amount}</Amount><CurrencyCode>${code}</CurrencyCode><CurrencyAmount>${foreign}</CurrencyAmount></${name}>`;

/** Romania: a foreign invoice, a credit note without a sign, receipts of two customers, a payment to a supplier. */
const romania = `<nsSAFT:AuditFile xmlns:nsSAFT="mfp:anaf:dgti:d406:declaratie:v1">
 <Header><AuditFileCountry>RO</AuditFileCountry><Company><RegistrationNumber>RO1</RegistrationNumber><Name>Dacia</Name></Company><DefaultCurrencyCode>RON</DefaultCurrencyCode></Header>
 <MasterFiles><GeneralLedgerAccounts>
   <Account><AccountID>4111</AccountID><AccountDescription>Clienti</AccountDescription><AccountType>Activ</AccountType></Account>
   <Account><AccountID>607</AccountID><AccountDescription>Cheltuieli</AccountDescription><AccountType>Activ</AccountType></Account>
   <Account><AccountID>121</AccountID><AccountDescription>Profit</AccountDescription><AccountType>Bifunctional</AccountType></Account></GeneralLedgerAccounts>
  <Customers><Customer><CompanyStructure><RegistrationNumber>00RO2</RegistrationNumber><Name>Ion SRL</Name>
   <Address><StreetName>Lunga 3</StreetName><City>Brasov</City><Country>RO</Country></Address></CompanyStructure>
   <CustomerID>00RO2</CustomerID><AccountID>4111</AccountID></Customer></Customers></MasterFiles>
 <SourceDocuments>
  <SalesInvoices><NumberOfEntries>2</NumberOfEntries><TotalDebit>100.00</TotalDebit><TotalCredit>500.00</TotalCredit>
   <Invoice><InvoiceNo>10</InvoiceNo><CustomerInfo><CustomerID>00RO2</CustomerID></CustomerInfo><AccountID>4111</AccountID>
    <InvoiceDate>2026-03-01</InvoiceDate><InvoiceType>380</InvoiceType><PaymentTerms>15 zile</PaymentTerms><GLPostingDate>2026-03-02</GLPostingDate>
    <InvoiceLine><LineNumber>1</LineNumber><ProductCode>X</ProductCode><Quantity>1</Quantity><InvoiceUOM>H87</InvoiceUOM><UnitPrice>500</UnitPrice>
     ${structured('InvoiceLineAmount', '500.00', '100.00', 'EUR')}<DebitCreditIndicator>C</DebitCreditIndicator>
     <TaxInformation><TaxCode>310309</TaxCode>${structured('TaxAmount', '95.00', '19.00', 'EUR')}</TaxInformation></InvoiceLine>
    <InvoiceDocumentTotals><TaxInformationTotals>${structured('TaxAmount', '95.00', '19.00', 'EUR')}</TaxInformationTotals><NetTotal>500.00</NetTotal><GrossTotal>595.00</GrossTotal></InvoiceDocumentTotals></Invoice>
   <Invoice><InvoiceNo>11</InvoiceNo><CustomerInfo><CustomerID>00RO2</CustomerID></CustomerInfo>
    <InvoiceDate>2026-03-05</InvoiceDate><InvoiceType>381</InvoiceType>
    <InvoiceLine><LineNumber>A</LineNumber>${structured('InvoiceLineAmount', '100.00')}<DebitCreditIndicator>D</DebitCreditIndicator>
     <TaxInformation>${structured('TaxAmount', '19.00')}</TaxInformation><References><CreditNote><Reference>10</Reference></CreditNote></References></InvoiceLine>
    <InvoiceDocumentTotals><GrossTotal>119.00</GrossTotal></InvoiceDocumentTotals></Invoice></SalesInvoices>
  <PurchaseInvoices><NumberOfEntries>9</NumberOfEntries><Invoice><InvoiceNo>P1</InvoiceNo></Invoice></PurchaseInvoices>
  <Payments><NumberOfEntries>2</NumberOfEntries>
   <Payment><PaymentRefNo>OP1</PaymentRefNo><TransactionDate>2026-03-20</TransactionDate><PaymentMethod>03</PaymentMethod><Description>Incasare</Description>
    <PaymentLine><SourceDocumentID>10</SourceDocumentID><AccountID>4111</AccountID><CustomerID>00RO2</CustomerID><SupplierID>0</SupplierID>
     <DebitCreditIndicator>C</DebitCreditIndicator>${structured('PaymentLineAmount', '250.00', '50.00', 'EUR')}</PaymentLine>
    <PaymentLine><SourceDocumentID>77</SourceDocumentID><AccountID>4111</AccountID><CustomerID>00RO3</CustomerID><SupplierID>0</SupplierID>
     <DebitCreditIndicator>C</DebitCreditIndicator>${structured('PaymentLineAmount', '40.00')}</PaymentLine></Payment>
   <Payment><PaymentRefNo>OP2</PaymentRefNo><TransactionDate>2026-03-21</TransactionDate>
    <PaymentLine><AccountID>401</AccountID><CustomerID>0</CustomerID><SupplierID>9</SupplierID><DebitCreditIndicator>D</DebitCreditIndicator>${structured('PaymentLineAmount', '9.00')}</PaymentLine></Payment></Payments>
 </SourceDocuments></nsSAFT:AuditFile>`;

const windows1252 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((one) => one.charCodeAt(0)));

const read = (...parts: BlobPart[]): Promise<readonly TextGrid[]> =>
  readSaft({ name: 'saft.xml', blob: new Blob(parts) }, {});

/** The rows of a dataset as records, blank cells left out. */
function rowsOf(grids: readonly TextGrid[], dataset: string): readonly Record<string, string>[] {
  const [names = [], ...rows] = grids.find((grid) => grid.dataset === dataset)?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, i) => [name, row[i] ?? ''] as const).filter(([, cell]) => cell !== ''),
    ),
  );
}

const notesOf = (grids: readonly TextGrid[]): unknown =>
  grids.flatMap((grid) => grid.notes ?? []).map(({ values }) => values);

const totalOf = (rows: readonly Record<string, string>[], column: string): string =>
  sum(rows.map((row) => exact(row[column] ?? '0'))).toFixed(2);

async function problemOf(...parts: BlobPart[]): Promise<ImportFailure['problem']> {
  const end = await read(...parts).catch((error: unknown) => error);
  if (end instanceof ImportFailure) return end.problem;
  throw end;
}

describe('SAF-T of Portugal', () => {
  it('has the company, its chart and its customers', async () => {
    const grids = await read(windows1252(portugal));
    expect(rowsOf(grids, 'entity')).toEqual([
      { entity_id: '501234567', name: 'Padaria Lda', base_currency: 'EUR', country: 'PT' },
    ]);
    expect(rowsOf(grids, 'gl_account')).toEqual([
      { account_id: '21', name: 'Clientes' },
      {
        account_id: '2111',
        name: 'Clientes c/c',
        parent_id: '21',
        statement_line: '5',
        control_kind: 'trade',
      },
      { account_id: '71', name: 'Vendas' },
    ]);
    expect(rowsOf(grids, 'customer')).toEqual([
      {
        customer_id: 'C1',
        name: 'Caf\u00e9 Central',
        tax_id: '509876543',
        email: 'cafe@example.org',
        phone: '220000000',
        street: 'Rua Nova 1',
        city: 'Porto',
        postal_code: '4000-001',
        country: 'PT',
      },
      { customer_id: 'C2', name: 'Ana' },
    ]);
  });

  it('has debit and credit lines; the customer is that of the line on his account', async () => {
    const entries = rowsOf(await read(windows1252(portugal)), 'gl_entry');
    expect(entries).toEqual([
      {
        entry_id: 'VEN/2026-01-05 VEN 1',
        line_no: '1',
        posting_date: '2026-01-06',
        document_date: '2026-01-05',
        account_id: '2111',
        customer_id: 'C1',
        document_id: 'FT A/1',
        debit: '123.00',
        entry_kind: 'normal',
        entered_at: '2026-01-05T10:00:00',
        entered_by: 'ana',
        description: 'FT A/1',
      },
      {
        entry_id: 'VEN/2026-01-05 VEN 1',
        line_no: '2',
        posting_date: '2026-01-06',
        document_date: '2026-01-05',
        account_id: '71',
        credit: '123.00',
        entry_kind: 'normal',
        entered_at: '2026-01-05T10:00:00',
        entered_by: 'ana',
        description: 'Vendas',
      },
    ]);
  });

  it('has invoices, what was paid at once, voids, credit notes and receipts', async () => {
    const grids = await read(windows1252(portugal));
    const documents = rowsOf(grids, 'document');
    expect(
      documents.map((row) =>
        [row['document_id'], row['kind'], row['status'], row['amount'], row['due_date'] ?? ''].join(
          ' · ',
        ),
      ),
    ).toEqual([
      'FT A/1 · invoice · posted · 123.00 · 2026-02-04',
      'FT A/2 · invoice · void · 70.00 · ',
      'NC A/1 · credit_note · posted · -12.30 · ',
      'RG A/1 · payment · posted · -108.24 · ',
      'FR A/1 · invoice · posted · 50.00 · ',
    ]);
    expect(documents[0]).toMatchObject({ control_account_id: '2111', tax_amount: '23.00' });
    expect(documents[2]).toMatchObject({ reference: 'FT A/1', tax_amount: '-2.30' });
    expect(documents[3]).toMatchObject({ reference: 'FT A/1 NC A/1', description: 'Recibo' });
    expect(documents[4]).toMatchObject({ settled_date: '2026-01-06', settled_amount: '50.00' });
    expect(rowsOf(grids, 'document_line').slice(0, 1)).toEqual([
      {
        document_id: 'FT A/1',
        line_no: '1',
        service: 'P\u00c3O',
        quantity: '100',
        unit: 'UN',
        unit_price: '1.00',
        amount: '100.00',
        tax_code: 'NOR',
      },
    ]);
    expect(rowsOf(grids, 'document_line').at(-1)).toMatchObject({ amount: '-10.00' });
  });

  it('spreads a receipt’s total over lines without tax, its credit note first, its discount on top', async () => {
    expect(rowsOf(await read(windows1252(portugal)), 'allocation')).toEqual([
      {
        allocation_id: 'RG A/1|NC A/1|FT A/1|1',
        credit_document_id: 'NC A/1',
        debit_document_id: 'FT A/1',
        amount: '12.3',
        discount_amount: '2.46',
        effective_date: '2026-01-20',
      },
      {
        allocation_id: 'RG A/1|RG A/1|FT A/1|1',
        credit_document_id: 'RG A/1',
        debit_document_id: 'FT A/1',
        amount: '108.24',
        effective_date: '2026-01-20',
      },
    ]);
  });

  it('a receipt’s lines with tax in them, or with the discount in them, are read by its total', async () => {
    const line = (more: string, credit: string, to: string): string =>
      `<Line><SourceDocumentID><OriginatingON>${to}</OriginatingON></SourceDocumentID>${more}<CreditAmount>${credit}</CreditAmount></Line>`;
    const amounts = async (total: string, ...lines: readonly string[]): Promise<unknown> => {
      const grids = await read(
        `<AuditFile><Header><CurrencyCode>EUR</CurrencyCode></Header><SourceDocuments><Payments><Payment>
         <PaymentRefNo>R</PaymentRefNo><TransactionDate>2026-01-01</TransactionDate><CustomerID>1</CustomerID>`,
        ...lines,
        `<DocumentTotals><GrossTotal>${total}</GrossTotal></DocumentTotals></Payment></Payments></SourceDocuments></AuditFile>`,
      );
      return rowsOf(grids, 'allocation').map((row) =>
        [row['debit_document_id'], row['amount'], row['discount_amount'] ?? ''].join(' '),
      );
    };
    const tax = '<Tax><TaxPercentage>23</TaxPercentage></Tax>';
    expect(await amounts('30.00', line(tax, '20.00', 'A'), line('', '10.00', 'B'))).toEqual([
      'A 20 ',
      'B 10 ',
    ]);
    expect(await amounts('36.90', line('', '20.00', 'A'), line('', '10.00', 'B'))).toEqual([
      'A 24.6 ',
      'B 12.3 ',
    ]);
    const discount = '<SettlementAmount>2.00</SettlementAmount>';
    expect(await amounts('98.00', line(discount, '100.00', 'A'))).toEqual(['A 98 2']);
    expect(await amounts('98.00', line(discount, '98.00', 'A'))).toEqual(['A 98 2']);
    expect(await amounts('0.10', ...['A', 'B', 'C'].map((to) => line('', '1.00', to)))).toEqual([
      'A 0.04 ',
      'B 0.03 ',
      'C 0.03 ',
    ]);
  });

  it('an invoice-receipt that a receipt settles as well is not settled twice', async () => {
    const text = portugal.replace('<OriginatingON>FT A/1', '<OriginatingON>FR A/1');
    const documents = rowsOf(await read(windows1252(text)), 'document');
    expect(documents.find((row) => row['document_id'] === 'FR A/1')).not.toHaveProperty(
      'settled_date',
    );
  });

  it('an amount in another currency is the document’s, beside that of the books', async () => {
    const text = portugal.replace(
      '<GrossTotal>123.00</GrossTotal>',
      '<GrossTotal>123.00</GrossTotal><Currency><CurrencyCode>USD</CurrencyCode><CurrencyAmount>135.30</CurrencyAmount></Currency>',
    );
    expect(rowsOf(await read(windows1252(text)), 'document')[0]).toMatchObject({
      currency: 'USD',
      amount: '135.30',
      base_amount: '123.00',
    });
  });

  it('tells of control totals that differ from what was read, and takes the file', async () => {
    expect(notesOf(await read(windows1252(portugal)))).toEqual([]);
    const text = portugal
      .replace('<TotalDebit>123.00', '<TotalDebit>124.00')
      .replace('<NumberOfEntries>4', '<NumberOfEntries>9')
      .replace('<TotalCredit>98.00', '<TotalCredit>99.00');
    const grids = await read(windows1252(text));
    expect(notesOf(grids)).toEqual([
      { what: 'GeneralLedgerEntries/TotalDebit', stated: '124.00', found: '123' },
      { what: 'SalesInvoices/NumberOfEntries', stated: '9', found: '4' },
      { what: 'Payments/TotalCredit', stated: '99.00', found: '98' },
    ]);
    expect(rowsOf(grids, 'document')).toHaveLength(5);
  });
});

describe('SAF-T of Norway', () => {
  it('has amounts in structures, customers on lines, and a year in the ids of its entries', async () => {
    const grids = await read(norway);
    expect(notesOf(grids)).toEqual([]);
    expect(rowsOf(grids, 'entity')).toMatchObject([{ base_currency: 'NOK', name: 'Fjord AS' }]);
    expect(rowsOf(grids, 'gl_account')).toEqual([
      {
        account_id: '1500',
        name: 'Kundefordringer',
        statement_line: '1500',
        control_kind: 'trade',
      },
      { account_id: '3000', name: 'Salg', kind: 'income' },
    ]);
    expect(rowsOf(grids, 'customer')).toEqual([
      {
        customer_id: '10000',
        name: 'Bj\u00f8rn AS',
        tax_id: '888888888',
        email: 'post@example.org',
        phone: '22',
        street: 'Storgata 5',
        city: 'Oslo',
        postal_code: '0155',
        country: 'NO',
      },
    ]);
    expect(rowsOf(grids, 'gl_entry').slice(0, 2)).toEqual([
      {
        entry_id: 'GL/2025/1',
        line_no: '1',
        posting_date: '2025-03-03',
        document_date: '2025-03-01',
        account_id: '1500',
        customer_id: '10000',
        document_id: '17',
        reference: 'KID9',
        debit: '1125.00',
        currency: 'EUR',
        amount_currency: '100.00',
        entered_at: '2025-03-02',
        entered_by: 'kari',
        description: 'Faktura',
      },
      {
        entry_id: 'GL/2025/1',
        line_no: '2',
        posting_date: '2025-03-03',
        document_date: '2025-03-01',
        account_id: '3000',
        credit: '1125.00',
        currency: 'EUR',
        amount_currency: '-100.00',
        entered_at: '2025-03-02',
        entered_by: 'kari',
      },
    ]);
    expect(rowsOf(grids, 'gl_entry')[2]).toMatchObject({ entry_id: 'GL/2026/1', line_no: '1' });
  });
});

describe('SAF-T of Romania', () => {
  it('has a foreign invoice in its own currency, and a credit note that takes off', async () => {
    const grids = await read(romania);
    expect(notesOf(grids)).toEqual([]);
    expect(rowsOf(grids, 'document').slice(0, 2)).toEqual([
      {
        document_id: '10',
        kind: 'invoice',
        status: 'posted',
        customer_id: '00RO2',
        number: '10',
        document_date: '2026-03-01',
        posting_date: '2026-03-02',
        due_date: '2026-03-16',
        terms: '15 zile',
        currency: 'EUR',
        amount: '119',
        base_amount: '595.00',
        control_account_id: '4111',
      },
      {
        document_id: '11',
        kind: 'credit_note',
        status: 'posted',
        customer_id: '00RO2',
        number: '11',
        document_date: '2026-03-05',
        posting_date: '2026-03-05',
        currency: 'RON',
        amount: '-119.00',
        base_amount: '-119.00',
        control_account_id: '4111',
        reference: '10',
      },
    ]);
    expect(rowsOf(grids, 'document_line')).toMatchObject([
      { line_no: '1', amount: '100.00', tax_amount: '19.00', tax_code: '310309', unit: 'H87' },
      { line_no: '1', amount: '-100.00', tax_amount: '-19.00' },
    ]);
  });

  it('has a payment for each customer of a receipt, and none for suppliers', async () => {
    const grids = await read(romania);
    expect(
      rowsOf(grids, 'document')
        .slice(2)
        .map((row) =>
          [
            row['document_id'],
            row['customer_id'],
            row['currency'],
            row['amount'],
            row['base_amount'],
          ].join(' '),
        ),
    ).toEqual(['OP1/00RO2 00RO2 EUR -50 -250', 'OP1/00RO3 00RO3 RON -40 -40']);
    expect(
      rowsOf(grids, 'allocation').map((row) => [row['debit_document_id'], row['amount']]),
    ).toEqual([
      ['10', '50'],
      ['77', '40'],
    ]);
  });

  it('knows the kind of an account by its side, but for costs and revenues by its class', async () => {
    expect(rowsOf(await read(romania), 'gl_account').map((row) => row['kind'] ?? '')).toEqual([
      'asset',
      'expense',
      '',
    ]);
  });
});

describe('an audit file', () => {
  it('is told by its root; Poland’s JPK is another format', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const text of [portugal, norway, romania, `\uFEFF<!-- x --><AuditFile/>`])
      expect(saftFormat.matches(bytes(text), 'a.txt')).toBe(true);
    for (const text of ['<JPK xmlns="http://jpk.mf.gov.pl/"/>', 'AuditFile', '<AuditFiles/>', ''])
      expect(saftFormat.matches(bytes(text), 'saft.xml')).toBe(false);
  });

  it('says what is wrong with it', async () => {
    expect(await problemOf('')).toMatchObject({ code: 'empty_file' });
    expect(await problemOf('<AuditFile><Header/></AuditFile>')).toMatchObject({ code: 'no_rows' });
    expect(await problemOf('<JPK><Header/></JPK>')).toMatchObject({ code: 'no_rows' });
    expect(await problemOf(norway.slice(0, 3_000))).toMatchObject({ code: 'damaged_file' });
    expect(await problemOf('<!DOCTYPE AuditFile []>', norway)).toMatchObject({
      code: 'unsafe_file',
    });
    const line = '<Line><AccountID>1</AccountID></Line>'.repeat(10);
    const deep = `${'<x>'.repeat(200)}${line}${'</x>'.repeat(200)}`;
    expect(await problemOf('<AuditFile><Header>', deep, '</Header></AuditFile>')).toMatchObject({
      code: 'limit_exceeded',
    });
  });

  it('keeps each line of an entry that is told in two places, and what is no amount as it stands', async () => {
    const transaction = (amount: string): string =>
      `<Transaction><TransactionID>1</TransactionID><TransactionDate>2026-01-01</TransactionDate>
       <Line><AccountID>1</AccountID><DebitAmount>${amount}</DebitAmount></Line></Transaction>`;
    const grids = await read(
      '<AuditFile><GeneralLedgerEntries><Journal><JournalID>A</JournalID>',
      transaction('1.00'),
      transaction('1,00'),
      '</Journal><Journal>',
      transaction('3.00'),
      '</Journal></GeneralLedgerEntries></AuditFile>',
    );
    expect(
      rowsOf(grids, 'gl_entry').map((row) => [row['entry_id'], row['line_no'], row['debit']]),
    ).toEqual([
      ['A/1', '1', '1.00'],
      ['A/1', '2', '1,00'],
      ['1', '1', '3.00'],
    ]);
  });
});

const euros = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

const ledgers = fc.array(
  fc.array(
    fc.record({
      account: fc.constantFrom('11', '21', '24', '71'),
      contra: fc.constantFrom('12', '21', '62', '72'),
      cents: fc.integer({ min: 0, max: 999_999_999 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 12 },
);

type Ledger = Parameters<Parameters<typeof ledgers.map>[0]>[0];

/** A ledger as Portugal writes it, and as OECD 2.0 does. */
const writers: Readonly<Record<string, (ledger: Ledger) => string>> = {
  Portugal: (ledger) =>
    ledger
      .map(
        (
          lines,
          i,
        ) => `<Transaction><TransactionID>${i}</TransactionID><TransactionDate>2026-01-01</TransactionDate><Lines>
      ${lines.map(({ account, cents }) => `<DebitLine><AccountID>${account}</AccountID><DebitAmount>${euros(cents)}</DebitAmount></DebitLine>`).join('')}
      ${lines.map(({ contra, cents }) => `<CreditLine><AccountID>${contra}</AccountID><CreditAmount>${euros(cents)}</CreditAmount></CreditLine>`).join('')}
      </Lines></Transaction>`,
      )
      .join(''),
  'OECD 2.0': (ledger) =>
    ledger
      .map(
        (
          lines,
          i,
        ) => `<Transaction><TransactionID>${i}</TransactionID><TransactionDate>2026-01-01</TransactionDate>
      ${lines
        .map(
          ({ account, contra, cents }) =>
            `<Line><AccountID>${account}</AccountID><DebitAmount><Amount>${euros(cents)}</Amount></DebitAmount></Line>
             <Line><AccountID>${contra}</AccountID><CreditAmount><Amount>${euros(cents)}</Amount></CreditAmount></Line>`,
        )
        .join('')}</Transaction>`,
      )
      .join(''),
};

describe.each(Object.entries(writers))('any ledger of %s', (_, write) => {
  it('comes back exactly, account by account, and ties to its control totals', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (ledger) => {
        const lines = ledger.flat();
        const cents = lines.reduce((all, line) => all + line.cents, 0);
        const grids = await read(
          `<AuditFile><Header><CurrencyCode>EUR</CurrencyCode></Header><GeneralLedgerEntries>
           <NumberOfEntries>${ledger.length}</NumberOfEntries><TotalDebit>${euros(cents)}</TotalDebit>
           <TotalCredit>${euros(cents)}</TotalCredit><Journal><JournalID>J</JournalID>`,
          write(ledger),
          '</Journal></GeneralLedgerEntries></AuditFile>',
        );
        expect(notesOf(grids)).toEqual([]);
        const entries = rowsOf(grids, 'gl_entry');
        expect(entries).toHaveLength(lines.length * 2);
        for (const [side, of] of [
          ['debit', 'account'],
          ['credit', 'contra'],
        ] as const)
          for (const account of new Set(lines.map((line) => line[of]))) {
            const written = lines.filter((line) => line[of] === account);
            const own = entries.filter((row) => row['account_id'] === account);
            expect(exact(totalOf(own, side)).times(100).toNumber()).toBe(
              written.reduce((all, line) => all + line.cents, 0),
            );
          }
        const ids = entries.map((row) => `${row['entry_id']} ${row['line_no']}`);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: Math.min(numRuns, 100), seed },
    );
  });
});

describe.each(Object.entries({ portugal, norway, romania }))('a damaged file of %s', (_, text) => {
  it('is read, or refused with one typed problem', async () => {
    const bytes = text === portugal ? windows1252(text) : new TextEncoder().encode(text);
    const at = fc.nat({ max: bytes.length - 1 });
    const damage = fc.record({
      cut: fc.option(at, { freq: 3 }),
      flips: fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 4 }),
      moved: fc.option(fc.tuple(at, at, at)),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, flips, moved }) => {
        let damaged = bytes.slice(0, cut ?? bytes.length);
        for (const [place, byte] of flips) if (place < damaged.length) damaged[place] = byte;
        if (moved) {
          const [a, b] = [Math.min(moved[0], moved[1]), Math.max(moved[0], moved[1])];
          damaged = Uint8Array.from([
            ...damaged.slice(0, a),
            ...damaged.slice(b),
            ...damaged.slice(a, b),
          ]);
        }
        try {
          for (const grid of await read(damaged)) expect(grid.rows.length).toBeGreaterThan(1);
        } catch (error) {
          if (!(error instanceof ImportFailure)) throw error;
          expect(error.problem.file).toBe('saft.xml');
        }
      }),
      { numRuns: Math.ceil(numRuns / 3), seed },
    );
  });
});
