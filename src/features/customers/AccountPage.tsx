import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';

/** One customer's account with its running balance. */
export function AccountPage(): ReactNode {
  const t = useTranslate();
  const { params } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const customer = params['customer'];
  const isAsked = asOf !== undefined && customer !== undefined;
  const view = useScreenReport('customer-account', isAsked ? { customer, asOf } : undefined);
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
      controls={<AsOfBar asOf={asOf} reach={reach} onChange={change} />}
    />
  );
}
