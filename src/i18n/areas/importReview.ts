import type { Messages } from '../message';

/** What is worth knowing of a file before it is imported, and what a person may decide about its rows. */
export const importReviewMessages = {
  'import.recognisedAs': {
    en: 'Recognised as {{profile}}',
    es: 'Reconocido como {{profile}}',
    cs: 'Rozpoznáno jako {{profile}}',
  },
  'import.savedAs': {
    en: 'Read by the saved mapping “{{name}}”',
    es: 'Leído con la asignación guardada «{{name}}»',
    cs: 'Čte se podle uloženého přiřazení „{{name}}“',
  },
  'import.saveMapping': {
    en: 'Save this mapping',
    es: 'Guardar esta asignación',
    cs: 'Uložit přiřazení sloupců',
  },
  'import.mappingName': {
    en: 'Name of the mapping',
    es: 'Nombre de la asignación',
    cs: 'Název přiřazení',
  },
  'import.mappingSaved': {
    en: 'The mapping “{{name}}” is saved: the next file of this shape is read by it.',
    es: 'La asignación «{{name}}» está guardada: el próximo archivo igual se leerá con ella.',
    cs: 'Přiřazení „{{name}}“ je uloženo: příští soubor stejné podoby se podle něj přečte.',
  },
  'import.pieces': {
    en: 'Files of one shape, imported as one',
    es: 'Archivos iguales, importados como uno',
    cs: 'Soubory stejné podoby, importované jako jeden',
  },
  'import.content': { en: 'Its rows are', es: 'Sus filas son', cs: 'Řádky jsou' },
  'import.content.unknown': { en: 'not said', es: 'sin indicar', cs: 'neuvedeno' },
  'import.content.history': {
    en: 'the full history',
    es: 'el historial completo',
    cs: 'úplná historie',
  },
  'import.content.changes': { en: 'changes only', es: 'solo cambios', cs: 'jen změny' },
  'import.content.open_items': {
    en: 'what was open on a day',
    es: 'partidas abiertas de un día',
    cs: 'otevřené položky k jednomu dni',
  },
  'import.content.opening': {
    en: 'opening balances',
    es: 'saldos de apertura',
    cs: 'počáteční stavy',
  },
  'import.contentFrom': { en: 'Complete from', es: 'Completo desde', cs: 'Úplné od' },
  'import.contentTo': { en: 'Complete to', es: 'Completo hasta', cs: 'Úplné do' },
  'import.contentDay': { en: 'Open on', es: 'Abiertas el', cs: 'Stav ke dni' },
  'import.contentCutOver': { en: 'Cut-over', es: 'Fecha de traspaso', cs: 'Den převodu' },
  'import.contentNeedsDay': {
    en: 'Say on which day this list was made: it answers for that day and later.',
    es: 'Indique de qué día es esta lista: responde de ese día en adelante.',
    cs: 'Uveďte, ke kterému dni seznam je: platí pro ten den a později.',
  },
  'import.leftOut.heading': {
    en: { one: '{{count}} heading or total', other: '{{count}} headings and totals' },
    es: { one: '{{count}} título o total', other: '{{count}} títulos y totales' },
    cs: {
      one: '{{count}} nadpis nebo součet',
      few: '{{count}} nadpisy a součty',
      other: '{{count}} nadpisů a součtů',
    },
  },
  'import.leftOut.not_posted': {
    en: {
      one: '{{count}} estimate or order, owed by nobody',
      other: '{{count}} estimates or orders, owed by nobody',
    },
    es: {
      one: '{{count}} presupuesto o pedido, que nadie debe',
      other: '{{count}} presupuestos o pedidos, que nadie debe',
    },
    cs: {
      one: '{{count}} nabídka nebo objednávka, nikdo ji nedluží',
      few: '{{count}} nabídky nebo objednávky, nikdo je nedluží',
      other: '{{count}} nabídek nebo objednávek, nikdo je nedluží',
    },
  },
  'import.leftOut.pending': {
    en: {
      one: '{{count}} line that the bank has not booked yet',
      other: '{{count}} lines that the bank has not booked yet',
    },
    es: {
      one: '{{count}} movimiento que el banco aún no ha contabilizado',
      other: '{{count}} movimientos que el banco aún no ha contabilizado',
    },
    cs: {
      one: '{{count}} pohyb, který banka ještě nezaúčtovala',
      few: '{{count}} pohyby, které banka ještě nezaúčtovala',
      other: '{{count}} pohybů, které banka ještě nezaúčtovala',
    },
  },
  'import.leftOut.other_account': {
    en: {
      one: '{{count}} line of an account that no customer has; it becomes a line of the journal only',
      other:
        '{{count}} lines of accounts that no customer has; they become lines of the journal only',
    },
    es: {
      one: '{{count}} posición de una cuenta que no es de deudor; solo pasa al diario',
      other: '{{count}} posiciones de cuentas que no son de deudor; solo pasan al diario',
    },
    cs: {
      one: '{{count}} řádek účtu, který není odběratelský; bude jen v deníku',
      few: '{{count}} řádky účtů, které nejsou odběratelské; budou jen v deníku',
      other: '{{count}} řádků účtů, které nejsou odběratelské; budou jen v deníku',
    },
  },
  'import.leftOut.unposted': {
    en: {
      one: '{{count}} line of a parked, recurring, sample or noted document, which posts nothing',
      other: '{{count}} lines of parked, recurring, sample or noted documents, which post nothing',
    },
    es: {
      one: '{{count}} posición de un documento preliminar, periódico, modelo o estadístico, que no contabiliza nada',
      other:
        '{{count}} posiciones de documentos preliminares, periódicos, modelo o estadísticos, que no contabilizan nada',
    },
    cs: {
      one: '{{count}} řádek předběžného, opakovaného, vzorového nebo statistického dokladu, který nic neúčtuje',
      few: '{{count}} řádky předběžných, opakovaných, vzorových nebo statistických dokladů, které nic neúčtují',
      other:
        '{{count}} řádků předběžných, opakovaných, vzorových nebo statistických dokladů, které nic neúčtují',
    },
  },
  'import.reject.header_missing': {
    en: 'The document {{value}} has no header in {{field}}; export its header too',
    es: 'El documento {{value}} no tiene cabecera en {{field}}; exporte también su cabecera',
    cs: 'Doklad {{value}} nemá v {{field}} hlavičku; exportujte ji také',
  },
  'import.reject.header_repeated': {
    en: 'The document {{value}} has several headers in {{field}} that differ; give the one that counts',
    es: 'El documento {{value}} tiene en {{field}} varias cabeceras distintas; dé la que vale',
    cs: 'Doklad {{value}} má v {{field}} několik různých hlaviček; dejte tu, která platí',
  },
  'import.joinedHeaders': {
    en: '{{table}} of {{file}} gave the lines their headers: {{used}} of its {{rows}} rows have lines here.',
    es: '{{table}} de {{file}} ha dado a las posiciones sus cabeceras: {{used}} de sus {{rows}} filas tienen posiciones aquí.',
    cs: '{{table}} ze souboru {{file}} dodala řádkům hlavičky: {{used}} z jejích {{rows}} řádků tu má řádky dokladu.',
  },
  'problem.lone_headers': {
    en: '{{file}}: table {{table}} has the headers of documents without their accounts and amounts, which are in {{other}}. Drop both at once, as two files or as sheets of one workbook.',
    es: '{{file}}: la tabla {{table}} contiene cabeceras de documentos sin sus cuentas e importes, que están en {{other}}. Suelte ambas a la vez, como dos archivos o como hojas de un mismo libro.',
    cs: '{{file}}: tabulka {{table}} má hlavičky dokladů bez jejich účtů a částek, které jsou v {{other}}. Vložte obě najednou, jako dva soubory nebo jako listy jednoho sešitu.',
  },
  'import.leftOut.in_other_file': {
    en: {
      one: '{{count}} row that two of the files have alike, taken once',
      other: '{{count}} rows that two of the files have alike, taken once',
    },
    es: {
      one: '{{count}} fila igual en dos de los archivos, tomada una vez',
      other: '{{count}} filas iguales en dos de los archivos, tomadas una vez',
    },
    cs: {
      one: '{{count}} řádek stejný ve dvou souborech, vzat jednou',
      few: '{{count}} řádky stejné ve dvou souborech, vzaty jednou',
      other: '{{count}} řádků stejných ve dvou souborech, vzato jednou',
    },
  },
  'import.leftOut.dropped': {
    en: { one: '{{count}} row left out by you', other: '{{count}} rows left out by you' },
    es: { one: '{{count}} fila excluida por usted', other: '{{count}} filas excluidas por usted' },
    cs: {
      one: '{{count}} řádek jste vynechali',
      few: '{{count}} řádky jste vynechali',
      other: '{{count}} řádků jste vynechali',
    },
  },
  'import.takeBack': { en: 'Take them back', es: 'Volver a incluirlas', cs: 'Vrátit je' },
  'import.compared': {
    en: '{{new}} new, {{changed}} changed, {{identical}} already there',
    es: '{{new}} nuevos, {{changed}} cambiados, {{identical}} ya estaban',
    cs: 'nových {{new}}, změněných {{changed}}, beze změny {{identical}}',
  },
  'import.effects': {
    en: 'What the changed documents do to past month ends',
    es: 'Efecto de los documentos cambiados en cierres de mes pasados',
    cs: 'Co změněné doklady udělají s minulými konci měsíců',
  },
  'import.monthEnd': { en: 'Month end', es: 'Cierre de mes', cs: 'Konec měsíce' },
  'import.effect': {
    en: 'Posted up to then',
    es: 'Contabilizado hasta entonces',
    cs: 'Zaúčtováno do té doby',
  },
  'import.findings': { en: 'Worth a look', es: 'Conviene revisar', cs: 'Stojí za pohled' },
  'import.showRows': { en: 'Show the rows', es: 'Mostrar las filas', cs: 'Zobrazit řádky' },
  'import.hideRows': { en: 'Hide the rows', es: 'Ocultar las filas', cs: 'Skrýt řádky' },
  'import.leaveOut': {
    en: 'Leave these rows out',
    es: 'Excluir estas filas',
    cs: 'Tyto řádky vynechat',
  },
  'import.firstOf': {
    en: 'the first {{shown}} of {{count}}',
    es: 'las primeras {{shown}} de {{count}}',
    cs: 'prvních {{shown}} z {{count}}',
  },
  'import.file': { en: 'File', es: 'Archivo', cs: 'Soubor' },
  'import.foundValue': { en: 'What stands there', es: 'Lo que consta', cs: 'Co tam stojí' },
  'import.finding.exact_repeat': {
    en: 'Rows that repeat another one exactly: {{count}}. Those without an id of their own are kept; some are real.',
    es: 'Filas que repiten otra exactamente: {{count}}. Las que no tienen identificador propio se conservan; algunas son reales.',
    cs: 'Řádky, které přesně opakují jiný: {{count}}. Ty bez vlastního identifikátoru zůstávají; některé jsou skutečné.',
  },
  'import.finding.due_before_issue': {
    en: 'Due before issued: {{count}}.',
    es: 'Vencimiento anterior a la emisión: {{count}}.',
    cs: 'Splatné dřív než vystavené: {{count}}.',
  },
  'import.finding.settled_before_issue': {
    en: 'Paid before issued: {{count}}.',
    es: 'Pagadas antes de emitirse: {{count}}.',
    cs: 'Uhrazené dřív než vystavené: {{count}}.',
  },
  'import.finding.status_contradiction': {
    en: 'State, dates and open amount disagree: {{count}}.',
    es: 'Estado, fechas e importe pendiente no concuerdan: {{count}}.',
    cs: 'Stav, data a zbývající částka si odporují: {{count}}.',
  },
  'import.finding.settled_undated': {
    en: 'Paid amounts without the date of the payment: {{count}}. In a file that has no such date they count as paid on the document’s date; in one that has, a blank date leaves the amount open.',
    es: 'Importes pagados sin fecha de pago: {{count}}. En un archivo sin esa fecha cuentan como pagados en la fecha del documento; en uno que la tiene, una fecha en blanco deja el importe pendiente.',
    cs: 'Uhrazené částky bez data úhrady: {{count}}. V souboru bez tohoto data se počítají jako uhrazené k datu dokladu; v souboru, který ho má, zůstává částka s prázdným datem neuhrazená.',
  },
  'import.finding.open_amount_blank': {
    en: 'Rows of a list of open items that do not say what is open: {{count}}. They count as open in whole; leave them out where they are settled.',
    es: 'Filas de una lista de partidas abiertas que no dicen qué está pendiente: {{count}}. Cuentan como pendientes por entero; exclúyalas si están saldadas.',
    cs: 'Řádky seznamu otevřených položek, které neuvádějí, kolik je otevřeno: {{count}}. Počítají se jako celé otevřené; vynechte je, jsou-li vyrovnané.',
  },
  'import.finding.due_from_terms': {
    en: 'Payment terms that give the due date where the file gives none: {{count}}. Each with what it means and its documents; +1m, day 15 is the 15th of the next month, month end the last day of one, 2/2 the last of two parts, with which the whole document is due.',
    es: 'Condiciones de pago que dan el vencimiento donde el archivo no lo da: {{count}}. Cada una con su significado y sus documentos; +1m, day 15 es el día 15 del mes siguiente; month end, el fin de mes; 2/2 es la última de dos partes, con la que vence todo el documento.',
    cs: 'Platební podmínky, které určují splatnost tam, kde ji soubor neuvádí: {{count}}. U každé její význam a počet dokladů; +1m, day 15 je 15. den příštího měsíce, month end konec měsíce; 2/2 je poslední ze dvou částí, s níž je splatný celý doklad.',
  },
  'import.finding.due_from_customer': {
    en: 'Payment terms of customers that give the due date of documents without terms of their own: {{count}}. Each with what it means and its documents.',
    es: 'Condiciones de pago de clientes que dan el vencimiento de documentos sin condiciones propias: {{count}}. Cada una con su significado y sus documentos.',
    cs: 'Platební podmínky zákazníků, které určují splatnost dokladů bez vlastních podmínek: {{count}}. U každé její význam a počet dokladů.',
  },
  'import.finding.due_unknown': {
    en: 'Documents without a due date whose payment terms are not understood: {{count}}. They count as due on the document’s date; import a table of payment terms, give the due dates, or leave these rows out.',
    es: 'Documentos sin vencimiento cuyas condiciones de pago no se entienden: {{count}}. Cuentan como vencidos en la fecha del documento; importe una tabla de condiciones de pago, indique los vencimientos o deje fuera estas filas.',
    cs: 'Doklady bez data splatnosti, jejichž platebním podmínkám nerozumíme: {{count}}. Počítají se jako splatné k datu dokladu; importujte tabulku platebních podmínek, doplňte splatnost, nebo tyto řádky vynechte.',
  },
  'import.finding.due_on_issue': {
    en: 'Documents without a due date or payment terms: {{count}}. They count as due on the document’s date.',
    es: 'Documentos sin vencimiento ni condiciones de pago: {{count}}. Cuentan como vencidos en la fecha del documento.',
    cs: 'Doklady bez data splatnosti i platebních podmínek: {{count}}. Počítají se jako splatné k datu dokladu.',
  },
  'import.finding.paid_unsettled': {
    en: 'Documents whose state says paid, in whole or in part, and of which no payment is known: {{count}}. They stay open until their payments are imported.',
    es: 'Documentos cuyo estado dice pagado, en todo o en parte, y de los que no se conoce ningún cobro: {{count}}. Quedan pendientes hasta que se importen sus cobros.',
    cs: 'Doklady, jejichž stav říká uhrazeno, zcela nebo zčásti, ale žádná úhrada není známa: {{count}}. Zůstávají neuhrazené, dokud se neimportují jejich úhrady.',
  },
  'import.finding.drafts': {
    en: 'Drafts: {{count}}. They are kept and count in no balance.',
    es: 'Borradores: {{count}}. Se conservan y no cuentan en ningún saldo.',
    cs: 'Koncepty: {{count}}. Zůstávají v evidenci a nepočítají se do žádného zůstatku.',
  },
  'import.finding.voids': {
    en: 'Void documents: {{count}}. They are kept and count in no balance.',
    es: 'Documentos anulados: {{count}}. Se conservan y no cuentan en ningún saldo.',
    cs: 'Stornované doklady: {{count}}. Zůstávají v evidenci a nepočítají se do žádného zůstatku.',
  },
  'import.finding.no_currency': {
    en: 'Amounts without a currency, beside others that have one: {{count}}. They count in the ledger’s own currency.',
    es: 'Importes sin moneda, junto a otros que la tienen: {{count}}. Cuentan en la moneda propia del libro.',
    cs: 'Částky bez měny vedle jiných, které ji mají: {{count}}. Počítají se v základní měně evidence.',
  },
  'import.finding.sign_without_currency': {
    en: 'Amounts whose sign several currencies use, such as $, in a file that names no currency: {{count}}. They count in the ledger’s own currency unless you state the file’s.',
    es: 'Importes con un signo que usan varias monedas, como $, en un archivo que no indica ninguna: {{count}}. Cuentan en la moneda propia del libro si usted no indica la del archivo.',
    cs: 'Částky se znakem, který používá více měn, například $, v souboru, který měnu neuvádí: {{count}}. Počítají se v základní měně evidence, pokud neuvedete měnu souboru.',
  },
  'import.finding.credits_turned': {
    en: 'Credit notes and payments that the file writes without a minus, beside others that it writes with one: {{count}}. All of them are taken as credits; untick “Credits are written without a sign” if those add to what is owed.',
    es: 'Abonos y cobros que el archivo escribe sin signo menos, junto a otros que sí lo llevan: {{count}}. Todos se toman como abonos; desmarque «Los abonos van sin signo» si aumentan la deuda.',
    cs: 'Dobropisy a platby, které soubor píše bez minusu, vedle jiných s minusem: {{count}}. Všechny se berou jako kredity; pokud dluh zvyšují, zrušte volbu „Dobropisy a úhrady jsou bez znaménka“.',
  },
  'import.finding.credits_plus': {
    en: 'Credit notes and payments that are plus, beside others that are minus: {{count}}. They add to what is owed; tick “Credits are written without a sign” if they take off it.',
    es: 'Abonos y cobros con signo más, junto a otros con signo menos: {{count}}. Aumentan la deuda; marque «Los abonos van sin signo» si la reducen.',
    cs: 'Dobropisy a platby s plusem, vedle jiných s minusem: {{count}}. Dluh zvyšují; pokud ho snižují, zaškrtněte „Dobropisy a úhrady jsou bez znaménka“.',
  },
  'import.finding.receipts_minus': {
    en: 'Receipts that are minus: {{count}}. They count as money given back and add to what is owed; turn the signs round if they are receipts.',
    es: 'Cobros con signo menos: {{count}}. Cuentan como dinero devuelto y aumentan la deuda; invierta los signos si son cobros.',
    cs: 'Příjmy s minusem: {{count}}. Počítají se jako vrácené peníze a dluh zvyšují; pokud jde o příjmy, obraťte znaménka.',
  },
  'import.finding.no_zone': {
    en: 'Times that say their own zone, while nobody says in which zone the books are kept: {{count}}. The day is taken as it is written; import a file of companies with a column Time zone (such as Europe/Madrid) to turn it into the day there.',
    es: 'Horas con su propio huso, sin que se sepa en qué huso se llevan los libros: {{count}}. Se toma el día tal como está escrito; importe un archivo de empresas con una columna Zona horaria (como Europe/Madrid) para convertirlo al día local.',
    cs: 'Časy s vlastním pásmem, přitom není známo, v jakém pásmu se účtuje: {{count}}. Den se bere tak, jak je zapsán; pro převod na místní den importujte soubor společností se sloupcem Časové pásmo (například Europe/Prague).',
  },
  'import.finding.swapped_days': {
    en: 'Dates of days 1 to 12 throughout, beside others in the same column that stand as text with days from 13 on: {{count}}. A spreadsheet of another country may have turned their day and month round; compare one with its source.',
    es: 'Fechas solo con días 1 a 12, junto a otras de la misma columna escritas como texto con días desde el 13: {{count}}. Una hoja de cálculo de otro país puede haber cambiado el día por el mes; compare alguna con su origen.',
    cs: 'Data pouze s dny 1 až 12, vedle jiných v témže sloupci zapsaných jako text se dny od 13: {{count}}. Tabulkový program s jiným nastavením mohl zaměnit den a měsíc; jedno z nich porovnejte se zdrojem.',
  },
  'import.finding.amounts_left_out': {
    en: 'Columns with amounts that nothing is made of: {{count}}. If one of them is what counts, such as a total with tax or what was paid, choose it under Columns.',
    es: 'Columnas con importes que no se utilizan: {{count}}. Si alguna es la que cuenta, como un total con impuestos o lo cobrado, elíjala en Columnas.',
    cs: 'Sloupce s částkami, které se nepoužijí: {{count}}. Pokud je některý z nich rozhodující, například celkem s daní nebo uhrazeno, zvolte ho v části Sloupce.',
  },
  'import.finding.amounts_scaled': {
    en: 'Columns whose amounts the file says to be in thousands or millions: {{count}}. They are multiplied, and the preview shows the result; choose how the numbers are written under Columns to take them as they stand.',
    es: 'Columnas cuyos importes, según el archivo, están en miles o millones: {{count}}. Se multiplican y la vista previa muestra el resultado; elija en Columnas cómo se escriben los números para tomarlos tal como están.',
    cs: 'Sloupce, jejichž částky jsou podle souboru v tisících nebo milionech: {{count}}. Vynásobí se a náhled ukazuje výsledek; chcete-li je převzít beze změny, zvolte v části Sloupce způsob zápisu čísel.',
  },
  'import.finding.other_currency_paid': {
    en: 'Payments in another currency than the invoice that they name: {{count}}. What they pay of it is not known, so they stay unapplied; give an allocation with both amounts.',
    es: 'Cobros en otra moneda que la factura que indican: {{count}}. No se sabe cuánto saldan de ella, por lo que quedan sin aplicar; indique una aplicación con ambos importes.',
    cs: 'Platby v jiné měně než faktura, kterou uvádějí: {{count}}. Kolik z ní hradí, není známo, proto zůstávají nepřiřazené; dodejte přiřazení s oběma částkami.',
  },
  'import.finding.damaged_key': {
    en: 'Numbers of documents or customers that a spreadsheet has cut: {{count}}. What was cut off is lost, and different ones may look the same; export the file again with these columns as text.',
    es: 'Números de documentos o clientes recortados por una hoja de cálculo: {{count}}. Lo recortado se ha perdido y números distintos pueden parecer iguales; exporte de nuevo el archivo con estas columnas como texto.',
    cs: 'Čísla dokladů nebo zákazníků, která zkrátil tabulkový program: {{count}}. Zkrácené číslice jsou ztraceny a různá čísla mohou vypadat stejně; exportujte soubor znovu s těmito sloupci jako textem.',
  },
  'import.finding.rounded': {
    en: 'Amounts with more than four decimals, of which four are kept: {{count}}.',
    es: 'Importes con más de cuatro decimales, de los que se conservan cuatro: {{count}}.',
    cs: 'Částky s více než čtyřmi desetinnými místy, z nichž se uchovají čtyři: {{count}}.',
  },
  'import.finding.other_customer': {
    en: 'Payments applied to an invoice of another customer: {{count}}. They settle it all the same.',
    es: 'Cobros aplicados a una factura de otro cliente: {{count}}. La liquidan igualmente.',
    cs: 'Úhrady přiřazené k faktuře jiného zákazníka: {{count}}. Fakturu přesto vyrovnají.',
  },
  'import.finding.lines_differ': {
    en: 'Documents whose total is not the sum of their lines: {{count}}. The total counts.',
    es: 'Documentos cuyo total no es la suma de sus líneas: {{count}}. Cuenta el total.',
    cs: 'Doklady, jejichž celková částka není součtem řádků: {{count}}. Platí celková částka.',
  },
  'import.finding.negative_period': {
    en: 'Periods that end before they begin: {{count}}.',
    es: 'Periodos que terminan antes de empezar: {{count}}.',
    cs: 'Období, která končí dřív, než začnou: {{count}}.',
  },
  'import.finding.no_customer': {
    en: 'Rows without a customer: {{count}}. They are taken, under no customer.',
    es: 'Filas sin cliente: {{count}}. Se toman, sin cliente.',
    cs: 'Řádky bez zákazníka: {{count}}. Převezmou se bez zákazníka.',
  },
  'import.finding.unknown_customer': {
    en: 'Rows of customers that are on no list: {{count}}.',
    es: 'Filas de clientes que no están en ninguna lista: {{count}}.',
    cs: 'Řádky zákazníků, kteří v žádném seznamu nejsou: {{count}}.',
  },
  'import.finding.orphan_payment': {
    en: 'Receipts for invoices that nobody has: {{count}}. They stay unapplied.',
    es: 'Cobros de facturas que no existen: {{count}}. Quedan sin aplicar.',
    cs: 'Úhrady faktur, které neexistují: {{count}}. Zůstanou nepřiřazené.',
  },
  'import.finding.orphan_row': {
    en: 'Rows of documents that nobody has: {{count}}.',
    es: 'Filas de documentos que no existen: {{count}}.',
    cs: 'Řádky dokladů, které neexistují: {{count}}.',
  },
  'import.finding.header_differs': {
    en: 'Documents whose lines repeat different totals: {{count}}. The first counts.',
    es: 'Documentos cuyas líneas repiten totales distintos: {{count}}. Cuenta el primero.',
    cs: 'Doklady, jejichž řádky opakují různé součty: {{count}}. Platí první.',
  },
  'import.finding.unbalanced_entry': {
    en: 'Journal entries that do not balance: {{count}}.',
    es: 'Asientos descuadrados: {{count}}.',
    cs: 'Účetní zápisy, kde se MD nerovná D: {{count}}.',
  },
  'import.finding.unknown_account': {
    en: 'Accounts that the chart does not have: {{count}}.',
    es: 'Cuentas que no están en el plan contable: {{count}}.',
    cs: 'Účty, které účtový rozvrh nemá: {{count}}.',
  },
  'import.finding.statement_open': {
    en: 'Statements whose opening balance and movements are not their closing balance: {{count}}.',
    es: 'Extractos cuyo saldo inicial más movimientos no da el final: {{count}}.',
    cs: 'Výpisy, kde počáteční zůstatek a pohyby nedají konečný: {{count}}.',
  },
  'import.finding.number_gap': {
    en: 'Numbers missing in a series: {{count}}.',
    es: 'Números que faltan en una serie: {{count}}.',
    cs: 'Čísla chybějící v řadě: {{count}}.',
  },
  'import.finding.opening_twice': {
    en: 'Opening balances of documents that another file or the ledger has as well: {{count}}. They count twice; leave them out, or say that the rows of this file are an opening.',
    es: 'Saldos de apertura de documentos que otro archivo o el libro también tiene: {{count}}. Cuentan dos veces; exclúyalos o indique que las filas de este archivo son una apertura.',
    cs: 'Počáteční zůstatky dokladů, které má i jiný soubor nebo evidence: {{count}}. Počítají se dvakrát; vynechte je, nebo určete, že řádky tohoto souboru jsou počáteční stav.',
  },
  'import.finding.after_cut_over': {
    en: 'Opening items dated after the cut-over: {{count}}. They are posted at the cut-over all the same.',
    es: 'Partidas de apertura con fecha posterior al corte: {{count}}. Se contabilizan igualmente en el corte.',
    cs: 'Počáteční položky s datem po počátečním dni: {{count}}. Zaúčtují se přesto k počátečnímu dni.',
  },
  'import.finding.other_file_differs': {
    en: 'Documents that another of these files has with another date, amount or currency: {{count}}. The last file counts.',
    es: 'Documentos que otro de estos archivos tiene con otra fecha, importe o moneda: {{count}}. Cuenta el último archivo.',
    cs: 'Doklady, které jiný z těchto souborů má s jiným datem, částkou nebo měnou: {{count}}. Platí poslední soubor.',
  },
  'import.finding.cleared_unsettled': {
    en: 'Items that are cleared by a document that is not in the file: {{count}}. They stay open until the items of the other side are imported with them.',
    es: 'Partidas compensadas por un documento que no está en el archivo: {{count}}. Quedan abiertas hasta que se importen con ellas las partidas del otro lado.',
    cs: 'Položky vyrovnané dokladem, který v souboru není: {{count}}. Zůstávají otevřené, dokud se s nimi neimportují položky druhé strany.',
  },
  'import.finding.list_settles': {
    en: 'Items of the list before that are not on this one: {{count}}. They are taken as settled on its day.',
    es: 'Partidas de la lista anterior que no están en esta: {{count}}. Se dan por liquidadas en su fecha.',
    cs: 'Položky předchozího seznamu, které na tomto nejsou: {{count}}. Berou se jako vyrovnané k jeho dni.',
  },
  'import.finding.opening_known': {
    en: 'Documents that an opening brought already: {{count}}. From now on they are those of this history, with its dates, and no opening items.',
    es: 'Documentos que ya trajo una apertura: {{count}}. Desde ahora son los de este historial, con sus fechas, y no partidas de apertura.',
    cs: 'Doklady, které už přinesl počáteční stav: {{count}}. Napříště jsou to doklady této historie s jejími daty, ne počáteční položky.',
  },
  'import.finding.opening_duplicate': {
    en: 'Opening items that the history has as well: {{count}}. They are not brought again.',
    es: 'Partidas de apertura que también están en el historial: {{count}}. No se repiten.',
    cs: 'Počáteční položky, které má i historie: {{count}}. Znovu se nepřevezmou.',
  },
  'import.voidMissing': { en: 'Make them void', es: 'Anularlos', cs: 'Stornovat je' },
  'import.keepMissing': { en: 'Keep them', es: 'Conservarlos', cs: 'Ponechat je' },
  'import.missingVoided': {
    en: 'They become void with this import: they count at no date any more. To undo the import brings them back.',
    es: 'Con esta importación quedan anulados: ya no cuentan en ninguna fecha. Al deshacer la importación vuelven.',
    cs: 'Tímto importem se stornují a nebudou se počítat k žádnému dni. Vrácením importu se obnoví.',
  },
  'import.finding.missing_from_full': {
    en: 'Documents of the ledger that this full history does not have: {{count}}. They stay unless you make them void.',
    es: 'Documentos del libro que este historial completo no tiene: {{count}}. Se conservan si usted no los anula.',
    cs: 'Doklady, které tato úplná historie nemá: {{count}}. Zůstávají, pokud je nestornujete.',
  },
  'import.spellings': {
    en: 'Spellings that may be one',
    es: 'Grafías que pueden ser la misma',
    cs: 'Zápisy, které možná znamenají totéž',
  },
  'import.spellingsHint': {
    en: 'Nothing is merged unless you tick it. Of ticked ones the first spelling is kept.',
    es: 'Nada se une si no lo marca. De lo marcado se conserva la primera grafía.',
    cs: 'Bez zaškrtnutí se nic neslučuje. Ze zaškrtnutých zůstane první zápis.',
  },
  'import.mergeSpellings': {
    en: 'Merge the ticked',
    es: 'Unir las marcadas',
    cs: 'Sloučit zaškrtnuté',
  },
  'import.merged': {
    en: 'Spellings merged: {{count}}',
    es: 'Grafías unidas: {{count}}',
    cs: 'Sloučených zápisů: {{count}}',
  },
  'import.rejectsSave': {
    en: 'Save the rejected rows',
    es: 'Guardar las filas rechazadas',
    cs: 'Uložit odmítnuté řádky',
  },
  'import.rejectsFile': {
    en: '{{file}} rejected rows.csv',
    es: '{{file}} filas rechazadas.csv',
    cs: '{{file}} odmítnuté řádky.csv',
  },
  'import.rejectFix': { en: 'Correct', es: 'Corregir', cs: 'Opravit' },
  'import.rejectFixCell': {
    en: '{{field}} on line {{line}}',
    es: '{{field}} en la línea {{line}}',
    cs: '{{field}} na řádku {{line}}',
  },
  'import.applyFixes': {
    en: 'Read again with the corrections',
    es: 'Leer de nuevo con las correcciones',
    cs: 'Přečíst znovu s opravami',
  },
  'import.mended': {
    en: 'Cells corrected: {{count}}',
    es: 'Celdas corregidas: {{count}}',
    cs: 'Opravených buněk: {{count}}',
  },
  'import.forgetFixes': {
    en: 'As the file has it',
    es: 'Como está en el archivo',
    cs: 'Jak je v souboru',
  },
  'import.flipCredits': {
    en: 'Credits are written without a sign',
    es: 'Los abonos van sin signo',
    cs: 'Dobropisy a úhrady jsou bez znaménka',
  },
  'import.moneyIn': {
    en: 'Which of these columns is money that came in: {{columns}}?',
    es: '¿Cuál de estas columnas es dinero que entró: {{columns}}?',
    cs: 'Který z těchto sloupců jsou příchozí peníze: {{columns}}?',
  },
} as const satisfies Messages;
