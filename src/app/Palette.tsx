import { Modal, NavLink, Stack, Text, TextInput, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { localeNames, locales } from '../i18n/locale';
import { changeLocale, useTranslate } from '../i18n/setup';
import { useReach } from '../session/react/useReach';
import { useRows } from '../session/react/useRows';
import { useUrlParams } from '../session/react/useUrlParams';
import { pages } from './pages';
import { storeLocale } from './preferences';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  run(): void;
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Every command by name, and every customer: Ctrl K, a few letters, Enter. */
export function Palette(props: { readonly onClose: () => void }): ReactNode {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [search] = useDebouncedValue(text.trim(), 120);
  const { params, go } = useUrlParams();
  const reach = useReach();
  const { setColorScheme } = useMantineColorScheme();
  const asOf = params['asOf'] ?? reach?.opening;
  const found = useRows(
    'customers',
    search.length < 2 || asOf === undefined ? undefined : { asOf, search },
    8,
  );

  const keep = params['asOf'] === undefined ? {} : { asOf: params['asOf'] };
  const dated = asOf === undefined ? {} : { asOf };
  const commands: readonly Command[] = [
    ...pages.map(({ path, label }) => ({ id: path, label: t(label), run: () => go(path, keep) })),
    ...locales.map((one) => ({
      id: one,
      label: localeNames[one],
      detail: t('shell.language'),
      run: () => {
        storeLocale(one);
        void changeLocale(one);
      },
    })),
    { id: 'light', label: t('shell.lightTheme'), run: () => setColorScheme('light') },
    { id: 'dark', label: t('shell.darkTheme'), run: () => setColorScheme('dark') },
  ];
  const customers: readonly Command[] = (search.length < 2 ? [] : (found.rows ?? [])).map(
    (row, i) => ({
      id: `customer-${i}`,
      label: String(row['customer_name']),
      detail: String(row['customer_id']),
      run: () => go('/account', { customer: String(row['customer_id']), ...dated }),
    }),
  );
  const shown = [
    ...commands.filter((one) => fold(one.label).includes(fold(text.trim()))),
    ...customers,
  ];
  const chosen = Math.min(at, shown.length - 1);

  const run = (command: Command | undefined): void => {
    if (!command) return;
    props.onClose();
    command.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') run(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('shell.palette')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack gap="xs">
        <TextInput
          data-autofocus
          aria-label={t('shell.paletteHint')}
          placeholder={t('shell.paletteHint')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        <div role="listbox" aria-label={t('shell.palette')}>
          {shown.map((command, i) => (
            <NavLink
              key={command.id}
              component="button"
              role="option"
              aria-selected={i === chosen}
              active={i === chosen}
              label={command.label}
              description={command.detail}
              onClick={() => run(command)}
            />
          ))}
        </div>
        {shown.length === 0 && <Text c="dimmed">{t('shell.nothingFound')}</Text>}
      </Stack>
    </Modal>
  );
}
