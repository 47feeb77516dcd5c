import { Button } from '@mantine/core';
import { IconInfoCircle, IconRowInsertBottom, IconSearch } from '@tabler/icons-react';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { formatInteger, type NegativeStyle } from '../i18n/formats';
import type { CodeWordings } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import { ColumnChooser } from './ColumnChooser';
import type { CellStyle } from './cellText';
import { copyCellsMax } from './clipboard';
import { type ColumnLayout, layoutOf, stateOf } from './columnLayout';
import { GridController } from './controller';
import { type CopyOutcome, copyBlock } from './copyBlock';
import type { GridEditing } from './editing';
import { editorsOf } from './editors';
import { FindBar } from './FindBar';
import { GridEditor } from './GridEditor';
import { GridSurface } from './GridSurface';
import { GridTool } from './GridTool';
import { RejectsPanel } from './RejectsPanel';
import classes from './ReportGrid.module.css';
import type { GridRows } from './rows';
import type { SortKey } from './sort';
import type { SelectionSummary } from './statistics';
import { useEditing } from './useEditing';
import { useFind } from './useFind';
import { useFindKey } from './useFindKey';
import { useFocusLeaving } from './useFocusLeaving';
import { useGridHandlers } from './useGridHandlers';
import { useSelectionSummary } from './useSelectionSummary';
import { useShownRows } from './useShownRows';

export interface ReportGridHandle {
  /** Gives the grid the keyboard. */
  focus(): void;
  openFind(): void;
}

export interface ReportGridProps {
  /** The accessible name: the report's title. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: GridRows;
  /** Sums that stand below the rows, one row a currency. */
  readonly totals: readonly ResultRow[];
  /** The currency of money columns that name none. */
  readonly baseCurrency: string;
  readonly locale: Locale;
  readonly negative?: NegativeStyle | undefined;
  /** Words for codes that only this report knows, such as its buckets. */
  readonly codes?: CodeWordings | undefined;
  /** The order that the rows are in, for the arrows in the headers. */
  readonly order?: readonly SortKey[] | undefined;
  /** Asks for another order; the rows given next are expected in it. An empty list is the report's own. */
  readonly onSort?: ((order: readonly SortKey[]) => void) | undefined;
  readonly onOpenCell?: ((column: Column, row: ResultRow) => void) | undefined;
  readonly onExplainRow?: ((row: ResultRow) => void) | undefined;
  /** Opening a row explains it: by Enter or a double click. For grids that are not edited. */
  readonly opensRows?: boolean | undefined;
  /** Which arrangement this is; a new key starts a new grid. */
  readonly columnStateKey: string;
  readonly columnState?: ColumnLayout | undefined;
  readonly onColumnState?: ((layout: ColumnLayout) => void) | undefined;
  readonly onSelection?: ((summary: SelectionSummary | undefined) => void) | undefined;
  /** Opens find with this text. */
  readonly find?: string | undefined;
  /** Stands before the grid's own tools. */
  readonly tools?: ReactNode | undefined;
  /** What makes the grid editable; without it, it is for reading. */
  readonly editing?: GridEditing | undefined;
  readonly ref?: Ref<ReportGridHandle> | undefined;
}

const noOrder: readonly SortKey[] = [];
/** A report's rows with a spreadsheet's habits. It draws and selects; order, drilling and storage are the caller's. */
export function ReportGrid(props: ReportGridProps) {
  const { columns, rows, totals, baseCurrency, locale, negative = 'minus', codes } = props;
  const { editing: asked } = props;
  const translate = translator(locale);
  const { shown, pending, failed, retry } = useShownRows(rows);
  const editors = useMemo(() => asked && editorsOf(columns, asked), [columns, asked]);
  const style = useMemo<CellStyle>(
    () => ({ locale, negative, translate, codes, editors }),
    [locale, negative, translate, codes, editors],
  );
  const root = useRef<HTMLElement>(null);
  const rootOf = useCallback(() => root.current, []);
  const sheet = useRef<HTMLDivElement>(null);
  // The arrangement of the rows that are drawn: those of another one stay until the new ones have come.
  const [drawn, setDrawn] = useState({ shown, key: props.columnStateKey });
  if (drawn.shown !== shown) setDrawn({ shown, key: props.columnStateKey });
  const [notice, setNotice] = useState('');
  const find = useFind(props.find);
  const findInput = useRef<HTMLInputElement>(null);
  const summarise = useSelectionSummary(props.onSelection);
  const [controller] = useState(() => new GridController());
  const editing = useEditing(controller, {
    editing: asked,
    editors,
    columns,
    style,
    notify: setNotice,
  });
  const { selectionMoved } = editing;
  const frame = useRef<HTMLDivElement>(null);
  useFocusLeaving(frame, editing.entry.submit);

  useEffect(() => {
    controller.listen(() => {
      selectionMoved();
      summarise({
        blocks: controller.blocks,
        columns: controller.columns,
        baseCurrency,
        read: (from, to, signal) => controller.read(from, to, signal),
      });
    });
  }, [controller, summarise, baseCurrency, selectionMoved]);

  const isEditable = useMemo(
    () =>
      asked &&
      ((column: Column, row: ResultRow, isEntry: boolean) =>
        asked.readOnlyReason === undefined &&
        editors?.has(column.id) === true &&
        (isEntry || asked.canEdit?.(column, row) === undefined)),
    [asked, editors],
  );

  const openFind = (text?: string) => {
    setNotice('');
    find.open(text);
  };
  const findNext = (backwards: boolean) => {
    if (!find.isOpen) return openFind();
    find.next(backwards, {
      store: controller.store,
      columns: controller.columns,
      style,
      from: controller.selection?.focus ?? { row: 0, column: -1 },
      onFound: (point) => controller.showFound(point),
    });
  };
  const say = (outcome: CopyOutcome | undefined) => {
    if (outcome?.kind === 'copied') setNotice(translate('grid.copied', { count: outcome.cells }));
    if (outcome?.kind === 'apart') setNotice(translate('grid.copy.apart'));
    if (outcome?.kind === 'failed') setNotice(translate('grid.copy.failed'));
    if (outcome?.kind === 'tooMany')
      setNotice(translate('grid.copy.tooMany', { cells: outcome.cells, max: copyCellsMax }));
  };
  const { handlers, isReleased, explainSelected } = useGridHandlers(controller, {
    onOpenCell: props.onOpenCell,
    onExplainRow: props.onExplainRow,
    opensRows: props.opensRows === true && !asked,
    onFind: openFind,
    onFindNext: findNext,
    onCopy: (clipboard) => void copyBlock(controller, style, clipboard, !asked).then(say),
    onCut: (clipboard) => {
      if (asked?.readOnlyReason !== undefined) return setNotice(asked.readOnlyReason);
      void copyBlock(controller, style, clipboard, false).then((outcome) => {
        say(outcome);
        if (outcome?.kind === 'copied') editing.acts.clear();
      });
    },
    editing: asked && editing,
  });
  useImperativeHandle(props.ref, () => ({ focus: () => controller.takeFocus(), openFind }));

  useFindKey(() => {
    openFind();
    findInput.current?.select();
    findInput.current?.focus();
  });

  const isClient = shown?.all !== undefined;
  return (
    <div className={classes['frame']} ref={frame}>
      <div className={classes['tools']}>
        <div className={classes['ownTools']}>{props.tools}</div>
        {find.isOpen ? (
          <FindBar
            input={findInput}
            text={find.text}
            status={find.status}
            translate={translate}
            onText={find.setText}
            onNext={findNext}
            onClose={() => {
              find.close();
              controller.takeFocus();
            }}
            onReplace={
              asked &&
              ((replacement, inAll) => {
                const wanted = { search: find.text, replacement };
                if (inAll) return editing.acts.replaceAll(wanted);
                editing.acts.replaceOne(wanted);
                findNext(false);
              })
            }
          />
        ) : (
          <GridTool icon={IconSearch} label={translate('grid.find')} onClick={() => openFind()} />
        )}
        <ColumnChooser
          columns={columns}
          translate={translate}
          read={() => layoutOf(controller.api?.getColumnState() ?? [])}
          onChange={(layout) => {
            controller.api?.applyColumnState({ state: stateOf(layout), applyOrder: true });
            props.onColumnState?.(layout);
          }}
        />
        {asked?.canAppend && (
          <GridTool
            icon={IconRowInsertBottom}
            label={translate('grid.addRow')}
            onClick={editing.addRow}
          />
        )}
        {props.onExplainRow && (
          <GridTool
            icon={IconInfoCircle}
            label={translate('grid.explain')}
            onClick={explainSelected}
          />
        )}
      </div>
      {failed && (
        <div className={classes['failure']} role="alert">
          {translate('grid.failed')}{' '}
          <Button size="compact-xs" variant="default" onClick={retry}>
            {translate('grid.retry')}
          </Button>
        </div>
      )}
      <div className={classes['sheet']} ref={sheet}>
        <section
          ref={root}
          className={classes['grid']}
          aria-busy={pending || editing.apply.isBusy}
          aria-label={translate(asked ? 'grid.name.editable' : 'grid.name', {
            title: props.title,
            rows: formatInteger(rows.rowCount, locale),
          })}
          {...handlers}
        >
          {shown && (
            <GridSurface
              key={`${drawn.key} ${locale} ${isClient}`}
              controller={controller}
              root={rootOf}
              columns={columns}
              shown={shown}
              totals={totals}
              style={style}
              order={props.order ?? noOrder}
              layout={props.columnState}
              onSort={props.onSort}
              onLayout={props.onColumnState}
              tabLeaves={isReleased}
              entry={editing.entry.row}
              isEditable={isEditable}
            />
          )}
        </section>
        <GridEditor
          controller={controller}
          editing={editing}
          columns={columns}
          style={style}
          frame={sheet}
        />
      </div>
      {editing.apply.problem && (
        <RejectsPanel
          problem={editing.apply.problem}
          columns={columns}
          style={style}
          onClose={() => {
            editing.apply.closeProblem();
            controller.takeFocus();
          }}
          onCopied={(count) => setNotice(translate('grid.rejects.copied', { count }))}
        />
      )}
      <div className={classes['status']} role="status">
        {notice}
      </div>
    </div>
  );
}
