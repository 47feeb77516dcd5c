import type { Messages } from '../message';

/** The rules in words, for *Explain*, and the form that changes a policy. */
export const explainMessages = {
  'explain.aging': {
    en: 'What is open at the date is the sum of every movement of an item up to and including it; nothing posted later counts. Each open item falls in exactly one bucket, by whole days from its due date (or its document date) to the date. A part payment never changes the age of what remains.',
    es: 'Lo abierto a la fecha es la suma de todos los movimientos de cada partida hasta ese día inclusive; nada contabilizado después cuenta. Cada partida abierta cae en un único tramo, según los días enteros desde su vencimiento (o su fecha de documento). Un pago parcial no cambia la antigüedad del resto.',
    cs: 'Otevřená částka ke dni je součet všech pohybů položky do tohoto dne včetně; nic zaúčtovaného později se nepočítá. Každá položka spadá právě do jednoho pásma podle celých dnů od splatnosti (nebo od data dokladu). Částečná úhrada nemění stáří zbytku.',
  },
  'explain.account': {
    en: 'Every movement that changed what the customer owes, oldest first, with the balance after it. A receipt and an invoice of the same customer settle each other without changing the balance. Where a first day is chosen, the account begins with what was owed before it, a line a currency, and ends with the same balance as without it; the strip shows that balance by bucket.',
    es: 'Todos los movimientos que cambiaron lo que debe el cliente, del más antiguo al más reciente, con el saldo resultante. Un cobro y una factura del mismo cliente se compensan sin cambiar el saldo. Si se elige un primer día, la cuenta empieza con lo que se debía antes de él, una línea por moneda, y acaba con el mismo saldo que sin él; la barra reparte ese saldo por tramos.',
    cs: 'Všechny pohyby, které změnily dluh zákazníka, od nejstaršího, se zůstatkem po každém z nich. Úhrada a faktura téhož zákazníka se vyrovnají, aniž by se zůstatek změnil. Je-li zvolen první den, účet začíná tím, co zákazník dlužil před ním, jedním řádkem za každou měnu, a končí stejným zůstatkem jako bez něj; pruh ukazuje tento zůstatek podle pásem.',
  },
  'account.from': { en: 'First day', es: 'Primer día', cs: 'První den' },
  'account.fromBeginning': {
    en: 'From the beginning',
    es: 'Desde el principio',
    cs: 'Od začátku',
  },
  'explain.tieOut': {
    en: 'For each document, what it posted to the open items and what the general ledger posted for it on the control accounts, both up to the date. Only documents that disagree are listed; their differences add up to the difference of the whole.',
    es: 'Para cada documento, lo que aportó a las partidas abiertas y lo que la contabilidad registró en las cuentas de control, ambos hasta la fecha. Solo se muestran los que no coinciden; sus diferencias suman la diferencia total.',
    cs: 'Pro každý doklad to, co zapsal do otevřených položek, a to, co za něj hlavní kniha zaúčtovala na kontrolních účtech, obojí do daného dne. Uvádějí se jen doklady, které nesouhlasí; jejich rozdíly dávají celkový rozdíl.',
  },
  'explain.controlAccounts': {
    en: 'What is open beside what the general ledger has on its control accounts, both up to the date, in each currency and in that of the books. Reclassified is what only changed places: a receipt that settled what another customer, account or currency shows, or a journal entry between control accounts. What is left is unexplained, and the causes list it document by document. Debit and credit balances are those of customers, not set against each other.',
    es: 'Lo abierto frente a lo que la contabilidad tiene en sus cuentas de control, ambos hasta la fecha, en cada moneda y en la de los libros. Reclasificado es lo que solo cambió de sitio: un cobro que saldó lo que figura en otro cliente, cuenta o moneda, o un asiento entre cuentas de control. Lo que queda está sin explicar, y las causas lo detallan documento a documento. Los saldos deudores y acreedores son los de los clientes, sin compensarlos entre sí.',
    cs: 'Co je otevřené, vedle toho, co má hlavní kniha na kontrolních účtech, obojí do daného dne, v každé měně i v měně účetnictví. Přeúčtováno je to, co jen změnilo místo: úhrada, která vyrovnala částku jiného zákazníka, účtu nebo měny, nebo zápis mezi kontrolními účty. Zbytek je nevysvětlený a příčiny jej uvádějí doklad po dokladu. Debetní a kreditní zůstatky jsou zůstatky zákazníků a vzájemně se nezapočítávají.',
  },
  'tieOut.by': { en: 'Look at', es: 'Ver por', cs: 'Zobrazit' },
  'tieOut.by.causes': { en: 'Causes', es: 'Causas', cs: 'Příčiny' },
  'tieOut.by.account': { en: 'Control accounts', es: 'Cuentas de control', cs: 'Kontrolní účty' },
  'tieOut.by.customer': { en: 'Customers', es: 'Clientes', cs: 'Zákazníci' },
  'tieOut.by.currency': { en: 'Currencies', es: 'Monedas', cs: 'Měny' },
  'explain.contradictions': {
    en: 'Where rows of the imports disagree: an allocation above what is open applies up to that, and the rest is listed here.',
    es: 'Dónde se contradicen las filas importadas: una aplicación superior a lo abierto se aplica hasta ese límite y el resto figura aquí.',
    cs: 'Kde si importované řádky odporují: přiřazení vyšší než otevřená částka platí jen do její výše a zbytek je uveden zde.',
  },
  'explain.customers': {
    en: 'Every known customer and every id that only a document names, with what is open at the date per currency.',
    es: 'Todos los clientes conocidos y todo código que solo aparece en un documento, con lo abierto a la fecha por moneda.',
    cs: 'Všichni známí zákazníci i čísla, která uvádí jen doklad, s otevřenou částkou ke dni po měnách.',
  },
  'explain.noCustomer': {
    en: 'Choose a customer to see its account.',
    es: 'Elija un cliente para ver su cuenta.',
    cs: 'Vyberte zákazníka a uvidíte jeho účet.',
  },
  'policyForm.basis': {
    en: 'Days count from',
    es: 'Los días cuentan desde',
    cs: 'Dny se počítají od',
  },
  'policyForm.credits': { en: 'Credits', es: 'Abonos y cobros', cs: 'Dobropisy a úhrady' },
  'policyForm.allocation': {
    en: 'How credits are applied',
    es: 'Cómo se aplican los abonos',
    cs: 'Jak se přiřazují kredity',
  },
  'policyForm.relink': {
    en: 'Allocations of the source',
    es: 'Aplicaciones del origen',
    cs: 'Přiřazení ze zdroje',
  },
  'policyForm.currency': { en: 'Currency', es: 'Moneda', cs: 'Měna' },
  'policyForm.dueDate': { en: 'Due dates', es: 'Vencimientos', cs: 'Splatnosti' },
  'policyForm.attributes': { en: 'Attributes', es: 'Atributos', cs: 'Atributy' },
  'policyForm.disputed': { en: 'Disputed items', es: 'Partidas en disputa', cs: 'Sporné položky' },
  'policyForm.edges': {
    en: 'Upper edges of the buckets, in days',
    es: 'Límites superiores de los tramos, en días',
    cs: 'Horní meze pásem, ve dnech',
  },
  'policyForm.edgesWrong': {
    en: 'Whole days that ascend, with commas: 0,30,60,90',
    es: 'Días enteros en orden ascendente, con comas: 0,30,60,90',
    cs: 'Celé dny vzestupně, oddělené čárkami: 0,30,60,90',
  },
} as const satisfies Messages;
