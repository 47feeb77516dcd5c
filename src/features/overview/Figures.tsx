import { Group, Paper, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OverviewFigures } from '../../domain/aging/overview';
import { amountText } from '../../domain/report/row';
import { formatAmount, formatDate, formatPercent } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';

interface FiguresProps {
  readonly figures: readonly OverviewFigures[];
  /** The date that changes are counted from. */
  readonly since: string;
  onOpen(currency: string): void;
  /** Opens the items that make up what is past due. */
  onOpenPastDue(currency: string): void;
}

/** Open, past due and its share, currency by currency, with the change since the last month end. */
export function Figures({ figures, since, onOpen, onOpenPastDue }: FiguresProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const show = (amount: string, currency: string): string =>
    `${formatAmount(amountText(amount, currency), locale)} ${currency}`;
  const change = (amount: string | undefined, currency: string): string | undefined =>
    amount === undefined
      ? undefined
      : t('overview.change', {
          amount: `${amount.startsWith('-') ? '' : '+'}${show(amount, currency)}`,
          date: formatDate(since, locale),
        });
  return (
    <Stack gap="sm">
      {figures.map((one) => (
        <SimpleGrid
          cols={{ base: 1, sm: 3 }}
          key={one.currency}
          data-testid={`figures-${one.currency}`}
        >
          <Figure
            label={`${t('overview.open')} · ${one.currency}`}
            value={show(one.open, one.currency)}
            notes={[
              t('overview.items', { count: one.itemCount }),
              change(one.openChange, one.currency),
            ]}
            onOpen={() => onOpen(one.currency)}
          />
          <Figure
            label={t('overview.pastDue')}
            value={show(one.pastDue, one.currency)}
            notes={[change(one.pastDueChange, one.currency)]}
            onOpen={() => onOpenPastDue(one.currency)}
          />
          <Figure
            label={t('overview.pastDueShare')}
            value={one.pastDueShare === undefined ? '–' : formatPercent(one.pastDueShare, locale)}
            notes={[]}
            onOpen={() => onOpenPastDue(one.currency)}
          />
        </SimpleGrid>
      ))}
    </Stack>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly (string | undefined)[];
  readonly onOpen: () => void;
}

function Figure({ label, value, notes, onOpen }: FigureProps): ReactNode {
  return (
    <Paper withBorder p="md">
      <UnstyledButton className="figure-link" onClick={onOpen}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Text className="figure-value" fz={24} fw={600}>
          {value}
        </Text>
      </UnstyledButton>
      <Group gap="md">
        {notes.map((note) =>
          note === undefined ? null : (
            <Text size="sm" c="dimmed" key={note}>
              {note}
            </Text>
          ),
        )}
      </Group>
    </Paper>
  );
}
