import { fail } from '../fail';
import { limits } from '../limits';
import type { SourceFile } from '../source';

const pieceBytes = 1 << 22;

/** The tags that make rows and cells; a cell of several tags is not closed in its first. */
const tag =
  /<(\/?)(?:[\w.-]+:)?(table-row|table-cell|covered-table-cell|table)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)>/g;

const times = (attributes: string, what: 'rows' | 'columns'): number => {
  const text = new RegExp(`number-${what}-repeated\\s*=\\s*["']\\s*(\\d+)`).exec(attributes)?.[1];
  return Math.max(1, Number(text ?? '1'));
};

/**
 * An OpenDocument says once what stands many times over: a cell of it may be a sheet of seventeen thousand million.
 * Counted before any of them is made: cells with contents, of the rows that have any.
 * Source: OpenDocument 1.2, part 1, 19.675 and 19.676.
 * @throws ImportFailure `limit_exceeded`
 */
export async function checkRepeats(file: SourceFile, content: Blob): Promise<void> {
  const decoder = new TextDecoder('latin1');
  const counted = new RepeatedCells();
  let rest = '';
  for (let at = 0; at < content.size; at += pieceBytes) {
    const text = rest + decoder.decode(await content.slice(at, at + pieceBytes).arrayBuffer());
    const end = text.lastIndexOf('>') + 1;
    for (const [, close = '', name = '', attributes = ''] of text.slice(0, end).matchAll(tag))
      counted.take(close !== '', name, attributes);
    rest = text.slice(end);
    if (rest.length > limits.cellBytesMax)
      fail(file, 'cell_too_large', undefined, { limit: limits.cellBytesMax });
    if (counted.cells > limits.repeatedCellsMax)
      fail(file, 'limit_exceeded', undefined, {
        name: 'repeatedCellsMax',
        limit: limits.repeatedCellsMax,
      });
  }
}

class RepeatedCells {
  /** Cells beyond those that stand in the file. */
  cells = 0;
  #rows = 1;

  take(isClose: boolean, name: string, attributes: string): void {
    if (isClose) return;
    const isAlone = attributes.trimEnd().endsWith('/');
    if (name === 'table-row') this.#rows = times(attributes, 'rows');
    else if (name === 'covered-table-cell') this.cells += times(attributes, 'columns') - 1;
    else if (name === 'table-cell' && !isAlone)
      this.cells += times(attributes, 'columns') * this.#rows - 1;
  }
}
