import type { ResultRow } from '../domain/report/result';
import { columnText } from '../i18n/labels';
import { asTable, type Span } from './blocks';
import type { CellStyle } from './cellText';
import { blockText, copyCellsMax } from './clipboard';
import type { GridController } from './controller';

export type CopyOutcome =
  | { readonly kind: 'copied'; readonly cells: number }
  | { readonly kind: 'tooMany'; readonly cells: number }
  /** Several blocks that share neither their rows nor their columns. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'failed' };

function readNow(
  controller: GridController,
  spans: readonly Span[],
): readonly ResultRow[] | undefined {
  const rows: ResultRow[] = [];
  for (const { from, to } of spans) {
    const known = controller.readNow(from, to + 1);
    if (!known) return undefined;
    rows.push(...known);
  }
  return rows;
}

/**
 * Copies the selected blocks as one table. Rows that are here go to the event's clipboard at once; rows that have to be
 * read first go to the system's when they have come.
 * @param withHeaders what is copied to be read elsewhere says what it is; what may be pasted back does not
 */
export async function copyBlock(
  controller: GridController,
  style: CellStyle,
  clipboard: DataTransfer,
  withHeaders = true,
): Promise<CopyOutcome | undefined> {
  const { blocks } = controller;
  if (blocks.length === 0) return undefined;
  const table = asTable(blocks);
  if (!table) return { kind: 'apart' };
  const columns = table.columns.flatMap(({ from, to }) => controller.columns.slice(from, to + 1));
  const cells = columns.length * table.rows.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (cells > copyCellsMax) return { kind: 'tooMany', cells };
  const headers = withHeaders
    ? columns.map((column) => columnText(style.translate, column, controller.columns))
    : undefined;
  const known = readNow(controller, table.rows);
  if (known) {
    clipboard.setData('text/plain', blockText(columns, headers, known, style));
    return { kind: 'copied', cells };
  }
  try {
    const rows: ResultRow[] = [];
    for (const { from, to } of table.rows) rows.push(...(await controller.read(from, to + 1)));
    await navigator.clipboard.writeText(blockText(columns, headers, rows, style));
    return { kind: 'copied', cells };
  } catch {
    return { kind: 'failed' };
  }
}
