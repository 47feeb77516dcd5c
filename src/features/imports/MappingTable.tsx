import { Select, Table } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { datasetByName } from '../../domain/import/datasets';
import { sql } from '../../engine/sql';
import { useTranslate } from '../../i18n/setup';
import { useSession } from '../../session/react/context';
import { type MappingRow, mappingRows, withFormats, withMeaning } from './mappingRows';
import { restOf } from './restOf';
import type { Draft, ImportFlow } from './useImport';
import { fieldText } from './words';

interface DraftProps {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}

/** The first values of each column, read from the engine. */
function useExamples(draft: Draft): readonly string[] {
  const session = useSession();
  const { rows, headers } = draft.staged.staged;
  const [examples, setExamples] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    session.engine.rows(sql`SELECT * FROM ${rows} s LIMIT 3`).then(
      (first) => {
        if (isCurrent)
          setExamples(
            headers.map((_, i) =>
              first.map((row) => String(row[`c${i}`] ?? '').slice(0, 40)).join(' · '),
            ),
          );
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [session, rows, headers]);
  return examples;
}

/** The file's columns, and of each what it means and how it is read, to be corrected. */
export function MappingTable({ draft, flow }: DraftProps): ReactNode {
  const t = useTranslate();
  const { mapping } = draft;
  const examples = useExamples(draft);
  const fields = datasetByName(mapping?.dataset ?? '')?.fields ?? [];
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.columnOfFile')}</Table.Th>
            <Table.Th>{t('import.example')}</Table.Th>
            <Table.Th>{t('import.meaning')}</Table.Th>
            <Table.Th>{t('import.readAs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mappingRows(draft.staged.staged.headers, mapping).map((row) => (
            <Table.Tr key={row.column}>
              <Table.Td>{row.header}</Table.Td>
              <Table.Td c="dimmed">{examples[row.column]}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${row.header}: ${t('import.meaning')}`}
                  size="xs"
                  searchable
                  clearable
                  disabled={!mapping}
                  placeholder={t('import.ignored')}
                  value={row.field ?? null}
                  data={fields.map(({ name }) => ({ value: name, label: fieldText(t, name) }))}
                  onChange={(field) =>
                    mapping &&
                    void flow.remap(
                      draft,
                      mapping.dataset,
                      withMeaning(mapping, row.column, field ?? undefined),
                      restOf(mapping),
                    )
                  }
                />
              </Table.Td>
              <Table.Td>
                <ReadAs row={row} draft={draft} flow={flow} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** How a column is read: to be chosen where it holds dates or numbers. */
function ReadAs({ row, draft, flow }: DraftProps & { readonly row: MappingRow }): ReactNode {
  const t = useTranslate();
  const { mapping } = draft;
  if (!mapping || row.readAs === undefined) return null;
  if (row.choices.size === 0) return t(row.readAs);
  const choose = (key: string | null): void => {
    const format = [...row.choices].find(([known]) => known === key)?.[1];
    if (format === undefined) return;
    const next = withFormats(mapping, new Map([[row.column, format]]));
    void flow.setMapping(draft, next, [row.header]);
  };
  return (
    <Select
      aria-label={`${row.header}: ${t('import.readAs')}`}
      size="xs"
      allowDeselect={false}
      value={row.choices.has(row.readAs) ? row.readAs : null}
      data={[...row.choices.keys()].map((key) => ({ value: key, label: t(key) }))}
      onChange={choose}
    />
  );
}
