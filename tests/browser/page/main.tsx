import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ResultRow } from '../../../src/domain/report/result';
import type { EditReject, EditRequest, GridEditing } from '../../../src/grid/editing';
import { ReportGrid } from '../../../src/grid/ReportGrid';
import type { GridRows } from '../../../src/grid/rows';
import type { SelectionSummary } from '../../../src/grid/statistics';
import { isLocale } from '../../../src/i18n/locale';
import { initI18n } from '../../../src/i18n/setup';
import { assert } from '../../../src/lib/assert';
import { cssVariables, mantineTheme } from '../../../src/ui/tokens/mantineTheme';
import { columns, editorOf, invoices } from './invoices';

const options = new URLSearchParams(location.search);
const named = options.get('locale') ?? 'en';
const locale = isLocale(named) ? named : 'en';

/** What the grid asked for, and what the rows are now: read by the test. */
const record = { requests: [] as EditRequest[], rows: [] as readonly ResultRow[], ms: 0 };
let summary: SelectionSummary | undefined;
let failure: string | undefined;
Object.assign(globalThis, {
  record,
  summary: () => summary,
  failNext: (message: string) => {
    failure = message;
  },
});

function rowsOf(rows: readonly ResultRow[]): GridRows {
  return {
    rowCount: rows.length,
    page: async (offset, limit) => rows.slice(offset, offset + limit),
  };
}

/** A ledger in memory that takes every edit, save for amounts of more than a million. */
function Page() {
  const [rows, setRows] = useState<readonly ResultRow[]>(() =>
    invoices(Number(options.get('rows') ?? 40)),
  );
  record.rows = rows;
  const given = useMemo(() => rowsOf(rows), [rows]);
  const editing = useMemo<GridEditing>(
    () => ({
      editorOf,
      canEdit: (column, row) =>
        column.id === 'due_date' && row['number'] === 'F-2'
          ? 'The period of this invoice is closed.'
          : undefined,
      canAppend: options.get('append') !== 'no',
      ...(options.has('readOnly') ? { readOnlyReason: 'Another tab writes.' } : {}),
      async apply(request): Promise<readonly EditReject[]> {
        record.requests.push(request);
        await Promise.resolve();
        if (failure !== undefined) {
          const message = failure;
          failure = undefined;
          throw new Error(message);
        }
        const rejects: EditReject[] = [];
        setRows((before) => {
          const next = [...before];
          const at = new Map(before.map((row, index) => [row['number'], index]));
          for (const { row, column, value } of request.edits) {
            const index = at.get(row['number'] ?? null);
            if (index === undefined) continue;
            next[index] = { ...next[index], [column]: kept(column, value) };
          }
          for (const { values } of request.added)
            next.push({
              ...Object.fromEntries(columns.map(({ id }) => [id, kept(id, values[id] ?? null)])),
              number: `N-${next.length}`,
            });
          return next;
        });
        return rejects;
      },
    }),
    [],
  );
  return (
    <div style={{ height: '100%', padding: 8, boxSizing: 'border-box' }} data-testid="grid-area">
      <ReportGrid
        title="Invoices"
        columns={columns}
        rows={given}
        totals={[{ currency: 'EUR', amount: '100.00' }]}
        baseCurrency="EUR"
        locale={locale}
        columnStateKey="page"
        editing={editing}
        onSelection={(next) => {
          summary = next;
        }}
      />
    </div>
  );
}

function kept(column: string, value: string | null): string | number | boolean | null {
  if (value === null) return null;
  if (column === 'disputed') return value === 'true';
  return column === 'reminders' ? Number(value) : value;
}

await initI18n(locale);
const root = document.getElementById('root');
assert(root, 'the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={options.get('scheme') === 'dark' ? 'dark' : 'light'}
    >
      <Page />
    </MantineProvider>
  </StrictMode>,
);
