import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { parseIsoDate } from '../../domain/time/calendar';
import { formatAmount, formatDate } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { failureText } from '../../screen/failureText';
import { useSessionState } from '../../session/react/context';
import { useNotices } from '../../session/react/notices';
import { NotSigned, useSigned } from '../../session/react/useActions';
import { useReach } from '../../session/react/useReach';
import { useRows } from '../../session/react/useRows';
import type { Session } from '../../session/session';
import { DayInput } from '../../ui/DayInput';

const none = {};

/** Closes the books up to a day; what imports have changed of it since is listed with its effect. */
export function ClosedPeriod(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const closedThrough = useSessionState((state) => state.closedThrough);
  const store = useSessionState((state) => state.store);
  const reach = useReach();
  const signed = useSigned();
  const tell = useNotices((notices) => notices.tell);
  const [asked, setAsked] = useState<string | null>(null);
  const { rows } = useRows('period-changes', closedThrough === null ? undefined : none, 200);
  const changed = (rows ?? []).filter((row) => !/^-?0(\.0+)?$/.test(String(row['difference'])));
  const day = parseIsoDate(asked ?? reach?.opening ?? '');
  const isReader = store.role === 'reader';
  const act = async (work: (session: Session) => Promise<void>): Promise<void> => {
    try {
      await signed(work);
    } catch (error) {
      if (!(error instanceof NotSigned)) tell({ tone: 'problem', text: failureText(error, t) });
    }
  };
  return (
    <Stack gap="xs" data-testid="closed-period">
      <Title order={2}>{t('period.title')}</Title>
      <Text size="sm">
        {closedThrough === null
          ? t('period.open')
          : t('period.closed', { date: formatDate(closedThrough, locale) })}
      </Text>
      {changed.length > 0 && (
        <Alert color="orange" role="alert">
          {t('period.changes')}{' '}
          {changed
            .map(
              (row) =>
                `${row['currency']} ${formatAmount(String(row['closed_amount']), locale)} → ${formatAmount(String(row['open_amount']), locale)} (${formatAmount(String(row['difference']), locale)})`,
            )
            .join(' · ')}
        </Alert>
      )}
      <Group gap="xs">
        <DayInput
          w={150}
          aria-label={t('period.through')}
          value={day.ok ? day.value : null}
          onChange={setAsked}
          disabled={isReader}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!day.ok || isReader}
          onClick={() => {
            if (day.ok) void act((session) => session.closePeriod(day.value));
          }}
        >
          {t('period.close')}
        </Button>
        {closedThrough !== null && (
          <Button
            size="xs"
            variant="default"
            disabled={isReader}
            onClick={() => void act((session) => session.closePeriod(null))}
          >
            {t('period.reopen')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
