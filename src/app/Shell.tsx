import { ActionIcon, AppShell, Group, NavLink, ScrollArea, Text, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslate } from '../i18n/setup';
import { SessionProvider } from '../session/react/context';
import { useUrlParams } from '../session/react/useUrlParams';
import { useBooting } from './bootContext';
import { Dropping } from './Dropping';
import { ErrorBoundary } from './ErrorBoundary';
import { NoticeLine } from './NoticeLine';
import { pages } from './pages';
import { OpenFailed, Starting } from './Starting';
import { TopBar } from './TopBar';

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));
const Shortcuts = lazy(async () => ({ default: (await import('./Shortcuts')).Shortcuts }));
const BackupReminder = lazy(async () => ({
  default: (await import('../features/workspace/BackupReminder')).BackupReminder,
}));
const PersonGate = lazy(async () => ({ default: (await import('./PersonGate')).PersonGate }));

/** The frame: rail, top bar, and the page of the address once the ledger is open. */
export function Shell(): ReactNode {
  const t = useTranslate();
  const { boot } = useBooting();
  const { pathname } = useLocation();
  const { params } = useUrlParams();
  const [isCollapsed, setCollapsed] = useLocalStorage({ key: 'saldo.rail', defaultValue: false });
  const isSmall = useMediaQuery('(max-width: 48em)');
  const isNarrow = isCollapsed || isSmall;
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  useHotkeys([
    ['mod+K', palette.toggle],
    ['shift+?', help.toggle],
    ['?', help.toggle],
  ]);

  const keep = params['asOf'] === undefined ? {} : { asOf: params['asOf'] };
  const rail = (
    <>
      <AppShell.Section grow component={ScrollArea}>
        {pages.map(({ path, label, icon: Icon }) => (
          <Tooltip key={path} label={t(label)} position="right" disabled={!isNarrow}>
            <NavLink
              component={Link}
              to={path}
              search={keep as never}
              label={isNarrow ? undefined : t(label)}
              aria-label={t(label)}
              aria-current={pathname === path ? 'page' : undefined}
              leftSection={<Icon size={18} aria-hidden />}
              active={pathname === path}
            />
          </Tooltip>
        ))}
      </AppShell.Section>
      <AppShell.Section p={4}>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => setCollapsed(!isCollapsed)}
          aria-label={isNarrow ? t('shell.expand') : t('shell.collapse')}
        >
          {isNarrow ? (
            <IconLayoutSidebarLeftExpand size={18} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} />
          )}
        </ActionIcon>
      </AppShell.Section>
    </>
  );

  const frame = (content: ReactNode, bar: ReactNode): ReactNode => (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: isNarrow ? 52 : 190, breakpoint: 0 }}
      padding="md"
      transitionDuration={0}
    >
      <AppShell.Header>
        <button
          type="button"
          className="skip-link"
          onClick={() => document.getElementById('content')?.focus()}
        >
          {t('shell.skip')}
        </button>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Text fw={700} component="span">
            Saldo
          </Text>
          {bar}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar component="nav" aria-label={t('shell.menu')}>
        {rail}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {content}
      </AppShell.Main>
      {isHelpOpen && (
        <Suspense>
          <Shortcuts isOpen onClose={help.close} />
        </Suspense>
      )}
    </AppShell>
  );

  if (boot.state !== 'ready')
    return frame(
      boot.state === 'failed' ? (
        <OpenFailed failed={boot} />
      ) : (
        <Starting bytesLoaded={boot.bytesLoaded} />
      ),
      <TopBar session={undefined} onPalette={palette.open} onHelp={help.open} />,
    );
  return (
    <SessionProvider session={boot.session}>
      {frame(
        <ErrorBoundary key={pathname}>
          <Suspense>
            <BackupReminder />
          </Suspense>
          <Outlet />
        </ErrorBoundary>,
        <TopBar session={boot.session} onPalette={palette.open} onHelp={help.open} />,
      )}
      <Dropping />
      <Suspense>
        <PersonGate />
      </Suspense>
      <NoticeLine />
      {isPaletteOpen && (
        <Suspense>
          <Palette onClose={palette.close} />
        </Suspense>
      )}
    </SessionProvider>
  );
}
