import { describe, expect, it } from 'vitest';
import { excel, largeBlock, libreOffice, sheets } from '../../tests/browser/clipboards';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';
import { clearPlan, filledBlock, fillPlan, fillTextPlan } from './cellPlans';
import { blockText, clipboardLines } from './clipboard';
import type { Editors } from './editing';
import { type EditContext, type EditPlan, EditPlanner, writtenText } from './editPlan';
import { type PasteTarget, pasteAreas, pastePlan, sizeOf } from './pastePlan';
import { replaced, replaceIn } from './replacePlan';
import type { Extent } from './selection';
import { typedCell } from './typedCell';

const columns: readonly Column[] = [
  { id: 'number', label: { key: 'column.number' }, kind: 'id' },
  { id: 'customer', label: { key: 'column.customerName' }, kind: 'text' },
  { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
  { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
  { id: 'collector', label: { key: 'dimension.collector' }, kind: 'text' },
];
const [number, customer, dueDate, amount, collector] = columns;
const given = columns.slice(1);
const editors: Editors = new Map([
  ['customer', { kind: 'text', required: true, maxLength: 40 }],
  ['due_date', { kind: 'date', required: true }],
  ['amount', { kind: 'amount', decimalsMax: 2 }],
  [
    'collector',
    {
      kind: 'choice',
      choices: [
        { value: 'c0', label: 'Ana Ruiz' },
        { value: 'c2', label: 'Carlos Vega' },
        { value: 'c3', label: 'Carla Vidal' },
      ],
    },
  ],
]);

function contextIn(locale: Locale): EditContext {
  return {
    columns,
    editors,
    style: { locale, negative: 'minus', translate: translator(locale), editors },
    canEdit: (column, row) =>
      column.id === 'due_date' && row['number'] === 'F-2' ? 'The period is closed.' : undefined,
  };
}
const context = contextIn('en');

const rows: readonly ResultRow[] = [
  {
    number: 'F-1',
    customer: 'One',
    due_date: '2026-01-15',
    amount: '10.00',
    currency: 'EUR',
    collector: 'c0',
  },
  {
    number: 'F-2',
    customer: 'Two',
    due_date: '2026-02-15',
    amount: '20.00',
    currency: 'EUR',
    collector: null,
  },
  {
    number: 'F-3',
    customer: 'Three',
    due_date: '2026-03-15',
    amount: null,
    currency: 'EUR',
    collector: 'c2',
  },
];
const targets = rows.map((row, index) => ({ row, line: index + 1, isEntry: false }));
const entryTarget = { row: {}, line: 4, isEntry: true };

/** Edits as `line column=value`, rejects as `line column: reason`. */
function told({ edits, added, rejects }: EditPlan) {
  return {
    edits: edits.map(({ line, column, value }) => `${line} ${column}=${value}`),
    added: added.map(({ line, values }) => ({ line, ...values })),
    rejects: rejects.map(({ line, column, reason }) => `${line} ${column}: ${reason}`),
  };
}

function paste(
  text: string,
  into: readonly PasteTarget[],
  at: readonly (Column | undefined)[],
  locale: Locale = 'en',
) {
  return told(
    pastePlan(contextIn(locale), clipboardLines(text), [
      { targets: into, columns: at, firstLine: 1 },
    ]),
  );
}

describe('the clipboard of another program', () => {
  it('of Excel has a line break after its last line and line breaks inside quoted cells', () => {
    expect(clipboardLines(excel)).toEqual([
      ['Novák & Sons', '31/12/2026', '1,234.50', 'Ana Ruiz'],
      ['Acme\nNorth "Export" dept.', '05/01/2027', '(400.00)', 'Carlos Vega'],
      ['5" Pipes Ltd', '15 Jan 2027', '$1,000,000.00', ''],
    ]);
  });

  it('of Google Sheets has none', () => {
    expect(clipboardLines(sheets)).toHaveLength(2);
    expect(clipboardLines(sheets)[1]?.[0]).toBe('Acme\nNorth "Export" dept.');
  });

  it('of LibreOffice has one, and quotes a tab', () => {
    expect(clipboardLines(libreOffice)).toHaveLength(3);
    expect(clipboardLines(libreOffice)[1]?.[0]).toBe('Sever\tExport');
  });

  it('loses exactly one line break at its end: an empty last line is a line', () => {
    expect(clipboardLines('a\r\n\r\n')).toEqual([['a'], ['']]);
    expect(clipboardLines('a\n\n')).toEqual([['a'], ['']]);
    expect(clipboardLines('\r\n')).toEqual([['']]);
  });

  it('whose quotes do not pair is text', () => {
    expect(clipboardLines('"Best\tone\ntwo\tthree')).toEqual([
      ['"Best', 'one'],
      ['two', 'three'],
    ]);
  });
});

describe('where a paste goes', () => {
  const area = (top: number, left: number, bottom: number, right: number) => ({
    top,
    left,
    bottom,
    right,
  });
  const go = (lines: number, width: number, ...blocks: readonly ReturnType<typeof area>[]) => {
    const areas = pasteAreas({ lines, width }, blocks);
    return areas.ok ? areas.value : areas.error;
  };

  it('is every selected cell for a single one', () => {
    expect(go(1, 1, area(0, 0, 9, 3))).toEqual([area(0, 0, 9, 3)]);
    expect(go(1, 1, area(0, 0, 0, 0), area(4, 1, 5, 1))).toHaveLength(2);
  });

  it('is the selection where it is an exact multiple', () => {
    expect(go(2, 1, area(0, 0, 5, 1))).toEqual([area(0, 0, 5, 1)]);
  });

  it('otherwise begins at the first selected cell, as large as what was copied', () => {
    expect(go(3, 2, area(4, 1, 4, 1))).toEqual([area(4, 1, 6, 2)]);
    expect(go(2, 2, area(4, 1, 6, 3))).toEqual([area(4, 1, 5, 2)]);
  });

  it('is nowhere where it does not fit each of several blocks', () => {
    expect(go(2, 1, area(0, 0, 0, 0), area(4, 0, 4, 0))).toBe('apart');
    expect(go(2, 1, area(0, 0, 1, 0), area(4, 0, 7, 0))).toHaveLength(2);
  });
});

describe('a paste', () => {
  it('takes what it can read, and lists the rest with its line and reason', () => {
    const { edits, rejects } = paste(
      'Uno\t31/12/2026\t1,234.50\tAna Ruiz\r\nDos\t31/12/2026\tabc\tNobody\r\n\t\t\t\r\n',
      targets,
      given,
    );
    expect(edits).toEqual([
      '1 customer=Uno',
      '1 due_date=2026-12-31',
      '1 amount=1234.50',
      '2 customer=Dos',
      '3 collector=null',
    ]);
    expect(rejects).toEqual([
      '2 due_date: The period is closed.',
      '2 amount: Not a number.',
      '2 collector: Not in the list. Alt+Down opens it.',
      '3 customer: A value is required here.',
      '3 due_date: A value is required here.',
    ]);
  });

  it('of a table that was copied here changes nothing and refuses nothing', () => {
    for (const locale of ['en', 'es', 'cs'] as const) {
      const text = blockText(columns, undefined, rows, contextIn(locale).style);
      expect(paste(text, targets, columns, locale)).toEqual({ edits: [], added: [], rejects: [] });
    }
  });

  it('over a column that cannot be edited says so', () => {
    expect(paste('F-9', targets.slice(0, 1), [number]).rejects).toEqual([
      '1 number: Number cannot be edited here: it is imported or computed.',
    ]);
  });

  it('beyond the last row makes new rows, each complete or not at all', () => {
    const { added, rejects } = paste(excel, ['new', 'new', 'new'], given);
    expect(added).toEqual([
      {
        line: 1,
        customer: 'Novák & Sons',
        due_date: '2026-12-31',
        amount: '1234.50',
        collector: 'c0',
      },
      {
        line: 2,
        customer: 'Acme\nNorth "Export" dept.',
        due_date: '2027-01-05',
        amount: '-400.00',
        collector: 'c2',
      },
      { line: 3, customer: '5" Pipes Ltd', due_date: '2027-01-15', amount: '1000000.00' },
    ]);
    expect(rejects).toEqual([]);
    expect(paste('Only a name\t\t\r\n\t31/02/2026\t5', ['new', 'new'], given.slice(0, 3))).toEqual({
      edits: [],
      added: [],
      rejects: [
        '1 due_date: A value is required here. The row was not added.',
        expect.stringMatching(/^2 due_date: Not a date.* The row was not added\.$/),
        '2 customer: A value is required here. The row was not added.',
      ],
    });
  });

  it('beyond the last row or column of a grid that takes no rows is listed', () => {
    expect(paste('a\tb\nc\td', [...targets.slice(0, 1), 'none'], [customer, undefined])).toEqual({
      edits: ['1 customer=a'],
      added: [],
      rejects: ['1 : There is no column here.', '2 : There is no row here, and none can be added.'],
    });
  });

  it('from a spreadsheet of another country reads its numbers by its own habit', () => {
    const { added } = paste(libreOffice, ['new', 'new', 'new'], given);
    expect(added).toMatchObject([
      { customer: 'Novák a synové', due_date: '2026-12-31', amount: '1234.56' },
      { customer: 'Sever\tExport', due_date: '2027-01-05', amount: '-400.00' },
      { customer: 'Ústí', due_date: '2027-01-15', amount: '2000' },
    ]);
  });

  it('of one cell fills all cells, each as its column reads it', () => {
    const { edits } = paste('5', targets.slice(0, 2), [customer, amount]);
    expect(edits).toEqual(['1 customer=5', '1 amount=5', '2 customer=5', '2 amount=5']);
  });

  it('takes off the apostrophe that keeps a text from being run', () => {
    expect(paste("'=SUM(A1)", targets.slice(0, 1), [customer]).edits).toEqual([
      '1 customer==SUM(A1)',
    ]);
  });

  it('into the entry row fills it without asking for what is still missing', () => {
    const plan = pastePlan(context, clipboardLines('New\t\t5.00'), [
      { targets: [entryTarget], columns: given.slice(0, 3), firstLine: 4 },
    ]);
    expect(plan).toEqual({
      edits: [],
      added: [],
      rejects: [],
      entry: { customer: 'New', due_date: null, amount: '5.00' },
    });
  });

  it('of a thousand lines of five cells is planned in a moment', () => {
    const lines = clipboardLines(largeBlock(1_000));
    expect(sizeOf(lines)).toEqual({ lines: 1_000, width: 5 });
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      row: { number: `G-${index}`, currency: 'EUR' },
      line: index + 1,
      isEntry: false,
    }));
    const place = [customer, dueDate, amount, collector, undefined];
    const begun = performance.now();
    const plan = pastePlan(context, lines, [{ targets: many, columns: place, firstLine: 1 }]);
    const took_ms = performance.now() - begun;
    expect(plan.edits).toHaveLength(4_000);
    expect(plan.rejects).toHaveLength(1_000);
    expect(took_ms).toBeLessThan(20_000);
  });
});

describe('clearing', () => {
  it('empties what can be empty, and lists what cannot', () => {
    expect(told(clearPlan(context, [{ rows: targets, columns }]))).toEqual({
      edits: ['1 amount=null', '1 collector=null', '2 amount=null', '3 collector=null'],
      added: [],
      rejects: [
        '1 customer: A value is required here.',
        '1 due_date: A value is required here.',
        '2 customer: A value is required here.',
        '2 due_date: The period is closed.',
        '3 customer: A value is required here.',
        '3 due_date: A value is required here.',
      ],
    });
  });
});

describe('filling', () => {
  it('down takes the first row of each block', () => {
    const range = { rows: targets, columns: given.slice(1) };
    expect(told(fillPlan(context, [range], 'down'))).toEqual({
      edits: [
        '2 amount=10.00',
        '2 collector=c0',
        '3 due_date=2026-01-15',
        '3 amount=10.00',
        '3 collector=c0',
      ],
      added: [],
      rejects: ['2 due_date: The period is closed.'],
    });
  });

  it('right takes the first column, where its values are values of the others', () => {
    const range = {
      rows: targets.slice(0, 1),
      columns: [dueDate, customer, amount].flatMap((one) => one ?? []),
    };
    expect(told(fillPlan(context, [range], 'right'))).toEqual({
      edits: ['1 customer=2026-01-15'],
      added: [],
      rejects: ['1 amount: Not a number.'],
    });
  });

  it('of a single row takes the row above, also into the entry row; the first row has none', () => {
    const extent: Extent = { bodyRows: 3, entryRows: 1, totalRows: 1, columns: 4 };
    const row = (top: number) => ({ top, bottom: top, left: 1, right: 2 });
    expect(filledBlock(row(2), 'down', extent)).toMatchObject({ top: 1, bottom: 2 });
    expect(filledBlock(row(3), 'down', extent)).toMatchObject({ top: 2, bottom: 3 });
    expect(filledBlock(row(0), 'down', extent)).toBeUndefined();
    expect(filledBlock({ ...row(0), right: 1 }, 'right', extent)).toMatchObject({ left: 0 });
    expect(filledBlock({ ...row(0), left: 0, right: 0 }, 'right', extent)).toBeUndefined();
  });

  it('with a typed text reads it for each column', () => {
    const range = { rows: targets.slice(0, 1), columns: given };
    expect(told(fillTextPlan(context, [range], '5'))).toMatchObject({
      edits: ['1 customer=5', '1 amount=5'],
      rejects: [
        expect.stringMatching(/^1 due_date: Not a date/),
        expect.stringMatching(/^1 collector/),
      ],
    });
  });
});

describe('replacing', () => {
  it('finds without case and accents, and keeps the rest as it is', () => {
    expect(replaced('Café NOVÁK, novak', 'novak', 'Dvořák')).toBe('Café Dvořák, Dvořák');
    expect(replaced('aaa', 'aa', 'b')).toBe('ba');
    expect(replaced('abc', 'x', 'y')).toBeUndefined();
  });

  it('changes matching cells that can be edited, as if the result were typed', () => {
    const planner = new EditPlanner(context);
    const range = { rows: targets, columns };
    replaceIn(planner, context, range, { search: 'F-', replacement: 'X-' });
    replaceIn(planner, context, range, { search: 'Jan 2026', replacement: 'Jan 2027' });
    replaceIn(planner, context, range, { search: 'ana ruiz', replacement: 'Carla Vidal' });
    replaceIn(planner, context, range, { search: '20.00', replacement: 'no number' });
    replaceIn(planner, context, range, { search: 'three', replacement: '' });
    expect(told(planner.plan)).toEqual({
      edits: ['1 due_date=2027-01-15', '1 collector=c3'],
      added: [],
      rejects: ['2 amount: Not a number.', '3 customer: A value is required here.'],
    });
  });
});

it('what an editor begins with reads as the value that is there, in every language', () => {
  for (const locale of ['en', 'es', 'cs'] as const) {
    const { style } = contextIn(locale);
    for (const row of rows)
      for (const column of given) {
        const editor = editors.get(column.id);
        if (!editor || row[column.id] === null) continue;
        const text = writtenText(column, editor, row[column.id], style);
        const read = typedCell(text, editor, { locale });
        expect(read.ok && read.value).toBe(row[column.id]);
      }
  }
});
