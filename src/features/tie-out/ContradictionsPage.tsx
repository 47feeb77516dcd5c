import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { ReportScreen } from '../../screen/ReportScreen';
import { useScreenReport } from '../../screen/useScreenReport';

const none = {};

/** Where the rows of the imports disagree with each other. */
export function ContradictionsPage(): ReactNode {
  const t = useTranslate();
  const view = useScreenReport('contradictions', none);
  return (
    <ReportScreen
      view={view}
      title={t('report.contradictions.title')}
      rule={[t('explain.contradictions')]}
      empty={t('page.noContradiction')}
    />
  );
}
