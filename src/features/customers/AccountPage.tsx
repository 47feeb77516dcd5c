import { Alert, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { type IsoDate, parseIsoDate } from '../../domain/time/calendar';
import { useTranslate } from '../../i18n/setup';
import { AgingStrips } from '../../screen/AgingStrips';
import { AsOfBar } from '../../screen/AsOfBar';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useReport } from '../../session/react/useReport';
import { useRows } from '../../session/react/useRows';
import { type UrlParams, useUrlParams } from '../../session/react/useUrlParams';
import { DayInput } from '../../ui/DayInput';

/**
 * The first day that is shown. One behind the day on the screen is none: the slider may be moved before it. What is no
 * date goes on to the report, which says so.
 */
function firstDay({ from }: UrlParams, asOf: IsoDate): string | undefined {
  const day = parseIsoDate(from ?? '');
  return day.ok && day.value > asOf ? undefined : from;
}

/** One customer's account with its running balance, and what of that balance is due since when. */
export function AccountPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const customer = params['customer'];
  const isAsked = asOf !== undefined && customer !== undefined;
  const from = isAsked ? firstDay(params, asOf) : undefined;
  const view = useScreenReport(
    'customer-account',
    isAsked ? { customer, asOf, ...(from !== undefined && { from }) } : undefined,
  );
  const aging = useReport('aging-totals', isAsked ? { customer, asOf } : undefined);
  const found = useRows('customers', isAsked ? { asOf, search: customer } : undefined, 500);
  if (asOf === undefined || !reach) return <NoLedger />;
  if (customer === undefined) return <Alert>{t('explain.noCustomer')}</Alert>;
  const name = found.rows?.find((row) => row['customer_id'] === customer)?.['customer_name'];
  const isUnknown =
    found.of?.report.params['search'] === customer &&
    view.open?.rowCount === 0 &&
    name === undefined;
  return (
    <ReportScreen
      view={view}
      title={typeof name === 'string' && name !== customer ? `${name} (${customer})` : customer}
      rule={[t('explain.account')]}
      empty={isUnknown ? t('page.noSuchCustomer', { customer }) : undefined}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <Group gap="xs">
            <DayInput
              aria-label={t('account.from')}
              placeholder={t('account.fromBeginning')}
              value={from ?? null}
              maxDate={asOf}
              clearable
              onChange={(day) => set({ from: day ?? undefined })}
            />
          </Group>
        </>
      }
      chart={<AgingStrips open={aging.open} hasTotals />}
    />
  );
}
