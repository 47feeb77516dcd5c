import { Button, Group, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { exact } from '../domain/money/decimal';
import type { TieOut } from '../domain/report/result';
import { formatAmount } from '../i18n/formats';
import { labelText } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';

interface TieOutBadgesProps {
  readonly tieOuts: readonly TieOut[] | undefined;
  /** The data are not known to be all of the day: what ties of them says nothing of the rest. */
  readonly isOutside?: boolean | undefined;
  /** Opens the causes of the difference of the tie-out of this name. */
  onOpen(name: string): void;
}

/** The tie-outs of one name, which differ only in their currency. */
function byName(tieOuts: readonly TieOut[]): ReadonlyMap<string, readonly TieOut[]> {
  const groups = new Map<string, TieOut[]>();
  for (const tieOut of tieOuts) {
    const group = groups.get(tieOut.name);
    if (group) group.push(tieOut);
    else groups.set(tieOut.name, [tieOut]);
  }
  return groups;
}

/** A badge a tie-out: calm where every difference is zero, otherwise the differences, which open their causes. */
export function TieOutBadges(props: TieOutBadgesProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Group gap={6} aria-live="polite" mih={26}>
      {[...byName(props.tieOuts ?? [])].map(([key, group]) => {
        const differing = group.filter((tieOut) => !exact(tieOut.difference).isZero());
        const ties = differing.length === 0;
        const isCalm = ties && props.isOutside !== true;
        const name = labelText(t, { key: `tieOut.${key}` });
        const amount = (ties ? group : differing)
          .map((tieOut) => `${formatAmount(tieOut.difference, locale)} ${tieOut.currency}`)
          .join(' · ');
        const detail = group.flatMap((tieOut) => {
          const { currency, shown, leftOut } = tieOut;
          const whole = t('page.tieOutDetail', {
            name,
            left: formatAmount(tieOut.left, locale),
            right: formatAmount(tieOut.right, locale),
            currency,
          });
          if (shown === undefined || leftOut === undefined || exact(leftOut).isZero())
            return [whole];
          const parts = t('page.tieOutParts', {
            shown: formatAmount(shown, locale),
            leftOut: formatAmount(leftOut, locale),
            left: formatAmount(tieOut.left, locale),
            currency,
          });
          return [parts, whole];
        });
        return (
          <Tooltip key={key} multiline label={detail.map((line) => <div key={line}>{line}</div>)}>
            <Button
              size="compact-xs"
              variant="outline"
              // A difference is never cut off: in a narrow window the badge takes a second line.
              styles={{
                root: { height: 'auto', minHeight: 22, maxWidth: '100%' },
                label: { whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.35 },
              }}
              color={isCalm ? 'var(--saldo-good)' : 'var(--saldo-bad)'}
              leftSection={
                isCalm ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <IconAlertTriangle size={14} aria-hidden />
                )
              }
              onClick={() => props.onOpen(key)}
              data-testid={`tie-out-${key}`}
            >
              {name}:{' '}
              {ties
                ? `${t(isCalm ? 'page.ties' : 'page.tiesInPart')} · ${amount}`
                : t('page.difference', { amount })}
            </Button>
          </Tooltip>
        );
      })}
    </Group>
  );
}
