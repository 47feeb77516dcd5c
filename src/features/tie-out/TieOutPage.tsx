import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';

/** What makes up the difference between the open items and the general ledger. */
export function TieOutPage(): ReactNode {
  const t = useTranslate();
  const { asOf, reach, change } = useAsOf();
  const view = useScreenReport('tie-out', asOf === undefined ? undefined : { asOf });
  if (asOf === undefined || !reach) return <NoLedger />;
  return (
    <ReportScreen
      view={view}
      title={t('report.tie-out.title')}
      rule={[t('explain.tieOut')]}
      empty={t('page.noDifference')}
      controls={<AsOfBar asOf={asOf} reach={reach} onChange={change} />}
    />
  );
}
