import { Anchor, Group, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { EditBar, type EditTerms } from '../../screen/EditBar';
import { reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { SearchBox } from '../../screen/SearchBox';
import { useAsOf } from '../../screen/useAsOf';
import { useRecordEditing } from '../../screen/useRecordEditing';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

const none = {};

/** Documents, receipts or adjustments in an editable grid: what is typed becomes an event on top of the imports. */
export function DocumentsPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const [terms, setTerms] = useState<EditTerms>({ since: null, reason: '' });
  const kinds = params['kinds'] ?? 'all';
  const isSearched = params['search'] !== undefined || params['customer'] !== undefined;
  const view = useScreenReport(
    'documents',
    asOf === undefined
      ? undefined
      : reportParams(params, asOf, ['kinds', 'show', 'customer', 'search']),
  );
  const editing = useRecordEditing({
    table: 'document',
    ...terms,
    choices: none,
    // Of the rows that are shown: those of another kind may still stand there.
    canAppend: view.open?.report.params['kinds'] === 'adjustment',
  });
  if (asOf === undefined || !reach) return <NoLedger />;
  return (
    <ReportScreen
      view={view}
      title={t(`documents.${kinds === 'payment' || kinds === 'adjustment' ? kinds : 'all'}`)}
      rule={[t('explain.documents')]}
      editing={editing}
      empty={t(
        kinds === 'adjustment' && !isSearched ? 'documents.noAdjustments' : 'shell.nothingFound',
      )}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <Group gap="xs">
            <SegmentedControl
              size="xs"
              aria-label={t('column.kind')}
              value={kinds}
              data={(['all', 'payment', 'adjustment'] as const).map((value) => ({
                value,
                label: t(`documents.${value}`),
              }))}
              onChange={(value) => set({ kinds: value === 'all' ? undefined : value })}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('documents.show')}
              value={params['show'] ?? 'all'}
              data={[
                { value: 'all', label: t('documents.showAll') },
                { value: 'open', label: t('documents.showOpen') },
              ]}
              onChange={(value) => set({ show: value === 'all' ? undefined : value })}
            />
            <SearchBox
              label={t('page.search')}
              value={params['search'] ?? ''}
              onChange={(text) => set({ search: text === '' ? undefined : text }, true)}
            />
            <Anchor component={Link} to="/re-aged" search={{ asOf } as never} size="sm">
              {t('report.re-aged.title')}
            </Anchor>
          </Group>
          <EditBar terms={terms} asOf={asOf} onChange={setTerms} />
        </>
      }
    />
  );
}
