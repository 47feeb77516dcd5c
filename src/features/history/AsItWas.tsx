import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { asItWas } from '../../domain/journal/asItWas';
import type { ResultRow } from '../../domain/report/result';
import { fieldText } from '../../grid/fieldText';
import { labelText } from '../../i18n/labels';
import { useLocale, useTranslate } from '../../i18n/setup';
import { useSession } from '../../session/react/context';

/** A record just before and just after the event of a row of the history. */
export function AsItWas({ row }: { readonly row: ResultRow }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { events } = useSession();
  const position = Number(row['position']);
  const event = events[position - 1]?.event;
  const change = event?.kind === 'fields' ? event.changes[Number(row['line_no']) - 1] : undefined;
  if (!change) return <Text size="sm">{t('history.noRecord')}</Text>;
  const text = (field: string, value: string | null): string =>
    value === null ? '' : fieldText(field, value, locale, t);
  const fields = asItWas(events, change.record, position);
  return (
    <Stack gap="xs" data-testid="as-it-was">
      <Title order={3}>{t('history.asItWas')}</Title>
      <Text size="sm">
        {t('history.recordAt', { record: change.record.id, position: String(position) })}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.field')}</Table.Th>
            <Table.Th>{t('column.valueBefore')}</Table.Th>
            <Table.Th>{t('column.valueAfter')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ field, before, after }) => (
            <Table.Tr key={field}>
              <Table.Td>{labelText(t, { key: `field.${field}` })}</Table.Td>
              <Table.Td>{text(field, before)}</Table.Td>
              <Table.Td fw={before === after ? undefined : 700}>{text(field, after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        {t('history.restAsImported')}
      </Text>
    </Stack>
  );
}
