import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { importFiles } from '../../src/headless/importFiles';

interface Answer {
  readonly files: readonly {
    readonly findings: readonly { readonly code: string; readonly count: number }[];
  }[];
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** What becomes of files: some columns of the documents, and what is told of them. */
async function imported(files: Readonly<Record<string, string>>, ...columns: readonly string[]) {
  return importedAs('document', files, columns);
}

async function importedAs(
  table: 'document' | 'bank_transaction' | 'allocation',
  files: Readonly<Record<string, string>>,
  columns: readonly string[],
) {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-doubtful-'));
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  try {
    const told: string[] = [];
    const answer = (await importFiles(engine, paths, folder, undefined, (line) =>
      told.push(line),
    )) as unknown as Answer;
    const text = await readFile(join(folder, `${table}.csv`), 'utf8');
    const rows = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
    return {
      documents: rows.map((row) =>
        [...(table === 'document' ? ['document_id'] : []), ...columns]
          .map((name) => row[name] ?? '')
          .join(' '),
      ),
      findings: answer.files.flatMap(({ findings }) =>
        findings.map(({ code, count }) => `${code} ${count}`),
      ),
      told,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const invoices = (header: string, ...rows: readonly string[]): string =>
  `${[header, ...rows].join('\n')}\n`;

describe('a customer’s account', () => {
  it('in debits and credits has receipts where the text begins with one', async () => {
    const { documents } = await imported(
      {
        'mayor.csv': invoices(
          'Cliente,Fecha,Documento,Concepto,Debe,Haber',
          'Alfa,2026-01-10,F1,Factura,100.00,',
          'Alfa,2026-02-10,C1,Cobro factura F1,,100.00',
          'Beta,2026-02-20,A1,Abono,,50.00',
        ),
      },
      'kind',
      'amount',
    );
    expect(documents.sort()).toEqual([
      'A1 credit_note -50.0000',
      'C1 payment -100.0000',
      'F1 invoice 100.0000',
    ]);
  });

  it('of nothing but credit notes has them minus', async () => {
    const { documents } = await imported(
      { 'x.csv': invoices('Credit Note No,Customer,Date,Amount', 'CN1,Alfa,2026-01-10,100.00') },
      'kind',
      'amount',
    );
    expect(documents).toEqual(['CN1 credit_note -100.0000']);
  });

  it('lists what is open on the day that a column repeats', async () => {
    const { documents } = await imported(
      {
        'x.csv': invoices(
          'Invoice,Customer,Invoice Date,Due Date,Balance,As of',
          '1,Alfa,2026-01-10,2026-02-10,100.00,2026-03-31',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['1 100.0000']);
  });
});

describe('a list of what is owed', () => {
  it('whose payment leaves blank what is open is told', async () => {
    const { findings } = await imported({
      'open_2026-03-31.csv': invoices(
        'Invoice,Customer,Date,Due,Type,Amount,Amount Remaining',
        'A1,Alfa,2026-01-31,2026-03-01,Invoice,100.00,0.00',
        'P1,Alfa,2026-02-20,,Payment,-100.00,',
      ),
    });
    expect(findings).toEqual(['open_amount_blank 1']);
  });

  it('is of the last day of the month in its name', async () => {
    const header = 'Invoice,Customer,Date,Due,Open amount';
    const rows = ['A1,Alfa,2026-01-10,2026-02-10,50', 'A2,Alfa,2026-01-12,2026-02-10,40'];
    const { documents } = await imported(
      {
        'open_2026-01.csv': invoices(header, ...rows),
        'open_2026-02.csv': invoices(header, rows[1] ?? ''),
      },
      'posting_date',
      'amount',
    );
    expect(documents).toContain('A1:unexplained:2026-02-28 2026-02-28 -50.0000');
  });

  it('numbers its customers by their code where their name stands beside it', async () => {
    const { documents } = await imported(
      {
        'f.csv': invoices(
          'Factura,Fecha,Cód. Cliente,Cliente,Vencimiento,Importe USD',
          'F1,2026-01-15,0001,Muñoz,2026-02-14,10.00',
          'F2,2026-01-16,0002,Muñoz,2026-02-14,10.00',
        ),
      },
      'customer_id',
      'currency',
    );
    expect(documents.sort()).toEqual(['F1 0001 USD', 'F2 0002 USD']);
  });
});

describe('rows of several files', () => {
  it('that two statements have alike are one movement, and two alike in one of them are two', async () => {
    const statement = (...rows: readonly string[]) =>
      invoices('Date,Description,Amount,Balance', ...rows);
    const { documents } = await importedAs(
      'bank_transaction',
      {
        'b1.csv': statement(
          '2026-01-02,Card,-10.00,',
          '2026-01-02,Card,-10.00,',
          '2026-01-03,In,50.00,',
        ),
        'b2.csv': statement('2026-01-03,In,50.00,', '2026-01-04,Card,-10.00,'),
      },
      ['booking_date', 'amount'],
    );
    expect(documents.sort()).toEqual([
      '2026-01-02 -10.0000',
      '2026-01-02 -10.0000',
      '2026-01-03 50.0000',
      '2026-01-04 -10.0000',
    ]);
  });

  it('that are the same in whole files are taken once, with a word', async () => {
    const file = invoices('Invoice,Customer,Date,Due,Amount', '1,Alfa,2026-01-10,2026-02-10,5.00');
    const { documents, told } = await imported({ 'a.csv': file, 'b.csv': file }, 'amount');
    expect(documents).toEqual(['1 5.0000']);
    expect(told.join()).toContain('b.csv: the file is among these twice');
  });
});

describe('amounts', () => {
  it('of an item beside the document’s total are the line’s', async () => {
    const { documents, findings } = await imported(
      {
        'i.csv': invoices(
          'Invoice No,Customer,Invoice Date,Due Date,Item,Quantity,Rate,Amount,Total',
          '1001,Alfa,2026-01-10,2026-02-10,Widget,2,50.00,100.00,130.00',
          '1001,Alfa,2026-01-10,2026-02-10,Gadget,1,30.00,30.00,130.00',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['1001 130.0000']);
    expect(findings).toEqual([]);
  });

  it('of a receipt repeated beside what was applied are counted once', async () => {
    const { documents } = await imported(
      {
        'p.csv': invoices(
          'Payment Number,Customer,Payment Date,Payment Amount,Invoice Number,Amount Applied',
          'P1,Alfa,2026-02-01,350.00,INV-1,100.00',
          'P1,Alfa,2026-02-01,350.00,INV-2,250.00',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['P1 -350.0000']);
  });

  it('that are a stroke, as spreadsheets write zero, are zero', async () => {
    const { told, documents } = await imported(
      {
        'i.csv': invoices(
          'Invoice,Customer,Date,Due,Amount,Paid',
          'A1,Alfa,2026-10-13,2026-11-13,"$ 1,100.00","$ 100.00"',
          'A2,Alfa,2026-10-14,2026-11-14,"$ 200.00"," $ -   "',
        ),
      },
      'amount',
    );
    expect(documents).toContain('A2 200.0000');
    expect(told.filter((line) => line.includes('cannot be read'))).toEqual([]);
  });

  it('a total beside the net amount and its tax is what is owed', async () => {
    const { documents, findings } = await imported(
      {
        'i.csv': invoices(
          'Invoice,Customer,Date,Due,Amount,VAT,Total',
          'A1,Alfa,2026-10-13,2026-11-13,100.00,21.00,121.00',
          'A2,Alfa,2026-10-14,2026-11-14,200.00,42.00,242.00',
        ),
      },
      'amount',
      'tax_amount',
    );
    expect(documents).toEqual(['A1 121.0000 21.0000', 'A2 242.0000 42.0000']);
    expect(findings).toEqual([]);
  });

  it('a total that is not the amount and its tax is told, and not taken', async () => {
    const { documents, findings } = await imported(
      {
        'i.csv': invoices(
          'Invoice,Customer,Date,Due,Amount,VAT,Total charged',
          'A1,Alfa,2026-10-13,2026-11-13,121.00,21.00,150.00',
          'A2,Alfa,2026-10-14,2026-11-14,242.00,42.00,242.00',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['A1 121.0000', 'A2 242.0000']);
    expect(findings).toEqual(['amounts_left_out 1']);
  });

  it('in thousands, as a header or the line above the table says, are multiplied and told', async () => {
    const rows = ['A1,Alfa,2026-10-13,2026-11-13,4.235', 'A2,Alfa,2026-10-14,2026-11-14,0.0125'];
    const expected = ['A1 4235.0000', 'A2 12.5000'];
    const headed = await imported(
      { 'i.csv': invoices('Invoice,Customer,Date,Due,Amount (USD thousands)', ...rows) },
      'amount',
      'currency',
    );
    expect(headed.documents).toEqual(expected.map((one) => `${one} USD`));
    expect(headed.findings).toContain('amounts_scaled 1');
    const table = invoices('Invoice,Customer,Date,Due,Amount', ...rows);
    const above = await imported(
      { 'i.csv': `Open invoices\nAll amounts in thousands\n\n${table}` },
      'amount',
    );
    expect(above.documents).toEqual(expected);
    expect(above.findings).toContain('amounts_scaled 1');
    const named = await imported({ 'i.csv': `Thousand Oaks Supplies\n\n${table}` }, 'amount');
    expect(named.documents).toEqual(['A1 4.2350', 'A2 0.0125']);
  });

  it('a dollar in the header, beside books in another currency, is told', async () => {
    const { findings } = await imported({
      'entity.csv': 'entity_id,name,base_currency\nE,Example,EUR\n',
      'i.csv': invoices('Invoice,Customer,Date,Due,Amount $', 'A1,Alfa,2026-10-13,2026-11-13,4.23'),
    });
    expect(findings).toEqual(['sign_without_currency 1']);
  });

  it('that are too large once they are multiplied are rejected, and the others taken', async () => {
    const { documents } = await imported(
      {
        'i.csv': invoices(
          'Invoice,Customer,Date,Due,Amount (millions)',
          'A1,Alfa,2026-10-13,2026-11-13,4.2',
          'A2,Alfa,2026-10-14,2026-11-14,99999999999999',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['A1 4200000.0000']);
  });

  it('a column that proves both decimal marks is asked about, and most of it decides', async () => {
    const { documents, told } = await imported(
      {
        'i.csv': invoices(
          'Invoice;Customer;Date;Due;Amount',
          'A1;Alfa;2026-10-13;2026-11-13;1.234,50',
          'A2;Alfa;2026-10-13;2026-11-13;2.234,50',
          'A3;Alfa;2026-10-13;2026-11-13;9.876',
          'A4;Alfa;2026-10-13;2026-11-13;1,234.56',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['A1 1234.5000', 'A2 2234.5000', 'A3 9876.0000']);
    expect(told).toEqual([
      expect.stringContaining('the amounts of Amount read both'),
      expect.stringContaining('line 5: amount “1,234.56” cannot be read'),
    ]);
  });

  it('a header that names the currency says it for all rows', async () => {
    const csv = invoices('Factura,Cliente,Fecha,Importe (£)', 'A1,Alfa,2026-10-13,10.00');
    const { documents } = await imported({ 'i.csv': csv }, 'currency', 'amount');
    expect(documents).toEqual(['A1 GBP 10.0000']);
  });
});

describe('signs', () => {
  const header = 'Document,Type,Customer,Date,Due,Amount';
  it('credits with a minus and without one are all credits where most have none', async () => {
    const { documents, findings } = await imported(
      {
        'd.csv': invoices(
          header,
          'I1,Invoice,Alfa,2026-10-14,2026-11-14,500.00',
          'C1,Credit note,Alfa,2026-10-14,2026-10-14,10.00',
          'C2,Credit note,Alfa,2026-10-14,2026-10-14,20.00',
          'C3,Credit note,Alfa,2026-10-14,2026-10-14,-5.00',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['I1 500.0000', 'C1 -10.0000', 'C2 -20.0000', 'C3 -5.0000']);
    expect(findings).toEqual(['credits_turned 2']);
  });

  it('one that is plus among many that are minus stays, and is told', async () => {
    const { documents, findings } = await imported(
      {
        'd.csv': invoices(
          header,
          'C1,Credit note,Alfa,2026-10-14,2026-10-14,-10.00',
          'C2,Credit note,Alfa,2026-10-14,2026-10-14,-20.00',
          'C3,Credit note,Alfa,2026-10-14,2026-10-14,5.00',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['C1 -10.0000', 'C2 -20.0000', 'C3 5.0000']);
    expect(findings).toEqual(['credits_plus 1']);
  });

  it('receipts written with a minus are receipts; one against them is money given back', async () => {
    const { documents, findings } = await imported(
      {
        'r.csv': invoices(
          'Receipt No,Customer,Receipt date,Amount,Currency',
          'R1,Alfa,2026-10-20,-100.00,EUR',
          'R2,Beta,2026-10-21,-50.00,EUR',
          'R3,Beta,2026-10-22,20.00,EUR',
        ),
      },
      'amount',
    );
    expect(documents).toEqual(['R1 -100.0000', 'R2 -50.0000', 'R3 20.0000']);
    expect(findings).toEqual(['receipts_minus 1']);
  });
});

describe('days', () => {
  const stamps = invoices(
    'Invoice No,Customer,Invoice Date,Due Date,Amount',
    'T1,Zona,2026-10-31T23:30:00Z,2026-11-30,10.00',
    'T2,Zona,2026-10-31 23:30:00,2026-11-30,20.00',
  );
  it('a time that says its zone is a day in the zone of the entity that comes with it', async () => {
    const { documents, findings } = await imported(
      { 'e.csv': 'entity_id,name,time_zone\nMAD,Madrid SL,Europe/Madrid\n', 'i.csv': stamps },
      'document_date',
    );
    expect(documents).toEqual(['T1 2026-11-01', 'T2 2026-10-31']);
    expect(findings).toEqual([]);
  });

  it('where no zone is known the day is taken as it is written, and that is told', async () => {
    const { documents, findings } = await imported({ 'i.csv': stamps }, 'document_date');
    expect(documents).toEqual(['T1 2026-10-31', 'T2 2026-10-31']);
    expect(findings).toEqual(['no_zone 1']);
  });

  it('two columns that each prove their own order are each read by it, without a question', async () => {
    const { documents, told } = await imported(
      {
        'i.csv': invoices(
          'Invoice,Customer,Invoice date,Posting date,Amount',
          'A1,Alfa,13/10/2026,10/13/2026,10.00',
          'A2,Alfa,14/10/2026,10/14/2026,10.00',
          'A3,Alfa,05/10/2026,10/05/2026,10.00',
        ),
      },
      'document_date',
      'posting_date',
    );
    expect(documents).toEqual([
      'A1 2026-10-13 2026-10-13',
      'A2 2026-10-14 2026-10-14',
      'A3 2026-10-05 2026-10-05',
    ]);
    expect(told).toEqual([]);
  });

  it('a column that proves both orders is asked about', async () => {
    const { told } = await imported({
      'i.csv': invoices(
        'Invoice,Customer,Date,Amount',
        'A1,Alfa,13/04/2026,10.00',
        'A2,Alfa,04/25/2026,10.00',
        'A3,Alfa,03/04/2026,10.00',
      ),
    });
    expect(told[0]).toContain('the dates of Date can be read in more than one order');
  });

  it('days that a spreadsheet may have turned round are told', async () => {
    const { findings } = await imported({
      'i.csv': invoices(
        'Invoice,Customer,Date,Amount',
        'A1,Alfa,2026-04-03,10.00',
        'A2,Alfa,25/04/2026,10.00',
        'A3,Alfa,2026-07-04,10.00',
        'A4,Alfa,28/04/2026,10.00',
      ),
    });
    expect(findings).toEqual(['swapped_days 2']);
  });
});

it('a payment in another currency than its invoice is told, and settles nothing of it', async () => {
  const { findings } = await imported({
    'i.csv': invoices('Invoice,Customer,Date,Amount,Currency', 'A1,Alfa,2026-10-13,100.00,EUR'),
    'p.csv': invoices(
      'Payment,Customer,Date,Invoice,Amount,Currency',
      'P1,Alfa,2026-10-20,A1,30.00,USD',
    ),
  });
  expect(findings).toContain('other_currency_paid 1');
});

it('invoices without any column of customers are told', async () => {
  const csv = invoices('Invoice,Date,Amount,Handled', 'A1,2026-10-13,100.00,yes');
  expect((await imported({ 'i.csv': csv })).findings).toEqual(['no_customer 1']);
});

describe('bank statements', () => {
  const lines = async (text: readonly string[], ...columns: readonly string[]) => {
    const files = { 's.csv': `${text.join('\n')}\n` };
    const { documents } = await importedAs('bank_transaction', files, columns);
    return documents.sort();
  };

  it('without a minus go by the column of debits and credits beside the amount', async () => {
    const found = await lines(
      [
        'Transaction Date,Details,Transaction Type,Amount,Balance',
        '14/01/2026,ACME,Credit,500.00,1500.00',
        '15/01/2026,BANK FEE,Debit,20.00,1480.00',
        '16/01/2026,RENT,Debit,400.00,1080.00',
      ],
      'remittance',
      'amount',
    );
    expect(found).toEqual(['ACME 500.0000', 'BANK FEE -20.0000', 'RENT -400.0000']);
  });

  it('with a minus of their own are not turned by a column that says the same', async () => {
    const found = await lines(
      [
        'Transaction Date,Details,Transaction Type,Amount',
        '14/01/2026,ACME,Credit,500.00',
        '15/01/2026,BANK FEE,Debit,-20.00',
      ],
      'remittance',
      'amount',
    );
    expect(found).toEqual(['ACME 500.0000', 'BANK FEE -20.0000']);
  });

  it('of a savings bank keep who paid, and the currency', async () => {
    const found = await lines(
      [
        '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer";"BLZ";"Betrag";"Waehrung"',
        '"DE123";"06.01.26";"06.01.26";"GUTSCHRIFT";"Rechnung 771";"Meier GmbH";"DE99";"X";"1.500,00";"EUR"',
        '"DE123";"30.01.26";"31.01.26";"ENTGELT";"Entgelt";"";"";"";"-20,50";"EUR"',
      ],
      'counterparty',
      'counterparty_account',
      'amount',
      'currency',
    );
    expect(found).toEqual(['  -20.5000 EUR', 'Meier GmbH DE99 1500.0000 EUR']);
  });

  it('are not what a ledger of customers with debits and credits is taken for', async () => {
    const ledger = invoices(
      'Date,Customer,Ref,Description,Debit,Credit',
      '05/01/2026,A,X1,Invoice,1100.00,',
    );
    await expect(imported({ 'l.csv': ledger })).rejects.toThrow('not_recognised');
  });
});

describe('what is left to pay', () => {
  it('is told where nothing is made of it, in whole numbers too', async () => {
    const { findings } = await imported({
      'i.json':
        '[{"invoice_number":"I1","customer_name":"A","date":"2026-01-05","due_date":"2026-02-04","total":250,"balance":100,"currency_code":"USD"}]',
    });
    expect(findings).toEqual(['amounts_left_out 1']);
  });
});

describe('what else a first look got wrong', () => {
  it('a list drawn in strokes pads its cells: blanks are no part of a customer’s number', async () => {
    const list = (width: number): string => {
      const cell = (text: string) => text.padEnd(width);
      return invoices(
        '31.10.2026    Dynamic List Display    1',
        '-'.repeat(80),
        `|${cell('Customer')}|DocumentNo|Type|Doc. Date |Net due dt|Amount in local cur.|LCurr|`,
        '-'.repeat(80),
        `|${cell('100023')}|${width}00000001|RV  |01.09.2026|01.10.2026|           1.190,00 |EUR  |`,
        `|${cell('100024')}|${width}00000002|RV  |03.09.2026|03.10.2026|             999,99 |EUR  |`,
        `|${cell('100024')}|${width}00000003|RV  |04.09.2026|04.10.2026|               0,01 |EUR  |`,
        `|${cell('100025')}|${width}00000004|RV  |05.09.2026|05.10.2026|               0,02 |EUR  |`,
        '-'.repeat(80),
      );
    };
    const { documents } = await imported(
      { 'sep.txt': list(10), 'oct.txt': list(14) },
      'customer_id',
      'amount',
    );
    expect(documents.sort()).toEqual([
      '1000000001 100023 1190.0000',
      '1000000002 100024 999.9900',
      '1000000003 100024 0.0100',
      '1000000004 100025 0.0200',
      '1400000001 100023 1190.0000',
      '1400000002 100024 999.9900',
      '1400000003 100024 0.0100',
      '1400000004 100025 0.0200',
    ]);
  });

  it('the state of an invoice may be headed so: drafts and voids are none that is owed', async () => {
    const { documents, findings } = await imported(
      {
        'list.csv': invoices(
          'Invoice,Customer,Date,Due,Amount,Invoice Status',
          'F1,Acme,2026-09-01,2026-10-01,100.00,Open',
          'F2,Acme,2026-09-02,2026-10-02,200.00,Cancelled',
          'F3,Acme,2026-09-03,2026-10-03,300.00,Draft',
        ),
      },
      'status',
    );
    expect(documents.sort()).toEqual(['F1 posted', 'F2 void', 'F3 draft']);
    expect(findings).toEqual(expect.arrayContaining(['drafts 1', 'voids 1']));
  });

  it('numbers of invoices beside days to pay by are no bank’s', async () => {
    const { documents } = await imported(
      {
        'list.csv': invoices(
          'Inv No,Account,Name,Date,Due,Value',
          '5001,ACM01,Acme,13/09/26,13/10/26,"£1,200.00"',
          '5002,ACM01,Acme,14/09/26,14/10/26,-£50.00',
        ),
      },
      'customer_id',
      'currency',
      'amount',
    );
    expect(documents).toEqual(['5001 ACM01 GBP 1200.0000', '5002 ACM01 GBP -50.0000']);
  });

  it('a bank’s line that is not booked yet is none', async () => {
    const { documents } = await importedAs(
      'bank_transaction',
      {
        'umsaetze.csv': [
          'Buchungstag;Valutadatum;Verwendungszweck;Betrag;Waehrung;Info',
          '23.09.2026;23.09.2026;Rechnung 77;1.234,50;EUR;Umsatz gebucht',
          '25.09.2026;25.09.2026;Gas;-5,00;EUR;Umsatz vorgemerkt',
          '',
        ].join('\n'),
      },
      ['remittance', 'amount'],
    );
    expect(documents).toEqual(['Rechnung 77 1234.5000']);
  });

  it('a bank repeats the currency beside its balance', async () => {
    const { documents } = await importedAs(
      'bank_transaction',
      {
        'movimientos.csv': [
          'F.Valor;Fecha;Concepto;Importe;Divisa;Disponible;Divisa',
          '23/09/2026;24/09/2026;Transferencia;1.234,50;EUR;2.184,50;EUR',
          '',
        ].join('\n'),
      },
      ['booking_date', 'value_date', 'amount', 'currency'],
    );
    expect(documents).toEqual(['2026-09-24 2026-09-23 1234.5000 EUR']);
  });

  it('invoices in a series are numbered with it, and a mark that says paid is told', async () => {
    const { documents, findings } = await imported(
      {
        'facturas.csv': [
          'Serie;Factura;Fecha;Cliente;Total factura;Vencimiento;Cobrado',
          'A;26001;05/09/2026;Pérez;1.210,00;05/10/2026;N',
          'B;26001;13/09/2026;Núñez;121,00;13/10/2026;S',
          '',
        ].join('\n'),
      },
      'amount',
    );
    expect(documents).toEqual(['A-26001 1210.0000', 'B-26001 121.0000']);
    expect(findings).toContain('amounts_left_out 1');
  });

  it('receipts name an invoice of a series by both columns', async () => {
    const { documents } = await importedAs(
      'allocation',
      {
        'facturas.csv': [
          'Serie;Factura;Fecha;Cliente;Total factura;Vencimiento',
          'A;26001;05/09/2026;Pérez;1.210,00;05/10/2026',
          '',
        ].join('\n'),
        'cobros.csv': [
          'Nº Cobro;Serie;Factura;Fecha cobro;Cliente;Importe',
          'R1;A;26001;15/09/2026;Pérez;210,00',
          '',
        ].join('\n'),
      },
      ['credit_document_id', 'debit_document_id', 'amount'],
    );
    expect(documents).toEqual(['R1 A-26001 210.0000']);
  });

  it('a company beside a customer is not what the customer is called', async () => {
    const { documents, findings } = await imported(
      {
        'invoices.csv': invoices(
          'Invoice,Company,Customer,Date,Due Date,Amount',
          'F1,E1,Alfa,2026-09-01,2026-10-01,100.00',
        ),
      },
      'entity_id',
      'customer_id',
    );
    expect(documents).toEqual(['F1  Alfa']);
    expect(findings).not.toContain('unknown_customer 1');
  });

  it('an item that is cleared by what is not there is told to stay open', async () => {
    const { findings } = await imported(
      {
        'bsad.csv': invoices(
          'BUKRS,KUNNR,BELNR,GJAHR,BUZEI,BLART,BLDAT,BUDAT,SHKZG,WRBTR,WAERS,AUGBL,AUGDT,ZFBDT',
          '1000,C1,90000001,2025,1,DR,20251220,20251220,S,500.00,EUR,1400000001,20260220,20251220',
          '1000,C1,90000002,2026,1,DR,20260110,20260110,S,80.00,EUR,1400000002,20260220,20260110',
          '1000,C1,1400000002,2026,1,DZ,20260220,20260220,H,80.00,EUR,1400000002,20260220,20260220',
        ),
      },
      'amount',
    );
    expect(findings).toContain('cleared_unsettled 1');
  });

  it('a title may say that a list is of what is open on its day', async () => {
    const { documents } = await imported(
      {
        'export.csv': invoices(
          'Open items export',
          'As of 31 October 2026',
          'Invoice,Customer,Date,Due Date,Amount',
          'F1,Acme,2026-09-01,2026-10-01,100.00',
        ),
        'export november.csv': invoices(
          'Open items export',
          'As of 30 November 2026',
          'Invoice,Customer,Date,Due Date,Amount',
          'F2,Acme,2026-11-01,2026-12-01,50.00',
        ),
      },
      'kind',
      'posting_date',
      'amount',
    );
    // What is not on the next list was settled by its day.
    expect(documents.filter((row) => row.includes('settlement_unexplained'))).toHaveLength(1);
  });
});
