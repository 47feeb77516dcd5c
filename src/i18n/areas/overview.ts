import type { Messages } from '../message';

/** The overview's figures and headings. */
export const overviewMessages = {
  'overview.open': { en: 'Open', es: 'Abierto', cs: 'Otevřeno' },
  'overview.pastDue': { en: 'Past due', es: 'Vencido', cs: 'Po splatnosti' },
  'overview.pastDueShare': { en: 'Share past due', es: 'Parte vencida', cs: 'Podíl po splatnosti' },
  'overview.items': {
    en: { one: '{{count}} open item', other: '{{count}} open items' },
    es: { one: '{{count}} partida abierta', other: '{{count}} partidas abiertas' },
    cs: {
      one: '{{count}} otevřená položka',
      few: '{{count}} otevřené položky',
      other: '{{count}} otevřených položek',
    },
  },
  'overview.change': {
    en: '{{amount}} since {{date}}',
    es: '{{amount}} desde el {{date}}',
    cs: '{{amount}} od {{date}}',
  },
  'overview.changePoints': {
    en: '{{points}} points since {{date}}',
    es: '{{points}} puntos desde el {{date}}',
    cs: '{{points}} bodu od {{date}}',
  },
  'overview.strip': { en: 'By age', es: 'Por antigüedad', cs: 'Podle stáří' },
  'overview.trend': {
    en: 'The last twelve month ends',
    es: 'Los últimos doce fines de mes',
    cs: 'Posledních dvanáct konců měsíce',
  },
  'overview.largest': {
    en: 'The ten largest debtors',
    es: 'Los diez mayores deudores',
    cs: 'Deset největších dlužníků',
  },
  'overview.inCredit': {
    en: 'Customers in credit',
    es: 'Clientes con saldo a favor',
    cs: 'Zákazníci s přeplatkem',
  },
  'overview.inBaseOnly': {
    en: 'There is no rate from {{from}} to {{currency}}: only amounts in {{currency}} are ranked',
    es: 'No hay tipo de cambio de {{from}} a {{currency}}: solo se clasifican los importes en {{currency}}',
    cs: 'Chybí kurz {{from}} k {{currency}}: pořadí mají jen částky v {{currency}}',
  },
  'overview.inBase': {
    en: 'Amounts in {{currency}}, the currency of the books',
    es: 'Importes en {{currency}}, la moneda de la contabilidad',
    cs: 'Částky v {{currency}}, v měně účetnictví',
  },
  'overview.noneInCredit': {
    en: 'No customer is in credit.',
    es: 'Ningún cliente tiene saldo a favor.',
    cs: 'Žádný zákazník nemá přeplatek.',
  },
  'overview.tieOut': {
    en: 'Tied to the ledger',
    es: 'Cuadre con la contabilidad',
    cs: 'Soulad s účetnictvím',
  },
  'overview.reach': {
    en: 'Until when the data reach',
    es: 'Hasta cuándo llegan los datos',
    cs: 'Kam až data sahají',
  },
  'overview.reachTo': {
    en: '{{subject}}: to {{date}}',
    es: '{{subject}}: hasta el {{date}}',
    cs: '{{subject}}: do {{date}}',
  },
  'overview.drafts': {
    en: '{{drafts}} drafts and {{voids}} voids are left out of every balance.',
    es: '{{drafts}} borradores y {{voids}} anulados quedan fuera de todo saldo.',
    cs: '{{drafts}} konceptů a {{voids}} stornovaných dokladů nevstupuje do žádného zůstatku.',
  },
  'overview.share': { en: 'Share', es: 'Parte', cs: 'Podíl' },
  'overview.noGeneralLedger': {
    en: 'No general ledger was imported to compare with.',
    es: 'No se ha importado una contabilidad con la que comparar.',
    cs: 'Nebyla naimportována hlavní kniha, s níž by šlo porovnávat.',
  },
  'overview.contradictions': {
    en: {
      one: '{{count}} contradiction in the data',
      other: '{{count}} contradictions in the data',
    },
    es: {
      one: '{{count}} contradicción en los datos',
      other: '{{count}} contradicciones en los datos',
    },
    cs: {
      one: '{{count}} rozpor v datech',
      few: '{{count}} rozpory v datech',
      other: '{{count}} rozporů v datech',
    },
  },
} as const satisfies Messages;
