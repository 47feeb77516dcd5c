import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import { importFiles } from '../../src/headless/importFiles';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-mapping-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the shell answers, and the documents that it wrote. */
async function imported(csv: string, stated: object) {
  await writeFile(join(folder, 'f.csv'), csv);
  await writeFile(join(folder, 'm.json'), JSON.stringify(stated));
  const engine = await openNodeEngine();
  try {
    const told: string[] = [];
    const answer = await importFiles(
      engine,
      [join(folder, 'f.csv')],
      folder,
      join(folder, 'm.json'),
      (line) => told.push(line),
    );
    const text = await readFile(join(folder, 'document.csv'), 'utf8');
    const [header = '', ...rows] = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const column = (name: string): number => [...header].indexOf(name);
    const documents = rows.map((row) =>
      ['document_id', 'document_date', 'amount'].map((name) => row[column(name)]).join(' '),
    );
    return {
      answer: answer as { files: { leftOut: object; findings: object[] }[] },
      documents,
      told,
    };
  } finally {
    await engine.close();
  }
}

const csv = `Invoice,Customer,Invoice date,Due date,Amount
F-1,Alfa,05/02/2026,05/03/2026,1.234
F-2,Alfa,06/02/2026,05/01/2026,2.000
F-3,Beta,07/02/2026,07/03/2026,x
`;

it('a mapping file says how dates and amounts are written, and nothing is asked about them', async () => {
  const { documents, told } = await imported(csv, {
    formats: { 'Invoice date': 'DMY', 'Due date': 'DMY', Amount: ',' },
  });
  expect(documents).toEqual(['F-1 2026-02-05 1234.0000', 'F-2 2026-02-06 2000.0000']);
  expect(told).toEqual([expect.stringContaining('f.csv, line 4: amount “x” cannot be read')]);
});

it('a mapping file leaves rows out by what is wrong with them, and corrects cells', async () => {
  const { answer, documents } = await imported(csv, {
    formats: { 'Invoice date': 'DMY', 'Due date': 'DMY', Amount: '.' },
    leaveOut: ['due_before_issue'],
    patches: [{ line: 4, column: 'Amount', text: '7.5' }],
  });
  expect(documents).toEqual(['F-1 2026-02-05 1.2340', 'F-3 2026-02-07 7.5000']);
  expect(answer.files[0]).toMatchObject({ leftOut: { dropped: 1 }, findings: [] });
});

const sidedCsv = `Invoice,Customer,Invoice date,Amount,Sign
F-1,Alfa,2026-02-05,100.00,S
F-2,Alfa,2026-02-06,40.00,H
`;

const splitCsv = `Invoice,Customer,Invoice date,Amount,Off
F-1,Alfa,2026-02-05,100.00,
F-2,Alfa,2026-02-06,,40.00
`;

it('a mapping file names the column that is subtracted from an amount', async () => {
  const { documents } = await imported(splitCsv, {
    minus: { amount: 'Off' },
  });
  expect(documents).toEqual(['F-1 2026-02-05 100.0000', 'F-2 2026-02-06 -40.0000']);
});

it('a mapping file names the column that says the side of an amount', async () => {
  const { documents } = await imported(sidedCsv, { sides: { amount: 'Sign' } });
  expect(documents).toEqual(['F-1 2026-02-05 100.0000', 'F-2 2026-02-06 -40.0000']);
});

it.each([
  [{ sides: { Amount: 'Sign' } }, 'document has no field “Amount”'],
  [{ sides: { amount: 'Side' } }, 'there is no column “Side” for sides'],
  [{ sides: { customer_id: 'Sign' } }, 'sides: customer_id is no amount'],
  [{ minus: { amount: 'Amount' } }, 'minus: “Amount” is the column of amount itself'],
  [{ sides: { base_amount: 'Sign' } }, 'sides: base_amount has no column'],
])('a side that no amount has is refused: %j', async (stated, detail) => {
  await expect(imported(sidedCsv, stated)).rejects.toMatchObject({
    problem: { code: 'mapping_invalid', values: { detail: expect.stringContaining(detail) } },
  });
});

it('a file that is not recognised is refused with what it is like', async () => {
  await expect(imported('Invoice,Customer,Colour\nF-1,Alfa,red\n', {})).rejects.toMatchObject({
    problem: {
      code: 'not_recognised',
      nearest: {
        dataset: 'document',
        understood: ['Invoice', 'Customer'],
        missing: ['document_date', 'amount'],
      },
    },
  });
});

it('a format that is none is refused with those that there are', async () => {
  await expect(imported(csv, { formats: { Amount: 'comma' } })).rejects.toMatchObject({
    problem: {
      code: 'mapping_invalid',
      values: { detail: expect.stringContaining('YMD DMY MDY') },
    },
  });
});

it('a mapping file of several files states each by its name, and leaves the others to the guess', async () => {
  const { documents } = await imported(csv, {
    files: { 'f.csv': { formats: { 'Invoice date': 'MDY', 'Due date': 'MDY', Amount: '.' } } },
  });
  expect(documents).toEqual(['F-1 2026-05-02 1.2340', 'F-2 2026-06-02 2.0000']);
  await expect(imported(csv, { files: { 'f.csv': { dataset: 7 } } })).rejects.toMatchObject({
    problem: { code: 'mapping_invalid' },
  });
  const other = await imported(csv, { files: { 'g.csv': { dataset: 'payment' } } });
  expect(other.documents).toHaveLength(2);
  expect(other.told).toContain('the mapping names g.csv, which is none of these files');
});
