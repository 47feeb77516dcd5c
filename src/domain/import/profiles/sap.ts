import type { FieldSpec, Header, LeftOutWords, Profile, TablePair } from './profile';

const number: Header = [
  'Document Number',
  'Belegnummer',
  'Nº documento',
  'Číslo dokladu',
  'DocumentNo',
  'Doc. no.',
];
const type: Header = [
  'Document Type',
  'Belegart',
  'Clase de documento',
  'Druh dokladu',
  'Doc. type',
  'Type',
  'Typ',
];
const clearing: Header = [
  'Clearing Document',
  'Ausgleichsbeleg',
  'Doc.compensación',
  'Documento compensación',
  'Doklad vyrovnání',
  'Clrng doc.',
  'Clearing doc.',
];
const company: Header = ['Company Code', 'Buchungskreis', 'Sociedad', 'Účetní okruh'];
const date: Header = [
  'Document Date',
  'Belegdatum',
  'Fecha de documento',
  'Datum dokladu',
  'Doc. date',
];
const documentAmount: Header = [
  'Amount in doc. curr.',
  'Amount in document currency',
  'Betrag in Belegwährung',
  'Importe en moneda doc.',
  'Částka v měně dokladu',
  'Amount in DC',
  'Amt in doc.cur.',
];
const localAmount: Header = [
  'Amount in local currency',
  'Amount in local cur.',
  'Amount in loc. curr.',
  'Betrag in Hauswährung',
  'Importe en moneda local',
  'Importe en ML',
  'Částka v tuzemské měně',
  'Částka v tuz. měně',
  'Amount in LC',
  'Amt in loc.cur.',
  'Amount in loc.cur.',
];

const due: Header = [
  'Net due date',
  'Nettofälligkeit',
  'Vencimiento neto',
  'Splatnost netto',
  'Net due dt',
  'Net due',
];
const documentCurrency: Header = [
  'Document currency',
  'Belegwährung',
  'Moneda del documento',
  'Měna dokladu',
  'Curr.',
  'Crcy',
];
const localCurrency: Header = [
  'Local Currency',
  'Hauswährung',
  'Moneda local',
  'Tuzemská měna',
  'LCurr',
];

/**
 * Document types as SAP delivers them. A company may add its own: of those the sign tells whether they are debits.
 * `SA` is a posting of the general ledger here, what is a receipt on account elsewhere.
 */
const types: FieldSpec['words'] = {
  RV: 'invoice',
  DR: 'invoice',
  DG: 'credit_note',
  DZ: 'payment',
  ZP: 'payment',
  DA: 'adjustment',
  AB: 'adjustment',
  SA: 'adjustment',
  SB: 'adjustment',
};

const items: Profile['fields'] = {
  document_id: {
    from: number,
    mayJoin: [
      company,
      ['Fiscal Year', 'Geschäftsjahr', 'Ejercicio', 'Fiskální rok'],
      ['Line item', 'Buchungszeile', 'Posición', 'Řádková položka'],
    ],
  },
  kind: { from: type, words: types, isLoose: true },
  customer_id: [
    'Customer',
    'Account',
    'Debitor',
    'Konto',
    'Cliente',
    'Cuenta',
    'Zákazník',
    'Odběratel',
    'Účet',
  ],
  customer_name: ['Customer name', 'Name 1', 'Nombre 1', 'Jméno 1', 'Název 1'],
  number: ['Reference', 'Referenz', 'Referencia'],
  document_date: date,
  posting_date: [
    'Posting Date',
    'Buchungsdatum',
    'Fecha contab.',
    'Fe.contabilización',
    'Fecha de contabilización',
    'Datum účtování',
    'Pstng date',
    'Fecha contabiliz.',
  ],
  due_date: due,
  reference: ['Assignment', 'Zuordnung', 'Asignación', 'Přiřazení'],
  description: ['Text', 'Texto'],
  control_account_id: [
    'G/L Account',
    'Hauptbuchkonto',
    'Sachkonto',
    'Cuenta de mayor',
    'Účet hlavní knihy',
  ],
  entity_id: company,
  clearing_id: clearing,
  clearing_date: [
    'Clearing date',
    'Ausgleichsdatum',
    'Ausgleich',
    'Fecha compensación',
    'Datum vyrovnání',
    'Clearing',
    'Clrng date',
  ],
};

/** Layouts without the clearing list what is open. */
const { clearing_id: _clearing, clearing_date: _cleared, ...openItems } = items;

/** What an item is called in every table that holds it. */
const itemKey: FieldSpec = { from: 'BUKRS', joined: ['BELNR', 'GJAHR', 'BUZEI'] };

/** A document's number is used again in every fiscal year, a clearing's too: its date tells those apart. */
const clearingKey: FieldSpec = { from: 'AUGBL', joined: ['AUGDT'] };

const customerItems: Profile['fields'] = {
  document_id: itemKey,
  number: ['XBLNR', 'BELNR'],
  kind: { from: 'BLART', words: types, isLoose: true },
  customer_id: 'KUNNR',
  entity_id: 'BUKRS',
  document_date: 'BLDAT',
  posting_date: 'BUDAT',
  due_date: { from: 'ZFBDT', days: ['ZBD3T', 'ZBD2T', 'ZBD1T'] },
  terms: 'ZTERM',
  currency: 'WAERS',
  amount: { from: 'WRBTR', side: 'SHKZG' },
  base_amount: { from: 'DMBTR', side: 'SHKZG' },
  control_account_id: ['HKONT', 'SAKNR'],
  reference: 'ZUONR',
  description: 'SGTXT',
  clearing_id: clearingKey,
  clearing_date: 'AUGDT',
};

const journalLines: Profile['fields'] = {
  entry_id: { from: 'BUKRS', joined: ['BELNR', 'GJAHR'] },
  line_no: 'BUZEI',
  entity_id: 'BUKRS',
  posting_date: ['H_BUDAT', 'BUDAT'],
  document_date: ['H_BLDAT', 'BLDAT'],
  account_id: 'HKONT',
  customer_id: 'KUNNR',
  document_id: itemKey,
  signed_amount: { from: 'DMBTR', side: 'SHKZG' },
  amount_currency: { from: 'WRBTR', side: 'SHKZG' },
  currency: ['H_WAERS', 'WAERS'],
  reference: ['ZUONR', 'XBLNR'],
  department: 'KOSTL',
  description: 'SGTXT',
  // CPUDT is a day in eight figures, no point in time: nothing that `entered_at` could be read from.
  entered_by: 'USNAM',
};

/** Document states (BSTAT) that post nothing: recurring, sample, noted, parked, parked and changed, parked and deleted. */
const unposted: LeftOutWords = {
  from: ['BSTAT', 'H_BSTAT'],
  words: ['D', 'M', 'S', 'V', 'W', 'Z'],
  reason: 'unposted',
};

/** Kinds of accounts (KOART) that no customer has: assets, vendors, materials, and accounts of the general ledger. */
const otherAccounts: LeftOutWords = {
  from: 'KOART',
  words: ['A', 'K', 'M', 'S'],
  reason: 'other_account',
};

/** What a line of BSEG has, whichever account it is of. */
const lineColumns: readonly Header[] = [
  'BUKRS',
  'BELNR',
  'GJAHR',
  'BUZEI',
  'KOART',
  'SHKZG',
  'DMBTR',
  'HKONT',
];

const headedBy: Profile['headedBy'] = { table: 'BKPF', key: ['BUKRS', 'BELNR', 'GJAHR'] };

/**
 * SAP ERP and S/4HANA: the line item list FBL5N, as its layouts export it in English, German, Spanish and Czech and as
 * the screen of a list prints its short headings, the tables BSID and BSAD of open and cleared customer items, and
 * lines of journals (BSEG), which have the date and type of their document where S/4HANA keeps them (`H_BUDAT`) or
 * where BKPF is joined; of BKPF and BSEG that come together the lines of customers are items, and all lines are the
 * journal's. A document has several items, so that an item's key is company, document, year and item; items of one
 * clearing document settle each other. Sources: SAP Help, "Customer Line Item Display"; definitions of the tables BSID,
 * BSAD, BKPF, BSEG and of their domains (`SHKZG`: S debit, H credit; `KOART`: kind of account; `BSTAT`: state of the
 * document).
 */
export const sapProfiles: readonly Profile[] = [
  {
    id: 'SAP FBL5N',
    system: 'SAP',
    dataset: 'open_item',
    needs: [number, type, date, clearing, documentAmount],
    fields: {
      ...items,
      currency: documentCurrency,
      amount: documentAmount,
      base_amount: localAmount,
    },
    hasHeadings: true,
  },
  {
    id: 'SAP FBL5N in local currency',
    system: 'SAP',
    dataset: 'open_item',
    needs: [number, type, date, clearing, localAmount],
    fields: {
      ...items,
      currency: localCurrency,
      amount: localAmount,
    },
    hasHeadings: true,
  },
  {
    id: 'SAP FBL5N, open items',
    system: 'SAP',
    dataset: 'document',
    needs: [number, type, date, due, documentAmount],
    lacks: [clearing],
    fields: {
      ...openItems,
      currency: documentCurrency,
      amount: documentAmount,
      base_amount: localAmount,
    },
    hasHeadings: true,
  },
  {
    id: 'SAP FBL5N, open items in local currency',
    system: 'SAP',
    dataset: 'document',
    needs: [number, type, date, due, localAmount],
    lacks: [clearing, documentAmount],
    fields: { ...openItems, currency: localCurrency, amount: localAmount },
    hasHeadings: true,
  },
  {
    id: 'SAP BSID, BSAD',
    system: 'SAP',
    dataset: 'open_item',
    needs: ['BUKRS', 'KUNNR', 'BELNR', 'GJAHR', 'BUZEI', 'BLART', 'BLDAT', 'SHKZG', 'WRBTR'],
    fields: customerItems,
  },
  {
    id: 'SAP BSEG',
    system: 'SAP',
    dataset: 'gl_entry',
    needs: [...lineColumns, ['H_BUDAT', 'BUDAT']],
    fields: journalLines,
    headedBy,
  },
  {
    id: 'SAP BKPF, BSEG',
    system: 'SAP',
    dataset: 'open_item',
    needs: [...lineColumns, 'WRBTR', 'KUNNR', 'BLART', 'BLDAT', 'BUDAT', 'WAERS', 'BKPF'],
    fields: customerItems,
    leaveOut: [unposted, otherAccounts],
    headedBy,
    also: [{ dataset: 'gl_entry', fields: journalLines, leaveOut: [unposted] }],
  },
];

/**
 * A header without its lines has no account and no amount, and lines without their header have no date. Numbers of
 * documents are filled up with zeros where SAP's conversion exit ALPHA is not applied, as in a table's raw contents.
 */
export const sapTablePairs: readonly TablePair[] = [
  {
    headers: {
      table: 'BKPF',
      needs: ['BUKRS', 'BELNR', 'GJAHR', 'BLART', 'BUDAT'],
      lacks: ['BUZEI', 'HKONT', 'DMBTR', 'WRBTR'],
    },
    lines: {
      table: 'BSEG',
      needs: ['BUKRS', 'BELNR', 'GJAHR', 'BUZEI', 'KOART', 'SHKZG', 'DMBTR'],
      lacks: ['H_BUDAT', 'BUDAT'],
    },
    key: [
      { column: 'MANDT', isPadded: true, isOptional: true },
      { column: 'BUKRS' },
      { column: 'BELNR', isPadded: true },
      { column: 'GJAHR' },
    ],
  },
];
