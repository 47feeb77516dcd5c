import {
  Accordion,
  Alert,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { datasetByName, datasets } from '../../domain/import/datasets';
import { useTranslate } from '../../i18n/setup';
import type { Encoding } from '../../importers/csv/encoding';
import { encodings } from '../../importers/csv/encoding';
import { Ambiguities } from './Ambiguities';
import { ControlTotals } from './ControlTotals';
import { MappingTable } from './MappingTable';
import { RejectTable } from './RejectTable';
import type { Draft, ImportFlow } from './useImport';
import { datasetText } from './words';

const delimiterKeys = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

interface DraftProps {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}

/** One file before it is imported: what it is, what its columns mean, and what would become of its rows. */
export function DraftCard({ draft, flow }: DraftProps): ReactNode {
  const t = useTranslate();
  const { staged } = draft.staged;
  const { mapping, plan } = draft;
  const dataset = mapping?.dataset ?? null;
  const rest = { constants: mapping?.constants ?? {}, flipSign: mapping?.flipSign ?? false };
  const hasCurrency = mapping?.fields['currency'] !== undefined;
  const fields = datasetByName(dataset ?? '')?.fields ?? [];
  const isMoney = fields.some(({ type }) => type === 'money') && dataset !== 'customer';
  const asksCurrency = isMoney && !hasCurrency && fields.some(({ name }) => name === 'currency');
  const lacksDueDate = dataset === 'document' && mapping?.fields['due_date'] === undefined;
  const columns = new Map(
    Object.entries(mapping?.fields ?? {}).map(([name, source]) => [name, source.column]),
  );
  return (
    <Paper withBorder p="md" data-testid="draft">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={3}>{staged.file}</Title>
            <Text size="sm" c="dimmed">
              {staged.origin
                ? t('import.partFacts', {
                    format: staged.origin.format.toUpperCase(),
                    line: String(staged.headerLine),
                  })
                : t('import.fileFacts', {
                    encoding: staged.encoding,
                    delimiter: t(
                      `import.delimiter.${delimiterKeys[staged.delimiter as keyof typeof delimiterKeys] ?? 'comma'}`,
                    ),
                    line: String(staged.headerLine),
                  })}
            </Text>
          </div>
          <Button variant="default" size="xs" onClick={() => void flow.remove(draft)}>
            {t('import.discard')}
          </Button>
        </Group>
        {draft.problem !== undefined && (
          <Alert color="orange" variant="light">
            {draft.problem}
          </Alert>
        )}
        <Ambiguities draft={draft} flow={flow} />
        <Group align="flex-end">
          <Select
            label={t('import.dataset')}
            searchable
            value={dataset}
            data={datasets.map(({ name }) => ({ value: name, label: datasetText(t, name) }))}
            onChange={(value) =>
              value !== null && void flow.remap(draft, value, columnsKnown(columns, value), rest)
            }
          />
          {!staged.origin && (
            <Select
              label={t('import.encoding')}
              value={staged.encoding}
              allowDeselect={false}
              data={[...encodings]}
              onChange={(value) => value !== null && void flow.reread(draft, value as Encoding)}
              w={140}
            />
          )}
          {asksCurrency && (
            <CurrencyInput
              value={rest.constants['currency'] ?? ''}
              onChange={(currency) =>
                void flow.remap(draft, dataset ?? '', columns, {
                  ...rest,
                  constants: currency === '' ? {} : { currency },
                })
              }
            />
          )}
          {mapping?.fields['amount'] !== undefined && (
            <Checkbox
              label={t('import.flipSign')}
              checked={rest.flipSign}
              onChange={(event) =>
                void flow.remap(draft, dataset ?? '', columns, {
                  ...rest,
                  flipSign: event.currentTarget.checked,
                })
              }
            />
          )}
        </Group>
        {plan && (
          <Group gap="lg" data-testid="plan-counts">
            <Text>{t('import.rowsFound', { count: plan.rowCount })}</Text>
            <Text fw={600}>{t('import.rowsTaken', { count: plan.goodCount })}</Text>
            {plan.rejectCount > 0 && (
              <Text c="var(--saldo-bad)">
                {t('import.rowsRejected', { count: plan.rejectCount })}
              </Text>
            )}
            {plan.settledCount > 0 && (
              <Text>{t('import.settled', { count: plan.settledCount })}</Text>
            )}
            {plan.creditNoteCount > 0 && (
              <Text>{t('import.creditNotes', { count: plan.creditNoteCount })}</Text>
            )}
            {plan.leadingZeroCount > 0 && (
              <Text>{t('import.leadingZeros', { count: plan.leadingZeroCount })}</Text>
            )}
          </Group>
        )}
        {plan && lacksDueDate && <Text size="sm">{t('import.noDueDate')}</Text>}
        {plan && <ControlTotals plan={plan} />}
        {plan && plan.rejects.length > 0 && <RejectTable plan={plan} />}
        <Accordion variant="contained" defaultValue={plan ? null : 'columns'}>
          <Accordion.Item value="columns">
            <Accordion.Control>{t('import.columns')}</Accordion.Control>
            <Accordion.Panel>
              <MappingTable draft={draft} flow={flow} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      </Stack>
    </Paper>
  );
}

/** The columns that another dataset knows too. */
function columnsKnown(
  columns: ReadonlyMap<string, number>,
  dataset: string,
): ReadonlyMap<string, number> {
  const names = new Set(datasetByName(dataset)?.fields.map((field) => field.name));
  return new Map([...columns].filter(([name]) => names.has(name)));
}

function CurrencyInput(props: {
  readonly value: string;
  onChange(currency: string): void;
}): ReactNode {
  const t = useTranslate();
  const [text, setText] = useState(props.value);
  return (
    <TextInput
      label={t('import.currencyConstant')}
      description={t('import.currencyHint')}
      placeholder="EUR"
      maxLength={3}
      w={260}
      value={text}
      onChange={(event) => setText(event.currentTarget.value.toUpperCase())}
      onBlur={() => /^([A-Z]{3})?$/.test(text) && text !== props.value && props.onChange(text)}
    />
  );
}
