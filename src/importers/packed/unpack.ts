import { fail } from '../fail';
import { gridText, gridWidth } from '../gridText';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { headBytes } from './looksPacked';
import { importFormats } from './registry';
import { sha256Of } from './sha256';
import { unpackTables } from './unpackTables';

/** A grid of a file, as the text that stands for it from now on. */
export interface UnpackedPart {
  /** What it is called within its file; blank where it is all of it. */
  readonly part: string;
  /** What its rows are, where the format says so. */
  readonly dataset: string | undefined;
  readonly text: Blob;
  /** What is to be told of it although it is taken. */
  readonly notes: NonNullable<TextGrid['notes']>;
  /** Whether the text is ours, so that nothing about it is to be guessed. */
  readonly isOurs: boolean;
}

/** What became of a file that is no delimited text. */
export interface Unpacked {
  readonly format: string;
  readonly sha256: string;
  readonly parts: readonly UnpackedPart[];
}

/** Reads a file of any format; nothing where it is delimited text of one table, which is read where it stands. */
export type Unpack = (file: SourceFile, options: ReadOptions) => Promise<Unpacked | undefined>;

/** @throws ImportFailure; Cancelled */
export const unpack: Unpack = async (file, options) => {
  const head = new Uint8Array(await file.blob.slice(0, headBytes).arrayBuffer());
  const format = importFormats.find((one) => one.matches(head, file.name));
  if (!format) return unpackTables(file, options);
  const grids = await format.read(file, options);
  const filled = grids.filter(
    (part) => 'text' in part || part.rows.some((row) => row.some((cell) => cell !== '')),
  );
  return {
    format: format.id,
    sha256: await sha256Of(file.blob, options),
    parts: filled.map((grid) => ({
      part: grid.name,
      dataset: grid.dataset,
      text: 'text' in grid ? grid.text : boundedText(file, grid),
      isOurs: !('text' in grid),
      notes: ('notes' in grid && grid.notes) || [],
    })),
  };
};

/** One cell far out would make every row as wide as it lies far. */
function boundedText(file: SourceFile, grid: TextGrid): Blob {
  const width = gridWidth(grid);
  if (width > limits.columnsMax)
    fail(file, 'columns_too_many', undefined, { limit: limits.columnsMax, found: width });
  if (width * grid.rows.length > limits.gridCellsMax)
    fail(file, 'limit_exceeded', undefined, { name: 'gridCellsMax', limit: limits.gridCellsMax });
  return gridText(grid, width);
}
