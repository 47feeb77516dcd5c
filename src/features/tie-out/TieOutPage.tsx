import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../i18n/catalogue';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

/** What the difference is looked at by: its causes, or what both sides have of each account, customer or currency. */
const choices: Readonly<Record<string, MessageKey>> = {
  causes: 'tieOut.by.causes',
  account: 'tieOut.by.account',
  customer: 'tieOut.by.customer',
  currency: 'tieOut.by.currency',
};

/** The open items beside the general ledger, and what makes up the difference. */
export function TieOutPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const by = params['by'] ?? 'causes';
  const isCauses = by === 'causes';
  const report = isCauses ? 'tie-out' : 'control-accounts';
  const day = asOf === undefined ? undefined : { asOf };
  const view = useScreenReport(report, day && (isCauses ? day : { ...day, by }));
  if (asOf === undefined || !reach) return <NoLedger />;
  return (
    <ReportScreen
      view={view}
      title={t(isCauses ? 'report.tie-out.title' : 'report.control-accounts.title')}
      rule={[t(isCauses ? 'explain.tieOut' : 'explain.controlAccounts')]}
      empty={t(isCauses ? 'page.noDifference' : 'page.empty')}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <SegmentedControl
            size="xs"
            aria-label={t('tieOut.by')}
            style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
            value={by}
            data={Object.entries(choices).map(([value, key]) => ({ value, label: t(key) }))}
            onChange={(value) => set({ by: value === 'causes' ? undefined : value })}
          />
        </>
      }
    />
  );
}
