import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { documentDatasets } from '../../domain/import/datasets';
import { type FileContent, lacksDay } from '../../domain/import/mapping';
import { useTranslate } from '../../i18n/setup';
import { DayInput } from '../../ui/DayInput';
import type { Draft, ImportFlow } from './useImport';

const kinds = ['history', 'changes', 'open_items', 'opening'] as const;

/** What the rows of a file are together, and between which days they are all of it. */
export function ContentChoice(props: {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}): ReactNode {
  const t = useTranslate();
  const { draft, flow } = props;
  const { mapping } = draft;
  if (!mapping || !documentDatasets.has(mapping.dataset)) return null;
  const { content } = mapping;
  const choose = (next: FileContent | undefined): void => {
    const { content: _before, ...rest } = mapping;
    void flow.adjust(draft, { ...rest, ...(next && { content: next }) });
  };
  const dated = (part: 'from' | 'to', day: string | null): void => {
    if (!content) return;
    const { [part]: _day, ...rest } = content;
    choose({ ...rest, ...(day === null ? {} : { [part]: day }) });
  };
  const isOfDay = content?.kind === 'open_items' || content?.kind === 'opening';
  return (
    <Group align="flex-end" data-testid="content">
      <Select
        label={t('import.content')}
        w={280}
        value={content?.kind ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: t('import.content.unknown') },
          ...kinds.map((kind) => ({ value: kind, label: t(`import.content.${kind}`) })),
        ]}
        onChange={(value) => {
          const kind = kinds.find((one) => one === value);
          choose(kind && { ...content, kind });
        }}
      />
      {content && !isOfDay && (
        <DayInput
          label={t('import.contentFrom')}
          size="sm"
          clearable
          value={content.from ?? null}
          onChange={(day) => dated('from', day)}
        />
      )}
      {content && (
        <DayInput
          label={t(
            content.kind === 'open_items'
              ? 'import.contentDay'
              : content.kind === 'opening'
                ? 'import.contentCutOver'
                : 'import.contentTo',
          )}
          size="sm"
          clearable
          value={content.to ?? null}
          error={lacksDay(mapping) ? t('import.contentNeedsDay') : undefined}
          onChange={(day) => dated('to', day)}
        />
      )}
    </Group>
  );
}
