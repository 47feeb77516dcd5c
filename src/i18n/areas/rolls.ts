import type { Messages } from '../message';

/** Roll-forward and roll rates: how what is open at one date becomes what is open at another. */
export const rollMessages = {
  'report.roll-forward.title': {
    en: 'Roll-forward of receivables',
    es: 'Movimiento de saldos de clientes',
    cs: 'Přehled změn pohledávek',
  },
  'report.roll-rates.title': {
    en: 'Roll rates',
    es: 'Tasas de rodamiento (roll rates)',
    cs: 'Míry přechodu mezi pásmy',
  },

  'report.rolled-items.title': {
    en: 'Items of the transition matrix',
    es: 'Partidas de la matriz de transición',
    cs: 'Položky matice přechodu',
  },

  'analysis.report': { en: 'Report', es: 'Informe', cs: 'Sestava' },
  'analysis.until': {
    en: 'Receipts until',
    es: 'Cobros hasta el',
    cs: 'Úhrady do',
  },
  'analysis.months': {
    en: 'Months: {{count}}',
    es: 'Meses: {{count}}',
    cs: 'Měsíců: {{count}}',
  },
  'analysis.chart': { en: 'Shown as', es: 'Mostrar como', cs: 'Zobrazit jako' },
  'analysis.chart.table': { en: 'Table', es: 'Tabla', cs: 'Tabulka' },
  'analysis.chart.sankey': { en: 'Sankey', es: 'Sankey', cs: 'Sankey' },
  'analysis.chartCurrency': {
    en: 'Currency of the chart',
    es: 'Moneda del gráfico',
    cs: 'Měna grafu',
  },
  'analysis.noGroups': { en: 'none', es: 'ninguno', cs: 'žádné' },
  'explain.rollForward': {
    en: 'What was open before the first day, every movement of the period by its kind, and what is open at the end of the last day. Opening and all changes make the closing to the cent. Transfers are what moves between groups without changing what is owed; over all groups they add up to zero.',
    es: 'Lo abierto antes del primer día, cada movimiento del periodo según su tipo y lo abierto al final del último día. El saldo inicial más todos los cambios da el saldo final al céntimo. Los traspasos mueven importes entre grupos sin cambiar lo adeudado; en conjunto suman cero.',
    cs: 'Otevřená částka před prvním dnem, všechny pohyby období podle druhu a otevřená částka na konci posledního dne. Počáteční stav a všechny změny dávají konečný stav na haléř. Převody přesouvají částky mezi skupinami, aniž mění dluh; dohromady dávají nulu.',
  },
  'explain.rollRates': {
    en: 'Each debit that was open on the first day is followed to the second: the bucket it is in then, or how it was closed. A rate is the share of what was open in the bucket before. Credits roll nowhere and are left out.',
    es: 'Cada cargo abierto el primer día se sigue hasta el segundo: el tramo en que está entonces o cómo se canceló. La tasa es la parte de lo que estaba abierto en el tramo anterior. Los abonos no ruedan y quedan fuera.',
    cs: 'Každá pohledávka otevřená první den se sleduje do druhého: v jakém je pak pásmu, nebo jak byla uzavřena. Míra je podíl na tom, co bylo v předchozím pásmu otevřené. Dobropisy a platby nikam nepřecházejí a vynechávají se.',
  },
  'explain.rolledItems': {
    en: 'Each debit of the transition matrix by itself: its state on the first day, its state on the second, and how much of it went that way. A debit that was paid in part stands in two rows. The rows of a cell add up to the cell.',
    es: 'Cada cargo de la matriz de transición por separado: su situación el primer día, la del segundo y cuánto de él siguió ese camino. Un cargo cobrado en parte ocupa dos filas. Las filas de una celda suman la celda.',
    cs: 'Každá pohledávka matice přechodu zvlášť: její stav první den, stav druhý den a kolik z ní tudy přešlo. Částečně uhrazená pohledávka je na dvou řádcích. Řádky jedné buňky dají dohromady tuto buňku.',
  },
  'explain.concentration': {
    en: 'The largest debtors of each currency with their share of all that is owed. Who is in credit is no exposure. The Herfindahl index is the sum of the squared shares of all debtors: 1 is a single debtor, close to 0 very many equal ones.',
    es: 'Los mayores deudores de cada moneda con su parte del total adeudado. Quien tiene saldo a favor no es riesgo. El índice de Herfindahl es la suma de los cuadrados de las partes: 1 es un único deudor; cerca de 0, muchos iguales.',
    cs: 'Největší dlužníci v každé měně a jejich podíl na celkovém dluhu. Kdo má přeplatek, není rizikem. Herfindahlův index je součet druhých mocnin podílů: 1 je jediný dlužník, blízko 0 velmi mnoho stejných.',
  },
  'explain.unappliedCredits': {
    en: 'Receipts and credit notes that are not applied to any document at the date, each with its own age.',
    es: 'Cobros y abonos que a la fecha no están aplicados a ningún documento, cada uno con su propia antigüedad.',
    cs: 'Platby a dobropisy, které k datu nejsou přiřazeny k žádnému dokladu, každý se svým stářím.',
  },
  'explain.subsequentReceipts': {
    en: 'Items that were open at the date, and what later movements closed of each. What was open at the date is not changed by them. A receipt that is not applied touches no row.',
    es: 'Partidas abiertas a la fecha y lo que movimientos posteriores cancelaron de cada una. No cambian lo abierto a la fecha. Un cobro sin aplicar no toca ninguna fila.',
    cs: 'Položky otevřené k datu a to, co z každé uzavřely pozdější pohyby. Otevřená částka k datu se jimi nemění. Nepřiřazená platba se žádného řádku nedotkne.',
  },

  'column.bucketPlace': { en: 'Order of buckets', es: 'Orden del tramo', cs: 'Pořadí pásma' },
  'column.roll.opening': { en: 'Opening', es: 'Saldo inicial', cs: 'Stav na začátku' },
  'column.roll.invoiced': { en: 'Invoiced', es: 'Facturado', cs: 'Vyfakturováno' },
  'column.roll.fees': {
    en: 'Fees and interest',
    es: 'Recargos e intereses',
    cs: 'Poplatky a úroky',
  },
  'column.roll.refunds': { en: 'Refunds', es: 'Devoluciones', cs: 'Vratky' },
  'column.roll.collected': { en: 'Collected', es: 'Cobrado', cs: 'Uhrazeno' },
  'column.roll.credited': { en: 'Credited', es: 'Abonado', cs: 'Dobropisováno' },
  'column.roll.discounts': {
    en: 'Discounts taken',
    es: 'Descuentos por pronto pago',
    cs: 'Skonta',
  },
  'column.roll.withheld': {
    en: 'Withheld and charged',
    es: 'Retenciones y gastos bancarios',
    cs: 'Sražená daň a bankovní poplatky',
  },
  'column.roll.written_off': { en: 'Written off', es: 'Dado de baja', cs: 'Odepsáno' },
  'column.roll.recovered': {
    en: 'Write-offs recovered',
    es: 'Bajas recuperadas',
    cs: 'Obnovené odepsané pohledávky',
  },
  'column.roll.exchange': {
    en: 'Exchange differences',
    es: 'Diferencias de cambio',
    cs: 'Kurzové rozdíly',
  },
  'column.roll.revaluation': { en: 'Revaluation', es: 'Revaluación', cs: 'Přecenění' },
  'column.roll.adjustments': { en: 'Adjustments', es: 'Ajustes', cs: 'Opravné doklady' },
  'column.roll.opening_balances': {
    en: 'Opening balances loaded',
    es: 'Saldos de apertura cargados',
    cs: 'Načtené počáteční stavy',
  },
  'column.roll.unexplained': {
    en: 'Settled, not known how',
    es: 'Saldado, sin explicar',
    cs: 'Vyrovnáno, neví se jak',
  },
  'column.roll.transfers': {
    en: 'Transfers and re-aging',
    es: 'Traspasos y cambios de tramo',
    cs: 'Převody a přesuny mezi pásmy',
  },
  'column.roll.closing': { en: 'Closing', es: 'Saldo final', cs: 'Stav na konci' },

  'column.periodFrom': { en: 'Period from', es: 'Periodo desde', cs: 'Období od' },
  'column.periodTo': { en: 'Period to', es: 'Periodo hasta', cs: 'Období do' },
  'column.fromState': { en: 'State before', es: 'Situación anterior', cs: 'Stav předtím' },
  'column.fromPlace': {
    en: 'Order of the state before',
    es: 'Orden de la situación anterior',
    cs: 'Pořadí stavu předtím',
  },
  'column.toState': { en: 'State after', es: 'Situación posterior', cs: 'Stav potom' },
  'column.toPlace': {
    en: 'Order of the state after',
    es: 'Orden de la situación posterior',
    cs: 'Pořadí stavu potom',
  },
  'column.fromAmount': {
    en: 'Total of the state before',
    es: 'Total de la situación anterior',
    cs: 'Celkem ve stavu předtím',
  },
  'column.rollRate': { en: 'Roll rate', es: 'Tasa de rodamiento', cs: 'Míra přechodu' },

  'rollState.new': { en: 'New', es: 'Nuevo', cs: 'Nové' },
  'rollState.collected': { en: 'Collected', es: 'Cobrado', cs: 'Uhrazeno' },
  'rollState.credited': { en: 'Credited', es: 'Abonado', cs: 'Dobropisováno' },
  'rollState.written_off': { en: 'Written off', es: 'Dado de baja', cs: 'Odepsáno' },
  'rollState.other': {
    en: 'Settled otherwise',
    es: 'Saldado de otro modo',
    cs: 'Vyrovnáno jinak',
  },

  'tieOut.roll-forward-closing': {
    en: 'Opening and changes against what is open at the end',
    es: 'Saldo inicial y movimientos frente a lo pendiente al final',
    cs: 'Počáteční stav a změny proti tomu, co je otevřeno na konci',
  },
  'tieOut.roll-forward-transfers': {
    en: 'Transfers between groups add up to zero',
    es: 'Los traspasos entre grupos suman cero',
    cs: 'Převody mezi skupinami dávají nulu',
  },
  'tieOut.roll-rates-before': {
    en: 'Rows against the debits open before',
    es: 'Filas frente a los cargos pendientes antes',
    cs: 'Řádky proti pohledávkám otevřeným předtím',
  },
  'tieOut.rolled-items': {
    en: 'Items against the transition matrix',
    es: 'Partidas frente a la matriz de transición',
    cs: 'Položky proti matici přechodu',
  },
  'tieOut.roll-rates-after': {
    en: 'Columns against the debits open after',
    es: 'Columnas frente a los cargos pendientes después',
    cs: 'Sloupce proti pohledávkám otevřeným potom',
  },
} as const satisfies Messages;
