import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconKeyboard, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { localeNames, locales } from '../i18n/locale';
import { changeLocale, useLocale, useTranslate } from '../i18n/setup';
import { useSessionState } from '../session/react/context';
import type { Session } from '../session/session';
import { storeLocale } from './preferences';
import { SaveState } from './SaveState';
import { UndoButtons } from './UndoButtons';

interface TopBarProps {
  readonly session: Session | undefined;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

export function TopBar(props: TopBarProps): ReactNode {
  const t = useTranslate();
  return (
    <Group justify="space-between" style={{ flex: 1 }} wrap="nowrap" gap="xs">
      {props.session ? (
        <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
          <WorkspaceName />
          <SaveState />
          <UndoButtons />
        </Group>
      ) : (
        <span />
      )}
      <Group gap={4} wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconSearch size={14} aria-hidden />}
          aria-label={`${t('shell.palette')}\u00a0· Ctrl K`}
          onClick={props.onPalette}
          disabled={!props.session}
        >
          <span className="wide-only">{`${t('shell.palette')}\u00a0· Ctrl K`}</span>
        </Button>
        <Tooltip label={t('shell.shortcuts')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            visibleFrom="xs"
            onClick={props.onHelp}
            aria-label={t('shell.shortcuts')}
          >
            <IconKeyboard size={18} />
          </ActionIcon>
        </Tooltip>
        <LanguageMenu />
        <ThemeSwitch />
      </Group>
    </Group>
  );
}

/** Which workspace is open; leads to all of them. */
function WorkspaceName(): ReactNode {
  const t = useTranslate();
  const name = useSessionState((state) => state.store.name);
  return (
    <Button
      component={Link}
      to="/workspace"
      variant="subtle"
      color="gray"
      size="compact-sm"
      maw={220}
      title={t('workspace.all')}
      data-testid="workspace-name"
      className="workspace-name wide-only"
    >
      {name === '' ? t('workspace.firstName') : name}
    </Button>
  );
}

function LanguageMenu(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconLanguage size={16} aria-hidden />}
          aria-label={`${t('shell.language')}: ${localeNames[locale]}`}
        >
          <span className="wide-only">{localeNames[locale]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            onClick={() => {
              storeLocale(one);
              void changeLocale(one);
            }}
          >
            {localeNames[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeSwitch(): ReactNode {
  const t = useTranslate();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const isDark = scheme === 'dark';
  return (
    <Tooltip label={t('shell.theme')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('shell.theme')}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
