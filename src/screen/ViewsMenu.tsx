import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ColumnLayout } from '../grid/columnLayout';
import { useTranslate } from '../i18n/setup';
import { useSession, useSessionState } from '../session/react/context';
import { useNotices } from '../session/react/notices';
import { NotSigned, useSigned } from '../session/react/useActions';
import { useUrlParams } from '../session/react/useUrlParams';
import { failureText } from './failureText';

/** Ways of looking at this page that were given a name: filters, sort, grouping and columns, kept in the workspace. */
export function ViewsMenu(props: {
  readonly layout: ColumnLayout | undefined;
  onLayout(layout: ColumnLayout): void;
}): ReactNode {
  const t = useTranslate();
  const session = useSession();
  const signed = useSigned();
  const tell = useNotices((notices) => notices.tell);
  const { pathname } = useLocation();
  const { params, go } = useUrlParams();
  const role = useSessionState((state) => state.store.role);
  const [isNaming, naming] = useDisclosure(false);
  const [name, setName] = useState('');
  // Each event may have added a view, or have taken one away.
  useSessionState((state) => state.position);
  const views = session.views(pathname);
  const isReader = role === 'reader';

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof NotSigned)) tell({ tone: 'problem', text: failureText(error, t) });
    }
  };
  const keep = async (): Promise<void> => {
    naming.close();
    const view = { name: name.trim(), params, layout: props.layout ?? null };
    await attempt(() => signed((one) => one.saveView(pathname, view.name, view)));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconBookmark size={14} aria-hidden />}
            data-testid="views"
          >
            {t('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              onClick={() => {
                if (view.layout !== null) props.onLayout(view.layout as ColumnLayout);
                go(pathname, view.params);
              }}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item
            disabled={isReader}
            onClick={() => {
              setName('');
              naming.open();
            }}
          >
            {t('views.save')}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={`forget ${view.name}`}
              disabled={isReader}
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={() =>
                void attempt(() => signed((one) => one.saveView(pathname, view.name, null)))
              }
            >
              {t('views.forget', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={isNaming}
        onClose={naming.close}
        title={t('views.save')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void keep();
          }}
        >
          <Stack>
            <TextInput
              data-autofocus
              label={t('views.name')}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" disabled={name.trim() === ''}>
                {t('views.save')}
              </Button>
              <Button variant="default" onClick={naming.close}>
                {t('shell.cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
