import { cellsIn, disjoint } from './blocks';
import { clearPlan, type FillDirection, filledBlock, fillPlan, fillTextPlan } from './cellPlans';
import { clipboardLines } from './clipboard';
import type { GridController } from './controller';
import { type EditCause, editCellsMax, type GridEditing } from './editing';
import { type EditContext, type EditPlan, EditPlanner, refusalOf } from './editPlan';
import { matches } from './find';
import { folded } from './folded';
import { areaCells, pasteAreas, pastePlan, sizeOf } from './pastePlan';
import { type Replacement, replaceIn } from './replacePlan';
import type { Block } from './selection';
import { editableBlocks, placeOf, rangesOf } from './targets';

const replaceChunkRows = 2_000;

/** What may be edited at this moment. */
export interface Editable {
  readonly editing: GridEditing;
  readonly context: EditContext;
}

interface BlockDeps {
  readonly controller: GridController;
  /** Tells the reader why, where nothing may be edited now. */
  readonly ready: () => Editable | undefined;
  readonly run: (cause: EditCause, plan: EditPlan) => Promise<boolean>;
  readonly notify: (notice: string) => void;
}

export interface BlockActs {
  clear(): void;
  fill(direction: FillDirection): void;
  /** Writes one text into all that is selected. */
  fillText(text: string): void;
  paste(text: string): void;
  /** Replaces in the selected cell, where it shows the text. */
  replaceOne(replacement: Replacement): void;
  /** Replaces in all rows, or in the selection where it is more than a cell. */
  replaceAll(replacement: Replacement): void;
}

/** What is done to many cells at once: the rows are read, everything is planned, and asked for as one step. */
export function blockActs({ controller, ready, run, notify }: BlockDeps): BlockActs {
  const isWithin = (cells: number, { style }: EditContext): boolean => {
    if (cells <= editCellsMax) return true;
    notify(style.translate('grid.edit.tooMany', { cells, max: editCellsMax }));
    return false;
  };

  /** What an act begins with: the blocks that it may change, or nothing, with the reason told. */
  const begin = (): (Editable & { readonly blocks: readonly Block[] }) | undefined => {
    const now = ready();
    if (!now || controller.blocks.length === 0) return undefined;
    const blocks = editableBlocks(controller);
    if (blocks.length === 0) notify(now.context.style.translate('grid.edit.totals'));
    const isPossible = blocks.length > 0 && isWithin(cellsIn(blocks), now.context);
    return isPossible ? { ...now, blocks } : undefined;
  };

  const act = (
    cause: EditCause,
    { context }: Editable,
    plan: () => Promise<EditPlan | undefined>,
  ) => {
    plan().then(
      (made) => made && run(cause, made),
      () => notify(context.style.translate('grid.failed')),
    );
  };

  /** Where none of the cells can be edited, why the first of them cannot. */
  const refusalOfAll = (context: EditContext, blocks: readonly Block[]): string | undefined => {
    const columns = blocks.flatMap(({ left, right }) => controller.columns.slice(left, right + 1));
    const [column] = columns;
    if (!column || columns.some(({ id }) => context.editors.has(id))) return undefined;
    return refusalOf(context, column, { row: {}, line: 1, isEntry: true });
  };

  return {
    clear() {
      const now = begin();
      if (!now) return;
      const { context, blocks } = now;
      const refusal = refusalOfAll(context, blocks);
      if (refusal !== undefined) return notify(refusal);
      act('clear', now, async () =>
        clearPlan(context, await rangesOf(controller, disjoint(blocks))),
      );
    },

    fill(direction) {
      const now = begin();
      if (!now) return;
      const { context, blocks } = now;
      const { extent } = controller;
      const filled = blocks.flatMap((block) => filledBlock(block, direction, extent) ?? []);
      if (filled.length === 0) return notify(context.style.translate('grid.fill.nothing'));
      act('fill', now, async () =>
        fillPlan(context, await rangesOf(controller, filled), direction),
      );
    },

    fillText(text) {
      const now = begin();
      if (!now) return;
      const { context, blocks } = now;
      act('fill', now, async () =>
        fillTextPlan(context, await rangesOf(controller, disjoint(blocks)), text),
      );
    },

    paste(text) {
      const now = begin();
      if (!now) return;
      const { context, editing, blocks } = now;
      const { translate } = context.style;
      if (text === '') return notify(translate('grid.paste.empty'));
      const lines = clipboardLines(text);
      const areas = pasteAreas(sizeOf(lines), blocks);
      if (!areas.ok) return notify(translate('grid.paste.apart'));
      if (!isWithin(areaCells(areas.value), context)) return;
      act('paste', now, async () => {
        const places = [];
        for (const area of areas.value)
          places.push(await placeOf(controller, area, editing.canAppend));
        return pastePlan(context, lines, places);
      });
    },

    replaceOne(replacement) {
      const point = controller.selection?.focus;
      const column = point && controller.columns[point.column];
      const row =
        point && point.row < controller.extent.bodyRows ? controller.rowAt(point.row) : undefined;
      const now = column && row ? ready() : undefined;
      if (!point || !column || !row || !now) return;
      const { context } = now;
      if (!matches(column, row, folded(replacement.search), context.style)) return;
      const target = { row, line: point.row + 1, isEntry: false };
      const refusal = refusalOf(context, column, target);
      if (refusal !== undefined) return notify(refusal);
      const planner = new EditPlanner(context);
      replaceIn(planner, context, { rows: [target], columns: [column] }, replacement);
      void run('replace', planner.plan);
    },

    replaceAll(replacement) {
      const now = ready();
      if (!now || replacement.search.trim() === '') return;
      const { context } = now;
      const { bodyRows, columns } = controller.extent;
      const body = controller.blocks.filter(({ top }) => top < bodyRows);
      const all: Block = { top: 0, left: 0, bottom: bodyRows - 1, right: columns - 1 };
      const blocks = cellsIn(body) > 1 ? disjoint(body) : [all];
      act('replace', now, async () => {
        const planner = new EditPlanner(context);
        for (const block of blocks)
          for (let top = block.top; top <= block.bottom; top += replaceChunkRows) {
            const bottom = Math.min(block.bottom, top + replaceChunkRows - 1);
            const [range] = await rangesOf(controller, [{ ...block, top, bottom }]);
            if (range) replaceIn(planner, context, range, replacement);
            if (!isWithin(planner.edits, context)) return undefined;
          }
        return planner.plan;
      });
    },
  };
}
