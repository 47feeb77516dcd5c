import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { ReportScreen } from '../../screen/ReportScreen';
import { useReport } from '../../session/react/useReport';

const none = {};

/** Where the rows of the imports disagree with each other. */
export function ContradictionsPage(): ReactNode {
  const t = useTranslate();
  const view = useReport('contradictions', none);
  return (
    <ReportScreen
      view={view}
      title={t('report.contradictions.title')}
      rule={[t('explain.contradictions')]}
      empty={t('page.noContradiction')}
    />
  );
}
