import type { Messages } from '../message';

/** Two agings side by side. */
export const whatIfMessages = {
  'report.what-if.title': { en: 'What if', es: 'Y si…', cs: 'Co kdyby' },
  'explain.whatIf': {
    en: 'Two agings side by side: of two dates, or under two policies. From the first to the second one thing is changed at a time, in the order shown, and each line says what that moves between the buckets: the lines between add up to the difference. By a dimension, each row has both totals and the difference by bucket. Both agings tie on their own.',
    es: 'Dos antigüedades lado a lado: de dos fechas o con dos criterios. De la primera a la segunda se cambia una cosa cada vez, en el orden que se ve, y cada línea dice qué mueve entre los tramos: las líneas intermedias suman la diferencia. Por una dimensión, cada fila tiene ambos totales y la diferencia por tramo. Las dos cuadran por sí mismas.',
    cs: 'Dvě věkové struktury vedle sebe: ke dvěma dnům, nebo podle dvou pravidel. Od první ke druhé se mění vždy jedna věc, v zobrazeném pořadí, a každý řádek říká, co přesune mezi pásmy: řádky mezi nimi dávají rozdíl. Podle dimenze má každý řádek oba součty a rozdíl po pásmech. Obě souhlasí samy o sobě.',
  },
  'column.whatIf.first': { en: 'First', es: 'Primera', cs: 'První' },
  'column.whatIf.second': { en: 'Second', es: 'Segunda', cs: 'Druhá' },
  'whatIf.first': { en: 'First', es: 'Primera', cs: 'První' },
  'whatIf.second': { en: 'Second', es: 'Segunda', cs: 'Druhá' },
  'whatIf.asOf': { en: 'Date', es: 'Fecha', cs: 'Den' },
  'whatIf.basis': { en: 'Basis of days', es: 'Base de los días', cs: 'Základ dnů' },
  'whatIf.dueDate': { en: 'Due dates', es: 'Vencimientos', cs: 'Splatnosti' },
  'whatIf.disputed': { en: 'Disputed items', es: 'Partidas en disputa', cs: 'Sporné položky' },
  'whatIf.links': {
    en: 'How credits are applied',
    es: 'Cómo se aplican los abonos',
    cs: 'Jak se započítávají kredity',
  },
  'whatIf.credits': {
    en: 'Where credits stand',
    es: 'Dónde figuran los abonos',
    cs: 'Kde kredity stojí',
  },
  'whatIf.attributes': { en: 'Attributes', es: 'Atributos', cs: 'Atributy' },
  'analysis.secondDate': { en: 'Second date', es: 'Segunda fecha', cs: 'Druhý den' },
  'analysis.secondPolicy': { en: 'Second:', es: 'Segunda:', cs: 'Druhá:' },
  'export.about.secondPolicy': {
    en: 'Second policy',
    es: 'Segunda política',
    cs: 'Druhá pravidla',
  },
  'analysis.byCause': { en: 'Causes', es: 'Causas', cs: 'Příčiny' },
  'tieOut.open-items-second': {
    en: 'Second: open items',
    es: 'Segunda: partidas abiertas',
    cs: 'Druhá: otevřené položky',
  },
  'tieOut.general-ledger-second': {
    en: 'Second: general ledger',
    es: 'Segunda: contabilidad general',
    cs: 'Druhá: hlavní kniha',
  },
} as const satisfies Messages;
