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
  'tieOut.roll-rates-after': {
    en: 'Columns against the debits open after',
    es: 'Columnas frente a los cargos pendientes después',
    cs: 'Sloupce proti pohledávkám otevřeným potom',
  },
} as const satisfies Messages;
