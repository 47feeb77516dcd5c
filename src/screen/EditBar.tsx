import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type IsoDate, parseIsoDate } from '../domain/time/calendar';
import { useTranslate } from '../i18n/setup';
import { DayInput } from '../ui/DayInput';

export interface EditTerms {
  /** From which day on changes count; `null`: it always was so. */
  readonly since: IsoDate | null;
  readonly reason: string;
}

/** How what is typed into the grid counts: always, or from a day on; and why. */
export function EditBar(props: {
  readonly terms: EditTerms;
  readonly asOf: IsoDate;
  onChange(terms: EditTerms): void;
}): ReactNode {
  const t = useTranslate();
  const { terms, asOf, onChange } = props;
  return (
    <Group gap="xs" data-testid="edit-bar">
      <Text size="sm" c="dimmed">
        {t('edit.counts')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('edit.counts')}
        value={terms.since === null ? 'always' : 'since'}
        data={[
          { value: 'always', label: t('edit.always') },
          { value: 'since', label: t('edit.since') },
        ]}
        onChange={(value) => onChange({ ...terms, since: value === 'always' ? null : asOf })}
      />
      {terms.since !== null && (
        <DayInput
          w={140}
          aria-label={t('edit.since')}
          value={terms.since}
          onChange={(value) => {
            const parsed = parseIsoDate(value ?? '');
            if (parsed.ok) onChange({ ...terms, since: parsed.value });
          }}
        />
      )}
      <TextInput
        size="xs"
        w={260}
        aria-label={t('edit.reason')}
        placeholder={t('edit.reason')}
        maxLength={500}
        value={terms.reason}
        onChange={(event) => onChange({ ...terms, reason: event.currentTarget.value })}
      />
    </Group>
  );
}
