import { ActionIcon, Badge, Button, Group, Popover, Select, Stack } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type Dimension, dimensions, missingKey } from '../domain/report/dimension';
import { useTranslate } from '../i18n/setup';
import { useRows } from '../session/react/useRows';
import { useUrlParams } from '../session/react/useUrlParams';
import { filtersOf } from './filterParams';

/** Values offered to choose from; a customer is found by typing. */
const valuesMax = 2_000;

/** The filters in force, each to be taken off, and a way to add one from the values that are open. */
export function Filters({ asOf }: { readonly asOf: string }): ReactNode {
  const t = useTranslate();
  const { params, set } = useUrlParams();
  const [isOpen, setOpen] = useState(false);
  return (
    <Group gap={6}>
      {filtersOf(params).map(([dimension, value]) => {
        const text = `${t(`dimension.${dimension}`)}: ${value === missingKey ? t('dimension.missing') : value}`;
        return (
          <Badge
            key={dimension}
            variant="default"
            size="lg"
            radius="sm"
            tt="none"
            rightSection={
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={t('page.removeFilter', { name: text })}
                onClick={() => set({ [dimension]: undefined })}
              >
                <IconX size={12} />
              </ActionIcon>
            }
          >
            {text}
          </Badge>
        );
      })}
      <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withArrow>
        <Popover.Target>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconFilter size={14} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
          >
            {t('page.addFilter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          {isOpen && <FilterForm asOf={asOf} onDone={() => setOpen(false)} />}
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function FilterForm(props: { readonly asOf: string; readonly onDone: () => void }): ReactNode {
  const t = useTranslate();
  const { set } = useUrlParams();
  const [dimension, setDimension] = useState<Dimension>('segment');
  const { rows } = useRows('aging-by', { asOf: props.asOf, by: dimension }, valuesMax);
  const values = new Map((rows ?? []).map((row) => [String(row['key']), String(row['label'])]));
  return (
    <Stack gap="xs" w={280}>
      <Select
        label={t('page.filterDimension')}
        value={dimension}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={dimensions.map((one) => ({ value: one, label: t(`dimension.${one}`) }))}
        onChange={(value) => value !== null && setDimension(value as Dimension)}
      />
      <Select
        key={dimension}
        label={t('page.filterValue')}
        searchable
        limit={100}
        comboboxProps={{ withinPortal: false }}
        data={[...values].map(([key, label]) => ({
          value: key,
          label:
            key === missingKey ? t('dimension.missing') : label === key ? key : `${label} (${key})`,
        }))}
        onChange={(value) => {
          if (value === null) return;
          set({ [dimension]: value });
          props.onDone();
        }}
      />
    </Stack>
  );
}
