import type { Messages } from '../message';

/** The grid: its tools, find, and what it says about a selection. */
export const gridMessages = {
  'grid.name': {
    en: '{{title}}, {{rows}} rows. Enter opens the figure in the cell.',
    es: '{{title}}, {{rows}} filas. Intro abre la cifra de la celda.',
    cs: '{{title}}, řádků: {{rows}}. Enter otevře údaj v buňce.',
  },
  'grid.rows': {
    en: { one: '{{count}} row', other: '{{count}} rows' },
    es: { one: '{{count}} fila', other: '{{count}} filas' },
    cs: { one: '{{count}} řádek', few: '{{count}} řádky', other: '{{count}} řádků' },
  },
  'grid.columns': { en: 'Columns', es: 'Columnas', cs: 'Sloupce' },
  'grid.column.pin': {
    en: 'Freeze {{column}}',
    es: 'Inmovilizar {{column}}',
    cs: 'Ukotvit {{column}}',
  },
  'grid.column.showAll': { en: 'Show all', es: 'Mostrar todas', cs: 'Zobrazit vše' },
  'grid.column.reset': {
    en: 'As the report has them',
    es: 'Como en el informe',
    cs: 'Podle sestavy',
  },
  'grid.explain': { en: 'Explain row', es: 'Explicar fila', cs: 'Vysvětlit řádek' },
  'grid.find': { en: 'Find', es: 'Buscar', cs: 'Najít' },
  'grid.find.placeholder': {
    en: 'Find in all rows',
    es: 'Buscar en todas las filas',
    cs: 'Hledat ve všech řádcích',
  },
  'grid.find.next': { en: 'Next', es: 'Siguiente', cs: 'Další' },
  'grid.find.previous': { en: 'Previous', es: 'Anterior', cs: 'Předchozí' },
  'grid.find.close': { en: 'Close', es: 'Cerrar', cs: 'Zavřít' },
  'grid.find.searching': {
    en: 'Searching… {{done}} of {{rows}} rows',
    es: 'Buscando… {{done}} de {{rows}} filas',
    cs: 'Hledá se… {{done}} z {{rows}} řádků',
  },
  'grid.find.none': { en: 'Not found', es: 'Sin coincidencias', cs: 'Nenalezeno' },
  'grid.find.found': {
    en: 'Row {{row}} of {{rows}}',
    es: 'Fila {{row}} de {{rows}}',
    cs: 'Řádek {{row}} z {{rows}}',
  },
  'grid.copied': {
    en: { one: '{{count}} cell copied', other: '{{count}} cells copied' },
    es: { one: '{{count}} celda copiada', other: '{{count}} celdas copiadas' },
    cs: {
      one: 'Zkopírována {{count}} buňka',
      few: 'Zkopírovány {{count}} buňky',
      other: 'Zkopírováno {{count}} buněk',
    },
  },
  'grid.copy.tooMany': {
    en: 'Too many cells to copy ({{cells}}; at most {{max}}). Use Export for all rows.',
    es: 'Demasiadas celdas para copiar ({{cells}}; máximo {{max}}). Use Exportar para todas las filas.',
    cs: 'Příliš mnoho buněk ke kopírování ({{cells}}; nejvýše {{max}}). Pro všechny řádky použijte Export.',
  },
  'grid.copy.failed': {
    en: 'The browser did not allow copying. Click the grid and press Ctrl+C again.',
    es: 'El navegador no permitió copiar. Haga clic en la tabla y pulse Ctrl+C otra vez.',
    cs: 'Prohlížeč kopírování nepovolil. Klikněte do tabulky a stiskněte znovu Ctrl+C.',
  },
  'grid.empty': { en: 'No rows', es: 'Sin filas', cs: 'Žádné řádky' },
  'grid.loading': { en: 'Loading…', es: 'Cargando…', cs: 'Načítá se…' },
  'grid.failed': {
    en: 'The rows could not be read.',
    es: 'No se pudieron leer las filas.',
    cs: 'Řádky se nepodařilo načíst.',
  },
  'grid.retry': { en: 'Try again', es: 'Reintentar', cs: 'Zkusit znovu' },
  'grid.total': { en: 'Total', es: 'Total', cs: 'Celkem' },
  'grid.selection.cells': {
    en: { one: '{{count}} cell', other: '{{count}} cells' },
    es: { one: '{{count}} celda', other: '{{count}} celdas' },
    cs: { one: '{{count}} buňka', few: '{{count}} buňky', other: '{{count}} buněk' },
  },
  'grid.selection.sum': { en: 'Sum {{amount}}', es: 'Suma {{amount}}', cs: 'Součet {{amount}}' },
  'grid.selection.average': {
    en: 'Average {{amount}}',
    es: 'Promedio {{amount}}',
    cs: 'Průměr {{amount}}',
  },
} as const satisfies Messages;
