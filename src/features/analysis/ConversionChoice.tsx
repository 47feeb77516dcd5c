import type { ReactNode } from 'react';
import type { IsoDate } from '../../domain/time/calendar';
import { useTranslate } from '../../i18n/setup';
import { useUrlParams } from '../../session/react/useUrlParams';
import { DayInput } from '../../ui/DayInput';
import { ParamInput } from './ParamInput';

/** The currency that all is shown in, and the day of its rates. */
export function ConversionChoice({ asOf }: { readonly asOf: IsoDate }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  return (
    <>
      <ParamInput name="to" label={t('analysis.to')} fits={/^[A-Z]{3}$/} width={64} own="" />
      <DayInput
        aria-label={t('analysis.rateDate')}
        placeholder={t('analysis.rateDate')}
        value={params['rateDate'] ?? asOf}
        onChange={(rateDate) =>
          set({ rateDate: rateDate === null || rateDate === asOf ? undefined : rateDate })
        }
      />
    </>
  );
}
