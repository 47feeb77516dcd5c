import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Engine } from '../../src/engine/port';
import { sql } from '../../src/engine/sql';
import type { StagedFile } from '../../src/importers/csv/stage';
import { type CsvTable, tablesIn } from '../../src/importers/csv/tables';
import { gridDelimiter } from '../../src/importers/gridText';
import type { SourceFile } from '../../src/importers/source';
import { stageFile } from '../../src/session/import/stageFile';

/** What the engine holds of a staged text. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row the line of the file. */
  readonly lines: readonly number[];
  readonly staged: StagedFile;
}

export const sourceOf = (path: string): SourceFile => ({
  name: basename(path),
  blob: new Blob([readFileSync(path)]),
});

/** The tables of a file, as a session offers them: one, or each of several. */
export async function tablesAsOffered(source: SourceFile): Promise<readonly CsvTable[]> {
  const tables = await tablesIn(source);
  const whole = { name: '', fromLine: 1, isOurs: false, text: await source.blob.text() };
  return tables.length > 0 ? tables : [whole];
}

/** Stages a file as it is. */
export async function gridOf(engine: Engine, source: SourceFile): Promise<Grid> {
  return readGrid(engine, await stageFile(engine, source, 'torture'));
}

/** Stages one of a file's tables. */
export async function gridOfTable(engine: Engine, table: CsvTable): Promise<Grid> {
  const source = { name: table.name, blob: new Blob([table.text]) };
  const known = table.isOurs ? ({ encoding: 'utf-8', delimiter: gridDelimiter } as const) : {};
  return readGrid(engine, await stageFile(engine, source, 'torture', known));
}

async function readGrid(engine: Engine, staged: StagedFile): Promise<Grid> {
  const found = await engine.rows(sql`SELECT * FROM ${staged.rows} r ORDER BY line`);
  await staged.drop();
  const cellsOf = (row: Readonly<Record<string, unknown>>): readonly string[] =>
    staged.headers.map((_, column) => {
      const cell = row[`c${column}`];
      return typeof cell === 'string' ? cell : '';
    });
  return {
    headers: staged.headers,
    rows: found.map(cellsOf),
    lines: found.map((row) => Number(row['line'])),
    staged,
  };
}

/** A text in which every cell is enclosed and each mark within doubled, read by the plainest of rules. */
export function cleanGrid(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const records = text.match(/(?:"(?:[^"]|"")*",?)+(?=\n|$)/g) ?? [];
  return records.map((record) =>
    [...record.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((match) =>
      (match[1] ?? '').replaceAll('""', '"'),
    ),
  );
}
