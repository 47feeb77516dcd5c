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
  'chart.openCell': {
    en: 'Open {{name}}: {{figure}}',
    es: 'Abrir {{name}}: {{figure}}',
    cs: 'Otevřít {{name}}: {{figure}}',
  },
  'chart.heatMap': { en: 'Heat map', es: 'Mapa de calor', cs: 'Teplotní mapa' },
  'chart.sankey': { en: 'Sankey diagram', es: 'Diagrama de Sankey', cs: 'Sankeyův diagram' },
  'chart.pareto': { en: 'Pareto chart', es: 'Diagrama de Pareto', cs: 'Paretův diagram' },
  'chart.named': {
    en: '{{kind}}: {{title}}, {{currency}}. The same figures follow as a table.',
    es: '{{kind}}: {{title}}, {{currency}}. Las mismas cifras siguen en una tabla.',
    cs: '{{kind}}: {{title}}, {{currency}}. Stejné údaje následují v tabulce.',
  },
  'chart.roll.rows': {
    en: '{{currency}}: from {{from}} (rows) to {{to}} (columns)',
    es: '{{currency}}: del {{from}} (filas) al {{to}} (columnas)',
    cs: '{{currency}}: od {{from}} (řádky) do {{to}} (sloupce)',
  },
  'chart.roll.sides': {
    en: '{{currency}}: from {{from}} (left) to {{to}} (right)',
    es: '{{currency}}: del {{from}} (izquierda) al {{to}} (derecha)',
    cs: '{{currency}}: od {{from}} (vlevo) do {{to}} (vpravo)',
  },
  'chart.pareto.others': {
    en: 'All others ({{number}}): {{amount}} {{currency}}, {{share}}',
    es: 'Todos los demás ({{number}}): {{amount}} {{currency}}, {{share}}',
    cs: 'Všichni ostatní ({{number}}): {{amount}} {{currency}}, {{share}}',
  },
  'chart.loss.caption': {
    en: '{{currency}}: loss rate and expected loss by bucket',
    es: '{{currency}}: tasa de pérdida y pérdida esperada por tramo',
    cs: '{{currency}}: míra ztráty a očekávaná ztráta podle pásma',
  },
  'chart.loss.others': {
    en: 'All others ({{number}}): {{amount}} {{currency}}',
    es: 'Todos los demás ({{number}}): {{amount}} {{currency}}',
    cs: 'Všichni ostatní ({{number}}): {{amount}} {{currency}}',
  },
  'chart.loss.all': { en: 'All', es: 'Todos', cs: 'Vše' },
  'chart.credits': { en: 'in credit', es: 'saldo acreedor', cs: 'přeplatek' },
} as const satisfies Messages;
