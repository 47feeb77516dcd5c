import {
  Accordion,
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { datasetByName, datasets } from '../../domain/import/datasets';
import { hasNoDueDates } from '../../domain/import/noDueDates';
import { formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Translate } from '../../i18n/translate';
import type { Encoding } from '../../importers/csv/encoding';
import { encodings } from '../../importers/csv/encoding';
import { leftOutReasons } from '../../session/import/plan';
import { unusedColumns } from '../../session/import/unusedColumns';
import { Ambiguities } from './Ambiguities';
import { ContentChoice } from './ContentChoice';
import { ControlTotals } from './ControlTotals';
import { Effects } from './Effects';
import { Findings } from './Findings';
import { JoinedHeaders } from './JoinedHeaders';
import { MappingTable } from './MappingTable';
import { RejectTable } from './RejectTable';
import { restOf } from './restOf';
import { SaveMapping } from './SaveMapping';
import { Spellings } from './Spellings';
import { StepTitle } from './StepTitle';
import type { Draft, ImportFlow } from './useImport';
import { datasetText } from './words';

const delimiterKeys = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** A separator in words, or itself between quotation marks where it has none. */
function delimiterText(t: Translate, delimiter: string): string {
  const key = Object.entries(delimiterKeys).find(([known]) => known === delimiter)?.[1];
  return key === undefined ? `“${delimiter}”` : t(`import.delimiter.${key}`);
}

/** Columns that are named of those that nothing is made of. */
const unusedShown = 8;

interface DraftProps {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}

/** One file before it is imported: what it is, what its columns mean, and what would become of its rows. */
export function DraftCard({ draft, flow }: DraftProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { staged } = draft.staged;
  const { mapping, plan } = draft;
  const comparison = draft.review?.comparison;
  const dataset = mapping?.dataset ?? null;
  const rest = mapping ? restOf(mapping) : { constants: {}, flipSign: false };
  const hasCurrency = mapping?.fields['currency'] !== undefined;
  const fields = datasetByName(dataset ?? '')?.fields ?? [];
  const isMoney = fields.some(({ type }) => type === 'money') && dataset !== 'customer';
  const asksCurrency = isMoney && !hasCurrency && fields.some(({ name }) => name === 'currency');
  const lacksDueDates = plan !== undefined && hasNoDueDates(plan.mapping);
  const unused = plan ? unusedColumns(plan) : [];
  const columns = new Map(
    Object.entries(mapping?.fields ?? {}).map(([name, source]) => [name, source.column]),
  );
  return (
    <Paper withBorder p="md" data-testid="draft">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <StepTitle order={3} of={draft}>
              {staged.file}
            </StepTitle>
            {draft.staged.savedAs !== undefined && (
              <Text size="sm">{t('import.savedAs', { name: draft.staged.savedAs })}</Text>
            )}
            {mapping?.profile !== undefined && (
              <Text size="sm" data-testid="profile">
                {t('import.recognisedAs', { profile: mapping.profile })}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {staged.origin
                ? t('import.partFacts', {
                    format: staged.origin.format.toUpperCase(),
                    line: String(staged.headerLine),
                  })
                : t(staged.headerLine > 0 ? 'import.fileFacts' : 'import.fileFactsNoHeader', {
                    encoding: staged.encoding,
                    delimiter: delimiterText(t, staged.delimiter),
                    line: String(staged.headerLine),
                  })}
            </Text>
            <Pieces draft={draft} />
            <JoinedHeaders draft={draft} />
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
            w={280}
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
                  constants: withCurrency(rest.constants, currency),
                })
              }
            />
          )}
          {mapping?.flipCredits !== undefined && mapping.profile === undefined && (
            <Checkbox
              label={t('import.flipCredits')}
              checked={mapping.flipCredits !== false}
              onChange={(event) =>
                void flow.adjust(draft, {
                  ...mapping,
                  flipCredits: event.currentTarget.checked && 'each',
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
        <ContentChoice draft={draft} flow={flow} />
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
            {leftOutReasons.map((reason) => {
              const count = plan.leftOut[reason] ?? 0;
              return count === 0 ? null : (
                <Text key={reason}>{t(`import.leftOut.${reason}`, { count })}</Text>
              );
            })}
            {(plan.mapping.dropped ?? []).length > 0 && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  const { dropped: _dropped, ...kept } = plan.mapping;
                  void flow.adjust(draft, kept);
                }}
              >
                {t('import.takeBack')}
              </Button>
            )}
          </Group>
        )}
        {comparison && (
          <Text size="sm" data-testid="compared">
            {t('import.compared', {
              new: formatInteger(comparison.newCount, locale),
              changed: formatInteger(comparison.changedCount, locale),
              identical: formatInteger(comparison.identicalCount, locale),
            })}
          </Text>
        )}
        {unused.length > 0 && (
          <Text size="sm" c="dimmed" data-testid="unused">
            {t('import.unusedColumns', {
              count: unused.length,
              columns: [
                ...unused.slice(0, unusedShown),
                ...(unused.length > unusedShown ? ['…'] : []),
              ].join(', '),
            })}
          </Text>
        )}
        {comparison && <Effects comparison={comparison} />}
        {lacksDueDates && <Text size="sm">{t('import.noDueDate')}</Text>}
        {plan && <ControlTotals plan={plan} />}
        <Findings draft={draft} flow={flow} />
        <Spellings draft={draft} flow={flow} />
        {plan && <RejectTable plan={plan} draft={draft} flow={flow} />}
        <Accordion variant="contained" defaultValue={plan ? null : 'columns'}>
          <Accordion.Item value="columns">
            <Accordion.Control>{t('import.columns')}</Accordion.Control>
            <Accordion.Panel>
              <MappingTable draft={draft} flow={flow} />
              <SaveMapping draft={draft} flow={flow} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      </Stack>
    </Paper>
  );
}

/** The files that one import is put together from. */
function Pieces({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useTranslate();
  const pieces = draft.staged.staged.origin?.pieces;
  if (!pieces || pieces.length < 2) return null;
  return (
    <details>
      <Text component="summary" size="sm">
        {t('import.pieces')}
      </Text>
      <List size="sm" mah={160} style={{ overflow: 'auto' }} tabIndex={0}>
        {pieces.map(({ file, sha256 }) => (
          <List.Item key={sha256}>{file}</List.Item>
        ))}
      </List>
    </details>
  );
}

function withCurrency(
  constants: Readonly<Record<string, string>>,
  currency: string,
): Readonly<Record<string, string>> {
  const { currency: _before, ...others } = constants;
  return currency === '' ? others : { ...others, currency };
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
