import { Group, Select, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { useUrlParams } from '../../session/react/useUrlParams';

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

/** A parameter that is typed: it counts when the line is left or Enter is pressed, and only where it can be read. */
function ParamInput(props: {
  readonly name: string;
  readonly label: string;
  readonly fits: RegExp;
  readonly width: number;
  /** What it is where the address does not say. */
  readonly own: string;
}): ReactNode {
  const { params, set } = useUrlParams();
  const { name, label, fits, width, own } = props;
  const known = params[name] ?? own;
  const [typed, setTyped] = useState<string>();
  const text = (typed ?? known).replaceAll(/\s/g, '');
  const isRead = text === '' || text === own || fits.test(text);
  const take = (): void => {
    if (!isRead || typed === undefined) return;
    set({ [name]: text === own || text === '' ? undefined : text });
    setTyped(undefined);
  };
  return (
    <Group component="label" gap={6} wrap="nowrap">
      <Text component="span" size="xs" c="dimmed">
        {label}
      </Text>
      <TextInput
        size="xs"
        w={width}
        value={typed ?? known}
        error={!isRead}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </Group>
  );
}
