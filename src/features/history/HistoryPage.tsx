import { Anchor, Button, Group, Select } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { labelText } from '../../i18n/labels';
import { useTranslate } from '../../i18n/setup';
import { ReportScreen } from '../../screen/ReportScreen';
import { SearchBox } from '../../screen/SearchBox';
import { useScreenReport } from '../../screen/useScreenReport';
import { useSession } from '../../session/react/context';
import { useUrlParams } from '../../session/react/useUrlParams';
import { AsItWas } from './AsItWas';
import { MakeAgain } from './MakeAgain';

const names = ['person', 'table', 'record', 'field', 'from', 'to', 'search'];

/** Every event, with who, when, before and after. */
export function HistoryPage(): ReactNode {
  const t = useTranslate();
  const session = useSession();
  const { params, set } = useUrlParams();
  const [isMaking, setMaking] = useState(false);
  const given = Object.fromEntries(
    names.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])),
  );
  const view = useScreenReport('history', given);
  const persons = [...new Set(session.events.map(({ person }) => person))]
    .filter((person) => person !== '')
    .sort();
  return (
    <>
      <ReportScreen
        view={view}
        title={t('report.history.title')}
        rule={[t('explain.history')]}
        empty={t('history.empty')}
        explainRow={(row) => <AsItWas row={row} />}
        controls={
          <Group gap="xs">
            <SearchBox
              label={t('history.search')}
              value={params['search'] ?? ''}
              onChange={(text) => set({ search: text === '' ? undefined : text }, true)}
            />
            <Select
              size="xs"
              clearable
              aria-label={t('column.person')}
              placeholder={t('column.person')}
              value={params['person'] ?? null}
              data={persons}
              onChange={(person) => set({ person: person ?? undefined })}
            />
            <Select
              size="xs"
              clearable
              aria-label={t('column.tableName')}
              placeholder={t('column.tableName')}
              value={params['table'] ?? null}
              data={['customer', 'document'].map((value) => ({
                value,
                label: labelText(t, { key: `tableName.${value}` }),
              }))}
              onChange={(table) => set({ table: table ?? undefined })}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRepeat size={14} aria-hidden />}
              onClick={() => setMaking(true)}
              data-testid="make-again"
            >
              {t('again.title')}
            </Button>
            <Anchor component={Link} to="/edit-conflicts" size="sm">
              {t('report.edit-conflicts.title')}
            </Anchor>
          </Group>
        }
      />
      {isMaking && <MakeAgain onClose={() => setMaking(false)} />}
    </>
  );
}
