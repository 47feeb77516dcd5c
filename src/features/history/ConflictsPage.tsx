import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/setup';
import { ReportScreen } from '../../screen/ReportScreen';
import { useScreenReport } from '../../screen/useScreenReport';

const none = {};

/** Edits of what a later import changed, or no longer has: the edit stands until somebody changes it. */
export function ConflictsPage(): ReactNode {
  const t = useTranslate();
  const view = useScreenReport('edit-conflicts', none);
  return (
    <ReportScreen
      view={view}
      title={t('report.edit-conflicts.title')}
      rule={[t('explain.editConflicts')]}
      empty={t('history.noConflicts')}
    />
  );
}
