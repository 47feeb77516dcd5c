import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ImportFailure } from '../../src/domain/import/problem';
import { nearestDataset, recognise } from '../../src/domain/import/recognise';
import { unknownMessage } from '../../src/features/imports/problemMessage';
import { problemText } from '../../src/headless/problemText';
import { translator } from '../../src/i18n/translate';
import { Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

/** What the headers of a file make it. */
const datasetOf = (headers: string) => recognise(headers.split(','), 'export.csv')?.dataset;

describe('debits and credits in two columns, beside a document and its customer', () => {
  it.each([
    ['English', 'Document,Customer,Date,Debit,Credit'],
    ['Spanish', 'Documento,Cliente,Fecha,Debe,Haber'],
    ['Czech', 'Doklad,Odběratel,Datum,Má dáti,Dal'],
    ['Czech, in letters', 'Číslo dokladu,Zákazník,Datum,MD,D'],
    ['German', 'Belegnummer,Kunde,Belegdatum,Soll,Haben'],
    ['English, of clients', 'Invoice,Client,Date,Debit,Credit'],
    ['English, as invoices', 'Invoice No,Customer No,Invoice Date,Debit Amount,Credit Amount'],
  ])('are amounts of what is owed, in %s', async (_, header) => {
    const draft = await desk.one(
      file(
        'items.csv',
        header,
        'F-1,C1,2026-10-05,100.00,',
        'F-2,C1,2026-10-06,,40.00',
        'F-3,C2,2026-10-07,25.00,0.00',
        'F-4,C2,2026-10-08,10.00,30.00',
      ),
    );
    expect(draft.suggestion.mapping.dataset).toBe('document');
    expect(await desk.typed(draft, 'document_id', 'customer_id', 'amount')).toEqual([
      'F-1 | C1 | 100.00',
      'F-2 | C1 | -40.00',
      'F-3 | C2 | 25.00',
      'F-4 | C2 | -20.00',
    ]);
  });

  it('refuse a row without either, and one of which one cannot be read', async () => {
    const draft = await desk.one(
      file(
        'items.csv',
        'Document,Customer,Date,Debit,Credit',
        'F-1,C1,2026-10-05,100.00,',
        'F-2,C1,2026-10-06,,',
        'F-3,C1,2026-10-07,x,80.00',
      ),
    );
    expect(await desk.typed(draft, 'amount')).toEqual(['100.00']);
    expect(draft.plan.rejects.map(({ line, reason, field }) => [line, reason, field])).toEqual([
      [3, 'missing', 'amount'],
      [4, 'unreadable', 'amount'],
    ]);
  });

  it('are theirs also where due dates, texts and a running balance make it look like a bank’s', () => {
    const header = 'Document Number,Customer,Date,Due Date,Description,Debit,Credit,Balance';
    expect(datasetOf(header)).toBe('document');
    expect(datasetOf('Fecha,Documento,Cliente,Concepto,Cargo,Abono,Saldo')).toBe('document');
  });

  it.each([
    ['a journal', 'Entry,Date,Account,Debit,Credit', 'gl_entry'],
    ['a journal with customers', 'Voucher,Date,Account,Customer,Debit,Credit', 'gl_entry'],
    ['a journal', 'Doklad,Datum,Účet,Odběratel,Má dáti,Dal', 'gl_entry'],
    ['a journal', 'Asiento,Fecha,Cuenta,Debe,Haber,Concepto', 'gl_entry'],
    ['a bank’s', 'Date,Description,Debit,Credit,Balance', 'bank_transaction'],
    ['a bank’s', 'Fecha,Documento,Descripción,Cargo,Abono,Saldo', 'bank_transaction'],
  ])('are %s where its columns say so: %s', (_, headers, dataset) => {
    expect(datasetOf(headers)).toBe(dataset);
  });

  it('are nobody’s on accounts of which no entry tells the whole', () => {
    expect(datasetOf('Document No,Customer,Date,Account,Description,Debit,Credit')).toBeUndefined();
    expect(datasetOf('Document No,Date,Account,Debit,Credit')).toBeUndefined();
  });
});

describe('a German list of items', () => {
  it.each([
    'Belegnummer;Kunde;Buchungsdatum;Betrag;S/H',
    'Belegnr.;Debitor;Belegdatum;Betrag;Soll/Haben-Kennzeichen',
    'Rechnungsnummer;Kundennummer;Rechnungsdatum;Betrag;Soll/Haben',
  ])('has its credits where H stands: %s', async (header) => {
    const draft = await desk.one(
      file(
        'posten.csv',
        header,
        '1900001;C1;05.10.2026;1.234,50;S',
        '1900002;C1;26.10.2026;40,00;H',
        '1900003;C1;27.10.2026;5,00;X',
      ),
    );
    expect(draft.suggestion.mapping.dataset).toBe('document');
    expect(await desk.typed(draft, 'document_id', 'document_date', 'amount')).toEqual([
      '1900001 | 2026-10-05 | 1234.50',
      '1900002 | 2026-10-26 | -40.00',
    ]);
    expect(draft.plan.rejects).toMatchObject([{ line: 4, field: 'amount' }]);
  });

  it.each(['Fälligkeitsdatum', 'Nettofälligkeit', 'Faelligkeitsdatum'])(
    'has due dates and currencies: %s',
    async (due) => {
      const draft = await desk.one(
        file(
          'posten.csv',
          `Belegnummer;Debitor;Belegdatum;Buchungsdatum;${due};Währung;Betrag`,
          '1900001;C1;05.10.2026;06.10.2026;04.11.2026;EUR;100,00',
        ),
      );
      expect(
        await desk.typed(draft, 'document_date', 'posting_date', 'due_date', 'currency', 'amount'),
      ).toEqual(['2026-10-05 | 2026-10-06 | 2026-11-04 | EUR | 100.00']);
    },
  );

  it.each([
    ['a cash book', 'Datum,Belegnummer,Buchungstext,Betrag'],
    ['lines of accounts', 'Konto,Belegnummer,Belegdatum,Buchungsdatum,Betrag,S/H'],
    ['a journal', 'Datum,Konto,Gegenkonto,Soll,Haben,Buchungstext'],
  ])('is not seen in %s', (_, headers) => {
    expect(datasetOf(headers)).toBeUndefined();
  });
});

describe('a list whose only date is that of posting', () => {
  it.each([
    ['English', 'Invoice,Customer,Posting date,Amount'],
    ['Spanish', 'Factura,Cliente,Fecha contable,Importe'],
    ['Czech', 'Faktura,Odběratel,Datum zaúčtování,Částka'],
    ['German', 'Belegnummer,Kunde,Buchungsdatum,Betrag'],
  ])('has its documents on that date, in %s', async (_, header) => {
    await desk.bring(file('posted.csv', header, 'F-1,C1,2026-10-05,100.00'));
    expect(await desk.table('document', 'document_id', 'document_date', 'posting_date')).toEqual([
      'F-1 | 2026-10-05 | 2026-10-05',
    ]);
    await desk.session.clear();
  });

  it('is one of receipts, or of lines, as well', () => {
    const dates = (headers: string) => {
      const found = recognise(headers.split(','), 'export.csv');
      return [found?.dataset, found?.fields['document_date']?.header];
    };
    expect(dates('Receipt,Invoice,Customer,Posting date,Amount')).toEqual([
      'payment',
      'Posting date',
    ]);
    expect(dates('Invoice,Customer,Posting date,Product,Quantity,Unit price')).toEqual([
      'sales_line',
      'Posting date',
    ]);
  });

  it('keeps both dates apart where it has both', () => {
    const found = recognise(['Invoice', 'Customer', 'Date', 'Posting date', 'Amount'], 'a.csv');
    expect(found?.fields['document_date']?.header).toBe('Date');
    expect(found?.fields['posting_date']?.header).toBe('Posting date');
  });

  it('is a bank’s where it tells what a bank tells, and of no customer', () => {
    expect(datasetOf('Fecha contable,Factura,Concepto,Importe')).toBe('bank_transaction');
    expect(datasetOf('Invoice,Posting date,Amount')).toBe('document');
  });
});

describe('a list that tells nothing but what is open', () => {
  it.each([
    ['English', 'Invoice,Customer,Invoice date,Due date,Open amount'],
    ['Spanish', 'Factura,Cliente,Fecha,Vencimiento,Saldo pendiente'],
    ['Czech', 'Faktura,Odběratel,Datum vystavení,Splatnost,Zbývá uhradit'],
    ['German', 'Belegnummer,Debitor,Belegdatum,Fälligkeitsdatum,Offener Betrag'],
    ['English, of remaining amounts', 'Document No.,Customer No.,Date,Due Date,Remaining Amount'],
  ])('is one of open items, each of that amount, in %s', async (_, header) => {
    const draft = await desk.one(
      file(
        'open items 2026-10-31.csv',
        header,
        'F-1,C1,2026-09-05,2026-10-05,100.00',
        'F-2,C1,2026-09-06,2026-10-06,-40.00',
      ),
    );
    expect(draft.suggestion.mapping).toMatchObject({
      dataset: 'document',
      content: { kind: 'open_items', to: '2026-10-31' },
    });
    expect(await desk.typed(draft, 'amount', 'open_amount')).toEqual([
      '100.00 | 100.00',
      '-40.00 | -40.00',
    ]);
  });

  it('has its side in a column of its own, also what is open', async () => {
    const draft = await desk.one(
      file(
        'open.csv',
        'Invoice,Customer,Date,Open amount,Dr/Cr',
        'F-1,C1,2026-09-05,100.00,Dr',
        'F-2,C1,2026-09-06,40.00,Cr',
      ),
    );
    expect(await desk.typed(draft, 'amount', 'open_amount')).toEqual([
      '100.00 | 100.00',
      '-40.00 | -40.00',
    ]);
  });

  it('is settled by the next one, which lacks it', async () => {
    const list = (day: string, ...rows: readonly string[]) =>
      file(`open items ${day}.csv`, 'Invoice,Customer,Date,Open amount', ...rows);
    await desk.bring(list('2026-09-30', 'F-1,C1,2026-09-05,100.00', 'F-2,C1,2026-09-06,50.00'));
    await desk.bring(list('2026-10-31', 'F-2,C1,2026-09-06,20.00'));
    expect(await desk.table('document', 'document_id', 'posting_date', 'amount')).toEqual([
      'F-1 | 2026-09-05 | 100.00',
      'F-1:unexplained:2026-10-31 | 2026-10-31 | -100.00',
      'F-2 | 2026-09-06 | 50.00',
      'F-2:unexplained:2026-10-31 | 2026-10-31 | -30.00',
    ]);
    await desk.session.clear();
  });
});

describe('a file that is not recognised', () => {
  it.each([
    ['Invoice,Customer,Amount', 'document', 'Invoice Customer Amount', 'document_date'],
    ['Factura,Cliente,Fecha', 'document', 'Factura Cliente Fecha', 'amount'],
    [
      'Due date,Customer,Amount',
      'document',
      'Due date Customer Amount',
      'document_id document_date',
    ],
    ['Date,Description,Colour', 'bank_transaction', 'Date Description', 'amount'],
    ['Date,Account,Debit,Credit', 'gl_entry', 'Date Account Debit Credit', 'entry_id'],
    ['Receipt,Customer,Cash', 'payment', 'Receipt Customer', 'document_date amount'],
    ['Customer,Country', 'customer', 'Customer Country', 'name'],
  ])('says what it is like, and what it lacks: %s', (headers, dataset, understood, missing) => {
    const near = nearestDataset(headers.split(','), 'export.csv');
    expect(near?.dataset).toBe(dataset);
    expect(near?.understood.join(' ')).toBe(understood);
    expect(near?.missing.join(' ')).toBe(missing);
  });

  it.each(['Species,Legs', 'Amount', '', '__proto__,constructor'])(
    'says nothing where nothing tells anything: “%s”',
    (headers) => {
      expect(nearestDataset(headers.split(','), 'export.csv')).toBeUndefined();
    },
  );

  it('names the first of many columns only', () => {
    const headers = ['Customer', 'Name', 'Segment', 'Region', 'Collector', 'Salesperson'];
    const more = ['Department', 'Project', 'Service', 'Reference', 'Description', 'Currency'];
    const near = nearestDataset([...headers, ...more, 'Status', 'Terms'], 'export.csv');
    expect(near?.understood).toHaveLength(12);
  });

  it('is told of so in a shell', () => {
    const nearest = nearestDataset(['Invoice', 'Customer', 'Colour'], 'export.csv');
    const { problem } = new ImportFailure({
      code: 'not_recognised',
      file: 'export.csv',
      line: 1,
      nearest,
    });
    expect(problemText(problem)).toBe(
      'export.csv, line 1: the columns are not known; document comes nearest: Invoice, Customer were understood, and no column was found for document_date, amount; state what they are with --mapping',
    );
  });

  it('is told of as an aged summary, which holds no items, in a shell and on the page', () => {
    const nearest = nearestDataset(['Customer', 'Current', '1-30', '31-60', 'Total'], 'aging.csv');
    expect(problemText({ code: 'not_recognised', file: 'aging.csv', line: 1, nearest })).toBe(
      'aging.csv, line 1: it is an aged summary: 1-30, 31-60 are sums by days past due, and no row is an item that could be imported; export the detail report, with a row for each document',
    );
    for (const locale of ['en', 'es', 'cs'] as const)
      expect(unknownMessage(nearest, translator(locale))).toContain('1-30, 31-60');
  });

  it.each([
    ['en', 'Invoices and other documents', 'Document date, Amount'],
    ['es', 'Facturas y otros documentos', 'Fecha del documento, Importe'],
    ['cs', 'Faktury a další doklady', 'Datum dokladu, Částka'],
  ] as const)('is told of so on the page, in %s', (locale, dataset, missing) => {
    const t = translator(locale);
    const text = unknownMessage(nearestDataset(['Invoice', 'Customer', 'Colour'], 'a.csv'), t);
    expect(text).toContain(dataset);
    expect(text).toContain('Invoice, Customer');
    expect(text).toContain(missing);
    expect(unknownMessage(undefined, t)).toBe(t('import.notRecognised'));
  });
});
