import { columnText } from '../i18n/labels';
import type { CellStyle } from './cellText';
import { blockText, copyCellsMax } from './clipboard';
import type { GridController } from './controller';
import { cellCount } from './selection';

export type CopyOutcome =
  | { readonly kind: 'copied'; readonly cells: number }
  | { readonly kind: 'tooMany'; readonly cells: number }
  | { readonly kind: 'failed' };

/**
 * Copies the selected block with its headers. Rows that are here go to the event's clipboard at once; rows that
 * have to be read first go to the system's when they have come.
 */
export async function copyBlock(
  controller: GridController,
  style: CellStyle,
  clipboard: DataTransfer,
): Promise<CopyOutcome | undefined> {
  const { block } = controller;
  if (!block) return undefined;
  const cells = cellCount(block);
  if (cells > copyCellsMax) return { kind: 'tooMany', cells };
  const columns = controller.columns.slice(block.left, block.right + 1);
  const headers = columns.map((column) => columnText(style.translate, column, controller.columns));
  const known = controller.readNow(block.top, block.bottom + 1);
  if (known) {
    clipboard.setData('text/plain', blockText(columns, headers, known, style));
    return { kind: 'copied', cells };
  }
  try {
    const rows = await controller.read(block.top, block.bottom + 1);
    await navigator.clipboard.writeText(blockText(columns, headers, rows, style));
    return { kind: 'copied', cells };
  } catch {
    return { kind: 'failed' };
  }
}
