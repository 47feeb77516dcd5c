import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { EditBar, type EditTerms } from '../../screen/EditBar';
import { reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { SearchBox } from '../../screen/SearchBox';
import { useAsOf } from '../../screen/useAsOf';
import { useKnownValues } from '../../screen/useKnownValues';
import { useRecordEditing } from '../../screen/useRecordEditing';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

/** Every debtor with what it owes at the date, editable; one is found by typing, and opens its account. */
export function CustomersPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const [terms, setTerms] = useState<EditTerms>({ since: null, reason: '' });
  const view = useScreenReport(
    'customers',
    asOf === undefined ? undefined : reportParams(params, asOf, ['search']),
  );
  const choices = useKnownValues(asOf);
  const editing = useRecordEditing({ table: 'customer', ...terms, choices, canAppend: true });
  if (asOf === undefined || !reach) return <NoLedger />;
  return (
    <ReportScreen
      view={view}
      title={t('shell.customers')}
      rule={[t('explain.customers')]}
      empty={t('shell.nothingFound')}
      editing={editing}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <SearchBox
            label={t('shell.searchCustomer')}
            value={params['search'] ?? ''}
            onChange={(text) => set({ search: text === '' ? undefined : text }, true)}
          />
          <EditBar terms={terms} asOf={asOf} onChange={setTerms} />
        </>
      }
    />
  );
}
