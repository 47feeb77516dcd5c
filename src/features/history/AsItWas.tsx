import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { adjustmentAtEvent } from '../../domain/journal/adjustmentFields';
import { asItWas, type FieldAtEvent } from '../../domain/journal/asItWas';
import type { RecordedEvent } from '../../domain/journal/event';
import type { RecordKey } from '../../domain/journal/record';
import type { ResultRow } from '../../domain/report/result';
import { fieldText } from '../../grid/fieldText';
import { labelText } from '../../i18n/labels';
import { useLocale, useTranslate } from '../../i18n/setup';
import { useSession } from '../../session/react/context';

interface Shown {
  readonly record: RecordKey;
  readonly fields: readonly FieldAtEvent[];
}

/** The record that a row of the history is about, with its fields on both sides of the event. */
function shownOf(events: readonly RecordedEvent[], row: ResultRow): Shown | undefined {
  const position = Number(row['position']);
  const event = events[position - 1]?.event;
  if (event?.kind === 'fields') {
    const record = event.changes[Number(row['line_no']) - 1]?.record;
    return record && { record, fields: asItWas(events, record, position) };
  }
  if (event?.kind !== 'adjustments') return undefined;
  const id = String(row['record_id']);
  const change = event.changes.find(({ before, after }) => (after ?? before)?.id === id);
  return (
    change && {
      record: { table: 'document', id, kind: 'adjustment', entity: '' },
      fields: adjustmentAtEvent(change.before, change.after),
    }
  );
}

/** A record just before and just after the event of a row of the history. */
export function AsItWas({ row }: { readonly row: ResultRow }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { events } = useSession();
  const shown = shownOf(events, row);
  if (!shown) return <Text size="sm">{t('history.noRecord')}</Text>;
  const text = (field: string, value: string | null): string =>
    value === null ? '' : fieldText(field, value, locale, t);
  const { record, fields } = shown;
  const number = row['number'];
  const name = typeof number === 'string' && number !== '' ? number : record.id;
  return (
    <Stack gap="xs" data-testid="as-it-was">
      <Title order={3}>{t('history.asItWas')}</Title>
      <Text size="sm">
        {t('history.recordAt', { record: name, position: String(row['position']) })}
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
      {record.kind !== 'adjustment' && (
        <Text size="sm" c="dimmed">
          {t('history.restAsImported')}
        </Text>
      )}
    </Stack>
  );
}
