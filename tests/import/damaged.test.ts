import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rejectText } from '../../src/headless/problemText';
import { stageFile } from '../../src/session/import/stageFile';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bring, documents, refusal } from './workbench';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

const header = 'Invoice;Customer;Date;Due date;Amount;Description';

it('a first row with a cell too many is refused with its line, and the header stays above it', async () => {
  const { plan } = await bring(
    session,
    'f.csv',
    `${header}\nA-1;Acme;05.02.2026;05.03.2026;10,50;x;y\nA-2;Beta;06.02.2026;06.03.2026;20,50;z\n`,
  );
  expect(plan.staged.headerLine).toBe(1);
  expect(plan.rejects.map((reject) => rejectText('f.csv', reject))).toEqual([
    'f.csv, line 2: 7 cells, more than the header has; look for a stray separator or quotation mark',
  ]);
  expect(await documents(session, ['document_id', 'document_date'])).toEqual(['A-2 | 2026-02-06']);
});

it('a file without a header has numbered columns, and no invoice is taken for a header', async () => {
  const rows = 'A-1;Acme;05.02.2026;05.03.2026;10,50;x\nA-2;Beta;06.02.2026;06.03.2026;20,50;z\n';
  const source = { name: 'f.csv', blob: new Blob([rows]) };
  const staged = await stageFile(session.engine, source, 'without_header');
  await staged.drop();
  expect([staged.headers[0], staged.headers.length, staged.headerLine]).toEqual(['Column 1', 6, 0]);
  expect(staged.rowCount).toBe(2);
});

it('a text of uneven records without a header is refused', async () => {
  const rows = 'A-1;Acme;05.02.2026\n06.02.2026;20,50\nA-3;Beta;07.02.2026;1;x\n';
  expect(await refusal(bring(session, 'f.csv', rows))).toMatch(/^f\.csv: .*header/);
});

it('one stray byte among UTF-8 is told with its line', async () => {
  const rows = [`${header}\nA-1;Muñoz;05.02.2026;05.03.2026;10,50;x\nA-2;Pe`];
  const blob = new Blob([...rows, Uint8Array.of(0xf1), 'a;06.02.2026;06.03.2026;20,50;z\n']);
  expect(await refusal(bring(session, 'f.csv', blob))).toMatch(/^f\.csv, line 3: .*UTF-8/);
});

it('bytes that are no workbook under the name of one are refused as that, and not as a text', async () => {
  const noise = new Blob([Uint8Array.of(0xad, 0xb2, 0x85, 0xd8, 0x00, 0x01, 0x02, 0x16, 0x22)]);
  expect(await refusal(bring(session, 'photo.xlsx', noise))).toMatch(
    /^photo\.xlsx: it is called a workbook and is none/,
  );
  expect(await refusal(bring(session, 'photo.csv', noise))).toMatch(/^photo\.csv: this is no text/);
});
