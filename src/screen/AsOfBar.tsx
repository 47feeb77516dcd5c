import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IsoDate } from '../domain/time/calendar';
import { formatDate } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';
import type { Reach } from '../session/react/useReach';
import { AsOfControl } from '../ui/AsOfControl';

interface AsOfBarProps {
  readonly asOf: IsoDate;
  readonly reach: Reach;
  onChange(date: IsoDate, isFinal: boolean): void;
}

/** The as-of date over the reach of the data; a date outside of it is allowed and said so. */
export function AsOfBar({ asOf, reach, onChange }: AsOfBarProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const last = reach.opening > reach.to ? reach.opening : reach.to;
  const isOutside = asOf < reach.from || asOf > last;
  return (
    <>
      <AsOfControl asOf={asOf} from={reach.from} to={reach.to} onChange={onChange} />
      {isOutside && (
        <Text size="xs" c="dimmed">
          {t('asOf.reach', {
            from: formatDate(reach.from, locale),
            to: formatDate(reach.to, locale),
          })}
        </Text>
      )}
    </>
  );
}
