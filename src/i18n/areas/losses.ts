import type { Messages } from '../message';

/** Expected credit losses: the provision matrix, the allowance that it comes to, and what happened after all. */
export const lossMessages = {
  'report.expected-loss.title': {
    en: 'Expected credit losses',
    es: 'Pérdidas crediticias esperadas',
    cs: 'Očekávané úvěrové ztráty',
  },
  'report.allowance-movement.title': {
    en: 'Movement of the loss allowance',
    es: 'Movimiento de la corrección por pérdidas',
    cs: 'Pohyb opravných položek',
  },
  'report.loss-back-test.title': {
    en: 'Back-test of the loss allowance',
    es: 'Contraste de la corrección por pérdidas',
    cs: 'Zpětné ověření opravných položek',
  },

  'explain.expectedLoss': {
    en: 'The rate of a bucket is learnt from the debits that fell due in the months of the window: of all that was ever open in the bucket, the share that was lost in the end. Lost is what was written off, less what was recovered, and what is open beyond the limit of days. The window ends so many days ago that each debit had the time to be paid. The rate, adjusted for what is expected of the future, times what is open now, net of the customer’s own credits, is the expected loss. A group without a past of its own takes the rate of all. Simplified approach of IFRS 9, aging schedule of ASC 326.',
    es: 'La tasa de un tramo se aprende de los cargos que vencieron en los meses de la ventana: de todo lo que estuvo abierto en el tramo, la parte que al final se perdió. Perdido es lo dado de baja, menos lo recuperado, y lo que sigue abierto más allá del límite de días. La ventana termina tantos días atrás que cada cargo tuvo tiempo de cobrarse. La tasa, ajustada por lo que se espera del futuro, por lo abierto ahora, neto de los abonos del propio cliente, es la pérdida esperada. Un grupo sin pasado propio toma la tasa de todos. Enfoque simplificado de la NIIF 9, tabla de antigüedad de ASC 326.',
    cs: 'Míra pásma se zjišťuje z pohledávek splatných v měsících okna: ze všeho, co kdy bylo v pásmu otevřené, podíl, který byl nakonec ztracen. Ztraceno je to, co bylo odepsáno, minus co bylo obnoveno, a co je otevřené déle než limit dnů. Okno končí o tolik dnů dříve, aby každá pohledávka měla čas být zaplacena. Míra upravená o očekávání do budoucna, krát to, co je otevřené nyní po odečtení vlastních přeplatků odběratele, je očekávaná ztráta. Skupina bez vlastní minulosti přebírá míru všech. Zjednodušený přístup IFRS 9, tabulka stáří podle ASC 326.',
  },
  'explain.allowanceMovement': {
    en: 'The allowance before the first day and at the end of the last one is the sum of the expected losses of those days. What was written off used it up, what was recovered gave back to it; the rest of the difference was charged to the result, or released where it is below zero.',
    es: 'La corrección antes del primer día y al final del último es la suma de las pérdidas esperadas de esos días. Lo dado de baja la consumió y lo recuperado la repuso; el resto de la diferencia se dotó con cargo al resultado, o se revirtió si es menor que cero.',
    cs: 'Opravná položka před prvním dnem a na konci posledního dne je součet očekávaných ztrát k těmto dnům. Odpisy ji čerpaly, obnovené pohledávky ji doplnily; zbytek rozdílu byl vytvořen na vrub výsledku, nebo rozpuštěn, je-li záporný.',
  },
  'explain.lossBackTest': {
    en: 'The matrix as it would have been some months ago, from what was known then, against what happened to the very items that were open: what of each was written off since, or is open beyond the limit now. Below zero, too little was provided.',
    es: 'La matriz tal como habría sido hace unos meses, con lo que entonces se sabía, frente a lo ocurrido con las mismas partidas abiertas: lo dado de baja desde entonces o abierto hoy más allá del límite. Por debajo de cero, se dotó de menos.',
    cs: 'Matice, jaká by byla před několika měsíci z toho, co se tehdy vědělo, proti tomu, co se stalo s týmiž otevřenými položkami: co z nich bylo od té doby odepsáno nebo je nyní otevřené déle než limit. Záporný rozdíl znamená, že opravná položka nestačila.',
  },

  'losses.months': { en: 'Window', es: 'Ventana', cs: 'Okno' },
  'losses.monthCount': {
    en: 'Rates of {{count}} months',
    es: 'Tasas de {{count}} meses',
    cs: 'Míry z {{count}} měsíců',
  },
  'losses.limit': {
    en: 'Lost after days',
    es: 'Perdido tras días',
    cs: 'Ztraceno po dnech',
  },
  'losses.adjust': {
    en: 'Adjustment of rates, %',
    es: 'Ajuste de tasas, %',
    cs: 'Úprava měr, %',
  },
  'losses.rates': {
    en: 'Rates given, %, one a bucket',
    es: 'Tasas dadas, %, una por tramo',
    cs: 'Zadané míry, %, jedna na pásmo',
  },
  'losses.back': { en: 'Months back', es: 'Meses atrás', cs: 'Měsíců zpět' },
  'losses.backCount': {
    en: 'Allowance of {{count}} months ago',
    es: 'Corrección de hace {{count}} meses',
    cs: 'Opravná položka před {{count}} měsíci',
  },

  'column.bucketThen': { en: 'Bucket then', es: 'Tramo de entonces', cs: 'Tehdejší pásmo' },
  'column.everOpen': {
    en: 'Ever open in the bucket',
    es: 'Alguna vez abierto en el tramo',
    cs: 'Kdy bylo v pásmu otevřeno',
  },
  'column.lost': { en: 'Of that lost', es: 'De ello perdido', cs: 'Z toho ztraceno' },
  'column.historicalRate': {
    en: 'Historical rate',
    es: 'Tasa histórica',
    cs: 'Historická míra',
  },
  'column.lossRate': { en: 'Loss rate', es: 'Tasa de pérdida', cs: 'Míra ztráty' },
  'column.rateOf': { en: 'Rate of', es: 'Tasa de', cs: 'Míra koho' },
  'column.exposure': { en: 'Exposure', es: 'Exposición', cs: 'Expozice' },
  'column.exposureThen': {
    en: 'Exposure then',
    es: 'Exposición de entonces',
    cs: 'Tehdejší expozice',
  },
  'column.expectedLoss': { en: 'Expected loss', es: 'Pérdida esperada', cs: 'Očekávaná ztráta' },
  'column.actualLoss': {
    en: 'Lost since',
    es: 'Perdido desde entonces',
    cs: 'Ztraceno od té doby',
  },
  'column.actualRate': { en: 'Actual rate', es: 'Tasa real', cs: 'Skutečná míra' },
  'column.lossDifference': {
    en: 'Expected less lost',
    es: 'Esperado menos perdido',
    cs: 'Očekáváno minus ztraceno',
  },
  'column.allowance.opening': {
    en: 'Opening allowance',
    es: 'Corrección inicial',
    cs: 'Počáteční stav',
  },
  'column.allowance.charged': {
    en: 'Charged or released',
    es: 'Dotado o revertido',
    cs: 'Tvorba nebo rozpuštění',
  },
  'column.allowance.written_off': { en: 'Written off', es: 'Dado de baja', cs: 'Odepsáno' },
  'column.allowance.recovered': { en: 'Recovered', es: 'Recuperado', cs: 'Obnoveno' },
  'column.allowance.closing': {
    en: 'Closing allowance',
    es: 'Corrección final',
    cs: 'Konečný stav',
  },

  'rateOf.group': { en: 'Its own past', es: 'Su propio pasado', cs: 'Vlastní minulost' },
  'rateOf.all': { en: 'All groups', es: 'Todos los grupos', cs: 'Všechny skupiny' },
  'rateOf.given': { en: 'Given', es: 'Dada', cs: 'Zadaná' },
} as const satisfies Messages;
