import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AgingPolicy } from '../../domain/aging/policy';
import { useTranslate } from '../../i18n/setup';
import { useUrlParams } from '../../session/react/useUrlParams';
import { DayInput } from '../../ui/DayInput';
import { PolicyLine } from '../../ui/PolicyLine';

/** Where the address keeps what is different in the second aging, and what that is where nobody chose. */
const secondNames: Readonly<Record<string, readonly [param: string, own: string]>> = {
  basis: ['vsBasis', 'due'],
  credits: ['vsCredits', 'own'],
  allocation: ['vsAllocation', 'given'],
  relink: ['vsRelink', 'no'],
  disputed: ['vsDisputed', 'include'],
  attributes: ['vsAttributes', 'then'],
  dueDate: ['vsDueDate', 'current'],
};

/** The parameters by which an address tells the second aging. */
export const secondParams: readonly string[] = [
  'vsAsOf',
  ...Object.values(secondNames).map(([param]) => param),
];

/** The date and the policy that the first aging is compared with; buckets and currency are those of the first. */
export function SecondPolicy({ policy }: { readonly policy: object | undefined }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const second = policy && 'second' in policy ? (policy.second as AgingPolicy) : undefined;
  if (!second) return null;
  return (
    <Group gap={6} wrap="nowrap" align="center">
      <Text size="sm">{t('analysis.secondPolicy')}</Text>
      <DayInput
        w={130}
        style={{ flexShrink: 0 }}
        aria-label={t('analysis.secondDate')}
        placeholder={t('analysis.secondDate')}
        value={params['vsAsOf'] ?? second.asOf}
        onChange={(vsAsOf) => set({ vsAsOf: vsAsOf ?? undefined })}
      />
      <PolicyLine
        policy={second}
        onChange={(patch) =>
          set(
            Object.fromEntries(
              Object.entries(patch).map(([name, value]) => {
                const [param = name, own] = secondNames[name] ?? [];
                return [param, value ?? own];
              }),
            ),
          )
        }
      />
    </Group>
  );
}
