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
  'grid.name.editable': {
    en: '{{title}}, {{rows}} rows. Type to replace a cell, F2 edits it.',
    es: '{{title}}, {{rows}} filas. Escriba para reemplazar una celda; F2 la edita.',
    cs: '{{title}}, řádků: {{rows}}. Psaním buňku přepíšete, F2 ji upraví.',
  },
  'grid.yes': { en: 'Yes', es: 'Sí', cs: 'Ano' },
  'grid.no': { en: 'No', es: 'No', cs: 'Ne' },
  'grid.copy.apart': {
    en: 'These blocks share neither their rows nor their columns, so they make no table. Copy them one after the other.',
    es: 'Estos bloques no comparten ni filas ni columnas, así que no forman una tabla. Cópielos uno tras otro.',
    cs: 'Tyto bloky nemají společné řádky ani sloupce, takže netvoří tabulku. Zkopírujte je jeden po druhém.',
  },
  'grid.addRow': { en: 'Add row', es: 'Añadir fila', cs: 'Přidat řádek' },
  'grid.edit.cell': {
    en: '{{column}}, row {{row}}',
    es: '{{column}}, fila {{row}}',
    cs: '{{column}}, řádek {{row}}',
  },
  'grid.edit.editable': { en: 'Can be edited', es: 'Se puede editar', cs: 'Lze upravit' },
  'grid.edit.required': {
    en: 'Can be edited, required',
    es: 'Se puede editar, obligatorio',
    cs: 'Lze upravit, povinné',
  },
  'grid.edit.column': {
    en: '{{column}} cannot be edited here: it is imported or computed.',
    es: '{{column}} no se edita aquí: es un dato importado o calculado.',
    cs: '{{column}} zde nelze upravit: údaj je importovaný nebo vypočtený.',
  },
  'grid.edit.totals': {
    en: 'Totals are computed and cannot be edited.',
    es: 'Los totales se calculan y no se pueden editar.',
    cs: 'Součty se počítají a nelze je upravit.',
  },
  'grid.edit.tooMany': {
    en: 'Too many cells for one edit ({{cells}}; at most {{max}}). Import a file instead.',
    es: 'Demasiadas celdas para una sola edición ({{cells}}; máximo {{max}}). Importe un archivo.',
    cs: 'Příliš mnoho buněk pro jednu úpravu ({{cells}}; nejvýše {{max}}). Importujte soubor.',
  },
  'grid.edit.nothing': {
    en: 'Nothing to change.',
    es: 'No hay nada que cambiar.',
    cs: 'Není co měnit.',
  },
  'grid.edit.failed': {
    en: 'Nothing was changed: {{message}}',
    es: 'No se ha cambiado nada: {{message}}',
    cs: 'Nic se nezměnilo: {{message}}',
  },
  'grid.edited': {
    en: { one: '{{count}} cell changed.', other: '{{count}} cells changed.' },
    es: { one: '{{count}} celda modificada.', other: '{{count}} celdas modificadas.' },
    cs: {
      one: 'Změněna {{count}} buňka.',
      few: 'Změněny {{count}} buňky.',
      other: 'Změněno {{count}} buněk.',
    },
  },
  'grid.replaced': {
    en: { one: 'Replaced in {{count}} cell.', other: 'Replaced in {{count}} cells.' },
    es: { one: 'Reemplazado en {{count}} celda.', other: 'Reemplazado en {{count}} celdas.' },
    cs: {
      one: 'Nahrazeno v {{count}} buňce.',
      few: 'Nahrazeno ve {{count}} buňkách.',
      other: 'Nahrazeno v {{count}} buňkách.',
    },
  },
  'grid.added': {
    en: { one: '{{count}} row added.', other: '{{count}} rows added.' },
    es: { one: '{{count}} fila añadida.', other: '{{count}} filas añadidas.' },
    cs: {
      one: 'Přidán {{count}} řádek.',
      few: 'Přidány {{count}} řádky.',
      other: 'Přidáno {{count}} řádků.',
    },
  },
  'grid.rejected': {
    en: {
      one: '{{count}} value not taken; it is listed below.',
      other: '{{count}} values not taken; they are listed below.',
    },
    es: {
      one: '{{count}} valor rechazado; figura abajo.',
      other: '{{count}} valores rechazados; figuran abajo.',
    },
    cs: {
      one: '{{count}} hodnota nebyla přijata; je uvedena níže.',
      few: '{{count}} hodnoty nebyly přijaty; jsou uvedeny níže.',
      other: '{{count}} hodnot nebylo přijato; jsou uvedeny níže.',
    },
  },
  'grid.rejects.title': {
    en: { one: '{{count}} value not taken', other: '{{count}} values not taken' },
    es: { one: '{{count}} valor rechazado', other: '{{count}} valores rechazados' },
    cs: {
      one: '{{count}} nepřijatá hodnota',
      few: '{{count}} nepřijaté hodnoty',
      other: '{{count}} nepřijatých hodnot',
    },
  },
  'grid.rejects.line': { en: 'Line', es: 'Línea', cs: 'Řádek' },
  'grid.rejects.column': { en: 'Column', es: 'Columna', cs: 'Sloupec' },
  'grid.rejects.value': { en: 'Value', es: 'Valor', cs: 'Hodnota' },
  'grid.rejects.reason': { en: 'Reason', es: 'Motivo', cs: 'Důvod' },
  'grid.rejects.copy': { en: 'Copy list', es: 'Copiar lista', cs: 'Kopírovat seznam' },
  'grid.rejects.close': { en: 'Close list', es: 'Cerrar lista', cs: 'Zavřít seznam' },
  'grid.rejects.copied': {
    en: { one: '{{count}} line copied', other: '{{count}} lines copied' },
    es: { one: '{{count}} línea copiada', other: '{{count}} líneas copiadas' },
    cs: {
      one: 'Zkopírován {{count}} řádek',
      few: 'Zkopírovány {{count}} řádky',
      other: 'Zkopírováno {{count}} řádků',
    },
  },
  'grid.rejects.more': {
    en: { one: 'and {{count}} more', other: 'and {{count}} more' },
    es: { one: 'y {{count}} más', other: 'y {{count}} más' },
    cs: { one: 'a {{count}} další', few: 'a {{count}} další', other: 'a {{count}} dalších' },
  },
  'grid.fill.nothing': {
    en: 'There is no cell before this one to fill from.',
    es: 'No hay una celda anterior desde la que rellenar.',
    cs: 'Před touto buňkou není žádná, z níž by se dalo vyplnit.',
  },
  'grid.paste.empty': {
    en: 'There is no text on the clipboard.',
    es: 'No hay texto en el portapapeles.',
    cs: 'Ve schránce není žádný text.',
  },
  'grid.paste.apart': {
    en: 'What was copied does not fit the selected blocks. Select one cell, or blocks of the same size.',
    es: 'Lo copiado no encaja en los bloques seleccionados. Seleccione una celda o bloques del mismo tamaño.',
    cs: 'Zkopírovaná oblast se do vybraných bloků nevejde. Vyberte jednu buňku nebo bloky stejné velikosti.',
  },
  'grid.paste.noColumn': {
    en: 'There is no column here.',
    es: 'Aquí no hay ninguna columna.',
    cs: 'Zde není žádný sloupec.',
  },
  'grid.paste.noRow': {
    en: 'There is no row here, and none can be added.',
    es: 'Aquí no hay ninguna fila, y no se pueden añadir.',
    cs: 'Zde není žádný řádek a nelze jej přidat.',
  },
  'grid.paste.newRowColumn': {
    en: 'This column is not entered in a new row.',
    es: 'Esta columna no se introduce en una fila nueva.',
    cs: 'Tento sloupec se v novém řádku nezadává.',
  },
  'grid.paste.notAdded': {
    en: 'The row was not added.',
    es: 'La fila no se ha añadido.',
    cs: 'Řádek nebyl přidán.',
  },
  'grid.entry.hint': { en: 'New row…', es: 'Fila nueva…', cs: 'Nový řádek…' },
  'grid.entry.cell': {
    en: '{{column}}, new row {{row}}',
    es: '{{column}}, fila nueva {{row}}',
    cs: '{{column}}, nový řádek {{row}}',
  },
  'grid.entry.missing': {
    en: 'The new row still needs: {{columns}}. Esc discards it.',
    es: 'A la fila nueva le falta: {{columns}}. Esc la descarta.',
    cs: 'Novému řádku ještě chybí: {{columns}}. Esc jej zahodí.',
  },
  'grid.entry.discarded': {
    en: 'The new row was discarded.',
    es: 'La fila nueva se ha descartado.',
    cs: 'Nový řádek byl zahozen.',
  },
  'grid.entry.required': {
    en: 'A value is required here.',
    es: 'Aquí hace falta un valor.',
    cs: 'Zde je hodnota povinná.',
  },
  'grid.entry.date': {
    en: 'Not a date. Write day, month and a year of four digits: 31/12/2026, 31 Dec 2026 or 2026-12-31.',
    es: 'No es una fecha. Escriba día, mes y año de cuatro cifras: 31/12/2026 o 2026-12-31.',
    cs: 'Není datum. Zapište den, měsíc a čtyřmístný rok: 31. 12. 2026 nebo 2026-12-31.',
  },
  'grid.entry.dateOrder': {
    en: 'Other dates of this column have the month first, so day and month are in doubt. Write 2026-12-31.',
    es: 'Otras fechas de esta columna llevan el mes delante; día y mes son dudosos. Escriba 2026-12-31.',
    cs: 'Jiná data v tomto sloupci mají nejprve měsíc; den a měsíc jsou nejisté. Zapište 2026-12-31.',
  },
  'grid.entry.number': {
    en: 'Not a number.',
    es: 'No es un número.',
    cs: 'Není číslo.',
  },
  'grid.entry.numberOpen': {
    en: 'Thousands or three decimals? Write it without marks between thousands, or with two decimals.',
    es: '¿Miles o tres decimales? Escríbalo sin separador de miles o con dos decimales.',
    cs: 'Tisíce, nebo tři desetinná místa? Zapište číslo bez oddělovače tisíců nebo se dvěma desetinnými místy.',
  },
  'grid.entry.whole': {
    en: 'Only whole numbers are possible here.',
    es: 'Aquí solo caben números enteros.',
    cs: 'Zde může být jen celé číslo.',
  },
  'grid.entry.decimals': {
    en: {
      one: 'At most {{count}} decimal is possible here.',
      other: 'At most {{count}} decimals are possible here.',
    },
    es: {
      one: 'Aquí cabe como máximo {{count}} decimal.',
      other: 'Aquí caben como máximo {{count}} decimales.',
    },
    cs: {
      one: 'Zde může být nejvýše {{count}} desetinné místo.',
      few: 'Zde mohou být nejvýše {{count}} desetinná místa.',
      other: 'Zde může být nejvýše {{count}} desetinných míst.',
    },
  },
  'grid.entry.currency': {
    en: 'The amount is written in {{typed}}, and this row is in {{expected}}.',
    es: 'El importe está en {{typed}} y esta fila está en {{expected}}.',
    cs: 'Částka je v měně {{typed}}, ale tento řádek je v měně {{expected}}.',
  },
  'grid.entry.yesNo': {
    en: 'Write Yes or No.',
    es: 'Escriba Sí o No.',
    cs: 'Zapište Ano nebo Ne.',
  },
  'grid.entry.choice': {
    en: 'Not in the list. Alt+Down opens it.',
    es: 'No está en la lista. Alt+Abajo la abre.',
    cs: 'Není v seznamu. Otevřete jej klávesami Alt+šipka dolů.',
  },
  'grid.entry.tooLong': {
    en: {
      one: 'Too long: at most {{count}} character.',
      other: 'Too long: at most {{count}} characters.',
    },
    es: {
      one: 'Demasiado largo: máximo {{count}} carácter.',
      other: 'Demasiado largo: máximo {{count}} caracteres.',
    },
    cs: {
      one: 'Příliš dlouhé: nejvýše {{count}} znak.',
      few: 'Příliš dlouhé: nejvýše {{count}} znaky.',
      other: 'Příliš dlouhé: nejvýše {{count}} znaků.',
    },
  },
  'grid.choice.none': { en: 'Nothing fits', es: 'Nada coincide', cs: 'Nic neodpovídá' },
  'grid.choice.more': {
    en: { one: 'and {{count}} more: type to narrow', other: 'and {{count}} more: type to narrow' },
    es: {
      one: 'y {{count}} más: escriba para acotar',
      other: 'y {{count}} más: escriba para acotar',
    },
    cs: {
      one: 'a {{count}} další: psaním výběr zúžíte',
      few: 'a {{count}} další: psaním výběr zúžíte',
      other: 'a {{count}} dalších: psaním výběr zúžíte',
    },
  },
  'grid.replace.with': { en: 'Replace with', es: 'Reemplazar por', cs: 'Nahradit čím' },
  'grid.replace.one': { en: 'Replace', es: 'Reemplazar', cs: 'Nahradit' },
  'grid.replace.all': { en: 'Replace all', es: 'Reemplazar todo', cs: 'Nahradit vše' },
} as const satisfies Messages;
