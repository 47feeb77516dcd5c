import { Button, Group, ScrollArea, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CellPatch } from '../../domain/import/mapping';
import { placeOf } from '../../domain/import/place';
import { useTranslate } from '../../i18n/setup';
import type { ImportPlan } from '../../session/import/plan';
import type { Draft, ImportFlow } from './useImport';
import { fieldText } from './words';

/** What a person typed in the place of rejected cells, by line and column. */
type Typed = ReadonlyMap<string, CellPatch>;

const cellKey = (line: number, column: number): string => `${line}:${column}`;

/** The patches of a mapping with new ones in the place of older ones of the same cells. */
function patched(before: readonly CellPatch[], typed: Typed): readonly CellPatch[] {
  const kept = before.filter(({ line, column }) => !typed.has(cellKey(line, column)));
  return [...kept, ...typed.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The rows that are not taken, with their line and what to do: each cell can be corrected here, or all of them saved. */
export function RejectTable(props: {
  readonly plan: ImportPlan;
  readonly draft: Draft;
  readonly flow: ImportFlow;
}): ReactNode {
  const t = useTranslate();
  const { plan, draft, flow } = props;
  const [typed, setTyped] = useState<Typed>(new Map());
  const { mapping, staged } = plan;
  const mended = mapping.patches ?? [];
  const headerOf = (field: string): string => mapping.fields[field]?.header ?? fieldText(t, field);
  const apply = (): void => {
    setTyped(new Map());
    void flow.adjust(draft, { ...mapping, patches: patched(mended, typed) });
  };
  if (plan.rejects.length === 0 && mended.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={4}>{t('import.rejects')}</Title>
      {mended.length > 0 && (
        <Group gap="xs" data-testid="mended">
          <Text size="sm">{t('import.mended', { count: mended.length })}</Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              const { patches: _patches, ...rest } = mapping;
              void flow.adjust(draft, rest);
            }}
          >
            {t('import.forgetFixes')}
          </Button>
        </Group>
      )}
      {plan.rejects.length > 0 && (
        <>
          <ScrollArea.Autosize
            mah={280}
            tabIndex={0}
            role="region"
            aria-label={t('import.rejects')}
          >
            <Table data-testid="rejects">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('import.rejectLine')}</Table.Th>
                  <Table.Th>{t('import.rejectReason')}</Table.Th>
                  <Table.Th>{t('import.rejectFix')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {plan.rejects.map((reject) => {
                  const place = placeOf(staged.file, staged.origin, reject.line);
                  const column = mapping.fields[reject.field]?.column;
                  const field = headerOf(reject.field);
                  return (
                    <Table.Tr key={`${reject.line} ${reject.field}`}>
                      <Table.Td>
                        {staged.origin?.pieces ? `${place.file}, ${place.line}` : place.line}
                      </Table.Td>
                      <Table.Td>
                        {t(`import.reject.${reject.reason}`, { field, value: reject.value })}
                      </Table.Td>
                      <Table.Td>
                        {column !== undefined && (
                          <TextInput
                            size="xs"
                            aria-label={t('import.rejectFixCell', {
                              field,
                              line: String(place.line),
                            })}
                            value={typed.get(cellKey(reject.line, column))?.text ?? reject.value}
                            onChange={(event) => {
                              const text = event.currentTarget.value;
                              const next = new Map(typed);
                              next.set(cellKey(reject.line, column), {
                                line: reject.line,
                                column,
                                text,
                              });
                              setTyped(next);
                            }}
                            onKeyDown={(event) => {
                              if (event.key === 'Enter' && typed.size > 0) apply();
                            }}
                          />
                        )}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
          <Group gap="xs">
            <Button size="xs" disabled={typed.size === 0} onClick={apply}>
              {t('import.applyFixes')}
            </Button>
            <Button size="xs" variant="default" onClick={() => void flow.saveRejects(draft)}>
              {t('import.rejectsSave')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
