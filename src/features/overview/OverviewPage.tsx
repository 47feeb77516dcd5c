import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { overviewFigures } from '../../domain/aging/overview';
import { monthEnd, monthEndOnOrBefore } from '../../domain/time/calendar';
import { formatDate } from '../../i18n/formats';
import { useLocale, useTranslate } from '../../i18n/setup';
import { isMessageKey } from '../../i18n/texts';
import { AsOfBar } from '../../screen/AsOfBar';
import { agingPolicyOf } from '../../screen/agingPolicyOf';
import { NoLedger } from '../../screen/NoLedger';
import { useAsOf } from '../../screen/useAsOf';
import { useSessionState } from '../../session/react/context';
import { useReport, useTieOuts } from '../../session/react/useReport';
import { useRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';
import { policyPhrases } from '../../ui/policyPhrases';
import { TieOutBadges } from '../../ui/TieOutBadges';
import { Debtors } from './Debtors';
import { Figures } from './Figures';
import { Strip } from './Strip';
import { Trend } from './Trend';

const edges = [0, 30, 60, 90];
const months = 13;

/** The ledger at a glance: what is open and past due, since when, by whom, and whether it ties. */
export function OverviewPage(): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const imports = useSessionState((state) => state.imports);
  const { go } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const totals = useReport('aging-totals', asOf === undefined ? undefined : { asOf });
  const tieOuts = useTieOuts(totals.open);
  const trend = useRows(
    'aging-trend',
    asOf === undefined ? undefined : { asOf, months: String(months) },
    months * 20,
  );
  const contradictions = useReport('contradictions', imports.length > 0 ? none : undefined);

  if (imports.length === 0) return <NoLedger />;
  if (asOf === undefined || !reach) return <NoLedger />;

  const rows = trend.rows ?? [];
  const at = trend.of?.report.params['asOf'] ?? asOf;
  const now = rows.filter((row) => row['as_of'] === at);
  const previous = previousMonthEnd(at);
  const figures = now.map((row) =>
    overviewFigures(
      row,
      rows.find((one) => one['as_of'] === previous && one['currency'] === row['currency']),
      edges,
    ),
  );
  const drafts = reach.rows.find((row) => row['subject'] === 'document');
  const draftCount = Number(drafts?.['draft_count'] ?? 0);
  const voidCount = Number(drafts?.['void_count'] ?? 0);
  const policy = agingPolicyOf(totals.bound);
  const hasLedger = tieOuts?.some((tieOut) => tieOut.name === 'general-ledger');
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center">
        <Title order={1}>{t('shell.overview')}</Title>
      </Group>
      <Stack gap={4}>
        <AsOfBar asOf={asOf} reach={reach} onChange={change} />
        {policy && (
          <Text size="sm" c="dimmed" data-testid="overview-policy">
            {policyPhrases(policy, t, locale).join(' · ')}
          </Text>
        )}
      </Stack>
      <Figures
        figures={figures}
        since={previous}
        onOpen={(currency) => go('/aging', { asOf, documentCurrency: currency })}
        onOpenPastDue={(currency) =>
          go('/items', { asOf, documentCurrency: currency, ageMin: '1' })
        }
      />
      <Strip open={totals.open} />
      {trend.of && (
        <Trend
          columns={trend.of.report.columns}
          rows={rows.filter((row) => row['as_of'] !== rows[0]?.['as_of'])}
          onOpen={(date, currency) => go('/aging', { asOf: date, documentCurrency: currency })}
        />
      )}
      <Debtors asOf={asOf} />
      <Stack gap="xs">
        <Title order={2}>{t('overview.tieOut')}</Title>
        <TieOutBadges
          tieOuts={tieOuts}
          isOutside={totals.open?.outside !== undefined}
          onOpen={(name) => go(name === 'general-ledger' ? '/tie-out' : '/aging', { asOf })}
        />
        {hasLedger === false && <Text size="sm">{t('overview.noGeneralLedger')}</Text>}
        {(contradictions.open?.rowCount ?? 0) > 0 && (
          <Alert color="orange" variant="light">
            <Group justify="space-between">
              {t('overview.contradictions', { count: contradictions.open?.rowCount ?? 0 })}
              <a href={`#/contradictions?asOf=${asOf}`}>{t('page.openCauses')}</a>
            </Group>
          </Alert>
        )}
      </Stack>
      <Stack gap={4}>
        <Title order={2}>{t('overview.reach')}</Title>
        {reach.rows
          .filter((row) => typeof row['date_to'] === 'string' && row['subject'] !== 'movement')
          .map((row) => {
            const subject = `subject.${String(row['subject'])}`;
            return (
              <Text size="sm" key={subject}>
                {t('overview.reachTo', {
                  subject: isMessageKey(subject) ? t(subject) : String(row['subject']),
                  date: formatDate(String(row['date_to']), locale),
                })}
              </Text>
            );
          })}
        {draftCount + voidCount > 0 && (
          <Text size="sm">{t('overview.drafts', { drafts: draftCount, voids: voidCount })}</Text>
        )}
      </Stack>
    </Stack>
  );
}

const none = {};

/** The month end that a date's figures are compared with: the last one before it. */
function previousMonthEnd(date: string): string {
  const iso = date as Parameters<typeof monthEnd>[0];
  const end = monthEndOnOrBefore(iso);
  return end === iso ? monthEnd(iso, -1) : end;
}
