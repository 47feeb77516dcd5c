import { describe, expect, it } from 'vitest';
import { datasets, normalHeader } from './datasets';
import { recognise } from './recognise';

const fieldsOf = (headers: readonly string[], file = 'file.csv') => {
  const found = recognise(headers, file);
  if (!found) return undefined;
  const columns = Object.entries(found.fields).map(([name, { column }]) => [name, column]);
  return { dataset: found.dataset, ...Object.fromEntries(columns) };
};

describe('a file is recognised by its headers', () => {
  it('whatever their case, accents, blanks and marks', () => {
    expect(normalHeader(' Číslo_Zákazníka. ')).toBe('cislozakaznika');
    expect(fieldsOf(['INVOICE_NO.', 'Customer Number', 'Issue-Date', 'Total'])).toEqual({
      dataset: 'document',
      document_id: 0,
      customer_id: 1,
      document_date: 2,
      amount: 3,
    });
  });

  it.each([
    ['English', ['Invoice', 'Customer', 'Date', 'Due date', 'Amount']],
    ['Spanish', ['Factura', 'Cliente', 'Fecha', 'Vencimiento', 'Importe']],
    ['Czech', ['Číslo faktury', 'Zákazník', 'Datum vystavení', 'Splatnost', 'Částka']],
  ])('in %s', (_, headers) => {
    expect(fieldsOf(headers)).toEqual({
      dataset: 'document',
      document_id: 0,
      customer_id: 1,
      document_date: 2,
      due_date: 3,
      amount: 4,
    });
  });

  it.each([
    'Faktura č.',
    'Č. faktury',
    'Faktura číslo',
    'Č. dokladu',
    'Doklad č.',
    'Factura n.',
    'N. de factura',
    'No. factura',
    'Invoice Nr.',
    'Inv. No.',
    'Inv number',
  ])('by the number of its documents, called %s', (header) => {
    expect(fieldsOf([header, 'Customer', 'Date', 'Amount'])).toMatchObject({
      dataset: 'document',
      document_id: 0,
    });
  });

  it.each([
    'Buyer company',
    'Bill to',
    'Sold-to name',
    'Client company',
    'Nombre del cliente',
    'Razón social',
    'Comprador',
    'Název odběratele',
    'Odběratel název',
    'Kupující',
  ])('by the name of its customers, called %s', (header) => {
    expect(fieldsOf(['Invoice', header, 'Date', 'Amount'])).toMatchObject({
      dataset: 'document',
      customer_id: 1,
    });
  });

  it.each([
    ['amount', 'Gross'],
    ['amount', 'Amount incl. tax'],
    ['amount', 'Celkem s DPH'],
    ['amount', 'Cena celkem s DPH'],
    ['amount', 'Importe total'],
    ['amount', 'Total con IVA'],
    ['amount', 'Invoice total'],
    ['open_amount', 'Open'],
    ['open_amount', 'Outstanding balance'],
    ['open_amount', 'Pendiente de cobro'],
    ['open_amount', 'Zbývá zaplatit'],
    ['settled_amount', 'Cobrado'],
    ['settled_amount', 'Amount received'],
    ['settled_amount', 'Již uhrazeno'],
    ['document_date', 'F. factura'],
    ['due_date', 'F. vto.'],
    ['posting_date', 'Fecha contabiliz.'],
    ['tax_amount', 'Cuota IVA'],
  ])('with its %s, called %s', (field, header) => {
    const others = field === 'amount' ? ['Net'] : ['Amount'];
    const dates = field === 'document_date' ? [] : ['Date'];
    const found = recognise(['Invoice', 'Customer', header, ...dates, ...others], 'file.csv');
    expect(found?.fields[field]?.column).toBe(2);
  });

  it.each(['Number', 'No.', 'Nº', 'Doc', 'Número', 'Číslo', 'Č.'])(
    'by a bare number, called %s, beside a customer, a date and an amount',
    (header) => {
      expect(fieldsOf([header, 'Customer', 'Date', 'Due', 'Amount'])).toMatchObject({
        dataset: 'document',
        document_id: 0,
      });
      expect(fieldsOf([header, 'Date', 'Amount'])).toBeUndefined();
      expect(fieldsOf([header, 'Customer', 'Amount'])).toBeUndefined();
    },
  );

  it('by a bare number no better than by an invoice’s', () => {
    expect(fieldsOf(['No.', 'Invoice', 'Customer', 'Date', 'Amount'])).toMatchObject({
      document_id: 1,
    });
  });

  it('as receipts by the number of a document, where the day says that money came in', () => {
    expect(fieldsOf(['Doklad', 'Odběratel', 'Datum úhrady', 'Faktura', 'Částka'])).toMatchObject({
      dataset: 'payment',
      payment_id: 0,
      applied_document_id: 3,
    });
  });

  it('with a tax, which a rate in percent is not', () => {
    expect(fieldsOf(['Factura', 'Cliente', 'Fecha', 'Total', '% IVA', 'Cuota IVA'])).toMatchObject({
      tax_amount: 5,
    });
  });

  it('as lines of documents that stand elsewhere, where a quantity or a price says so', () => {
    expect(fieldsOf(['invoice_number', 'description', 'qty', 'price', 'amount'])).toEqual({
      dataset: 'document_line',
      document_id: 0,
      service: 1,
      quantity: 2,
      unit_price: 3,
      amount: 4,
    });
    expect(fieldsOf(['Invoice', 'Description', 'Amount'])).toBeUndefined();
    expect(fieldsOf(['Invoice', 'Customer', 'Quantity', 'Price'])).toBeUndefined();
  });

  it('with amounts of lines that are not their document’s', () => {
    const headers = ['Faktura', 'Odběratel', 'Datum', 'Položka', 'Množství', 'Cena'];
    const found = fieldsOf([...headers, 'Celkem s DPH']);
    expect(found).toMatchObject({ dataset: 'sales_line' });
    expect(found).not.toHaveProperty('amount');
  });

  it('with a settlement on the invoice’s own line', () => {
    const headers = ['customerID', 'invoiceNumber', 'InvoiceDate', 'InvoiceAmount', 'SettledDate'];
    expect(fieldsOf(headers)).toMatchObject({ dataset: 'document', settled_date: 4 });
  });

  it('as receipts where a receipt’s number is among them', () => {
    expect(fieldsOf(['Receipt', 'Invoice', 'Customer', 'Date', 'Amount'])).toMatchObject({
      dataset: 'payment',
      payment_id: 0,
      applied_document_id: 1,
    });
  });

  it('as the canonical table that the file is named after', () => {
    const headers = ['document_id', 'instalment_no', 'due_date', 'amount'];
    expect(fieldsOf(headers, 'instalment.csv')?.dataset).toBe('instalment');
  });

  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    'as %s, from that table’s own columns',
    (name, dataset) => {
      const headers = dataset.fields.map((field) => field.name);
      const found = recognise(headers, `${name}.csv`);
      expect(found?.dataset).toBe(name);
      for (const [at, header] of headers.entries()) expect(found?.fields[header]?.column).toBe(at);
    },
  );

  it('as customers where a name and most columns say so', () => {
    expect(fieldsOf(['Customer', 'Customer name', 'E-mail', 'Phone', 'Loyalty'])?.dataset).toBe(
      'customer',
    );
    expect(fieldsOf(['Customer', 'Country'])).toBeUndefined();
    const sales = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice'];
    expect(fieldsOf([...sales, 'CustomerID', 'Country'])?.dataset).toBe('sales_line');
    const bank = ['Date', 'Interest Date', 'Amount', 'Account', 'Counterparty', 'Name'];
    expect(fieldsOf([...bank, 'Description'])).toMatchObject({
      dataset: 'bank_transaction',
      booking_date: 0,
      value_date: 1,
      counterparty: 5,
      counterparty_account: 4,
    });
  });

  it('not at all where a required column is missing', () => {
    expect(fieldsOf(['Species', 'Legs'])).toBeUndefined();
    expect(fieldsOf(['__proto__', 'constructor'])).toBeUndefined();
    expect(fieldsOf([])).toBeUndefined();
  });
});

it('a currency behind a name changes nothing of it, unless the name stands there twice', () => {
  const fieldOf = (...headers: readonly string[]) =>
    recognise(['Invoice', 'Customer', 'Date', ...headers], 'f.csv')?.fields['amount']?.header;
  expect(fieldOf('Amount (USD)')).toBe('Amount (USD)');
  expect(fieldOf('Amount (USD)', 'Amount (EUR)')).toBeUndefined();
});
