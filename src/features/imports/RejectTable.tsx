import { ScrollArea, Stack, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import type { ImportPlan } from '../../session/import/plan';
import { fieldText } from './words';

/** The rows that are not taken, with their line and what to do. */
export function RejectTable({ plan }: { readonly plan: ImportPlan }): ReactNode {
  const t = useTranslate();
  const headerOf = (field: string): string =>
    plan.mapping.fields[field]?.header ?? fieldText(t, field);
  return (
    <Stack gap={4}>
      <Title order={4}>{t('import.rejects')}</Title>
      <ScrollArea.Autosize mah={240} tabIndex={0} role="region" aria-label={t('import.rejects')}>
        <Table data-testid="rejects">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.rejectLine')}</Table.Th>
              <Table.Th>{t('import.rejectReason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.rejects.map((reject) => (
              <Table.Tr key={`${reject.line} ${reject.field}`}>
                <Table.Td>{reject.line}</Table.Td>
                <Table.Td>
                  {t(`import.reject.${reject.reason}`, {
                    field: headerOf(reject.field),
                    value: reject.value,
                  })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Stack>
  );
}
