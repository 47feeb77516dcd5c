import { useComputedColorScheme } from '@mantine/core';
import type { CellClassParams, GridApi, IDatasource } from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultCell, ResultRow } from '../domain/report/result';
import type { CellStyle } from './cellText';
import { type CellMarks, columnDefs } from './columnDefs';
import { type ColumnLayout, fittedLayout, layoutOf, stateOf } from './columnLayout';
import type { GridController } from './controller';
import { localeText } from './localeText';
import { gridModules } from './modules';
import { markReadOnlyCells } from './readOnlyCells';
import { RowPlaces } from './rowPlaces';
import type { RowStore } from './rows';
import type { CellPoint } from './selection';
import { orderOf, type SortKey, sameOrder, sortState } from './sort';
import { gridTheme } from './theme';
import type { ShownRows } from './useShownRows';

const never = () => false;
const blockRows = 200;
const firstWidthMax = 360;

interface GridSurfaceProps {
  readonly controller: GridController;
  readonly root: () => HTMLElement | null;
  readonly columns: readonly Column[];
  readonly shown: ShownRows;
  readonly totals: readonly ResultRow[];
  readonly style: CellStyle;
  readonly order: readonly SortKey[];
  readonly layout: ColumnLayout | undefined;
  readonly onSort: ((order: readonly SortKey[]) => void) | undefined;
  readonly onLayout: ((layout: ColumnLayout) => void) | undefined;
  /** The row in which a new row is written, where rows can be. */
  readonly entry: ResultRow | undefined;
  /** Whether a cell may be edited at this moment; `undefined` where the grid cannot be. */
  readonly isEditable: ((column: Column, row: ResultRow, isEntry: boolean) => boolean) | undefined;
  /** Whether the next Tab leaves the grid. */
  readonly tabLeaves: () => boolean;
}

function datasourceOf(current: () => RowStore, places: RowPlaces): IDatasource {
  return {
    rowCount: current().rowCount,
    getRows({ startRow, endRow, successCallback, failCallback }) {
      const store = current();
      store.read(startRow, endRow).then(
        (rows) => {
          places.name(rows, startRow);
          successCallback([...rows], store.rowCount);
        },
        () => failCallback(),
      );
    },
  };
}

function marksOf(controller: GridController): CellMarks {
  const rule =
    (holds: (point: CellPoint) => boolean) =>
    ({ node, column }: CellClassParams<ResultRow, ResultCell | undefined>) => {
      if (node.rowIndex === null) return false;
      const row = node.rowIndex + (node.rowPinned === 'bottom' ? controller.extent.bodyRows : 0);
      const index = controller.columns.findIndex((one) => one.id === column.getColId());
      return index !== -1 && holds({ row, column: index });
    };
  return {
    selected: rule((point) => controller.isSelected(point)),
    focus: rule((point) => controller.isFocus(point)),
    found: rule((point) => controller.isFound(point)),
  };
}

/** Columns that nobody has set a width for become as wide as what they hold. */
function fitWidths(api: GridApi<ResultRow>, layout: ColumnLayout | undefined): void {
  const set = new Set(layout?.flatMap((place) => (place.width === undefined ? [] : [place.id])));
  const free = api.getAllDisplayedColumns().filter((column) => !set.has(column.getColId()));
  api.autoSizeColumns({
    colIds: free.map((column) => column.getColId()),
    defaultMaxWidth: firstWidthMax,
  });
}

/** The grid library, given a report's rows: what it draws, and what it tells about sorting and columns. */
export function GridSurface(props: GridSurfaceProps) {
  const { controller, root, columns, shown, totals, style, order, layout, onSort, onLayout } =
    props;
  const { entry, isEditable } = props;
  const hasEntry = entry !== undefined;
  const scheme = useComputedColorScheme('light');
  const api = useRef<GridApi<ResultRow>>(undefined);
  const isClient = shown.all !== undefined;

  const defs = useMemo(
    () =>
      columnDefs({
        columns,
        style,
        marks: marksOf(controller),
        hasEntry,
        isEditable: isEditable ?? never,
      }),
    [columns, style, controller, hasEntry, isEditable],
  );
  const isEdited = isEditable !== undefined;
  const [places] = useState(() => new RowPlaces());
  const rowData = useMemo(() => {
    places.name(shown.all ?? [], 0);
    return shown.all && [...shown.all];
  }, [shown, places]);
  const pinned = useMemo(() => {
    const below = entry ? [entry, ...totals] : [...totals];
    places.name(below, 'below');
    return below;
  }, [entry, totals, places]);
  const store = useRef(shown.store);
  // Rows that are edited come again and again: they are read anew in place, while those that are drawn stay.
  const keptDatasource = useMemo(
    () => (isEdited && !isClient ? datasourceOf(() => store.current, places) : undefined),
    [isEdited, isClient, places],
  );
  const datasource = useMemo(
    () => keptDatasource ?? (isClient ? undefined : datasourceOf(() => shown.store, places)),
    [keptDatasource, isClient, shown, places],
  );
  const texts = useMemo(() => localeText(style.locale, style.translate), [style]);

  useEffect(() => {
    controller.update({ store: shown.store, totals, columns, entry });
  }, [controller, shown, totals, columns, entry]);

  useEffect(() => {
    if (store.current === shown.store) return;
    store.current = shown.store;
    if (!keptDatasource || !api.current) return;
    api.current.setRowCount(shown.store.rowCount, true);
    api.current.refreshInfiniteCache();
  }, [shown, keptDatasource]);

  useEffect(() => {
    const element = root();
    return isEdited && element ? markReadOnlyCells(element) : undefined;
  }, [root, isEdited]);

  useEffect(() => {
    api.current?.refreshCells({ force: true });
    api.current?.refreshHeader();
    if (style) controller.paint();
  }, [style, controller]);

  useEffect(() => {
    const grid = api.current;
    if (!grid || sameOrder(order, orderOf(grid.getColumnState()))) return;
    grid.applyColumnState({ state: sortState(order), defaultState: { sort: null } });
  }, [order]);

  useEffect(() => {
    api.current?.applyColumnState({
      state: stateOf(fittedLayout(columns, layout)),
      applyOrder: true,
    });
    controller.columnsChanged();
  }, [columns, layout, controller]);

  /** Widths that the grid measured by itself are not the reader's arrangement. */
  const columnsChanged = (grid: GridApi<ResultRow>, source: string, finished = true) => {
    controller.columnsChanged();
    if (finished && source.startsWith('ui')) onLayout?.(layoutOf(grid.getColumnState()));
  };

  return (
    <AgGridProvider modules={gridModules}>
      <AgGridReact<ResultRow>
        theme={gridTheme(scheme)}
        columnDefs={defs}
        maintainColumnOrder
        rowModelType={isClient ? 'clientSide' : 'infinite'}
        {...(isClient
          ? { rowData: rowData ?? [] }
          : {
              ...(datasource ? { datasource } : {}),
              cacheBlockSize: blockRows,
              maxBlocksInCache: 50,
              infiniteInitialRowCount: shown.store.rowCount,
            })}
        pinnedBottomRowData={pinned}
        {...(isEdited ? { getRowId: places.idOf } : {})}
        localeText={texts}
        animateRows={false}
        suppressScrollOnNewData
        suppressDragLeaveHidesColumns
        multiSortKey="ctrl"
        tooltipShowMode="whenTruncated"
        tabToNextCell={({ nextCellPosition }) =>
          props.tabLeaves() ? false : (nextCellPosition ?? false)
        }
        onGridReady={(event) => {
          api.current = event.api;
          event.api.applyColumnState({
            state: stateOf(fittedLayout(columns, layout)),
            applyOrder: true,
          });
          event.api.applyColumnState({ state: sortState(order) });
          const element = root();
          if (element) controller.attach(event.api, element);
        }}
        onFirstDataRendered={(event) => fitWidths(event.api, layout)}
        onSortChanged={(event) => {
          const asked = orderOf(event.api.getColumnState());
          if (!sameOrder(asked, order)) onSort?.(asked);
        }}
        onColumnMoved={(event) => columnsChanged(event.api, event.source, event.finished)}
        onColumnResized={(event) => columnsChanged(event.api, event.source, event.finished)}
        onColumnVisible={(event) => columnsChanged(event.api, event.source)}
        onColumnPinned={(event) => columnsChanged(event.api, event.source)}
      />
    </AgGridProvider>
  );
}
