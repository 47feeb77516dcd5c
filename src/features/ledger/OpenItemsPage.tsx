import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { bucketsOf } from '../../domain/aging/buckets';
import { labelText } from '../../i18n/labels';
import { useTranslate } from '../../i18n/setup';
import { AsOfBar } from '../../screen/AsOfBar';
import { agingPolicyOf, bucketCodes, bucketWording } from '../../screen/agingPolicyOf';
import { Filters } from '../../screen/Filters';
import { agingParamNames, reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

const paramNames = [
  ...agingParamNames,
  'bucket',
  'granularity',
  'ageMin',
  'amountMin',
  'amountMax',
  'search',
];

/** Who owes what since when, before the rest. */
const firstColumns = [
  'number',
  'kind',
  'customer_id',
  'customer_name',
  'due_date',
  'days_past_due',
  'currency',
  'open_amount',
  'bucket',
];

/** The open items at a date: the rows behind every figure of an aging. */
export function OpenItemsPage(): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const view = useScreenReport(
    'open-items',
    asOf === undefined ? undefined : reportParams(params, asOf, paramNames),
  );
  const policy = agingPolicyOf(view.bound);
  if (asOf === undefined || !reach) return <NoLedger />;
  const buckets = [
    ...bucketsOf(policy?.edges ?? [0]).map((bucket) => bucket.id),
    ...(policy?.credits === 'unapplied' ? ['unapplied'] : []),
  ];
  return (
    <ReportScreen
      view={view}
      title={t('report.open-items.title')}
      rule={[t('explain.aging')]}
      policy={policy}
      codes={bucketCodes(policy)}
      first={firstColumns}
      controls={
        <>
          <AsOfBar asOf={asOf} reach={reach} onChange={change} />
          <Group gap="xs">
            <Search
              value={params['search'] ?? ''}
              onChange={(text) => set({ search: text === '' ? undefined : text }, true)}
            />
            <Select
              size="xs"
              aria-label={t('column.bucket')}
              placeholder={t('column.bucket')}
              clearable
              value={params['bucket'] ?? null}
              data={
                policy
                  ? buckets.map((id) => ({
                      value: id,
                      label: labelText(t, bucketWording(policy, id)),
                    }))
                  : []
              }
              onChange={(bucket) => set({ bucket: bucket ?? undefined })}
            />
            <Select
              size="xs"
              w={180}
              aria-label={t('page.rowKind')}
              value={params['granularity'] ?? 'instalment'}
              allowDeselect={false}
              data={(['instalment', 'document'] as const).map((value) => ({
                value,
                label: t(`page.rowsBy.${value}`),
              }))}
              onChange={(value) =>
                set({ granularity: value === 'document' ? value : undefined, sort: undefined })
              }
            />
            <Filters asOf={asOf} />
          </Group>
        </>
      }
    />
  );
}

function Search(props: { readonly value: string; onChange(text: string): void }): ReactNode {
  const t = useTranslate();
  const [text, setText] = useState(props.value);
  const tell = useDebouncedCallback(props.onChange, 200);
  return (
    <TextInput
      size="xs"
      w={260}
      aria-label={t('page.search')}
      placeholder={t('page.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
