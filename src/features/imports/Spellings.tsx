import { Button, Checkbox, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FieldSource, Mapping } from '../../domain/import/mapping';
import { formatInteger } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { FieldSpellings } from '../../session/import/review/spellings';
import type { Draft, ImportFlow } from './useImport';
import { fieldText } from './words';

const keyOf = (field: string, kept: string): string => JSON.stringify([field, kept]);

/** The mapping with the ticked spellings of each field read as the one that is kept. */
function mergedSpellings(
  mapping: Mapping,
  spellings: readonly FieldSpellings[],
  ticked: ReadonlySet<string>,
): Mapping {
  const fields: Record<string, FieldSource> = { ...mapping.fields };
  for (const { field, groups } of spellings) {
    const source = fields[field];
    if (!source) continue;
    const same = groups
      .filter(({ kept }) => ticked.has(keyOf(field, kept)))
      .flatMap(({ kept, others }) => others.map(({ text }) => [text, kept] as const));
    if (same.length > 0)
      fields[field] = { ...source, same: { ...source.same, ...Object.fromEntries(same) } };
  }
  return { ...mapping, fields };
}

/** Values that are written in more than one way, to be merged one by one: never silently. */
export function Spellings(props: { readonly draft: Draft; readonly flow: ImportFlow }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { draft, flow } = props;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { mapping } = draft;
  const spellings = draft.review?.spellings ?? [];
  const merged = Object.values(mapping?.fields ?? {}).reduce(
    (sum, { same }) => sum + Object.keys(same ?? {}).length,
    0,
  );
  if (!mapping || (spellings.length === 0 && merged === 0)) return null;
  const toggle = (key: string): void => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    setTicked(next);
  };
  const forget = (): void => {
    const fields = Object.fromEntries(
      Object.entries(mapping.fields).map(([name, { same: _same, ...source }]) => [name, source]),
    );
    void flow.adjust(draft, { ...mapping, fields });
  };
  return (
    <Stack gap="xs" data-testid="spellings">
      <Title order={4}>{t('import.spellings')}</Title>
      {merged > 0 && (
        <Group gap="xs">
          <Text size="sm">{t('import.merged', { count: merged })}</Text>
          <Button size="compact-xs" variant="default" onClick={forget}>
            {t('import.forgetFixes')}
          </Button>
        </Group>
      )}
      {spellings.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('import.spellingsHint')}
          </Text>
          <ScrollArea.Autosize
            mah={220}
            tabIndex={0}
            role="region"
            aria-label={t('import.spellings')}
          >
            <Stack gap={6}>
              {spellings.flatMap(({ field, groups }) =>
                groups.map(({ kept, others }) => {
                  const key = keyOf(field, kept);
                  const written = others
                    .map(({ text, count }) => `${text} (${formatInteger(count, locale)})`)
                    .join(', ');
                  return (
                    <Checkbox
                      key={key}
                      checked={ticked.has(key)}
                      onChange={() => toggle(key)}
                      label={`${fieldText(t, field)}: ${kept} ← ${written}`}
                    />
                  );
                }),
              )}
            </Stack>
          </ScrollArea.Autosize>
          <Group>
            <Button
              size="xs"
              variant="default"
              disabled={ticked.size === 0}
              onClick={() => {
                setTicked(new Set());
                void flow.adjust(draft, mergedSpellings(mapping, spellings, ticked));
              }}
            >
              {t('import.mergeSpellings')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
