import type { CellRange } from './cellPlans';
import type { GridController } from './controller';
import type { TargetRow } from './editPlan';
import type { PastePlace, PasteTarget } from './pastePlan';
import type { Block } from './selection';

/** Rows from the body on into the entry row, `to` exclusive, read where needed. Totals are no targets. */
async function targetRows(
  controller: GridController,
  from: number,
  to: number,
): Promise<readonly TargetRow[]> {
  const { bodyRows, entryRows = 0 } = controller.extent;
  const end = Math.min(to, bodyRows + entryRows);
  const body = from < bodyRows ? await controller.read(from, Math.min(end, bodyRows)) : [];
  const rows = body.map((row, index) => ({ row, line: from + index + 1, isEntry: false }));
  const entry = end > bodyRows ? controller.rowAt(bodyRows) : undefined;
  return entry ? [...rows, { row: entry, line: bodyRows + 1, isEntry: true }] : rows;
}

/** A block's rows and columns. */
async function rangeOf(controller: GridController, block: Block): Promise<CellRange> {
  return {
    rows: await targetRows(controller, block.top, block.bottom + 1),
    columns: controller.columns.slice(block.left, block.right + 1),
  };
}

export async function rangesOf(
  controller: GridController,
  blocks: readonly Block[],
): Promise<readonly CellRange[]> {
  const ranges: CellRange[] = [];
  for (const block of blocks) ranges.push(await rangeOf(controller, block));
  return ranges;
}

/** What an area of a paste falls on. Beyond the last row there are new rows, where the grid takes them. */
export async function placeOf(
  controller: GridController,
  area: Block,
  canAppend: boolean,
): Promise<PastePlace> {
  const { bodyRows } = controller.extent;
  const isOneEntry = area.top === bodyRows && area.bottom === area.top && canAppend;
  const last = isOneEntry ? area.bottom : Math.min(area.bottom, bodyRows - 1);
  const targets: PasteTarget[] = [...(await targetRows(controller, area.top, last + 1))];
  while (targets.length < area.bottom - area.top + 1) targets.push(canAppend ? 'new' : 'none');
  const columns = Array.from(
    { length: area.right - area.left + 1 },
    (_, offset) => controller.columns[area.left + offset],
  );
  return { targets, columns, firstLine: area.top + 1 };
}

/** The blocks of which something can be edited: totals cannot. */
export function editableBlocks(controller: GridController): readonly Block[] {
  const { bodyRows, entryRows = 0 } = controller.extent;
  return controller.blocks.filter(({ top }) => top < bodyRows + entryRows);
}
