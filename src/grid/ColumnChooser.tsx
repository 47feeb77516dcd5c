import { ActionIcon, Button, Checkbox, Group, Popover } from '@mantine/core';
import { IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { Column } from '../domain/report/column';
import { columnText } from '../i18n/labels';
import type { Translate } from '../i18n/translate';
import { type ColumnLayout, defaultLayout } from './columnLayout';
import classes from './ReportGrid.module.css';

interface ColumnChooserProps {
  readonly columns: readonly Column[];
  readonly translate: Translate;
  /** The arrangement at this moment. */
  readonly read: () => ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
}

/** Which columns are shown, and which stand still at the left while the others scroll. */
export function ColumnChooser({ columns, translate, read, onChange }: ColumnChooserProps) {
  const [layout, setLayout] = useState<ColumnLayout>();
  const change = (next: ColumnLayout) => {
    setLayout(next);
    onChange(next);
  };
  const placed = (id: string, changed: { hidden?: boolean; frozen?: boolean }) =>
    (layout ?? []).map((place) => (place.id === id ? { ...place, ...changed } : place));
  return (
    <Popover
      opened={layout !== undefined}
      onChange={(opened) => setLayout(opened ? read() : undefined)}
      position="bottom-end"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconColumns3 size={16} />}
          onClick={() => setLayout(layout ? undefined : read())}
        >
          {translate('grid.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['chooser']}>
          {layout?.map(({ id, hidden, frozen }) => {
            const column = columns.find((one) => one.id === id);
            if (!column) return null;
            const name = columnText(translate, column, columns);
            return (
              <div key={id} className={classes['chooserRow']}>
                <Checkbox
                  size="xs"
                  label={name}
                  checked={!hidden}
                  onChange={(event) => change(placed(id, { hidden: !event.currentTarget.checked }))}
                />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-pressed={frozen}
                  aria-label={translate('grid.column.pin', { column: name })}
                  onClick={() => change(placed(id, { frozen: !frozen }))}
                >
                  {frozen ? <IconPinFilled size={14} /> : <IconPin size={14} />}
                </ActionIcon>
              </div>
            );
          })}
        </div>
        <Group gap="xs" mt="xs">
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change((layout ?? []).map((place) => ({ ...place, hidden: false })))}
          >
            {translate('grid.column.showAll')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => change(defaultLayout(columns))}>
            {translate('grid.column.reset')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
