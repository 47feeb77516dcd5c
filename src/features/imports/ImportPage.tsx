import {
  Alert,
  Button,
  Group,
  List,
  Modal,
  Paper,
  Progress,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { lacksDay } from '../../domain/import/mapping';
import { formatBytes, formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { buildSteps } from '../../ledger/build';
import { Welcome } from '../../screen/Welcome';
import { useSession, useSessionState } from '../../session/react/context';
import { useInbox } from '../../session/react/inbox';
import { useUrlParams } from '../../session/react/useUrlParams';
import type { SessionState } from '../../session/session';
import { ControlTotals } from './ControlTotals';
import { DraftCard } from './DraftCard';
import { StepTitle } from './StepTitle';
import { fetchSample } from './sample';
import { type Draft, type ImportFlow, type ImportPhase, useImport } from './useImport';
import { datasetText } from './words';

/** Files in: the ways to give them, the preview, the progress, the result, and what is there already. */
export function ImportPage(): ReactNode {
  const t = useTranslate();
  const flow = useImport();
  const imports = useSessionState((state) => state.imports);
  const { files, take } = useInbox();
  const { params, set } = useUrlParams();
  const { phase, drafts, start } = flow;
  const isBusy =
    phase.kind === 'reading' || phase.kind === 'planning' || phase.kind === 'committing';

  useEffect(() => {
    if (files.length > 0 && !isBusy) void start(take());
  }, [files, isBusy, start, take]);

  const sample = async (): Promise<void> => start(await fetchSample(), true);
  const wantsSample = params['sample'] === 'yes';
  useEffect(() => {
    if (!wantsSample) return;
    set({ sample: undefined }, true);
    if (imports.length === 0) void fetchSample().then((found) => start(found, true));
  }, [wantsSample, set, start, imports.length]);

  // What was imported may be undone from anywhere: its result is gone then.
  const isUndone = phase.kind === 'done' && !stands(phase, imports);
  const { reset } = flow;
  useEffect(() => {
    if (isUndone) reset();
  }, [isUndone, reset]);

  const unready = drafts.filter((draft) => !isReady(draft));
  const canCommit = drafts.length > 0 && unready.length === 0;
  const hasRejects = drafts.some((draft) => (draft.plan?.rejectCount ?? 0) > 0);
  return (
    <Stack maw={1100} gap="md">
      <Title order={1}>{t('import.title')}</Title>
      {flow.problems.map((problem) => (
        <Alert
          key={problem}
          color={problem === t('import.cancelled') ? 'blue' : 'red'}
          role="alert"
          data-testid="problem"
        >
          {problem}
        </Alert>
      ))}
      {(phase.kind === 'idle' || phase.kind === 'preview') && (
        <Welcome
          onFiles={(chosen) => void start(chosen)}
          onSample={imports.length === 0 && drafts.length === 0 ? () => void sample() : undefined}
        />
      )}
      {isBusy && <Busy phase={phase} onCancel={flow.cancel} />}
      {phase.kind === 'preview' && (
        <Stack>
          <StepTitle>{t('import.previewTitle')}</StepTitle>
          {drafts.map((draft) => (
            <DraftCard key={draft.staged.staged.table} draft={draft} flow={flow} />
          ))}
          <Group>
            <Button disabled={!canCommit} onClick={() => void flow.commit()} data-testid="commit">
              {hasRejects ? t('import.commitGood') : t('import.commit')}
            </Button>
            {unready.length > 0 && (
              <Text size="sm" data-testid="unready">
                {t('import.unready', {
                  files: unready.map(({ staged }) => staged.staged.file).join(', '),
                })}
              </Text>
            )}
          </Group>
        </Stack>
      )}
      {phase.kind === 'done' && <Done phase={phase} flow={flow} />}
      {imports.length > 0 && !isBusy && <Sources />}
    </Stack>
  );
}

/** Whether a file can be imported as it is read: nothing about it is asked any more. */
const isReady = ({ mapping, plan, ...asked }: Draft): boolean =>
  plan !== undefined &&
  asked.ambiguousDates.length === 0 &&
  asked.ambiguousNumbers.length === 0 &&
  asked.ambiguousSides.length === 0 &&
  !lacksDay(mapping);

/** Whether what was imported still counts: it may have been undone since. */
const stands = (
  { plans }: Extract<ImportPhase, { kind: 'done' }>,
  imports: SessionState['imports'],
): boolean => plans.some(({ staged }) => imports.some(({ sha256 }) => sha256 === staged.sha256));

function Busy(props: { readonly phase: ImportPhase; readonly onCancel: () => void }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { phase } = props;
  const rowsText = (rows: number): string => t('import.progressRows', { rows });
  const { text, detail, percent } = describe();
  function describe(): { text: string; detail: string; percent: number } {
    switch (phase.kind) {
      case 'reading':
        return {
          text: t('import.reading', { file: phase.file }),
          detail: [
            t('import.progressBytes', {
              done: formatBytes(phase.done, locale),
              all: formatBytes(phase.all, locale),
            }),
            ...(phase.rows === undefined ? [] : [rowsText(phase.rows)]),
          ].join(' · '),
          percent: (100 * phase.done) / Math.max(phase.all, 1),
        };
      case 'planning':
        return {
          text: t('import.planning', { file: phase.file }),
          detail: rowsText(phase.rows),
          percent: 100,
        };
      case 'committing': {
        const at = phase.step === undefined ? 0 : buildSteps.indexOf(phase.step) + 1;
        return {
          text: t('import.committing'),
          detail: phase.step === undefined ? '' : t(`import.step.${phase.step}`),
          percent: (100 * at) / (buildSteps.length + 1),
        };
      }
      default:
        return { text: '', detail: '', percent: 0 };
    }
  }
  return (
    <Paper withBorder p="md" role="status">
      <Stack gap="xs">
        <Text>{text}</Text>
        <Progress value={percent} animated aria-label={text} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
          <Button variant="default" size="xs" onClick={props.onCancel}>
            {t('shell.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Done(props: {
  readonly phase: Extract<ImportPhase, { kind: 'done' }>;
  readonly flow: ImportFlow;
}): ReactNode {
  const t = useTranslate();
  const { go } = useUrlParams();
  const { plans, outcomes } = props.phase;
  return (
    <Paper withBorder p="md" data-testid="import-result">
      <Stack>
        <StepTitle>{t('import.resultTitle')}</StepTitle>
        <Group>
          <Button onClick={() => go('/', {})}>{t('import.openOverview')}</Button>
          <Button variant="default" onClick={() => go('/aging', {})}>
            {t('import.openAging')}
          </Button>
          <Button variant="subtle" onClick={props.flow.reset}>
            {t('import.welcome')}
          </Button>
        </Group>
        {plans.map((plan, i) => (
          <Stack gap="xs" key={plan.sourceId}>
            <Title order={3}>{plan.staged.file}</Title>
            <List size="sm">
              <List.Item>{t('import.rowsTaken', { count: plan.goodCount })}</List.Item>
              {plan.rejectCount > 0 && (
                <List.Item>{t('import.rowsRejected', { count: plan.rejectCount })}</List.Item>
              )}
              {(outcomes[i]?.tables ?? []).map((outcome) => (
                <List.Item key={outcome.table}>
                  {t('import.resultTable', {
                    table: datasetText(t, outcome.table),
                    count: outcome.rows,
                  })}
                  {outcome.superseded > 0 &&
                    ` (${t('import.superseded', { count: outcome.superseded })})`}
                </List.Item>
              ))}
            </List>
            <ControlTotals plan={plan} />
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}

function Sources(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const imports = useSessionState((state) => state.imports);
  const [isAsking, asking] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('import.sources')}</Title>
      <Table>
        <Table.Tbody>
          {imports.map((record) => (
            <Table.Tr key={record.sha256}>
              <Table.Td>{record.file}</Table.Td>
              <Table.Td>{datasetText(t, record.mapping.dataset)}</Table.Td>
              <Table.Td ta="right">{formatInteger(record.goodCount, locale)}</Table.Td>
              <Table.Td ff="monospace" c="dimmed" visibleFrom="sm">
                {record.sha256.slice(0, 16)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button variant="default" color="red" onClick={asking.open}>
          {t('import.clear')}
        </Button>
      </Group>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={t('import.clear')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <Stack>
          <Text>{t('import.clearConfirm')}</Text>
          <Group>
            <Button
              color="red"
              onClick={() => {
                asking.close();
                void session.clear();
              }}
            >
              {t('import.clear')}
            </Button>
            <Button variant="default" onClick={asking.close}>
              {t('shell.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}
