import type { Messages } from '../message';

/** The words of backups, and of events that colleagues exchange. */
export const backupMessages = {
  'backup.title': { en: 'Backup', es: 'Copia de seguridad', cs: 'Záloha' },
  'backup.what': {
    en: 'One file with everything: imported files, journal, views. It opens on any machine and gives the same reports.',
    es: 'Un archivo con todo: archivos importados, diario, vistas. Se abre en cualquier equipo y da los mismos informes.',
    cs: 'Jeden soubor se vším: importované soubory, deník, pohledy. Otevře se na každém počítači a dá stejné sestavy.',
  },
  'backup.passphrase': {
    en: 'Passphrase (optional)',
    es: 'Contraseña (opcional)',
    cs: 'Heslo (nepovinné)',
  },
  'backup.passphraseAgain': {
    en: 'Passphrase again',
    es: 'Repita la contraseña',
    cs: 'Heslo znovu',
  },
  'backup.passphrasesDiffer': {
    en: 'The two are not the same.',
    es: 'No coinciden.',
    cs: 'Hesla se neshodují.',
  },
  'backup.passphraseHint': {
    en: 'Without it nobody can read the file: we cannot recover it.',
    es: 'Sin ella nadie puede leer el archivo: no podemos recuperarla.',
    cs: 'Bez něj soubor nikdo nepřečte: obnovit jej nelze.',
  },
  'backup.noPassphrase': {
    en: 'Without a passphrase whoever has the file can read it.',
    es: 'Sin contraseña, quien tenga el archivo puede leerlo.',
    cs: 'Bez hesla soubor přečte každý, kdo jej má.',
  },
  'backup.save': { en: 'Save a backup', es: 'Guardar copia', cs: 'Uložit zálohu' },
  'backup.restore': { en: 'Restore a backup', es: 'Restaurar copia', cs: 'Obnovit ze zálohy' },
  'backup.now': { en: 'Back up', es: 'Hacer copia', cs: 'Zálohovat' },
  'backup.later': { en: 'Tomorrow', es: 'Mañana', cs: 'Zítra' },
  'backup.progress': {
    en: '{{done}} of {{total}}',
    es: '{{done}} de {{total}}',
    cs: '{{done}} z {{total}}',
  },
  'backup.saved': {
    en: 'Saved as {{file}} ({{size}})',
    es: 'Guardado como {{file}} ({{size}})',
    cs: 'Uloženo jako {{file}} ({{size}})',
  },
  'backup.restored': {
    en: '“{{name}}” is restored as it was on {{date}}, as a workspace of its own.',
    es: '«{{name}}» se ha restaurado como estaba el {{date}}, como espacio propio.',
    cs: '„{{name}}“ je obnoven ve stavu ze dne {{date}} jako samostatný prostor.',
  },
  'backup.last': {
    en: 'Last backup: {{date}}',
    es: 'Última copia: {{date}}',
    cs: 'Poslední záloha: {{date}}',
  },
  'backup.none': {
    en: 'No backup was saved here yet.',
    es: 'Aquí todavía no se ha guardado ninguna copia.',
    cs: 'Zatím zde nebyla uložena žádná záloha.',
  },
  'backup.needsPassphrase': {
    en: 'This backup is encrypted: enter its passphrase.',
    es: 'Esta copia está cifrada: escriba su contraseña.',
    cs: 'Tato záloha je šifrovaná: zadejte její heslo.',
  },
  'backup.itsPassphrase': {
    en: 'Passphrase of {{file}}',
    es: 'Contraseña de {{file}}',
    cs: 'Heslo souboru {{file}}',
  },
  'backup.reminder': {
    en: {
      one: '{{count}} event is in no backup yet.',
      other: '{{count}} events are in no backup yet.',
    },
    es: {
      one: '{{count}} evento no está en ninguna copia.',
      other: '{{count}} eventos no están en ninguna copia.',
    },
    cs: {
      one: '{{count}} událost ještě není v žádné záloze.',
      few: '{{count}} události ještě nejsou v žádné záloze.',
      other: '{{count}} událostí ještě není v žádné záloze.',
    },
  },
  'backup.problem.not_a_backup': {
    en: 'This file is no backup of Saldo.',
    es: 'Este archivo no es una copia de Saldo.',
    cs: 'Tento soubor není zálohou programu Saldo.',
  },
  'backup.problem.newer': {
    en: 'It was written by a later version of Saldo: restore it with that one.',
    es: 'La escribió una versión posterior de Saldo: restáurela con ella.',
    cs: 'Zapsala ji novější verze programu Saldo: obnovte ji v ní.',
  },
  'backup.problem.needs_passphrase': {
    en: 'This backup is encrypted: enter its passphrase.',
    es: 'Esta copia está cifrada: escriba su contraseña.',
    cs: 'Tato záloha je šifrovaná: zadejte její heslo.',
  },
  'backup.problem.wrong_passphrase': {
    en: 'This is not its passphrase.',
    es: 'Esta no es su contraseña.',
    cs: 'Toto není její heslo.',
  },
  'backup.problem.damaged': {
    en: 'The file is damaged or incomplete; nothing of it was kept. Fetch it again, or take an older backup.',
    es: 'El archivo está dañado o incompleto; no se ha conservado nada de él. Cópielo de nuevo o use una copia anterior.',
    cs: 'Soubor je poškozený nebo neúplný; nic z něj nebylo převzato. Pořiďte jej znovu, nebo použijte starší zálohu.',
  },
  'backup.problem.too_costly': {
    en: 'The file asks for more memory or time than any backup of Saldo: it was refused.',
    es: 'El archivo pide más memoria o tiempo que cualquier copia de Saldo: se ha rechazado.',
    cs: 'Soubor žádá více paměti nebo času než kterákoli záloha programu Saldo: byl odmítnut.',
  },
  'backup.problem.too_large': {
    en: 'The file is larger than any backup of Saldo: it was refused.',
    es: 'El archivo es mayor que cualquier copia de Saldo: se ha rechazado.',
    cs: 'Soubor je větší než kterákoli záloha programu Saldo: byl odmítnut.',
  },
  'backup.problem.full': {
    en: 'There is no room for it: free some disk space or delete a workspace, then try again. Nothing of it was kept.',
    es: 'No hay espacio para ella: libere espacio o elimine un espacio de trabajo e inténtelo de nuevo. No se ha conservado nada.',
    cs: 'Není pro ni místo: uvolněte místo nebo smažte některý prostor a zkuste to znovu. Nic z ní nebylo převzato.',
  },
  'backup.problem.cancelled': {
    en: 'Cancelled; nothing was kept.',
    es: 'Cancelado; no se ha conservado nada.',
    cs: 'Zrušeno; nic nebylo převzato.',
  },
  'exchange.title': {
    en: 'Between colleagues',
    es: 'Entre compañeros',
    cs: 'Mezi kolegy',
  },
  'exchange.what': {
    en: 'Restore one backup on each machine, work, and exchange a file of events: everybody’s edits then stand on both, with who and when. The file is not encrypted and may hold personal data.',
    es: 'Restaure una misma copia en cada equipo, trabajen e intercambien un archivo de eventos: las ediciones de todos quedan en ambos, con quién y cuándo. El archivo no va cifrado y puede contener datos personales.',
    cs: 'Obnovte na každém počítači tutéž zálohu, pracujte a vyměňte si soubor událostí: úpravy všech pak platí na obou, s tím kdo a kdy. Soubor není šifrovaný a může obsahovat osobní údaje.',
  },
  'exchange.saveNew': {
    en: 'Save events since the last exchange',
    es: 'Guardar eventos desde el último intercambio',
    cs: 'Uložit události od poslední výměny',
  },
  'exchange.saveAll': {
    en: 'Save all events',
    es: 'Guardar todos los eventos',
    cs: 'Uložit všechny události',
  },
  'exchange.choose': {
    en: 'Take a colleague’s events over',
    es: 'Incorporar eventos de un compañero',
    cs: 'Převzít události kolegy',
  },
  'exchange.incoming': {
    en: {
      one: '{{person}} sends {{count}} event that is not here yet.',
      other: '{{person}} sends {{count}} events that are not here yet.',
    },
    es: {
      one: '{{person}} envía {{count}} evento que aún no está aquí.',
      other: '{{person}} envía {{count}} eventos que aún no están aquí.',
    },
    cs: {
      one: '{{person}} posílá {{count}} událost, která tu ještě není.',
      few: '{{person}} posílá {{count}} události, které tu ještě nejsou.',
      other: '{{person}} posílá {{count}} událostí, které tu ještě nejsou.',
    },
  },
  'exchange.somebody': { en: 'A colleague', es: 'Un compañero', cs: 'Kolega' },
  'exchange.noConflicts': {
    en: 'Nothing of it stands against what was done here.',
    es: 'Nada de ello se opone a lo hecho aquí.',
    cs: 'Nic z toho není v rozporu s tím, co bylo uděláno zde.',
  },
  'exchange.conflicts': {
    en: 'Both changed these; choose what is to stand:',
    es: 'Ambos cambiaron esto; elija lo que debe quedar:',
    cs: 'Toto změnili oba; zvolte, co má platit:',
  },
  'exchange.place': { en: 'What', es: 'Qué', cs: 'Co' },
  'exchange.mine': { en: 'Mine', es: 'Lo mío', cs: 'Moje' },
  'exchange.theirs': { en: 'Theirs', es: 'Lo suyo', cs: 'Kolegovo' },
  'exchange.fieldOf': {
    en: '{{field}} of {{record}}',
    es: '{{field}} de {{record}}',
    cs: '{{field}} · {{record}}',
  },
  'exchange.fieldSince': {
    en: '{{field}} of {{record}}, from {{date}}',
    es: '{{field}} de {{record}}, desde {{date}}',
    cs: '{{field}} · {{record}}, od {{date}}',
  },
  'exchange.view': { en: 'View “{{name}}”', es: 'Vista «{{name}}»', cs: 'Pohled „{{name}}“' },
  'exchange.asImported': { en: 'As imported', es: 'Como se importó', cs: 'Dle importu' },
  'exchange.blank': { en: '(blank)', es: '(en blanco)', cs: '(prázdné)' },
  'exchange.gone': { en: 'None', es: 'Ninguno', cs: 'Žádné' },
  'exchange.kept': { en: 'Imported', es: 'Importado', cs: 'Importováno' },
  'exchange.own': { en: 'Its own', es: 'La suya', cs: 'Vlastní' },
  'exchange.apply': { en: 'Take over', es: 'Incorporar', cs: 'Převzít' },
  'exchange.reason': {
    en: 'Decided between colleagues',
    es: 'Decidido entre compañeros',
    cs: 'Rozhodnuto mezi kolegy',
  },
  'exchange.done': {
    en: {
      one: '{{count}} event was taken over.',
      other: '{{count}} events were taken over.',
    },
    es: {
      one: 'Se ha incorporado {{count}} evento.',
      other: 'Se han incorporado {{count}} eventos.',
    },
    cs: {
      one: '{{count}} událost byla převzata.',
      few: '{{count}} události byly převzaty.',
      other: '{{count}} událostí bylo převzato.',
    },
  },
  'exchange.problem.not_events': {
    en: 'This file holds no events of Saldo.',
    es: 'Este archivo no contiene eventos de Saldo.',
    cs: 'Tento soubor neobsahuje události programu Saldo.',
  },
  'exchange.problem.newer': {
    en: 'It was written by a later version of Saldo: take it over with that one.',
    es: 'Lo escribió una versión posterior de Saldo: incorpórelo con ella.',
    cs: 'Zapsala jej novější verze programu Saldo: převezměte jej v ní.',
  },
  'exchange.problem.damaged': {
    en: 'The file is damaged or was changed; nothing of it was taken. Ask for it again.',
    es: 'El archivo está dañado o fue modificado; no se ha tomado nada. Pídalo de nuevo.',
    cs: 'Soubor je poškozený nebo byl změněn; nic z něj nebylo převzato. Vyžádejte si jej znovu.',
  },
  'exchange.problem.too_large': {
    en: 'The file would be too large: save the events since the last exchange, or send a backup.',
    es: 'El archivo sería demasiado grande: guarde los eventos desde el último intercambio o envíe una copia.',
    cs: 'Soubor by byl příliš velký: uložte události od poslední výměny, nebo pošlete zálohu.',
  },
  'exchange.problem.other_workspace': {
    en: 'It is about another workspace: both must come from the same backup.',
    es: 'Trata de otro espacio: ambos deben venir de la misma copia.',
    cs: 'Týká se jiného prostoru: oba musí pocházet z téže zálohy.',
  },
  'exchange.problem.gap': {
    en: 'Events {{from}} to {{to}} by {{person}} are missing: ask for a file with all events.',
    es: 'Faltan los eventos {{from}} a {{to}} de {{person}}: pida un archivo con todos los eventos.',
    cs: 'Chybí události {{from}} až {{to}}, autor {{person}}: vyžádejte si soubor se všemi událostmi.',
  },
  'exchange.problem.forked': {
    en: 'Two copies of a workspace wrote as the same author, so their events cannot stand in one row. Restore a backup for each colleague instead of copying.',
    es: 'Dos copias de un espacio escribieron como el mismo autor, y sus eventos no pueden seguirse. Restaure una copia de seguridad para cada compañero en vez de duplicar.',
    cs: 'Dvě kopie prostoru zapisovaly jako týž autor, takže jejich události nejdou za sebe. Místo kopírování obnovte každému kolegovi zálohu.',
  },
  'exchange.problem.needs_import': {
    en: 'Import {{files}} here first: the events build on it, and a file of events carries no files.',
    es: 'Importe antes aquí {{files}}: los eventos se basan en ello, y un archivo de eventos no lleva archivos.',
    cs: 'Nejprve zde importujte {{files}}: události na tom stojí a soubor událostí žádné soubory nenese.',
  },
  'exchange.problem.keys_differ': {
    en: 'Both of you wrote personal fields of customer {{customer}} for the first time, each under a key of its own. Exchange a backup instead.',
    es: 'Ambos escribieron por primera vez datos personales del cliente {{customer}}, cada uno con su clave. Intercambien una copia de seguridad.',
    cs: 'Oba jste poprvé zapsali osobní údaje zákazníka {{customer}}, každý pod vlastním klíčem. Vyměňte si místo toho zálohu.',
  },
  'exchange.problem.nothing_new': {
    en: 'There is nothing new in it.',
    es: 'No hay nada nuevo.',
    cs: 'Není v tom nic nového.',
  },
  'exchange.problem.undecided': {
    en: 'Something was edited here meanwhile and stands against it: look at the list again.',
    es: 'Entretanto se editó aquí algo que se opone: revise de nuevo la lista.',
    cs: 'Mezitím zde bylo upraveno něco, co je s tím v rozporu: projděte seznam znovu.',
  },
} as const satisfies Messages;
