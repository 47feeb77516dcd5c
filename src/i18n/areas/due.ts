import type { Messages } from '../message';

/** What falls due when, and the discount for early payment that is still to be had. */
export const dueMessages = {
  'report.due-dates.title': { en: 'Due dates', es: 'Vencimientos', cs: 'Splatnosti' },
  'analysis.dueFrom': { en: 'Due from', es: 'Vence desde el', cs: 'Splatné od' },
  'analysis.dueUntil': { en: 'Due until', es: 'Vence hasta el', cs: 'Splatné do' },
  'analysis.by.item': { en: 'Item', es: 'Partida', cs: 'Položka' },
  'analysis.by.week': { en: 'Week', es: 'Semana', cs: 'Týden' },
  'analysis.by.month': { en: 'Month', es: 'Mes', cs: 'Měsíc' },
  'explain.dueDates': {
    en: 'Each open debit, or each of its instalments, with the day on which it falls due; fewer than 0 days are days overdue. Weeks begin on Monday, and everything overdue is one group. A last day leaves out what falls due later, never what is overdue. Credits are not due to us and are no rows: the tie-out names what they come to. The discount is what may still be deducted up to its date: what the document or its terms give, less what was taken of it, once a document, beside the part that is due first.',
    es: 'Cada cargo abierto, o cada uno de sus plazos, con el día en que vence; menos de 0 días son días de mora. Las semanas empiezan en lunes y todo lo vencido forma un solo grupo. Una fecha final deja fuera lo que vence después, nunca lo vencido. Los abonos no nos los debe nadie y no son filas: el cuadre indica a cuánto ascienden. El descuento es lo que aún se puede deducir hasta su fecha: lo que dan el documento o sus condiciones menos lo ya aplicado, una vez por documento, junto al plazo que vence primero.',
    cs: 'Každá otevřená pohledávka, nebo každá její splátka, se dnem splatnosti; méně než 0 dní jsou dny po splatnosti. Týden začíná pondělím a vše po splatnosti je jedna skupina. Poslední den vynechá to, co je splatné později, nikdy to, co už je po splatnosti. Dobropisy a platby nám nikdo nedluží a řádky nemají: jejich součet uvádí odsouhlasení. Skonto je to, co lze ještě do jeho data odečíst: co dává doklad nebo jeho platební podmínky, po odečtení již uplatněného, jednou za doklad u části splatné nejdříve.',
  },
  'column.daysToDue': {
    en: 'Days to due',
    es: 'Días hasta el vencimiento',
    cs: 'Dny do splatnosti',
  },
  'column.discountDate': { en: 'Discount until', es: 'Descuento hasta', cs: 'Skonto do' },
  'column.discountLeft': {
    en: 'Discount left',
    es: 'Descuento disponible',
    cs: 'Zbývající skonto',
  },
  'column.dueState': { en: 'Falls due', es: 'Situación', cs: 'Stav' },
  'column.dueFrom': { en: 'Due from', es: 'Vence desde', cs: 'Splatné od' },
  'column.dueTo': { en: 'Due to', es: 'Vence hasta', cs: 'Splatné do' },
  'dueState.overdue': { en: 'Overdue', es: 'Vencido', cs: 'Po splatnosti' },
  'dueState.due': { en: 'To fall due', es: 'Por vencer', cs: 'Před splatností' },
  'tieOut.due-dates': {
    en: 'Due, left out and credits against movements',
    es: 'Vencimientos, lo excluido y abonos frente a movimientos',
    cs: 'Splatné, vynechané a kredity proti pohybům',
  },
  'tieOut.credits': {
    en: 'Open credits, which are not due to us, against their movements',
    es: 'Abonos pendientes, que no nos deben, frente a sus movimientos',
    cs: 'Otevřené kredity, které nám nikdo nedluží, proti jejich pohybům',
  },
} as const satisfies Messages;
