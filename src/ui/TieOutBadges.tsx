import { Badge, Group, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { exact } from '../domain/money/decimal';
import type { TieOut } from '../domain/report/result';
import { formatAmount } from '../i18n/formats';
import { labelText } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';

interface TieOutBadgesProps {
  readonly tieOuts: readonly TieOut[] | undefined;
  /** Opens the causes of a tie-out's difference. */
  onOpen(tieOut: TieOut): void;
}

/** A badge a tie-out: calm where the difference is zero, otherwise the difference, which opens its causes. */
export function TieOutBadges(props: TieOutBadgesProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Group gap={6} aria-live="polite">
      {(props.tieOuts ?? []).map((tieOut) => {
        const ties = exact(tieOut.difference).isZero();
        const name = labelText(t, { key: `tieOut.${tieOut.name}` });
        const amount = `${formatAmount(tieOut.difference, locale)} ${tieOut.currency}`;
        return (
          <Tooltip
            key={`${tieOut.name} ${tieOut.currency}`}
            multiline
            label={t('page.tieOutDetail', {
              name,
              left: formatAmount(tieOut.left, locale),
              right: formatAmount(tieOut.right, locale),
              currency: tieOut.currency,
            })}
          >
            <Badge
              component="button"
              type="button"
              tt="none"
              size="lg"
              radius="sm"
              variant="outline"
              color={ties ? 'var(--saldo-good)' : 'var(--saldo-bad)'}
              leftSection={
                ties ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <IconAlertTriangle size={14} aria-hidden />
                )
              }
              onClick={() => props.onOpen(tieOut)}
              style={{ cursor: 'pointer' }}
            >
              {name}: {ties ? `${t('page.ties')} · ${amount}` : t('page.difference', { amount })}
            </Badge>
          </Tooltip>
        );
      })}
    </Group>
  );
}
