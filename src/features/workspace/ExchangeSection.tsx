import { Button, FileButton, Group, Paper, Radio, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatBytes, formatDate } from '../../i18n/formats';
import { labelText } from '../../i18n/labels';
import type { Locale } from '../../i18n/locale';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Translate } from '../../i18n/translate';
import { failureText } from '../../screen/failureText';
import { save } from '../../screen/save';
import type { Conflict, Side, Word } from '../../session/exchange/conflicts';
import { ExchangeFailure } from '../../session/exchange/failure';
import type { Incoming } from '../../session/exchange/incoming';
import { markSent, sentPosition } from '../../session/exchange/lastSent';
import type { Touch } from '../../session/exchange/touch';
import { useSession, useSessionState } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { NotSigned, useSigned } from '../../session/react/useActions';
import { useWorkspaces } from '../../session/react/workspaces';

function exchangeText(error: unknown, t: Translate): string {
  if (!(error instanceof ExchangeFailure)) return failureText(error, t);
  const person = error.values['person'] || t('exchange.somebody');
  return t(`exchange.problem.${error.reason}`, { ...error.values, person });
}

/** Sends this workspace's events to colleagues, and takes theirs over. */
export function ExchangeSection(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const store = useSessionState((state) => state.store);
  const position = useSessionState((state) => state.position);
  const { id, now } = useWorkspaces();
  const signed = useSigned();
  const tell = useNotices((notices) => notices.tell);
  const [incoming, setIncoming] = useState<{ readonly read: Incoming; readonly source: Blob }>();
  const [isBusy, setBusy] = useState(false);
  const sent = sentPosition(id);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NotSigned)) tell({ tone: 'problem', text: exchangeText(error, t) });
    } finally {
      setBusy(false);
    }
  };
  const send = (since: number): Promise<void> =>
    attempt(async () => {
      const at = now();
      const events = await session.exportEvents({ since, at });
      const name = store.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'saldo';
      const file = `${name}_${at.slice(0, 10)}.saldo-events`;
      save(file, events);
      markSent(id, position);
      const size = formatBytes(events.size, locale);
      tell({ tone: 'done', text: t('backup.saved', { file, size }) });
    });
  const read = async (source: Blob): Promise<void> =>
    setIncoming({ read: await session.readEvents(source), source });
  const adopt = (sure: Incoming, source: Blob, choices: ReadonlyMap<string, Side>): Promise<void> =>
    attempt(async () => {
      try {
        await signed((one) => one.adopt(sure, { choices, reason: t('exchange.reason') }));
        setIncoming(undefined);
        tell({ tone: 'done', text: t('exchange.done', { count: sure.theirs.length }) });
      } catch (error) {
        if (error instanceof ExchangeFailure && error.reason === 'undecided') await read(source);
        throw error;
      }
    });

  return (
    <Stack gap="xs" maw={900} data-testid="exchange">
      <Title order={2}>{t('exchange.title')}</Title>
      <Text size="sm">{t('exchange.what')}</Text>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={isBusy || position <= sent}
          onClick={() => void send(sent)}
        >
          {t('exchange.saveNew')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy || position === 0}
          onClick={() => void send(0)}
        >
          {t('exchange.saveAll')}
        </Button>
        <FileButton
          accept=".saldo-events,application/octet-stream"
          onChange={(file) => file && void attempt(() => read(file))}
        >
          {(button) => (
            <Button
              {...button}
              size="xs"
              variant="default"
              disabled={isBusy || store.role === 'reader'}
            >
              {t('exchange.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      {incoming && (
        <Decide
          key={incoming.read.conflicts.map(({ key }) => key).join()}
          incoming={incoming.read}
          isBusy={isBusy}
          onApply={(choices) => void adopt(incoming.read, incoming.source, choices)}
          onClose={() => setIncoming(undefined)}
        />
      )}
    </Stack>
  );
}

function Decide(props: {
  readonly incoming: Incoming;
  readonly isBusy: boolean;
  onApply(choices: ReadonlyMap<string, Side>): void;
  onClose(): void;
}): ReactNode {
  const t = useTranslate();
  const { conflicts, theirs, file } = props.incoming;
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const person = file.person || t('exchange.somebody');
  return (
    <Paper withBorder p="sm" data-testid="exchange-incoming">
      <Stack gap="xs">
        <Text size="sm">{t('exchange.incoming', { person, count: theirs.length })}</Text>
        <Text size="sm">
          {t(conflicts.length === 0 ? 'exchange.noConflicts' : 'exchange.conflicts')}
        </Text>
        {conflicts.length > 0 && (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('exchange.place')}</Table.Th>
                <Table.Th>{t('exchange.mine')}</Table.Th>
                <Table.Th>{t('exchange.theirs')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {conflicts.map((conflict) => (
                <ConflictRow
                  key={conflict.key}
                  conflict={conflict}
                  choice={choices.get(conflict.key)}
                  onChoice={(side) => setChoices(new Map(choices).set(conflict.key, side))}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group gap="xs">
          <Button
            size="xs"
            disabled={props.isBusy || choices.size < conflicts.length}
            onClick={() => props.onApply(choices)}
          >
            {t('exchange.apply')}
          </Button>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {t('shell.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function ConflictRow(props: {
  readonly conflict: Conflict;
  readonly choice: Side | undefined;
  onChoice(side: Side): void;
}): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { conflict, choice } = props;
  return (
    <Table.Tr>
      <Table.Td>{placeText(conflict.mine.touch, t, locale)}</Table.Td>
      {(['mine', 'theirs'] as const).map((side) => (
        <Table.Td key={side}>
          <Radio
            size="xs"
            name={conflict.key}
            checked={choice === side}
            onChange={() => props.onChoice(side)}
            label={valueText(conflict[side].touch, t, locale)}
            description={signature(conflict[side])}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Who, and when, to the minute in UTC. */
const signature = ({ person, at }: Word): string =>
  `${person} · ${at.slice(0, 16).replace('T', ' ')}`;

function placeText(touch: Touch, t: Translate, locale: Locale): string {
  switch (touch.kind) {
    case 'field': {
      const { record, since } = touch.change;
      const field = labelText(t, { key: `field.${touch.change.field}` });
      return since === null
        ? t('exchange.fieldOf', { field, record: record.id })
        : t('exchange.fieldSince', { field, record: record.id, date: formatDate(since, locale) });
    }
    case 'adjustment':
      return t('event.adjustment', { record: touch.id });
    case 'period':
      return t('period.title');
    case 'view':
      return t('exchange.view', { name: touch.name });
    case 'import':
      return t('event.imported', { file: touch.file.file });
  }
}

/** What one side's word makes of the place. */
function valueText(touch: Touch, t: Translate, locale: Locale): string {
  switch (touch.kind) {
    case 'field': {
      const { after, field } = touch.change;
      if (!after.isSet) return t('exchange.asImported');
      if (after.value === null) return t('exchange.blank');
      if (field === 'disputed') return labelText(t, { key: `yesNo.${after.value}` });
      if (field === 'status') return labelText(t, { key: `status.${after.value}` });
      return formatDate(after.value, locale);
    }
    case 'adjustment': {
      const { after } = touch;
      if (!after) return t('exchange.gone');
      const status = after.status === 'void' ? ` · ${t('status.void')}` : '';
      return `${after.amount} ${after.currency} · ${formatDate(after.dueDate, locale)}${status}`;
    }
    case 'period':
      return touch.after === null ? t('period.open') : formatDate(touch.after, locale);
    case 'view':
      return t(touch.after === null ? 'exchange.gone' : 'exchange.own');
    case 'import':
      return t(touch.isIn ? 'exchange.kept' : 'eventKind.withdrawn');
  }
}
