import type { AgingPolicy } from '../domain/aging/policy';
import { missingKey } from '../domain/report/dimension';
import { stateLine } from '../domain/report/stateLine';
import { formatDate } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { version } from '../lib/version';
import type { OpenReport } from '../reports/run';
import type { SessionState } from '../session/session';
import { policyPhrases } from '../ui/policyPhrases';
import { filtersOf } from './filterParams';
import { horizonText } from './horizonText';

interface About {
  readonly open: OpenReport;
  readonly policy: AgingPolicy | undefined;
  readonly imports: SessionState['imports'];
  readonly state: SessionState['state'];
  /** The columns that are seen. */
  readonly shown: readonly string[];
}

/** A line about an output; `isProvenance`: what it was made from and by, which on paper stands after the figures. */
interface OwnLine {
  readonly label: string;
  readonly value: string;
  readonly isProvenance: boolean;
}

/** The days of a report that no policy line tells: one, or a first and a last. */
function daysOf({ params, policy }: OpenReport['report']): readonly [string, string] | undefined {
  const { asOf, from = asOf } = params;
  const isTold = policy !== null && 'basis' in policy;
  return isTold || asOf === undefined || from === undefined ? undefined : [from, asOf];
}

/** The policies that a report was computed under: of one that compares two, both. */
function policyLines(
  { open, policy }: Pick<About, 'open' | 'policy'>,
  t: Translate,
  locale: Locale,
): readonly OwnLine[] {
  if (!policy) return [];
  const own = open.report.policy;
  const second = own && 'second' in own ? (own.second as AgingPolicy) : undefined;
  const lineOf = (label: string, of: AgingPolicy): OwnLine => ({
    label,
    value: policyPhrases(of, t, locale).join(' · '),
    isProvenance: false,
  });
  return [
    lineOf(t('export.about.policy'), policy),
    ...(second ? [lineOf(t('export.about.secondPolicy'), second)] : []),
  ];
}

/** What an output says of itself: policy, filters, the files it was made from with their hashes, version. */
export function aboutLines(
  { open, policy, imports, state, shown }: About,
  t: Translate,
  locale: Locale,
): readonly OwnLine[] {
  const filters = filtersOf(open.report.params).map(([dimension, value]) =>
    t('policy.filter', {
      dimension: t(`dimension.${dimension}`),
      value: value === missingKey ? t('dimension.missing') : value,
    }),
  );
  const days = daysOf(open.report);
  return [
    ...(days
      ? [
          {
            label: t(days[0] === days[1] ? 'column.asOf' : 'export.about.period'),
            value: [...new Set(days)].map((day) => formatDate(day, locale)).join(' – '),
            isProvenance: false,
          },
        ]
      : []),
    ...policyLines({ open, policy }, t, locale),
    ...(open.outside
      ? [
          {
            label: t('export.about.horizon'),
            value: horizonText(open.outside, t, locale),
            isProvenance: false,
          },
        ]
      : []),
    { label: t('export.about.filters'), value: filters.join(' · '), isProvenance: false },
    ...imports.map((record) => ({
      label: t('export.about.sources'),
      value: `${record.file} · SHA-256 ${record.sha256}`,
      isProvenance: true,
    })),
    {
      label: t('export.about.state'),
      value: stateLine({
        report: open.report.id,
        params: open.report.params,
        ...state,
        columns: shown,
      }),
      isProvenance: true,
    },
    { label: t('export.about.version'), value: version, isProvenance: true },
  ];
}
