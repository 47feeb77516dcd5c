import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { closedStates } from '../../domain/aging/rollRates';
import { codeText, labelText, type Wording } from '../../i18n/labels';
import { useTranslate } from '../../i18n/setup';
import { useUrlParams } from '../../session/react/useUrlParams';

interface StateChoiceProps {
  /** The words of the buckets by their ids. */
  readonly buckets: Readonly<Record<string, Wording>>;
}

/** One state before, one after, or any. */
export function StateChoice({ buckets }: StateChoiceProps): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const ids = Object.keys(buckets).filter((id) => id !== 'unapplied');
  const choices = [
    { name: 'fromState', column: 'from_state', label: t('column.fromState'), own: ['new'] },
    { name: 'toState', column: 'to_state', label: t('column.toState'), own: closedStates },
  ] as const;
  return choices.map(({ name, column, label, own }) => (
    <Select
      key={name}
      size="xs"
      w={230}
      aria-label={label}
      placeholder={label}
      clearable
      value={params[name] ?? null}
      data={[...ids, ...own].map((id) => {
        const bucket = buckets[id];
        const state = bucket ? labelText(t, bucket) : (codeText(t, column, id) ?? id);
        return { value: id, label: `${label}: ${state}` };
      })}
      onChange={(value) => set({ [name]: value ?? undefined })}
    />
  ));
}
