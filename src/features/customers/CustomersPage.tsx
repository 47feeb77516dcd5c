import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

/** Every debtor with what it owes at the date; one is found by typing, and opens its account. */
export function CustomersPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const [text, setText] = useState(params['search'] ?? '');
  const tell = useDebouncedCallback(
    (search: string) => set({ search: search === '' ? undefined : search }, true),
    200,
  );
  const view = useScreenReport(
    'customers',
    asOf === undefined ? undefined : reportParams(params, asOf, ['search']),
  );
  if (asOf === undefined || !reach) return <NoLedger />;
  return (
    <ReportScreen
      view={view}
      title={t('shell.customers')}
      rule={[t('explain.customers')]}
      empty={t('shell.nothingFound')}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <TextInput
            size="xs"
            w={320}
            aria-label={t('shell.searchCustomer')}
            placeholder={t('shell.searchCustomer')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              tell(event.currentTarget.value.trim());
            }}
          />
        </>
      }
    />
  );
}
