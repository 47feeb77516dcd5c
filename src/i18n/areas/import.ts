import type { Messages } from '../message';

/** The import: dropping, preview, mapping, progress, result, and what can be wrong with a file. */
export const importMessages = {
  'import.title': { en: 'Import', es: 'Importar', cs: 'Import' },
  'import.welcome': {
    en: 'Open a ledger export',
    es: 'Abra un extracto de su sistema',
    cs: 'Otevřete export ze svého systému',
  },
  'import.welcomeHint': {
    en: 'Drop files anywhere on this page: CSV, Excel, bank statements, SAF-T, DATEV, zip. They stay on this machine.',
    es: 'Suelte archivos en cualquier parte de esta página: CSV, Excel, extractos bancarios, SAF-T, DATEV, zip. No salen de este equipo.',
    cs: 'Přetáhněte soubory kamkoli na stránku: CSV, Excel, bankovní výpisy, SAF-T, DATEV, zip. Zůstanou v tomto počítači.',
  },
  'import.choose': { en: 'Choose files', es: 'Elegir archivos', cs: 'Vybrat soubory' },
  'import.paste': { en: 'Paste', es: 'Pegar', cs: 'Vložit' },
  'import.pasteHint': {
    en: 'Paste rows with their header from a spreadsheet, then continue.',
    es: 'Pegue filas con su cabecera desde una hoja de cálculo y continúe.',
    cs: 'Vložte řádky i se záhlavím z tabulky a pokračujte.',
  },
  'import.pasteText': { en: 'Rows to import', es: 'Filas que importar', cs: 'Řádky k importu' },
  'import.pasteName': { en: 'pasted rows.csv', es: 'filas pegadas.csv', cs: 'vložené řádky.csv' },
  'import.continue': { en: 'Continue', es: 'Continuar', cs: 'Pokračovat' },
  'import.sample': {
    en: 'Try the sample ledger',
    es: 'Probar el libro de ejemplo',
    cs: 'Vyzkoušet ukázková data',
  },
  'import.sampleHint': {
    en: 'Servicios Miralba, an invented utility: three years, three currencies, and ten planted mistakes to find.',
    es: 'Servicios Miralba, una empresa de suministros inventada: tres años, tres monedas y diez errores que encontrar.',
    cs: 'Servicios Miralba, smyšlený dodavatel energií: tři roky, tři měny a deset chyb k nalezení.',
  },
  'import.dropHere': { en: 'Drop to import', es: 'Suelte para importar', cs: 'Pusťte k importu' },
  'import.reading': { en: 'Reading {{file}}', es: 'Leyendo {{file}}', cs: 'Čte se {{file}}' },
  'import.planning': {
    en: 'Checking the rows of {{file}}',
    es: 'Comprobando las filas de {{file}}',
    cs: 'Kontrolují se řádky souboru {{file}}',
  },
  'import.committing': {
    en: 'Bringing the rows in',
    es: 'Incorporando las filas',
    cs: 'Řádky se ukládají',
  },
  'import.step.documents': { en: 'documents', es: 'documentos', cs: 'doklady' },
  'import.step.items': { en: 'open items', es: 'partidas abiertas', cs: 'otevřené položky' },
  'import.step.links': { en: 'allocations', es: 'aplicaciones', cs: 'přiřazení' },
  'import.step.movements': { en: 'movements', es: 'movimientos', cs: 'pohyby' },
  'import.step.spans': {
    en: 'balances over time',
    es: 'saldos en el tiempo',
    cs: 'zůstatky v čase',
  },
  'import.step.cube': { en: 'sums by day', es: 'sumas por día', cs: 'denní součty' },
  'import.progressBytes': {
    en: '{{done}} of {{all}}',
    es: '{{done}} de {{all}}',
    cs: '{{done}} z {{all}}',
  },
  'import.progressRows': {
    en: 'rows: {{rows}}',
    es: 'filas: {{rows}}',
    cs: 'řádky: {{rows}}',
  },
  'import.cancelled': {
    en: 'Cancelled. The ledger is as it was.',
    es: 'Cancelado. El libro está como estaba.',
    cs: 'Zrušeno. Data jsou jako předtím.',
  },
  'import.previewTitle': { en: 'Preview', es: 'Vista previa', cs: 'Náhled' },
  'import.dataset': { en: 'This file is', es: 'Este archivo contiene', cs: 'Soubor obsahuje' },
  'import.dataset.document': {
    en: 'Invoices and other documents',
    es: 'Facturas y otros documentos',
    cs: 'Faktury a další doklady',
  },
  'import.dataset.sales_line': {
    en: 'Invoices with their lines',
    es: 'Facturas con sus líneas',
    cs: 'Faktury s řádky',
  },
  'import.dataset.open_item': {
    en: 'Items and what cleared them',
    es: 'Partidas y su compensación',
    cs: 'Položky a jejich vyrovnání',
  },
  'import.dataset.payment': { en: 'Receipts', es: 'Cobros', cs: 'Úhrady' },
  'import.dataset.entity': { en: 'Companies', es: 'Empresas', cs: 'Společnosti' },
  'import.dataset.customer': { en: 'Customers', es: 'Clientes', cs: 'Zákazníci' },
  'import.dataset.document_line': {
    en: 'Document lines',
    es: 'Líneas de documentos',
    cs: 'Řádky dokladů',
  },
  'import.dataset.instalment': { en: 'Instalments', es: 'Plazos', cs: 'Splátky' },
  'import.dataset.payment_term': {
    en: 'Payment terms',
    es: 'Condiciones de pago',
    cs: 'Platební podmínky',
  },
  'import.dataset.allocation': {
    en: 'Allocations',
    es: 'Aplicaciones de cobros',
    cs: 'Přiřazení úhrad',
  },
  'import.dataset.gl_account': {
    en: 'Chart of accounts',
    es: 'Plan de cuentas',
    cs: 'Účtový rozvrh',
  },
  'import.dataset.gl_entry': { en: 'General ledger', es: 'Libro diario', cs: 'Účetní deník' },
  'import.dataset.bank_statement': {
    en: 'Bank statements',
    es: 'Extractos bancarios',
    cs: 'Bankovní výpisy',
  },
  'import.dataset.bank_transaction': {
    en: 'Bank transactions',
    es: 'Movimientos bancarios',
    cs: 'Bankovní pohyby',
  },
  'import.dataset.exchange_rate': {
    en: 'Exchange rates',
    es: 'Tipos de cambio',
    cs: 'Směnné kurzy',
  },
  'import.dataset.budget': { en: 'Budget', es: 'Presupuesto', cs: 'Rozpočet' },
  'import.dataset.usage': { en: 'Usage', es: 'Consumos', cs: 'Spotřeba' },
  'import.columnOfFile': {
    en: 'Column of the file',
    es: 'Columna del archivo',
    cs: 'Sloupec souboru',
  },
  'import.columns': {
    en: 'Columns and what they become',
    es: 'Columnas y lo que significan',
    cs: 'Sloupce a jejich význam',
  },
  'import.example': { en: 'First values', es: 'Primeros valores', cs: 'První hodnoty' },
  'import.meaning': { en: 'Becomes', es: 'Pasa a ser', cs: 'Význam' },
  'import.readAs': { en: 'Read as', es: 'Se lee como', cs: 'Čte se jako' },
  'import.unusedColumns': {
    en: 'Columns that nothing is made of: {{count}} ({{columns}}). Under Columns any of them can be given a meaning.',
    es: 'Columnas de las que no se hace nada: {{count}} ({{columns}}). En Columnas se puede dar un significado a cualquiera de ellas.',
    cs: 'Sloupce, ze kterých se nic nebere: {{count}} ({{columns}}). V části Sloupce lze kterémukoli z nich dát význam.',
  },
  'import.ignored': { en: '(left out)', es: '(se omite)', cs: '(vynechá se)' },
  'import.currencyConstant': {
    en: 'Currency of all amounts',
    es: 'Moneda de todos los importes',
    cs: 'Měna všech částek',
  },
  'import.currencyHint': {
    en: 'No column names it. Left empty, it is that of the books, or EUR where they have none.',
    es: 'Ninguna columna la indica. Si se deja vacía, es la de los libros, o EUR si no la tienen.',
    cs: 'Žádný sloupec ji neuvádí. Prázdná znamená měnu účetnictví, a není-li známa, EUR.',
  },
  'import.flipSign': {
    en: 'Turn the signs round',
    es: 'Invertir los signos',
    cs: 'Obrátit znaménka',
  },
  'import.encoding': { en: 'Encoding', es: 'Codificación', cs: 'Kódování' },
  'import.fileFacts': {
    en: '{{encoding}}, cells separated by {{delimiter}}, header on line {{line}}',
    es: '{{encoding}}, celdas separadas por {{delimiter}}, cabecera en la línea {{line}}',
    cs: '{{encoding}}, buňky oddělené {{delimiter}}, záhlaví na řádku {{line}}',
  },
  'import.fileFactsNoHeader': {
    en: '{{encoding}}, cells separated by {{delimiter}}, no header',
    es: '{{encoding}}, celdas separadas por {{delimiter}}, sin cabecera',
    cs: '{{encoding}}, buňky oddělené {{delimiter}}, bez záhlaví',
  },
  'import.partFacts': {
    en: '{{format}}, header on row {{line}}',
    es: '{{format}}, cabecera en la fila {{line}}',
    cs: '{{format}}, záhlaví na řádku {{line}}',
  },
  'import.delimiter.comma': { en: 'commas', es: 'comas', cs: 'čárkou' },
  'import.delimiter.semicolon': { en: 'semicolons', es: 'punto y coma', cs: 'středníkem' },
  'import.delimiter.tab': { en: 'tabs', es: 'tabuladores', cs: 'tabulátorem' },
  'import.delimiter.bar': { en: 'bars', es: 'barras', cs: 'svislítkem' },
  'import.ambiguousDates': {
    en: 'The dates of {{columns}} can be read in more than one order. Choose which.',
    es: 'Las fechas de {{columns}} pueden leerse en más de un orden. Elija cuál.',
    cs: 'Data ve sloupcích {{columns}} lze číst ve více než jednom pořadí. Vyberte.',
  },
  'import.ambiguousNumbers': {
    en: 'The numbers of {{columns}}, such as 1.234, can be read as thousands or as decimals. Choose which.',
    es: 'Los números de {{columns}}, como 1.234, pueden leerse como miles o como decimales. Elija cuál.',
    cs: 'Čísla ve sloupcích {{columns}}, například 1.234, lze číst jako tisíce i jako desetinná. Vyberte.',
  },
  'import.pointThousands': {
    en: '1.234 is one thousand two hundred and thirty-four',
    es: '1.234 son mil doscientos treinta y cuatro',
    cs: '1.234 je tisíc dvě stě třicet čtyři',
  },
  'import.pointDecimal': {
    en: '1.234 is a little more than one',
    es: '1.234 es algo más de uno',
    cs: '1.234 je o něco více než jedna',
  },
  'import.noDueDate': {
    en: 'No due dates or payment terms in the file: an invoice is due by its customer’s payment terms where they are known, else on its document date.',
    es: 'El archivo no tiene vencimientos ni condiciones de pago: cada factura vence según las condiciones de su cliente si se conocen; si no, en su fecha de documento.',
    cs: 'Soubor nemá data splatnosti ani platební podmínky: faktura je splatná podle podmínek svého zákazníka, jsou-li známy, jinak v den vystavení.',
  },
  'import.notRecognised': {
    en: 'The columns are not known. Say below what the file is and what its columns mean.',
    es: 'No se reconocen las columnas. Indique abajo qué es el archivo y qué significa cada columna.',
    cs: 'Sloupce nejsou známé. Určete níže, co soubor obsahuje a co jeho sloupce znamenají.',
  },
  'import.agedSummary': {
    en: 'This is an aged summary: {{columns}} are sums by days past due, and no row is an item that could be imported. Export the detail report, with a row for each document.',
    es: 'Es un resumen por antigüedad: {{columns}} son sumas por días de vencimiento y ninguna fila es una partida que se pueda importar. Exporte el informe detallado, con una fila por documento.',
    cs: 'Toto je souhrn podle stáří: {{columns}} jsou součty podle dnů po splatnosti a žádný řádek není položka, kterou by šlo importovat. Vyexportujte podrobnou sestavu s řádkem pro každý doklad.',
  },
  'import.nearest': {
    en: 'The columns are not known. “{{dataset}}” comes nearest. Understood: {{understood}}. No column was found for: {{missing}}. Say below what the file is and what its columns mean.',
    es: 'No se reconocen las columnas. Lo más parecido es «{{dataset}}». Reconocidas: {{understood}}. Falta una columna para: {{missing}}. Indique abajo qué es el archivo y qué significa cada columna.',
    cs: 'Sloupce nejsou známé. Nejblíže je „{{dataset}}“. Rozpoznané sloupce: {{understood}}. Chybí sloupec pro: {{missing}}. Určete níže, co soubor obsahuje a co jeho sloupce znamenají.',
  },
  'import.rowsFound': {
    en: { one: '{{count}} row in the file', other: '{{count}} rows in the file' },
    es: { one: '{{count}} fila en el archivo', other: '{{count}} filas en el archivo' },
    cs: {
      one: '{{count}} řádek v souboru',
      few: '{{count}} řádky v souboru',
      other: '{{count}} řádků v souboru',
    },
  },
  'import.rowsTaken': {
    en: { one: '{{count}} row is taken', other: '{{count}} rows are taken' },
    es: { one: 'se toma {{count}} fila', other: 'se toman {{count}} filas' },
    cs: {
      one: '{{count}} řádek se převezme',
      few: '{{count}} řádky se převezmou',
      other: '{{count}} řádků se převezme',
    },
  },
  'import.rowsRejected': {
    en: { one: '{{count}} row is rejected', other: '{{count}} rows are rejected' },
    es: { one: 'se rechaza {{count}} fila', other: 'se rechazan {{count}} filas' },
    cs: {
      one: '{{count}} řádek se odmítne',
      few: '{{count}} řádky se odmítnou',
      other: '{{count}} řádků se odmítne',
    },
  },
  'import.settled': {
    en: {
      one: '{{count}} receipt from settled lines',
      other: '{{count}} receipts from settled lines',
    },
    es: { one: '{{count}} cobro de líneas saldadas', other: '{{count}} cobros de líneas saldadas' },
    cs: {
      one: '{{count}} úhrada z uhrazených řádků',
      few: '{{count}} úhrady z uhrazených řádků',
      other: '{{count}} úhrad z uhrazených řádků',
    },
  },
  'import.creditNotes': {
    en: {
      one: '{{count}} negative amount becomes a credit note',
      other: '{{count}} negative amounts become credit notes',
    },
    es: {
      one: '{{count}} importe negativo pasa a nota de crédito',
      other: '{{count}} importes negativos pasan a notas de crédito',
    },
    cs: {
      one: '{{count}} záporná částka se stane dobropisem',
      few: '{{count}} záporné částky se stanou dobropisy',
      other: '{{count}} záporných částek se stane dobropisy',
    },
  },
  'import.leadingZeros': {
    en: {
      one: '{{count}} number keeps its leading zero',
      other: '{{count}} numbers keep their leading zeros',
    },
    es: {
      one: '{{count}} número conserva su cero inicial',
      other: '{{count}} números conservan sus ceros iniciales',
    },
    cs: {
      one: '{{count}} číslo si ponechá úvodní nulu',
      few: '{{count}} čísla si ponechají úvodní nuly',
      other: '{{count}} čísel si ponechá úvodní nuly',
    },
  },
  'import.controlTotal': { en: 'Control total', es: 'Total de control', cs: 'Kontrolní součet' },
  'import.controlFile': { en: 'In the file', es: 'En el archivo', cs: 'V souboru' },
  'import.controlTaken': { en: 'Taken', es: 'Tomado', cs: 'Převzato' },
  'import.controlDifference': { en: 'Difference', es: 'Diferencia', cs: 'Rozdíl' },
  'import.booksCurrency': {
    en: 'currency of the books',
    es: 'moneda contable',
    cs: 'měna účetnictví',
  },
  'import.rejects': { en: 'Rejected rows', es: 'Filas rechazadas', cs: 'Odmítnuté řádky' },
  'import.rejectLine': { en: 'Line', es: 'Línea', cs: 'Řádek' },
  'import.rejectReason': { en: 'Why', es: 'Motivo', cs: 'Důvod' },
  'import.reject.missing': {
    en: '{{field}} is blank; fill it in',
    es: '{{field}} está vacío; complételo',
    cs: '{{field}}: prázdné; doplňte',
  },
  'import.reject.unreadable': {
    en: '{{field}} “{{value}}” cannot be read; correct it',
    es: '{{field}} «{{value}}» no se puede leer; corríjalo',
    cs: '{{field}}: „{{value}}“ nelze přečíst; opravte',
  },
  'import.reject.not_computed': {
    en: '{{field}} “{{value}}” is a formula that was never computed; open and save the file in a spreadsheet',
    es: '{{field}} «{{value}}» es una fórmula que nunca se calculó; abra y guarde el archivo en una hoja de cálculo',
    cs: '{{field}}: „{{value}}“ je vzorec, který nikdy nebyl spočítán; otevřete a uložte soubor v tabulkovém programu',
  },
  'import.reject.unknown_side': {
    en: '{{field}} is on the side “{{value}}”, which is neither debit nor credit; correct it',
    es: '{{field}} está en el lado «{{value}}», que no es ni debe ni haber; corríjalo',
    cs: '{{field}}: strana „{{value}}“ není ani Má dáti, ani Dal; opravte',
  },
  'import.reject.other_currency': {
    en: '{{field}} “{{value}}” is in another currency than the row says, or its sign is used by several; correct it, or name the currency',
    es: '{{field}} «{{value}}» está en otra moneda que la que dice la fila, o su signo lo usan varias; corríjalo o indique la moneda',
    cs: '{{field}}: „{{value}}“ je v jiné měně, než uvádí řádek, nebo její znak používá více měn; opravte ji, nebo uveďte měnu',
  },
  'import.reject.repeated': {
    en: '{{field}} “{{value}}” stands on an earlier line already, which is the one taken; give each row its own',
    es: '{{field}} «{{value}}» ya está en una línea anterior, que es la que se toma; cada fila necesita el suyo',
    cs: '{{field}}: „{{value}}“ už je na dřívějším řádku, který se převezme; každý řádek potřebuje vlastní',
  },
  'import.reject.too_wide': {
    en: '{{value}} cells, more than the header has; look for a stray separator or quotation mark',
    es: '{{value}} celdas, más que la cabecera; busque un separador o unas comillas sobrantes',
    cs: '{{value}} buněk, více než má záhlaví; hledejte přebytečný oddělovač nebo uvozovky',
  },
  'import.commit': { en: 'Import', es: 'Importar', cs: 'Importovat' },
  'import.commitGood': {
    en: 'Import the good rows',
    es: 'Importar las filas correctas',
    cs: 'Importovat správné řádky',
  },
  'import.unready': {
    en: 'Still to be answered above, or discarded: {{files}}',
    es: 'Falta responder arriba, o descartar: {{files}}',
    cs: 'Výše je třeba odpovědět, nebo zahodit: {{files}}',
  },
  'import.discard': { en: 'Discard', es: 'Descartar', cs: 'Zahodit' },
  'import.resultTitle': { en: 'Imported', es: 'Importado', cs: 'Naimportováno' },
  'import.resultTable': {
    en: { one: '{{table}}: {{count}} row', other: '{{table}}: {{count}} rows' },
    es: { one: '{{table}}: {{count}} fila', other: '{{table}}: {{count}} filas' },
    cs: {
      one: '{{table}}: {{count}} řádek',
      few: '{{table}}: {{count}} řádky',
      other: '{{table}}: {{count}} řádků',
    },
  },
  'import.superseded': {
    en: {
      one: '{{count}} earlier row superseded',
      other: '{{count}} earlier rows superseded',
    },
    es: {
      one: '{{count}} fila anterior sustituida',
      other: '{{count}} filas anteriores sustituidas',
    },
    cs: {
      one: '{{count}} dřívější řádek nahrazen',
      few: '{{count}} dřívější řádky nahrazeny',
      other: '{{count}} dřívějších řádků nahrazeno',
    },
  },
  'import.openAging': {
    en: 'Open the aging',
    es: 'Abrir la antigüedad',
    cs: 'Otevřít věkovou strukturu',
  },
  'import.openOverview': { en: 'Open the overview', es: 'Abrir el resumen', cs: 'Otevřít přehled' },
  'import.sources': {
    en: 'Files in this ledger',
    es: 'Archivos de este libro',
    cs: 'Soubory v těchto datech',
  },
  'import.clear': { en: 'Empty the ledger', es: 'Vaciar el libro', cs: 'Vyprázdnit data' },
  'import.clearConfirm': {
    en: 'All imported files leave this browser. The files you imported from stay where they are.',
    es: 'Todos los archivos importados se quitan de este navegador. Los originales quedan donde están.',
    cs: 'Všechny naimportované soubory z prohlížeče zmizí. Původní soubory zůstanou na svém místě.',
  },
  'import.format.iso': { en: 'date, year first', es: 'fecha, año primero', cs: 'datum, rok první' },
  'import.format.dmy': {
    en: 'date, day/month/year',
    es: 'fecha, día/mes/año',
    cs: 'datum, den/měsíc/rok',
  },
  'import.format.mdy': {
    en: 'date, month/day/year',
    es: 'fecha, mes/día/año',
    cs: 'datum, měsíc/den/rok',
  },
  'import.format.point': {
    en: 'number, decimal point',
    es: 'número, punto decimal',
    cs: 'číslo, desetinná tečka',
  },
  'import.format.comma': {
    en: 'number, decimal comma',
    es: 'número, coma decimal',
    cs: 'číslo, desetinná čárka',
  },
  'import.format.dmy2': {
    en: 'date, day/month/year of two digits',
    es: 'fecha, día/mes/año de dos cifras',
    cs: 'datum, den/měsíc/rok dvěma číslicemi',
  },
  'import.format.mdy2': {
    en: 'date, month/day/year of two digits',
    es: 'fecha, mes/día/año de dos cifras',
    cs: 'datum, měsíc/den/rok dvěma číslicemi',
  },
  'import.format.ymd2': {
    en: 'date, year of two digits/month/day',
    es: 'fecha, año de dos cifras/mes/día',
    cs: 'datum, rok dvěma číslicemi/měsíc/den',
  },
  'import.format.compact': {
    en: 'date, eight digits, year first',
    es: 'fecha, ocho cifras, año primero',
    cs: 'datum, osm číslic, rok první',
  },
  'import.format.dmyPoints': {
    en: 'date, day first between points',
    es: 'fecha, día primero entre puntos',
    cs: 'datum s tečkami, den první',
  },
  'import.format.named': {
    en: 'date, month as a word',
    es: 'fecha, mes en letra',
    cs: 'datum, měsíc slovem',
  },
  'import.format.yearMonth': {
    en: 'month of a year',
    es: 'mes de un año',
    cs: 'měsíc roku',
  },
  'import.format.serial': {
    en: 'date, days since 1900 (Excel)',
    es: 'fecha, días desde 1900 (Excel)',
    cs: 'datum, dny od 1900 (Excel)',
  },
  'import.format.serial1904': {
    en: 'date, days since 1904 (Excel)',
    es: 'fecha, días desde 1904 (Excel)',
    cs: 'datum, dny od 1904 (Excel)',
  },
  'import.format.text': { en: 'text, kept exactly', es: 'texto, tal cual', cs: 'text, beze změny' },
  'import.format.yesno': { en: 'yes or no', es: 'sí o no', cs: 'ano nebo ne' },

  'problem.empty_file': {
    en: '{{file}} is empty. Export it again.',
    es: '{{file}} está vacío. Vuelva a exportarlo.',
    cs: 'Soubor {{file}} je prázdný. Exportujte ho znovu.',
  },
  'problem.no_rows': {
    en: '{{file}} has a header on line {{line}} but no row below it. Export it again with data.',
    es: '{{file}} tiene cabecera en la línea {{line}} pero ninguna fila debajo. Vuelva a exportarlo con datos.',
    cs: 'Soubor {{file}} má na řádku {{line}} záhlaví, ale pod ním žádný řádek. Exportujte ho s daty.',
  },
  'problem.no_rows.whole': {
    en: '{{file}} holds no table with rows. Export it again with data.',
    es: '{{file}} no contiene ninguna tabla con filas. Vuelva a exportarlo con datos.',
    cs: 'Soubor {{file}} neobsahuje žádnou tabulku s řádky. Exportujte ho s daty.',
  },
  'problem.no_header': {
    en: 'No line of {{file}} looks like a header. Its first line must name the columns.',
    es: 'Ninguna línea de {{file}} parece una cabecera. La primera línea debe nombrar las columnas.',
    cs: 'Žádný řádek souboru {{file}} nevypadá jako záhlaví. První řádek musí pojmenovat sloupce.',
  },
  'problem.binary_file': {
    en: '{{file}} is no text. Save it as CSV and import that.',
    es: '{{file}} no es texto. Guárdelo como CSV e importe ese archivo.',
    cs: 'Soubor {{file}} není text. Uložte ho jako CSV a importujte ten.',
  },
  'problem.no_workbook': {
    en: '{{file}} is called a workbook and is none: it is damaged, or another kind of file. Export it again, or save it as CSV.',
    es: '{{file}} se llama como un libro de cálculo y no lo es: está dañado, o es otra clase de archivo. Expórtelo de nuevo o guárdelo como CSV.',
    cs: 'Soubor {{file}} se jmenuje jako sešit, ale není jím: je poškozený, nebo jde o jiný druh souboru. Vyexportujte ho znovu, nebo ho uložte jako CSV.',
  },
  'problem.wrong_encoding': {
    en: '{{file}}, line {{line}}: the bytes are not UTF-8. Save the file as UTF-8, or choose its encoding.',
    es: '{{file}}, línea {{line}}: los bytes no son UTF-8. Guárdelo como UTF-8 o elija su codificación.',
    cs: '{{file}}, řádek {{line}}: bajty nejsou UTF-8. Uložte soubor v UTF-8, nebo zvolte jeho kódování.',
  },
  'problem.wrong_encoding.whole': {
    en: '{{file}}: the bytes are not UTF-8. Save the file as UTF-8, or choose its encoding.',
    es: '{{file}}: los bytes no son UTF-8. Guárdelo como UTF-8 o elija su codificación.',
    cs: '{{file}}: bajty nejsou UTF-8. Uložte soubor v UTF-8, nebo zvolte jeho kódování.',
  },
  'problem.cell_too_large.whole': {
    en: '{{file}}: a cell is larger than {{limit}} bytes (limit cellBytesMax). Look for a text that never ends.',
    es: '{{file}}: una celda supera los {{limit}} bytes (límite cellBytesMax). Busque un texto que no termina.',
    cs: '{{file}}: buňka je větší než {{limit}} bajtů (limit cellBytesMax). Hledejte text, který nekončí.',
  },
  'problem.columns_too_many.whole': {
    en: '{{file}}: at least {{found}} columns, more than {{limit}} (limit columnsMax). Export only those needed.',
    es: '{{file}}: al menos {{found}} columnas, más de {{limit}} (límite columnsMax). Exporte solo las necesarias.',
    cs: '{{file}}: nejméně {{found}} sloupců, více než {{limit}} (limit columnsMax). Exportujte jen potřebné.',
  },
  'problem.cell_too_large': {
    en: '{{file}}, line {{line}}: a cell is larger than {{limit}} bytes (limit cellBytesMax). Look for a quotation mark that is never closed.',
    es: '{{file}}, línea {{line}}: una celda supera los {{limit}} bytes (límite cellBytesMax). Busque unas comillas sin cerrar.',
    cs: '{{file}}, řádek {{line}}: buňka je větší než {{limit}} bajtů (limit cellBytesMax). Hledejte neuzavřené uvozovky.',
  },
  'problem.quote_open': {
    en: '{{file}}, line {{line}}: a quotation mark opens a cell here and does not close it. Close it, or double it where it belongs to the text.',
    es: '{{file}}, línea {{line}}: unas comillas abren aquí una celda y no la cierran. Ciérrelas, o duplíquelas si son parte del texto.',
    cs: '{{file}}, řádek {{line}}: uvozovky zde otevírají buňku a neuzavírají ji. Uzavřete je, nebo je zdvojte, patří-li k textu.',
  },
  'problem.too_large_to_mend': {
    en: '{{file}} is larger than {{limit}} bytes (limit repairBytesMax) and not plain UTF-8 with one row a line. Save it so, or split it.',
    es: '{{file}} supera los {{limit}} bytes (límite repairBytesMax) y no es UTF-8 con una fila por línea. Guárdelo así o divídalo.',
    cs: 'Soubor {{file}} je větší než {{limit}} bajtů (limit repairBytesMax) a není v UTF-8 s jedním řádkem na záznam. Uložte ho tak, nebo ho rozdělte.',
  },
  'problem.columns_too_many': {
    en: '{{file}}, line {{line}}: at least {{found}} columns, more than {{limit}} (limit columnsMax). Export only those needed.',
    es: '{{file}}, línea {{line}}: al menos {{found}} columnas, más de {{limit}} (límite columnsMax). Exporte solo las necesarias.',
    cs: '{{file}}, řádek {{line}}: nejméně {{found}} sloupců, více než {{limit}} (limit columnsMax). Exportujte jen potřebné.',
  },
  'problem.repeated_header': {
    en: '{{file}}: the header {{header}} stands twice. Rename one of them.',
    es: '{{file}}: la cabecera {{header}} aparece dos veces. Cambie el nombre de una.',
    cs: '{{file}}: záhlaví {{header}} je dvakrát. Jedno přejmenujte.',
  },
  'problem.file_unreadable': {
    en: '{{file}} cannot be read any more: it was moved, changed or removed. Choose it again.',
    es: '{{file}} ya no se puede leer: se ha movido, cambiado o borrado. Vuelva a elegirlo.',
    cs: 'Soubor {{file}} už nelze číst: byl přesunut, změněn nebo smazán. Vyberte ho znovu.',
  },
  'problem.not_recognised': {
    en: 'The columns of {{file}} are not known. Say what the file is and what its columns mean.',
    es: 'No se reconocen las columnas de {{file}}. Indique qué es y qué significa cada columna.',
    cs: 'Sloupce souboru {{file}} nejsou známé. Určete, co obsahuje a co sloupce znamenají.',
  },
  'problem.lone_table': {
    en: '{{file}}: table {{table}} has lines of documents without their dates, types and currencies, which are in {{other}}. Drop both at once, as two files or as sheets of one workbook.',
    es: '{{file}}: la tabla {{table}} contiene posiciones sin las fechas, clases y monedas de sus documentos, que están en {{other}}. Suelte ambas a la vez, como dos archivos o como hojas de un mismo libro.',
    cs: '{{file}}: tabulka {{table}} má řádky dokladů bez jejich dat, druhů a měn, které jsou v {{other}}. Vložte obě najednou, jako dva soubory nebo jako listy jednoho sešitu.',
  },
  'problem.field_unmapped': {
    en: '{{file}}: no column is chosen for {{field}}, which is required.',
    es: '{{file}}: no hay columna elegida para {{field}}, que es obligatorio.',
    cs: '{{file}}: pro povinné pole {{field}} není vybrán sloupec.',
  },
  'problem.all_rows_rejected': {
    en: '{{file}}: none of the {{count}} rows can be taken. The first, on line {{line}}: {{field}} “{{value}}”.',
    es: '{{file}}: no se puede tomar ninguna de las {{count}} filas. La primera, en la línea {{line}}: {{field}} «{{value}}».',
    cs: '{{file}}: nelze převzít žádný z {{count}} řádků. První, na řádku {{line}}: {{field}} „{{value}}“.',
  },
  'problem.given_twice': {
    en: '{{file}} is among these files twice. It is taken once.',
    es: '{{file}} está dos veces entre estos archivos. Se toma una vez.',
    cs: 'Soubor {{file}} je mezi těmito soubory dvakrát. Bere se jednou.',
  },
  'problem.already_imported': {
    en: '{{file}} has been imported already. Nothing was added.',
    es: '{{file}} ya se había importado. No se ha añadido nada.',
    cs: 'Soubor {{file}} už byl naimportován. Nic se nepřidalo.',
  },
  'problem.mapping_invalid': {
    en: '{{file}}: the mapping is not valid: {{detail}}',
    es: '{{file}}: la asignación no es válida: {{detail}}',
    cs: '{{file}}: přiřazení sloupců není platné: {{detail}}',
  },
  'problem.damaged_file': {
    en: '{{file}} is damaged at {{place}}: {{detail}}. Export it again, or take another copy.',
    es: '{{file}} está dañado en {{place}}: {{detail}}. Expórtelo de nuevo o use otra copia.',
    cs: 'Soubor {{file}} je poškozený u {{place}}: {{detail}}. Vyexportujte ho znovu, nebo vezměte jinou kopii.',
  },
  'problem.encrypted_file': {
    en: '{{file}} is protected by a password. Open it where it was made, save it without one, and import that.',
    es: '{{file}} está protegido con contraseña. Ábralo donde se creó, guárdelo sin ella e importe esa copia.',
    cs: 'Soubor {{file}} je chráněný heslem. Otevřete ho tam, kde vznikl, uložte ho bez hesla a importujte tu kopii.',
  },
  'problem.unsafe_file': {
    en: '{{file}} contains {{what}}, which no ledger needs and which is not read. Export the data without it.',
    es: '{{file}} contiene {{what}}, algo que ningún libro necesita y que no se lee. Exporte los datos sin ello.',
    cs: 'Soubor {{file}} obsahuje {{what}}, co žádná účetní data nepotřebují a co se nečte. Vyexportujte data bez toho.',
  },
  'problem.statement_open': {
    en: '{{file}}: statement {{statement}} of account {{account}} does not add up: opening {{opening}} plus movements {{movements}} is not closing {{closing}}; the difference is {{difference}}. It is read as the bank wrote it.',
    es: '{{file}}: el extracto {{statement}} de la cuenta {{account}} no cuadra: saldo inicial {{opening}} más movimientos {{movements}} no da el saldo final {{closing}}; la diferencia es {{difference}}. Se lee como lo escribió el banco.',
    cs: '{{file}}: výpis {{statement}} účtu {{account}} nesouhlasí: počáteční zůstatek {{opening}} plus pohyby {{movements}} není konečný zůstatek {{closing}}; rozdíl je {{difference}}. Čte se tak, jak ho banka napsala.',
  },
  'problem.statement_incomplete': {
    en: '{{file}}: statement {{statement}} of account {{account}} cannot be checked: {{what}}. It is read as the bank wrote it; compare it with the bank’s own.',
    es: '{{file}}: el extracto {{statement}} de la cuenta {{account}} no se puede comprobar: {{what}}. Se lee como lo escribió el banco; compárelo con el del banco.',
    cs: '{{file}}: výpis {{statement}} účtu {{account}} nelze zkontrolovat: {{what}}. Čte se tak, jak ho banka napsala; porovnejte ho s výpisem banky.',
  },
  'problem.debits_turned': {
    en: '{{file}}: the statement of account {{account}} writes no minus anywhere. {{count}} transactions whose type says that money left are read as minus; compare them with the bank’s own statement.',
    es: '{{file}}: el extracto de la cuenta {{account}} no escribe ningún signo menos. {{count}} movimientos cuyo tipo indica una salida se leen en negativo; compárelos con el extracto del banco.',
    cs: '{{file}}: výpis účtu {{account}} nikde neuvádí minus. {{count}} transakcí, jejichž typ značí odchozí platbu, se čte jako záporné; porovnejte je s výpisem banky.',
  },
  'problem.entries_pending': {
    en: '{{file}}: statement {{statement}} of account {{account}} has entries that are not booked yet: {{count}}. They are left out; import the statement in which they are booked.',
    es: '{{file}}: el extracto {{statement}} de la cuenta {{account}} tiene apuntes aún sin contabilizar: {{count}}. Se omiten; importe el extracto en el que consten contabilizados.',
    cs: '{{file}}: výpis {{statement}} účtu {{account}} má dosud nezaúčtované položky: {{count}}. Vynechávají se; importujte výpis, ve kterém budou zaúčtované.',
  },
  'problem.totals_differ': {
    en: '{{file}} states {{stated}} as {{what}}, but what was read of it comes to {{found}}. It is taken as it was read; compare it with the books, or export it again.',
    es: '{{file}} declara {{stated}} como {{what}}, pero lo leído suma {{found}}. Se toma tal como se leyó; compárelo con los libros o expórtelo de nuevo.',
    cs: '{{file}} uvádí {{stated}} jako {{what}}, ale přečteno bylo {{found}}. Bere se tak, jak bylo přečteno; porovnejte to s účetnictvím, nebo soubor vyexportujte znovu.',
  },
  'problem.hidden_sheet': {
    en: '{{file}}: the sheet {{sheet}} is hidden and was left out. Show it in the spreadsheet and save the file if it is to be imported.',
    es: '{{file}}: la hoja {{sheet}} está oculta y no se ha leído. Si debe importarse, muéstrela en la hoja de cálculo y guarde el archivo.',
    cs: '{{file}}: list {{sheet}} je skrytý a vynechal se. Má-li se importovat, zobrazte ho v tabulkovém programu a soubor uložte.',
  },
  'problem.limit_exceeded': {
    en: '{{file}} goes beyond the limit {{name}} ({{limit}}). Divide it, or export less at a time.',
    es: '{{file}} supera el límite {{name}} ({{limit}}). Divídalo o exporte menos de una vez.',
    cs: 'Soubor {{file}} překračuje limit {{name}} ({{limit}}). Rozdělte ho, nebo vyexportujte méně najednou.',
  },
  'problem.out_of_memory': {
    en: 'The browser has no memory left for this. The ledger is as it was; close other tabs or import less.',
    es: 'El navegador no tiene memoria para esto. El libro está como estaba; cierre otras pestañas o importe menos.',
    cs: 'Prohlížeči na to nestačí paměť. Data jsou jako předtím; zavřete jiné karty, nebo importujte méně.',
  },
  'problem.storage_full': {
    en: 'There is no room left on this machine for the file. The ledger is as it was; free some space.',
    es: 'No queda espacio en este equipo para el archivo. El libro está como estaba; libere espacio.',
    cs: 'V počítači není místo na uložení souboru. Data jsou jako předtím; uvolněte místo.',
  },
  'problem.engine_lost': {
    en: 'The engine stopped while it worked. It has been started again and the ledger is as it was; try again.',
    es: 'El motor se detuvo mientras trabajaba. Se ha reiniciado y el libro está como estaba; inténtelo de nuevo.',
    cs: 'Jádro se při práci zastavilo. Bylo znovu spuštěno a data jsou jako předtím; zkuste to znovu.',
  },
  'problem.unexpected': {
    en: 'This was not expected: {{detail}}. The ledger is as it was.',
    es: 'Esto no se esperaba: {{detail}}. El libro está como estaba.',
    cs: 'To se nečekalo: {{detail}}. Data jsou jako předtím.',
  },
} as const satisfies Messages;
