import { type Block, cellCount } from './selection';

/** What of a block lies outside another one: four rectangles at most. */
function outside(block: Block, hole: Block): readonly Block[] {
  if (
    hole.top > block.bottom ||
    hole.bottom < block.top ||
    hole.left > block.right ||
    hole.right < block.left
  )
    return [block];
  const top = Math.max(block.top, hole.top);
  const bottom = Math.min(block.bottom, hole.bottom);
  return [
    { ...block, bottom: top - 1 },
    { ...block, top: bottom + 1 },
    { top, bottom, left: block.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: block.right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** The cells of several blocks, each in one block only: what lies under two of them is counted once. */
export function disjoint(blocks: readonly Block[]): readonly Block[] {
  const taken: Block[] = [];
  for (const block of blocks) {
    let parts: readonly Block[] = [block];
    for (const known of taken) {
      if (parts.length === 0) break;
      parts = parts.flatMap((part) => outside(part, known));
    }
    taken.push(...parts);
  }
  return taken;
}

export function cellsIn(blocks: readonly Block[]): number {
  return disjoint(blocks).reduce((cells, block) => cells + cellCount(block), 0);
}

/** From and to, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans in their order, those that touch or overlap as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to + 1)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}

const length = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);

function rowSpans(blocks: readonly Block[]): readonly Span[] {
  return merged(blocks.map(({ top, bottom }) => ({ from: top, to: bottom })));
}

export function rowsIn(blocks: readonly Block[]): number {
  return length(rowSpans(blocks));
}

/**
 * Several blocks as the one table that a copy makes of them: every selected row crossed with every selected column.
 * `undefined` where that would take in cells that are not selected: blocks must share their rows or their columns.
 */
export function asTable(
  blocks: readonly Block[],
): { readonly rows: readonly Span[]; readonly columns: readonly Span[] } | undefined {
  const rows = rowSpans(blocks);
  const columns = merged(blocks.map(({ left, right }) => ({ from: left, to: right })));
  return length(rows) * length(columns) === cellsIn(blocks) ? { rows, columns } : undefined;
}
