import type { Messages } from '../message';

/** Exports: formats, the About sheet, limits. */
export const exportMessages = {
  'export.csv': { en: 'CSV', es: 'CSV', cs: 'CSV' },
  'export.xlsx': { en: 'Excel (XLSX)', es: 'Excel (XLSX)', cs: 'Excel (XLSX)' },
  'export.sheet.about': { en: 'About', es: 'Acerca de', cs: 'O sestavě' },
  'export.about.report': { en: 'Report', es: 'Informe', cs: 'Sestava' },
  'export.about.reportId': { en: 'Report id', es: 'Id. del informe', cs: 'Id sestavy' },
  'export.about.params': { en: 'Parameters', es: 'Parámetros', cs: 'Parametry' },
  'export.about.period': { en: 'Period', es: 'Periodo', cs: 'Období' },
  'export.about.policy': { en: 'Policy', es: 'Política', cs: 'Pravidla' },
  'export.about.horizon': { en: 'Completeness', es: 'Integridad', cs: 'Úplnost' },
  'export.about.filters': { en: 'Filters', es: 'Filtros', cs: 'Filtry' },
  'export.about.sources': { en: 'Sources', es: 'Orígenes', cs: 'Zdroje' },
  'export.about.rowCount': { en: 'Rows', es: 'Filas', cs: 'Řádky' },
  'export.about.controlTotals': {
    en: 'Control totals',
    es: 'Totales de control',
    cs: 'Kontrolní součty',
  },
  'export.about.tieOuts': { en: 'Tie-outs', es: 'Cuadres', cs: 'Odsouhlasení' },
  'export.about.left': { en: 'Left', es: 'Izquierda', cs: 'Vlevo' },
  'export.about.right': { en: 'Right', es: 'Derecha', cs: 'Vpravo' },
  'export.about.version': { en: 'Version', es: 'Versión', cs: 'Verze' },
  'export.about.state': { en: 'State', es: 'Estado', cs: 'Stav' },
  'export.tooManyRows': {
    en: '{{format}} holds at most {{max}} rows here; this report has {{rows}}. Filter it, or export CSV.',
    es: '{{format}} admite aquí {{max}} filas como máximo; este informe tiene {{rows}}. Fíltrelo o exporte CSV.',
    cs: '{{format}} zde pojme nejvýše {{max}} řádků; sestava jich má {{rows}}. Vyfiltrujte ji, nebo použijte CSV.',
  },
} as const satisfies Messages;
