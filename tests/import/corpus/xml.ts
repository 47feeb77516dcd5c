import { inCodePage, raw, utf8, utf16 } from './bytes';
import { type Family, noted, type Outcome, one, refused, table, taken } from './case';

const xml = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(name, 'bad.xml', content, outcome);

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n`;

/** A statement of one entry of 50 EUR. */
function camt({
  prolog = declared('UTF-8'),
  namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02',
  text = 'F-1',
  entry = '',
  attributes = '',
  message = 'BkToCstmrStmt',
} = {}): string {
  return `${prolog}<Document xmlns="${namespace}"${attributes}><${message}><Stmt><Id>1</Id><Acct><Id><IBAN>CZ1</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-30</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">51.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-31</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-31</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls>${entry}</Ntry></Stmt></${message}></Document>`;
}

/** An audit file of one invoice of 121 EUR. */
const saft = ({
  prolog = declared('UTF-8'),
  namespace = 'urn:OECD:StandardAuditFile-Tax:PT_1.04_01',
  total = '100.00',
  extra = '',
} = {}): string =>
  `${prolog}<AuditFile xmlns="${namespace}"><Header><CompanyID>5</CompanyID><TaxRegistrationNumber>5</TaxRegistrationNumber><CompanyName>Padaria</CompanyName><CurrencyCode>EUR</CurrencyCode></Header>
<MasterFiles><Customer><CustomerID>C1</CustomerID><CompanyName>Ferrer</CompanyName></Customer></MasterFiles>
<SourceDocuments><SalesInvoices><NumberOfEntries>1</NumberOfEntries><TotalDebit>0.00</TotalDebit><TotalCredit>${total}</TotalCredit>
<Invoice><InvoiceNo>FT 1/1</InvoiceNo><DocumentStatus><InvoiceStatus>N</InvoiceStatus></DocumentStatus><InvoiceDate>2026-01-05</InvoiceDate><InvoiceType>FT</InvoiceType><CustomerID>C1</CustomerID>
<Line><LineNumber>1</LineNumber><Quantity>1</Quantity><UnitPrice>100.00</UnitPrice><CreditAmount>100.00</CreditAmount></Line>
<DocumentTotals><TaxPayable>21.00</TaxPayable><NetTotal>100.00</NetTotal><GrossTotal>121.00</GrossTotal></DocumentTotals></Invoice></SalesInvoices></SourceDocuments>${extra}</AuditFile>`;

const statement = taken(table(1), table(1, { totals: ['EUR 50'] }));
const told = (text: string): Outcome =>
  taken(table(1), table(1, { totals: ['EUR 50'], reads: { remittance: [text] } }));
const books = taken(table(1), table(1), table(1, { totals: ['EUR 121'] }), table(1));
const damaged = refused('damaged_file');
const unsafe = refused('unsafe_file');

export const xmlCases: Family = {
  name: 'XML',
  casesMin: 30,
  cases: [
    xml('a statement', () => camt(), statement),
    xml('an audit file', () => saft(), books),
    xml('a DOCTYPE', () => camt({ prolog: `${declared('UTF-8')}<!DOCTYPE Document>` }), unsafe),
    xml('a DOCTYPE in small letters', () => camt({ prolog: '<!doctype Document>' }), unsafe),
    xml(
      'a DOCTYPE behind a long comment',
      () => camt({ prolog: `<!--${'x'.repeat(70_000)}--><!DOCTYPE Document>` }),
      refused('not_recognised'),
    ),
    xml(
      'entities that grow to gigabytes',
      () =>
        camt({
          prolog: `<!DOCTYPE d [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`,
          text: '&a8;',
        }),
      unsafe,
    ),
    xml(
      'an entity of a file of the machine',
      () => camt({ prolog: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', text: '&x;' }),
      unsafe,
    ),
    xml(
      'a DTD of a server',
      () => saft({ prolog: '<!DOCTYPE AuditFile SYSTEM "http://example.org/a.dtd">' }),
      unsafe,
    ),
    xml(
      'a parameter entity',
      () => camt({ prolog: '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://example.org/p">%p;]>' }),
      unsafe,
    ),
    xml('an entity that nobody declared', () => camt({ text: '&copy;' }), damaged),
    xml(
      'the five entities of XML',
      () => camt({ text: '&lt;&amp;&gt;&quot;&apos;' }),
      told('<&>"\''),
    ),
    xml('characters by their numbers', () => camt({ text: '&#70;&#x2D;&#49;' }), told('F-1')),
    xml('a character that XML forbids, by its number', () => camt({ text: 'F&#0;1' }), damaged),
    xml('a control character that XML forbids', () => camt({ text: 'F\x01' }), damaged),
    xml(
      'a text between CDATA',
      () => camt({ text: '<![CDATA[<b>F-1</b> & more]]>' }),
      told('<b>F-1</b> & more'),
    ),
    xml('a CDATA that is not closed', () => camt({ text: '<![CDATA[F-1' }), damaged),
    xml('a comment that is not closed', () => camt({ text: '<!-- F-1' }), damaged),
    xml(
      'elements in each other, ten thousand deep',
      () => camt({ entry: `${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}` }),
      refused('limit_exceeded', { values: { name: 'depthMax', limit: 100 } }),
    ),
    xml(
      'elements in each other that are never closed',
      () =>
        `${declared('UTF-8')}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">${'<x>'.repeat(100_000)}`,
      refused('limit_exceeded', { values: { name: 'depthMax' } }),
    ),
    xml(
      'an attribute of ten million letters',
      () => camt({ attributes: ` x="${'x'.repeat(10_000_000)}"` }),
      refused('cell_too_large'),
    ),
    xml(
      'a text of ten million letters',
      () => camt({ text: 'x'.repeat(10_000_000) }),
      refused('cell_too_large'),
    ),
    xml(
      'a comment of ten million letters',
      () => camt({ entry: `<!--${'x'.repeat(10_000_000)}-->` }),
      refused('cell_too_large'),
    ),
    xml(
      'a name of ten million letters',
      () => camt({ entry: `<${'x'.repeat(10_000_000)}/>` }),
      refused('cell_too_large'),
    ),
    xml('an attribute twice', () => camt({ attributes: ' a="1" a="2"' }), damaged),
    xml('an attribute without marks', () => camt({ attributes: ' a=1' }), damaged),
    xml('a prefix that nobody declared', () => camt({ entry: '<x:y/>' }), statement),
    xml(
      'elements that are closed in the wrong order',
      () => camt({ entry: '<a><b></a></b>' }),
      damaged,
    ),
    xml('two roots', () => `${camt()}${camt({ prolog: '' })}`, damaged),
    xml('a text behind the root', () => `${camt()}x`, damaged),
    xml('line ends behind the root', () => `${camt()}\n\n`, statement),
    xml('blanks before the declaration', () => `  ${camt()}`, damaged),
    xml('no declaration', () => camt({ prolog: '' }), statement),
    xml('a file that was cut in the middle', () => camt().slice(0, camt().length / 2), damaged),
    xml('a file that was cut before its last mark', () => camt().slice(0, -1), damaged),
    xml('an audit file that was cut', () => saft().slice(0, 800), damaged),
    xml(
      'UTF-8 that says it is Windows-1252',
      () => utf8(camt({ prolog: declared('windows-1252'), text: 'Peña' })),
      told('PeÃ±a'),
    ),
    xml(
      'Windows-1252 that says it is UTF-8',
      () => raw(camt({ text: 'Pe\xf1a' })),
      refused('wrong_encoding'),
    ),
    xml(
      'Windows-1250 that says so',
      () => inCodePage(camt({ prolog: declared('windows-1250'), text: 'Žďár' }), 'windows-1250'),
      told('Žďár'),
    ),
    xml(
      'Windows-1252 that says so, with letters that ISO 8859-1 does not have',
      () => raw(camt({ prolog: declared('windows-1252'), text: '\x80 \x8aebek' })),
      told('€ Šebek'),
    ),
    xml(
      'UTF-16 with a mark',
      () => utf16(`\ufeff${camt({ prolog: declared('UTF-16') })}`, true),
      statement,
    ),
    xml(
      'UTF-16 without a mark',
      () => utf16(camt({ prolog: declared('UTF-16') }), true),
      statement,
    ),
    xml('UTF-8 that says it is UTF-16', () => camt({ prolog: declared('UTF-16') }), statement),
    xml('an encoding that does not exist', () => camt({ prolog: declared('klingon') }), damaged),
    xml('UTF-8 with a mark', () => `\ufeff${camt()}`, statement),
    xml(
      'a statement of a namespace that nobody knows',
      () => camt({ namespace: 'urn:example' }),
      statement,
    ),
    xml(
      'a statement of a version to come',
      () => camt({ namespace: 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.99' }),
      statement,
    ),
    xml(
      'the namespace of a statement around another message',
      () => camt({ message: 'CstmrCdtTrfInitn' }),
      refused('no_rows'),
    ),
    xml(
      'a payment order, which is no statement',
      () =>
        camt({
          namespace: 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03',
          message: 'CstmrCdtTrfInitn',
        }),
      refused('not_recognised'),
    ),
    xml(
      'an audit file of a namespace that nobody knows',
      () => saft({ namespace: 'urn:example' }),
      books,
    ),
    xml(
      'an audit file whose totals are not those of its invoices',
      () => saft({ total: '999.00' }),
      noted(['totals_differ'], table(1), table(1), table(1, { totals: ['EUR 121'] }), table(1)),
    ),
    xml(
      'an audit file without any books',
      () => `${declared('UTF-8')}<AuditFile><Header><CompanyID>5</CompanyID></Header></AuditFile>`,
      refused('no_rows'),
    ),
    xml(
      'XML that means nothing here',
      () => `${declared('UTF-8')}<recipes><recipe name="soup"/></recipes>`,
      refused('not_recognised'),
    ),
    xml('nothing but a declaration', () => declared('UTF-8'), refused('no_rows')),
    xml(
      'a picture in XML',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
      refused('no_rows'),
    ),
    xml('a mark of XML and nothing behind it', () => '<', refused('no_rows')),
  ],
};
