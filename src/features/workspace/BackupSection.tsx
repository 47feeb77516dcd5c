import {
  Button,
  FileButton,
  Group,
  PasswordInput,
  Progress as ProgressBar,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatBytes, formatDate } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Translate } from '../../i18n/translate';
import { failureText } from '../../screen/failureText';
import { save } from '../../screen/save';
import { NeededSegments } from '../../session/exchange/neededSegments';
import { useSession, useSessionState } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { useWorkspaces } from '../../session/react/workspaces';
import { BackupFailure } from '../../workspace/backup/failure';
import { backupMark, markBackup } from '../../workspace/backup/lastBackup';
import { restoreBackup } from '../../workspace/backup/restore';
import type { Progress } from '../../workspace/backup/write';

/** A backup that is being written or restored. */
interface Running {
  readonly progress: Progress | undefined;
  readonly stop: AbortController;
}

/** Runs one long thing at a time, which can be watched and cancelled. */
function useRunning() {
  const [running, setRunning] = useState<Running>();
  const run = async (
    work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<void>,
  ): Promise<void> => {
    const stop = new AbortController();
    setRunning({ progress: undefined, stop });
    // The bar is drawn before a key is derived, which holds the page for a moment.
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      await work(stop.signal, (progress) => setRunning({ progress, stop }));
    } finally {
      setRunning(undefined);
    }
  };
  return { running, run };
}

function backupText(error: unknown, t: Translate): string {
  return error instanceof BackupFailure
    ? t(`backup.problem.${error.reason}`)
    : failureText(error, t);
}

/** The name of a file that every file system takes. */
const fileName = (name: string, day: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'saldo'}_${day}.saldo`;

/** Saves the open workspace as one file, and makes a workspace of such a file. */
export function BackupSection(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const session = useSession();
  const store = useSessionState((state) => state.store);
  const position = useSessionState((state) => state.position);
  const { workspaces, id: openId, now, open } = useWorkspaces();
  const tell = useNotices((notices) => notices.tell);
  const { running, run } = useRunning();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState<File>();
  const mark = backupMark(openId);
  const isDifferent = passphrase !== again;

  const attempt = (work: Parameters<typeof run>[0]): Promise<void> =>
    run(work).catch((error: unknown) => tell({ tone: 'problem', text: backupText(error, t) }));

  const write = (): Promise<void> =>
    attempt(async (signal, onProgress) => {
      const savedAt = now();
      const blob = await session.backup({
        savedAt,
        passphrase: passphrase === '' ? undefined : passphrase,
        signal,
        onProgress,
      });
      const file = fileName(store.name, savedAt.slice(0, 10));
      save(file, blob);
      markBackup(openId, { position, at: savedAt });
      setPassphrase('');
      setAgain('');
      const size = formatBytes(blob.size, locale);
      tell({ tone: 'done', text: t('backup.saved', { file, size }) });
    });

  const restore = (file: File, given: string | undefined): Promise<void> =>
    attempt(async (signal, onProgress) => {
      try {
        const made = await restoreBackup(file, {
          passphrase: given,
          workspaces,
          createdAt: now(),
          journal: new NeededSegments(),
          signal,
          onProgress,
        });
        setAsked(undefined);
        markBackup(made.id, { position: made.position, at: made.savedAt });
        await open(made.id);
        const date = formatDate(made.savedAt.slice(0, 10), locale);
        tell({ tone: 'done', text: t('backup.restored', { name: made.name, date }) });
      } catch (error) {
        const isAsking = error instanceof BackupFailure && error.reason === 'needs_passphrase';
        if (!isAsking || given !== undefined) throw error;
        setAsked(file);
      }
    });

  return (
    <Stack gap="xs" maw={760} data-testid="backup">
      <Title order={2}>{t('backup.title')}</Title>
      <Text size="sm">{t('backup.what')}</Text>
      <Text size="sm" c="dimmed">
        {mark?.at
          ? t('backup.last', { date: formatDate(mark.at.slice(0, 10), locale) })
          : t('backup.none')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!running && !isDifferent) void write();
        }}
      >
        <Group gap="xs" align="flex-start">
          <PasswordInput
            size="xs"
            w={220}
            autoComplete="new-password"
            label={t('backup.passphrase')}
            description={t(passphrase === '' ? 'backup.noPassphrase' : 'backup.passphraseHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {passphrase !== '' && (
            <PasswordInput
              size="xs"
              w={220}
              autoComplete="new-password"
              label={t('backup.passphraseAgain')}
              error={again !== '' && isDifferent ? t('backup.passphrasesDiffer') : undefined}
              value={again}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
          )}
          <Button type="submit" size="xs" mt={22} disabled={running !== undefined || isDifferent}>
            {t('backup.save')}
          </Button>
        </Group>
      </form>
      <Group gap="xs">
        <FileButton
          accept=".saldo,application/octet-stream"
          onChange={(file) => file && void restore(file, undefined)}
        >
          {(button) => (
            <Button {...button} size="xs" variant="default" disabled={running !== undefined}>
              {t('backup.restore')}
            </Button>
          )}
        </FileButton>
      </Group>
      {asked && (
        <PassphraseOf
          key={`${asked.name} ${asked.lastModified}`}
          file={asked}
          isBusy={running !== undefined}
          onGiven={(given) => void restore(asked, given)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {running && <Running {...running} />}
    </Stack>
  );
}

function Running({ progress, stop }: Running): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { doneBytes = 0, totalBytes = 0 } = progress ?? {};
  return (
    <Group gap="xs" data-testid="backup-progress">
      <ProgressBar
        flex={1}
        aria-label={t('backup.title')}
        value={totalBytes === 0 ? 0 : (100 * doneBytes) / totalBytes}
      />
      <Text size="sm" c="dimmed">
        {totalBytes === 0
          ? ''
          : t('backup.progress', {
              done: formatBytes(doneBytes, locale),
              total: formatBytes(totalBytes, locale),
            })}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => stop.abort()}>
        {t('shell.cancel')}
      </Button>
    </Group>
  );
}

function PassphraseOf(props: {
  readonly file: File;
  readonly isBusy: boolean;
  onGiven(passphrase: string): void;
  onClose(): void;
}): ReactNode {
  const t = useTranslate();
  const [passphrase, setPassphrase] = useState('');
  const box = useRef<HTMLInputElement>(null);
  // It was asked for by choosing the file: the next thing to do is to type.
  useEffect(() => box.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') props.onGiven(passphrase);
      }}
    >
      <Text size="sm">{t('backup.needsPassphrase')}</Text>
      <Group gap="xs" align="flex-end">
        <PasswordInput
          size="xs"
          w={280}
          ref={box}
          autoComplete="off"
          label={t('backup.itsPassphrase', { file: props.file.name })}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={props.isBusy || passphrase === ''}>
          {t('backup.restore')}
        </Button>
        <Button size="xs" variant="default" onClick={props.onClose}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </form>
  );
}
