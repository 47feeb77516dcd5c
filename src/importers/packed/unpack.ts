import { fail } from '../fail';
import { gridText, gridWidth } from '../gridText';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { headBytes } from './looksPacked';
import { importFormats } from './registry';
import { sha256Of } from './sha256';
import type { Unpack } from './unpacked';
import { unpackTables } from './unpackTables';

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
      exactNumbers: 'rows' in grid ? grid.exactNumbers : undefined,
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
