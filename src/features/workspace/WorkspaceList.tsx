import { Badge, Button, Group, Modal, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { formatBytes, formatDate } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { failureText } from '../../screen/failureText';
import { disown } from '../../session/journal/keyring';
import { useSession, useSessionState } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { useUrlParams } from '../../session/react/useUrlParams';
import { useWorkspaces } from '../../session/react/workspaces';
import { freeName } from '../../workspace/freeName';
import type { WorkspaceEntry } from '../../workspace/store';

/** Sizes are asked once edits have come to rest. */
const refreshAfter_ms = 300;

/** What is asked before something is done to a workspace. */
type Asked =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename' | 'duplicate' | 'delete'; readonly entry: WorkspaceEntry };

/** Every workspace of this browser, and what can be done with it. */
export function WorkspaceList(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const store = useSessionState((state) => state.store);
  const position = useSessionState((state) => state.position);
  const { workspaces, id: openId, now, open } = useWorkspaces();
  const tell = useNotices((notices) => notices.tell);
  const { go } = useUrlParams();
  const [entries, setEntries] = useState<readonly WorkspaceEntry[]>([]);
  const [asked, setAsked] = useState<Asked>();

  const refresh = useCallback(async () => setEntries(await workspaces.list()), [workspaces]);
  // The open one's name and size change with what is done in it.
  const state = `${store.name} ${position}`;
  useEffect(() => {
    const timer = setTimeout(() => void refresh(), state === '' ? 0 : refreshAfter_ms);
    return () => clearTimeout(timer);
  }, [refresh, state]);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      tell({ tone: 'problem', text: failureText(error, t) });
    } finally {
      await refresh();
    }
  };
  const remove = (entry: WorkspaceEntry): Promise<void> =>
    attempt(async () => {
      const others = entries.filter(({ id }) => id !== entry.id);
      // What is open is closed first: its place is taken by another one, or by a new one.
      if (entry.id === openId) await open(others[0]?.id);
      const { bytesLeft } = await workspaces.remove(entry.id);
      tell({
        tone: 'done',
        text: t('workspace.deleted', { name: entry.name, bytes: formatBytes(bytesLeft, locale) }),
      });
    });
  const namesBut = (id?: string): readonly string[] =>
    entries.flatMap((entry) => (entry.id === id ? [] : [entry.name]));
  const act = async (typed: string): Promise<void> => {
    const what = asked;
    setAsked(undefined);
    if (!what) return;
    const name = freeName(typed, namesBut(what.kind === 'rename' ? what.entry.id : undefined));
    if (what.kind === 'delete') return remove(what.entry);
    await attempt(async () => {
      if (what.kind === 'create') await open(await workspaces.create(name, now()));
      else if (what.kind === 'duplicate') {
        const copy = await workspaces.open(await workspaces.duplicate(what.entry.id, name, now()));
        await disown(copy).finally(() => copy.close());
      } else if (what.entry.id === openId) await session.rename(name);
      else {
        const other = await workspaces.open(what.entry.id);
        await other.rename(name).finally(() => other.close());
      }
    });
  };
  const withSample = (): Promise<void> =>
    attempt(async () => {
      const name = freeName(t('workspace.sampleName'), namesBut());
      await open(await workspaces.create(name, now()));
      go('/import', { sample: 'yes' });
    });

  return (
    <Stack gap="xs">
      <Title order={2}>{t('workspace.list')}</Title>
      <Table data-testid="workspaces">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workspace.name')}</Table.Th>
            <Table.Th>{t('workspace.createdAt')}</Table.Th>
            <Table.Th ta="right">{t('workspace.size')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td>
                <Group gap="xs">
                  <Text size="sm">{entry.name}</Text>
                  {entry.id === openId && <Badge variant="light">{t('workspace.isOpen')}</Badge>}
                  {entry.problem !== undefined && (
                    <Badge color="red" variant="light">
                      {t('workspace.problem')}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>{formatDate(entry.createdAt.slice(0, 10), locale)}</Table.Td>
              <Table.Td ta="right">{formatBytes(entry.bytes, locale)}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end">
                  {entry.id !== openId && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => void attempt(() => open(entry.id))}
                    >
                      {t('workspace.open')}
                    </Button>
                  )}
                  {(['rename', 'duplicate', 'delete'] as const).map((kind) => (
                    <Button
                      key={kind}
                      size="compact-xs"
                      variant="subtle"
                      color={kind === 'delete' ? 'red' : 'gray'}
                      onClick={() => setAsked({ kind, entry })}
                    >
                      {t(`workspace.${kind}`)}
                    </Button>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button variant="default" size="xs" onClick={() => setAsked({ kind: 'create' })}>
          {t('workspace.create')}
        </Button>
        <Button variant="default" size="xs" onClick={() => void withSample()}>
          {t('workspace.createSample')}
        </Button>
      </Group>
      {asked && <Question asked={asked} onClose={() => setAsked(undefined)} onYes={act} />}
    </Stack>
  );
}

function Question(props: {
  readonly asked: Asked;
  onClose(): void;
  onYes(name: string): Promise<void>;
}): ReactNode {
  const t = useTranslate();
  const { asked } = props;
  const known = asked.kind === 'create' ? '' : asked.entry.name;
  const [name, setName] = useState(
    asked.kind === 'duplicate' ? t('workspace.copyName', { name: known }) : known,
  );
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`workspace.${asked.kind}`)}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void props.onYes(name.trim());
        }}
      >
        <Stack>
          {asked.kind === 'delete' ? (
            <Text>{t('workspace.deleteConfirm', { name: known })}</Text>
          ) : (
            <TextInput
              data-autofocus
              label={t('workspace.name')}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <Group>
            <Button
              type="submit"
              {...(asked.kind === 'delete' ? { color: 'red' } : {})}
              disabled={name.trim() === '' && asked.kind !== 'delete'}
            >
              {t(`workspace.${asked.kind}`)}
            </Button>
            <Button variant="default" onClick={props.onClose}>
              {t('shell.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
