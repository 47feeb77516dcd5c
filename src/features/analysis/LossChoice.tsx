import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { useUrlParams } from '../../session/react/useUrlParams';
import { ParamInput } from './ParamInput';

/** What a matrix of losses is learnt from, and how its rates become those of the future. */
export function LossChoice({ isTest }: { readonly isTest: boolean }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  return (
    <>
      <Select
        size="xs"
        w={190}
        aria-label={t('losses.months')}
        value={params['months'] ?? '36'}
        allowDeselect={false}
        data={[12, 24, 36, 60].map((count) => ({
          value: String(count),
          label: t('losses.monthCount', { count }),
        }))}
        onChange={(months) => set({ months: months === '36' ? undefined : (months ?? undefined) })}
      />
      {isTest && (
        <Select
          size="xs"
          w={230}
          aria-label={t('losses.back')}
          value={params['back'] ?? '12'}
          allowDeselect={false}
          data={[3, 6, 12, 24].map((count) => ({
            value: String(count),
            label: t('losses.backCount', { count }),
          }))}
          onChange={(back) => set({ back: back === '12' ? undefined : (back ?? undefined) })}
        />
      )}
      <ParamInput name="limit" label={t('losses.limit')} fits={/^\d{1,4}$/} width={56} own="90" />
      <ParamInput
        name="adjust"
        label={t('losses.adjust')}
        fits={/^-?\d{1,4}(\.\d{1,4})?$/}
        width={72}
        own="0"
      />
      <ParamInput
        name="rates"
        label={t('losses.rates')}
        fits={/^\d{1,3}(\.\d{1,6})?(,\d{1,3}(\.\d{1,6})?)*$/}
        width={150}
        own=""
      />
    </>
  );
}
