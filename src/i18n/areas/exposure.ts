import type { Messages } from '../message';

/** Words of the reports on who owes most, on credits that wait, and on what became of items later. */
export const exposureMessages = {
  'report.concentration.title': {
    en: 'Concentration',
    es: 'Concentración',
    cs: 'Koncentrace',
  },
  'report.unapplied-credits.title': {
    en: 'Unapplied credits',
    es: 'Abonos sin aplicar',
    cs: 'Nepřiřazené kredity',
  },
  'report.subsequent-receipts.title': {
    en: 'Subsequent receipts',
    es: 'Cobros posteriores',
    cs: 'Následné úhrady',
  },
  'column.rank': { en: 'Rank', es: 'Puesto', cs: 'Pořadí' },
  'column.share': { en: 'Share', es: 'Cuota', cs: 'Podíl' },
  'column.cumulativeShare': {
    en: 'Cumulative share',
    es: 'Cuota acumulada',
    cs: 'Kumulativní podíl',
  },
  'column.herfindahl': {
    en: 'Herfindahl index',
    es: 'Índice de Herfindahl',
    cs: 'Herfindahlův index',
  },
  'column.allExposures': {
    en: 'All exposures',
    es: 'Riesgo total',
    cs: 'Angažovanost celkem',
  },
  'column.keyCount': { en: 'Number of exposures', es: 'Número de riesgos', cs: 'Počet dlužníků' },
  'column.ageDays': { en: 'Age in days', es: 'Antigüedad en días', cs: 'Stáří ve dnech' },
  'column.future': {
    en: 'Settled later',
    es: 'Saldado después',
    cs: 'Vyrovnáno později',
  },
  'column.exchange': {
    en: 'Exchange difference',
    es: 'Diferencia de cambio',
    cs: 'Kurzový rozdíl',
  },
  'column.remaining': { en: 'Remaining', es: 'Resto', cs: 'Zbývá' },
  'column.lastMovement': {
    en: 'Last movement',
    es: 'Último movimiento',
    cs: 'Poslední pohyb',
  },
  'tieOut.unapplied-credits': {
    en: 'Open credits against the movements of all credits',
    es: 'Abonos pendientes frente a los movimientos de todos los abonos',
    cs: 'Otevřené kredity proti pohybům všech kreditů',
  },
} as const satisfies Messages;
