import { type ColumnDef, type ColumnType, canonicalTables, tableDef } from '../ledger/tables';

/** One thing that a source column can mean. */
export interface FieldDef {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Headers that mean it, in English, Spanish and Czech; compared by {@link normalHeader}. */
  readonly synonyms: readonly string[];
}

/**
 * What a file can be. Every canonical table is a dataset; `document` also knows the debtor's columns and the
 * settlement that many exports repeat on the invoice's line, and `payment` turns receipts into documents.
 */
export interface DatasetDef {
  readonly name: string;
  readonly fields: readonly FieldDef[];
}

/** A header without case, accents, spaces and marks. */
export function normalHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const sharedSynonyms: Readonly<Record<string, readonly string[]>> = {
  customer_id: [
    'customer',
    'customer no',
    'customer number',
    'customer code',
    'account',
    'client id',
    'debtor',
    'cliente',
    'codigo cliente',
    'id cliente',
    'n cliente',
    'zakaznik',
    'cislo zakaznika',
    'odberatel',
    'kod zakaznika',
  ],
  customer_name: [
    'name',
    'company',
    'client',
    'client name',
    'customer',
    'nombre',
    'nombre cliente',
    'razon social',
    'nazev',
    'jmeno',
    'nazev zakaznika',
  ],
  currency: ['curr', 'currency code', 'ccy', 'moneda', 'divisa', 'mena'],
  amount: [
    'total',
    'invoice amount',
    'gross amount',
    'amount due',
    'total amount',
    'importe',
    'importe total',
    'monto',
    'total factura',
    'castka',
    'celkem',
    'celkova castka',
    'castka celkem',
  ],
  segment: [
    'customer segment',
    'customer type',
    'segmento',
    'tipo de cliente',
    'segment zakaznika',
  ],
  region: ['area', 'zone', 'zona', 'oblast', 'kraj'],
  collector: ['collection agent', 'gestor', 'gestor de cobro', 'cobrador', 'vymahatel', 'referent'],
  salesperson: ['sales rep', 'seller', 'vendedor', 'comercial', 'obchodnik', 'prodejce'],
  department: ['dept', 'departamento', 'oddeleni', 'stredisko'],
  project: ['proyecto', 'projekt', 'zakazka'],
  service: ['product', 'servicio', 'sluzba'],
  reference: ['ref', 'your reference', 'referencia', 'variabilni symbol', 'vs'],
  description: ['memo', 'text', 'notes', 'concepto', 'descripcion', 'popis', 'poznamka'],
};

const documentSynonyms: Readonly<Record<string, readonly string[]>> = {
  ...sharedSynonyms,
  document_id: [
    'invoice number',
    'invoice no',
    'invoice id',
    'invoice',
    'document no',
    'document number',
    'numero factura',
    'n factura',
    'factura',
    'num factura',
    'numero de factura',
    'cislo faktury',
    'faktura',
    'cislo dokladu',
    'doklad',
  ],
  number: ['doc number', 'numero'],
  document_date: [
    'invoice date',
    'date',
    'issue date',
    'date issued',
    'fecha',
    'fecha factura',
    'fecha emision',
    'fecha de emision',
    'datum',
    'datum vystaveni',
    'vystaveno',
  ],
  posting_date: [
    'accounting date',
    'gl date',
    'fecha contable',
    'fecha de contabilizacion',
    'datum zauctovani',
    'datum uctovani',
  ],
  due_date: [
    'due',
    'payment due',
    'maturity',
    'vencimiento',
    'fecha vencimiento',
    'fecha de vencimiento',
    'splatnost',
    'datum splatnosti',
  ],
  disputed: [
    'dispute',
    'in dispute',
    'disputada',
    'en disputa',
    'reclamada',
    'sporne',
    'reklamace',
  ],
  kind: ['document type', 'doc type', 'type', 'tipo', 'tipo documento', 'typ', 'typ dokladu'],
  status: ['state', 'estado', 'stav'],
  terms: ['payment terms', 'condiciones de pago', 'platebni podminky'],
  tax_amount: ['tax', 'vat', 'vat amount', 'iva', 'dph'],
  base_amount: ['amount base', 'local amount', 'importe moneda local', 'castka v domaci mene'],
  settled_date: [
    'settled date',
    'settlement date',
    'payment date',
    'paid date',
    'date paid',
    'clearing date',
    'fecha pago',
    'fecha de pago',
    'fecha cobro',
    'fecha de cobro',
    'datum uhrady',
    'uhrazeno dne',
    'zaplaceno dne',
  ],
  settled_amount: [
    'amount paid',
    'paid amount',
    'paid',
    'settled amount',
    'importe pagado',
    'importe cobrado',
    'pagado',
    'uhrazeno',
    'zaplaceno',
  ],
};

const paymentSynonyms: Readonly<Record<string, readonly string[]>> = {
  ...sharedSynonyms,
  payment_id: [
    'payment',
    'payment no',
    'payment number',
    'receipt',
    'receipt no',
    'receipt number',
    'receipt id',
    'cobro',
    'id cobro',
    'numero cobro',
    'recibo',
    'id pago',
    'pago',
    'cislo platby',
    'platba',
    'cislo uhrady',
    'uhrada',
  ],
  applied_document_id: [
    'invoice number',
    'invoice no',
    'invoice id',
    'invoice',
    'applied to',
    'factura',
    'numero factura',
    'n factura',
    'cislo faktury',
    'faktura',
  ],
  document_date: [
    'payment date',
    'receipt date',
    'date',
    'date received',
    'fecha',
    'fecha cobro',
    'fecha de cobro',
    'fecha pago',
    'fecha de pago',
    'datum',
    'datum platby',
    'datum uhrady',
  ],
  posting_date: ['accounting date', 'gl date', 'fecha contable', 'datum zauctovani'],
  amount: [
    'payment amount',
    'amount paid',
    'paid amount',
    'receipt amount',
    'importe',
    'importe cobrado',
    'importe pagado',
    'monto',
    'castka',
    'uhrazena castka',
  ],
};

const customerSynonyms: Readonly<Record<string, readonly string[]>> = {
  ...sharedSynonyms,
  name: [
    'customer name',
    'company',
    'company name',
    'nombre',
    'nombre cliente',
    'razon social',
    'nazev',
    'jmeno',
    'nazev firmy',
  ],
  tax_id: ['vat number', 'vat id', 'nif', 'cif', 'ico', 'dic'],
  credit_limit: ['limit', 'limite de credito', 'uverovy limit'],
  email: ['e mail', 'mail', 'correo', 'correo electronico'],
  phone: ['telephone', 'telefono', 'telefon'],
  street: ['address', 'direccion', 'calle', 'ulice', 'adresa'],
  city: ['town', 'ciudad', 'poblacion', 'mesto', 'obec'],
  postal_code: ['zip', 'postcode', 'zip code', 'codigo postal', 'cp', 'psc'],
  country: ['pais', 'zeme', 'stat'],
};

const field = (
  column: ColumnDef,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): FieldDef => ({
  name: column.name,
  type: column.type,
  required: column.required === true,
  synonyms: synonyms[column.name] ?? [],
});

const extra = (
  name: string,
  type: ColumnType,
  synonyms: Readonly<Record<string, readonly string[]>>,
  required = false,
): FieldDef => ({
  name,
  type,
  required,
  synonyms: synonyms[name] ?? [],
});

/** Where a row came from, for canonical files that say so themselves. */
const provenance: readonly FieldDef[] = [
  { name: 'source_id', type: 'id', required: false, synonyms: [] },
  { name: 'source_row', type: 'integer', required: false, synonyms: [] },
];

function columnsOf(table: string): readonly ColumnDef[] {
  return tableDef(table)?.columns ?? [];
}

/** The debtor's columns that an invoice's or a payment's line may carry. */
export const debtorFields = ['customer_name', 'segment', 'region', 'collector'] as const;

const documentDataset: DatasetDef = {
  name: 'document',
  fields: [
    ...columnsOf('document').map((column) => field(column, documentSynonyms)),
    ...debtorFields.map((name) => extra(name, 'text', documentSynonyms)),
    extra('settled_date', 'date', documentSynonyms),
    extra('settled_amount', 'money', documentSynonyms),
    ...provenance,
  ],
};

const paymentDataset: DatasetDef = {
  name: 'payment',
  fields: [
    extra('payment_id', 'id', paymentSynonyms, true),
    extra('applied_document_id', 'id', paymentSynonyms),
    ...columnsOf('document')
      .filter((column) =>
        [
          'entity_id',
          'customer_id',
          'document_date',
          'posting_date',
          'currency',
          'amount',
          'base_amount',
          'reference',
          'description',
          'control_account_id',
        ].includes(column.name),
      )
      .map((column) => field(column, paymentSynonyms)),
    ...debtorFields.map((name) => extra(name, 'text', paymentSynonyms)),
  ],
};

/** All datasets, in the order in which a draw between them is decided. */
export const datasets: readonly DatasetDef[] = [
  documentDataset,
  paymentDataset,
  ...canonicalTables
    .filter((table) => table.name !== 'document')
    .map(
      (table): DatasetDef => ({
        name: table.name,
        fields: [
          ...columnsOf(table.name).map((column) =>
            field(column, table.name === 'customer' ? customerSynonyms : {}),
          ),
          ...provenance,
        ],
      }),
    ),
];

export function datasetByName(name: string): DatasetDef | undefined {
  return datasets.find((dataset) => dataset.name === name);
}
