import type { NegativeStyle } from '../i18n/formats';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { fontFamily, type Scheme, sizes, tokens } from '../ui/tokens/tokens';

export interface ChartStyle {
  readonly scheme: Scheme;
  readonly locale: Locale;
  readonly negative: NegativeStyle;
  readonly translate: Translate;
  /** What the chart is, for those who hear it. */
  readonly description: string;
}

/** How wide a chart is at most in a narrow window, where names and figures give way. */
export const narrowWidthMax = 420;

/** Braces mark styles in the library's rich text; names come from anybody's files. */
export function plain(text: string): string {
  return text.replaceAll('{', '{\u200b').replaceAll('|', '|\u200b');
}

/** Words in a chart. */
export function labelStyle(scheme: Scheme) {
  return { color: tokens[scheme].text, fontFamily, fontSize: sizes.chartFont };
}

/** What all charts have: type, short movements, words for those who hear them. */
export function commonOption({ description }: Pick<ChartStyle, 'description'>) {
  return {
    textStyle: { fontFamily },
    animationDuration: 200,
    animationDurationUpdate: 200,
    aria: { enabled: true, label: { description } },
  };
}

/** The note beside the pointer. */
export function tooltipStyle(scheme: Scheme) {
  return {
    trigger: 'item' as const,
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: tokens[scheme].surfaceRaised,
    borderColor: tokens[scheme].line,
    textStyle: labelStyle(scheme),
  };
}
