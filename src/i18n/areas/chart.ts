import type { Messages } from '../message';

/** Charts and their table twins. */
export const chartMessages = {
  'chart.table': { en: 'Show as table', es: 'Mostrar como tabla', cs: 'Zobrazit jako tabulku' },
  'chart.empty': {
    en: 'Nothing is open at this date.',
    es: 'No hay nada pendiente en esta fecha.',
    cs: 'K tomuto dni není nic otevřeno.',
  },
  'chart.others': { en: 'All others', es: 'Todos los demás', cs: 'Všichni ostatní' },
  'chart.open': {
    en: 'Open {{bucket}} of {{row}}: {{amount}} {{currency}}',
    es: 'Abrir {{bucket}} de {{row}}: {{amount}} {{currency}}',
    cs: 'Otevřít {{bucket}}, {{row}}: {{amount}} {{currency}}',
  },
  'chart.open.bucket': {
    en: 'Open {{bucket}}: {{amount}} {{currency}}',
    es: 'Abrir {{bucket}}: {{amount}} {{currency}}',
    cs: 'Otevřít {{bucket}}: {{amount}} {{currency}}',
  },
  'chart.share': { en: 'Share', es: 'Proporción', cs: 'Podíl' },
  'chart.bars.name': {
    en: 'Stacked bars: {{title}}, {{currency}}. The same figures follow as a table.',
    es: 'Barras apiladas: {{title}}, {{currency}}. Las mismas cifras siguen en una tabla.',
    cs: 'Skládané pruhy: {{title}}, {{currency}}. Stejné údaje následují v tabulce.',
  },
  'chart.strip.name': {
    en: 'Shares of the buckets, {{currency}}',
    es: 'Proporción de los tramos, {{currency}}',
    cs: 'Podíly pásem, {{currency}}',
  },
  'chart.credits': { en: 'in credit', es: 'saldo acreedor', cs: 'přeplatek' },
} as const satisfies Messages;
