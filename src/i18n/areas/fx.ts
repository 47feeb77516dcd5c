import type { Messages } from '../message';

/** Items in foreign currencies at the rate of a day. */
export const fxMessages = {
  'report.fx-revaluation.title': {
    en: 'Revaluation of foreign currencies',
    es: 'Revaluación de moneda extranjera',
    cs: 'Přecenění cizích měn',
  },
  'explain.fxRevaluation': {
    en: 'What is open in a foreign currency at the end of the day, what of it stands in the books at the rates it was booked at, and what it is worth at the last rate on or before the day: as quoted, else the inverse. A currency is converted in whole and rounded once; rows follow by largest remainder. With a first day, the revaluation of the day before is taken back, and the differences realised by settlements of the period stand beside it: the three together are the exchange result of the period. IAS 21.',
    es: 'Lo abierto en moneda extranjera al final del día, lo que de ello figura en libros a los tipos con que se contabilizó y lo que vale al último tipo hasta ese día: el cotizado o, si falta, el inverso. Cada moneda se convierte entera y se redondea una vez; las filas siguen por el mayor resto. Con un primer día, se revierte la revaluación de la víspera y al lado figuran las diferencias realizadas por los cobros del periodo: las tres juntas son el resultado por cambio del periodo. NIC 21.',
    cs: 'Co je na konci dne otevřeno v cizí měně, kolik z toho stojí v knihách podle kurzů zaúčtování a jakou to má hodnotu podle posledního kurzu k tomu dni: kotovaného, jinak obráceného. Měna se přepočítá celá a zaokrouhlí jednou; řádky následují podle největšího zbytku. S prvním dnem se odúčtuje přecenění předchozího dne a vedle stojí rozdíly realizované úhradami v období: všechny tři dohromady jsou kurzový výsledek období. IAS 21.',
  },
  'report.aging-converted.title': {
    en: 'Aging in one currency',
    es: 'Antigüedad en una moneda',
    cs: 'Věková struktura v jedné měně',
  },
  'explain.agingConverted': {
    en: 'What is open in every currency, converted at the last rate on or before a day: as quoted, else the inverse, else across the currency of the books. Each currency is converted in whole and rounded once; its buckets add up to that by largest remainder, and the rows to the buckets. By document currency, each row shows its rate. The items behind a figure open in their own currencies.',
    es: 'Lo abierto en todas las monedas, convertido al último tipo hasta un día: el cotizado; si falta, el inverso; si no, a través de la moneda de los libros. Cada moneda se convierte entera y se redondea una vez; sus tramos suman eso por el mayor resto, y las filas suman los tramos. Por moneda del documento, cada fila muestra su tipo. Las partidas detrás de una cifra se abren en su propia moneda.',
    cs: 'Co je otevřeno ve všech měnách, přepočtené posledním kurzem k danému dni: kotovaným, jinak obráceným, jinak přes měnu účetnictví. Každá měna se přepočítá celá a zaokrouhlí jednou; její pásma dávají tento součet podle největšího zbytku a řádky dávají pásma. Podle měny dokladu ukazuje každý řádek svůj kurz. Položky za částkou se otevřou ve svých měnách.',
  },
  'column.fx.conversion': { en: 'Rate', es: 'Tipo', cs: 'Kurz' },
  'policy.currency.converted': {
    en: 'in {{currency}} at the rates of {{date}}',
    es: 'en {{currency}} a los tipos del {{date}}',
    cs: 'v {{currency}} podle kurzů k {{date}}',
  },
  'policy.currency.convertedToBooks': {
    en: 'in the currency of the books at the rates of {{date}}',
    es: 'en la moneda de los libros a los tipos del {{date}}',
    cs: 'v měně účetnictví podle kurzů k {{date}}',
  },
  'analysis.to': { en: 'Currency', es: 'Moneda', cs: 'Měna' },
  'analysis.rateDate': { en: 'Rates of', es: 'Tipos del', cs: 'Kurzy k' },
  'column.fx.books': {
    en: 'Currency of the books',
    es: 'Moneda de los libros',
    cs: 'Měna účetnictví',
  },
  'column.fx.booked': { en: 'Booked at', es: 'Valor contable', cs: 'Účetní hodnota' },
  'column.fx.rate': { en: 'Closing rate', es: 'Tipo de cierre', cs: 'Závěrkový kurz' },
  'column.fx.rateDate': { en: 'Rate of', es: 'Tipo del', cs: 'Kurz ze dne' },
  'column.fx.revalued': {
    en: 'At the closing rate',
    es: 'Al tipo de cierre',
    cs: 'Závěrkovým kurzem',
  },
  'column.fx.unrealised': {
    en: 'Unrealised gain',
    es: 'Ganancia no realizada',
    cs: 'Nerealizovaný zisk',
  },
  'column.fx.reversed': {
    en: 'Opening revaluation taken back',
    es: 'Reversión de la revaluación inicial',
    cs: 'Odúčtování počátečního přecenění',
  },
  'column.fx.realised': { en: 'Realised gain', es: 'Ganancia realizada', cs: 'Realizovaný zisk' },
  'column.fx.result': {
    en: 'Exchange result',
    es: 'Resultado por cambio',
    cs: 'Kurzový výsledek',
  },
} as const satisfies Messages;
