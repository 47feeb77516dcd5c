import type { AgingPolicy } from '../domain/aging/policy';
import { missingKey } from '../domain/report/dimension';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { version } from '../lib/version';
import type { OpenReport } from '../reports/run';
import type { SessionState } from '../session/session';
import { policyPhrases } from '../ui/policyPhrases';
import { filtersOf } from './filterParams';

interface About {
  readonly open: OpenReport;
  readonly policy: AgingPolicy | undefined;
  readonly imports: SessionState['imports'];
}

/** What an output says of itself: policy, filters, the files it was made from with their hashes, version. */
export function aboutLines({ open, policy, imports }: About, t: Translate, locale: Locale) {
  const filters = filtersOf(open.report.params).map(([dimension, value]) =>
    t('policy.filter', {
      dimension: t(`dimension.${dimension}`),
      value: value === missingKey ? t('dimension.missing') : value,
    }),
  );
  return [
    ...(policy
      ? [{ label: t('export.about.policy'), value: policyPhrases(policy, t, locale).join(' · ') }]
      : []),
    { label: t('export.about.filters'), value: filters.join(' · ') },
    ...imports.map((record) => ({
      label: t('export.about.sources'),
      value: `${record.file} · SHA-256 ${record.sha256}`,
    })),
    { label: t('export.about.version'), value: version },
  ];
}
