import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '../../src/headless/source';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bring, refusal, stateOf } from './workbench';

const header = 'Invoice,Customer,Date,Due date,Amount,Currency';
const good = `${header}
F-1,Ferrer,2026-09-15,2026-10-15,100.00,EUR
F-2,Beltrán,2026-08-01,2026-08-31,250.00,EUR
`;
const row = (n: number, text = 'Ferrer') => `G-${n},${text},2026-09-15,2026-10-15,1.00,EUR`;
const rows = (count: number, text?: string) =>
  Array.from({ length: count }, (_, n) => row(n, text)).join('\n');
const png = Uint8Array.of(
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0a, 0x49, 0x44],
);
/** Latin text as the bytes of its characters, so that a test can write broken UTF-8. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const large = 'x'.repeat(10_000_000);

interface Bad {
  readonly what: string;
  readonly content: () => BlobPart | Blob;
  readonly says: string;
}

const bad: readonly Bad[] = [
  {
    what: 'an empty file',
    content: () => '',
    says: 'bad.csv: the file is empty; export it again',
  },
  {
    what: 'a file of blank lines',
    content: () => '\n  \r\n\n',
    says: 'bad.csv: the file is empty; export it again',
  },
  {
    what: 'a header and no row',
    content: () => `${header}\n`,
    says: 'bad.csv, line 1: there is a header but no row below it; export it again with data',
  },
  {
    what: 'a header and blank lines',
    content: () => `${header}\n\n  \n\n`,
    says: 'bad.csv, line 1: there is a header but no row below it; export it again with data',
  },
  {
    what: 'a header and lines of separators, as spreadsheets leave them',
    content: () => `${header}\n,,,,,\n,,,,,\n`,
    says: 'bad.csv, line 1: there is a header but no row below it; export it again with data',
  },
  {
    what: 'a title, a blank line and a header without data',
    content: () => `Open items at 31 October\n\n${header}\n`,
    says: 'bad.csv, line 3: there is a header but no row below it; export it again with data',
  },
  {
    what: 'data without a header',
    content: () => '1001,2026-01-01,100.00\n1002,2026-01-02,200.00\n',
    says: 'bad.csv: the columns are not known; state what they are with --mapping',
  },
  {
    what: 'a picture',
    content: () => png,
    says: 'bad.csv: this is no text; give a CSV export',
  },
  {
    what: 'a workbook that was renamed to .csv',
    content: () => bytes(`PK\x03\x04\x14\x00\x06\x00\x08\x00${'\x00!\x9e\x01'.repeat(40)}`),
    says: 'bad.csv: this is no text; give a CSV export',
  },
  {
    what: 'a NUL far behind the part that is looked at first',
    content: () => `${header}\n${rows(9_000)}\nG-\0,Ferrer,2026-09-15,2026-10-15,1.00,EUR\n`,
    says: 'bad.csv, line 9002: this is no text; give a CSV export',
  },
  {
    what: 'UTF-8 with a broken byte far behind the part that is looked at first',
    content: () =>
      new Blob([
        utf8(`${header}\n${rows(9_000, 'Peñarrubia')}\n`),
        bytes(`${row(9_001, 'Pe\xf1a')}\n`),
        utf8(`${rows(100)}\n`),
      ]),
    says: 'bad.csv, line 9002: the bytes are not UTF-8; save the file as UTF-8',
  },
  {
    what: 'UTF-8 with one broken byte near its start',
    content: () =>
      new Blob([
        utf8(`${header}\n${rows(20, 'Peñarrubia')}\n`),
        bytes(`${row(21, 'Pe\xf1a')}\n`),
        utf8(`${rows(5, 'Žďár')}\n`),
      ]),
    says: 'bad.csv, line 22: the bytes are not UTF-8; save the file as UTF-8',
  },
  {
    what: 'a cell of ten million letters',
    content: () => `${header}\n${row(1)}\nG-2,${large},2026-09-15,2026-10-15,1.00,EUR\n`,
    says: 'bad.csv, line 3: a cell is larger than 1000000 bytes (limit cellBytesMax); look for a quotation mark that is never closed',
  },
  {
    what: 'a quoted cell of ten million letters and line ends',
    content: () =>
      `${header}\n${row(1)}\nG-2,"${large.slice(0, 9_000_000)}${'abc\n'.repeat(250_000)}",2026-09-15,2026-10-15,1.00,EUR\n`,
    says: 'bad.csv, line 3: a cell is larger than 1000000 bytes (limit cellBytesMax); look for a quotation mark that is never closed',
  },
  {
    what: 'a header of ten million letters',
    content: () => `${header},${large}\n${row(1)},\n`,
    says: 'bad.csv, line 1: a cell is larger than 1000000 bytes (limit cellBytesMax); look for a quotation mark that is never closed',
  },
  {
    what: 'a quotation mark that is never closed',
    content: () =>
      `${header}\n${row(1)}\nG-2,"Ferrer,2026-09-15,2026-10-15,1.00,EUR\n${rows(50)}\n`,
    says: 'bad.csv, line 3: a quotation mark opens a cell here and does not close it; close it, or double it where it belongs to the text',
  },
  {
    what: 'columns that mean nothing here',
    content: () => 'Species,Legs\nant,6\nspider,8\n',
    says: 'bad.csv, line 1: the columns are not known; state what they are with --mapping',
  },
  {
    what: 'hostile headers',
    content: () => '__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n',
    says: 'bad.csv, line 1: the columns are not known; state what they are with --mapping',
  },
  {
    what: 'more columns than a person makes',
    content: () => `${Array.from({ length: 1_001 }, (_, i) => `c${i}`).join(',')}\n`,
    says: 'bad.csv, line 1: there are at least 1001 columns, more than 1000 (limit columnsMax); export only those needed',
  },
  {
    what: 'nothing but a date that does not exist',
    content: () => `${header}\nG-1,Ferrer,31/02/2026,31/03/2026,1.00,EUR\n`,
    says: 'bad.csv, line 2: none of 1 rows can be taken; document_date “31/02/2026” cannot be read; correct it',
  },
];

let session: Session;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-bad-'));
  session = await openSession();
  await bring(session, 'good.csv', good);
});
afterAll(async () => {
  await session.close();
  await rm(folder, { recursive: true });
});

describe('a bad file gets one clear line, and the ledger stays as it was', () => {
  it.each(bad)('$what', async ({ content, says }) => {
    const before = await stateOf(session);
    expect(await refusal(bring(session, 'bad.csv', content()))).toBe(says);
    expect(await stateOf(session)).toBe(before);
  });

  it('the same file once more', async () => {
    const before = await stateOf(session);
    expect(await refusal(bring(session, 'copy of good.csv', good))).toBe(
      'copy of good.csv: the file was imported already; it is not taken again',
    );
    expect(await stateOf(session)).toBe(before);
  });

  it('a file that is removed before it is read', async () => {
    const before = await stateOf(session);
    const path = join(folder, 'gone.csv');
    await writeFile(path, `${header}\n${rows(10)}\n`);
    const source = await fileOf(path);
    await rm(path);
    expect(await refusal(session.desk.stage(source))).toBe(
      'gone.csv: the file cannot be read; check that it is there and not changed while it is read',
    );
    expect(await stateOf(session)).toBe(before);
  });

  it('a file that is removed while it is read', async () => {
    const before = await stateOf(session);
    const path = join(folder, 'going.csv');
    await writeFile(path, `${header}\n${rows(100_000)}\n`);
    const source = await fileOf(path);
    const onBytes = (): void => rmSync(path, { force: true });
    expect(await refusal(session.desk.stage(source, { onBytes }))).toBe(
      'going.csv: the file cannot be read; check that it is there and not changed while it is read',
    );
    expect(await stateOf(session)).toBe(before);
  });
});
