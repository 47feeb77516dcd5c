import type { CellClassParams, ColDef, IRowNode, ValueFormatterParams } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import { type Column, type ColumnKind, isFigure } from '../domain/report/column';
import type { ResultCell, ResultRow } from '../domain/report/result';
import { columnText } from '../i18n/labels';
import { type CellStyle, cellText } from './cellText';
import { EditableHeader, type EditableHeaderParams } from './editableHeader';
import classes from './ReportGrid.module.css';
import { editableClass } from './readOnlyCells';

/** Pixels at first sight, until the contents have been measured. */
const widths: Readonly<Record<ColumnKind, number>> = {
  id: 130,
  text: 220,
  code: 110,
  date: 105,
  money: 130,
  integer: 90,
  ratio: 100,
  rate: 110,
};

const widthMax = 360;

type Cell = ResultCell | undefined;
export type GridColumn = ColDef<ResultRow, Cell>;

/** A figure that opens something; nothing stands behind an empty cell. */
export function opens(column: Column, row: ResultRow | undefined): row is ResultRow {
  const cell = row?.[column.id];
  return column.drill !== undefined && cell !== null && cell !== undefined;
}

function isZero(cell: Cell): boolean {
  return cell === 0 || (typeof cell === 'string' && /^-?0+(\.0+)?$/.test(cell));
}

function isBlank(row: ResultRow): boolean {
  return Object.values(row).every((cell) => cell === null);
}

interface ColumnContext {
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  /** Whether the first row below the body is the one in which new rows are written. */
  readonly hasEntry: boolean;
  /** Whether a cell may be edited at this moment. */
  readonly isEditable: (column: Column, row: ResultRow, isEntry: boolean) => boolean;
  /** Cells that are drawn anew, by scrolling, are marked as the selection says. */
  readonly marks: CellMarks;
}

type CellRule = (params: CellClassParams<ResultRow, Cell>) => boolean;

export interface CellMarks {
  readonly selected: CellRule;
  readonly focus: CellRule;
  readonly found: CellRule;
}

/** A report's columns as the grid library takes them. Cells are text nodes only: contents come from anybody's files. */
export function columnDefs(context: ColumnContext): GridColumn[] {
  const { columns, style, marks, hasEntry, isEditable } = context;
  const isEntryNode = (node: IRowNode | null) =>
    hasEntry && node?.rowPinned === 'bottom' && node.rowIndex === 0;
  const begin = columns.find((one) => style.editors?.has(one.id) && one.hidden !== true);
  return columns.map((column) => {
    const figure = isFigure(column);
    const editor = style.editors?.get(column.id);
    const text = ({ value, node, data }: ValueFormatterParams<ResultRow, Cell>) => {
      if (column === begin && isEntryNode(node) && data && isBlank(data))
        return style.translate('grid.entry.hint');
      const isTotalsName = node?.rowPinned === 'bottom' && data?.[column.id] === undefined;
      if (isTotalsName && column === columns.find((one) => one.hidden !== true))
        return style.translate('grid.total');
      return cellText(column, value, style, data);
    };
    return {
      colId: column.id,
      headerName: columnText(style.translate, column, columns),
      valueGetter: ({ data }) => data?.[column.id],
      valueFormatter: text,
      initialHide: column.hidden === true,
      initialWidth: widths[column.kind],
      ...(column.kind === 'text' ? {} : { maxWidth: widthMax }),
      minWidth: 48,
      sortable: true,
      // The rows come in their order: an exact one, which only the engine can make.
      comparator: () => 0,
      sortingOrder:
        figure || column.kind === 'date' ? ['desc', 'asc', null] : ['asc', 'desc', null],
      headerClass: figure ? 'ag-right-aligned-header' : '',
      cellClass: figure ? `ag-right-aligned-cell ${classes['figure']}` : '',
      cellClassRules: {
        [classes['selected'] ?? '']: marks.selected,
        [classes['focus'] ?? '']: marks.focus,
        [classes['found'] ?? '']: marks.found,
        [classes['zero'] ?? '']: ({ value }) => figure && isZero(value),
        ...(style.editors === undefined
          ? {}
          : {
              [editableClass]: ({ node, data }) =>
                data !== undefined &&
                (node.rowPinned !== 'bottom' || isEntryNode(node)) &&
                isEditable(column, data, isEntryNode(node)),
              [classes['entry'] ?? '']: ({ node }) => isEntryNode(node),
              [classes['hint'] ?? '']: ({ node, data }) =>
                isEntryNode(node) && data !== undefined && isBlank(data),
            }),
      },
      ...(editor === undefined
        ? {}
        : {
            headerComponentParams: {
              innerHeaderComponent: EditableHeader,
              innerHeaderComponentParams: {
                hint: style.translate(
                  editor.required ? 'grid.edit.required' : 'grid.edit.editable',
                ),
                required: editor.required === true,
              } satisfies EditableHeaderParams,
            },
          }),
      ...(column.drill === undefined
        ? {}
        : { cellRenderer: OpenableCell, cellRendererParams: { column } }),
      ...(column.kind === 'text' || column.kind === 'id'
        ? { tooltipValueGetter: ({ value, data }) => cellText(column, value, style, data) }
        : {}),
    } satisfies GridColumn;
  });
}

/** The figure of a cell that opens the rows behind it. The key for it is Enter, on the cell itself. */
function OpenableCell({
  column,
  data,
  valueFormatted,
}: CustomCellRendererProps<ResultRow, Cell> & { readonly column: Column }) {
  const text = valueFormatted ?? '';
  if (!opens(column, data) || text === '') return text;
  return <span className={classes['openable']}>{text}</span>;
}
