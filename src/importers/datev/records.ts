import Papa from 'papaparse';
import { statementText } from '../bank/text';
import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';

/** A record of a file, and the line on which it begins, from 1. */
export interface DatevRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The records of a file, one by one, blank ones left out. Text that is not UTF-8 is Windows-1252.
 * @throws ImportFailure, such as `quote_open` where a quotation mark is never closed; Cancelled
 */
export async function eachRecord(
  file: SourceFile,
  options: ReadOptions,
  take: (record: DatevRecord) => void,
): Promise<void> {
  const text = await statementText(file, options, { declared: () => 'windows-1252' });
  let line = 1;
  let problem: unknown;
  Papa.parse<string[]>(text.replaceAll(/\r\n?/g, '\n'), {
    delimiter: ';',
    newline: '\n',
    step: ({ data: cells, errors }, parser) => {
      try {
        if (errors.some(({ code }) => code === 'MissingQuotes')) fail(file, 'quote_open', line);
        for (const cell of cells)
          if (cell.length > limits.cellBytesMax)
            fail(file, 'cell_too_large', line, { limit: limits.cellBytesMax });
        if (cells.length > limits.columnsMax)
          fail(file, 'columns_too_many', line, { limit: limits.columnsMax, found: cells.length });
        if (cells.some((cell) => cell.trim() !== '')) take({ cells, line });
        line += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
      } catch (error) {
        problem = error;
        parser.abort();
      }
    },
  });
  if (problem !== undefined) throw problem;
}
