import type { AgingPolicy } from '../domain/aging/policy';
import { formatDate } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';

/** How an aging was computed, in words: the same on the page, in print and in every export. */
export function policyPhrases(
  policy: AgingPolicy,
  t: Translate,
  locale: Locale,
): readonly string[] {
  return [
    t('policy.asOf', { date: formatDate(policy.asOf, locale) }),
    t(`policy.basis.${policy.basis}`),
    t('policy.edges', { edges: policy.edges.join(', ') }),
    t(`policy.credits.${policy.credits}`),
    t(`policy.allocation.${policy.allocation}`),
    ...(policy.relink === 'yes' ? [t('policy.relink.yes')] : []),
    currencyPhrase(policy, t, locale),
    t(`policy.disputed.${policy.disputed}`),
    t(`policy.attributes.${policy.attributes}`),
    ...(policy.attributes === 'then' ? [t('policy.attributeHistory.edits')] : []),
    ...(policy.dueDate === 'original' ? [t('policy.dueDate.original')] : []),
  ];
}

function currencyPhrase(
  { currency, converted }: AgingPolicy,
  t: Translate,
  locale: Locale,
): string {
  if (!converted) return t(`policy.currency.${currency}`);
  const date = formatDate(converted.rateDate, locale);
  return converted.to === null
    ? t('policy.currency.convertedToBooks', { date })
    : t('policy.currency.converted', { currency: converted.to, date });
}
