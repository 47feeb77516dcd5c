import type { ReactNode, Ref } from 'react';
import { AgingBars } from '../../charts/AgingBars';
import type { ChartHandle } from '../../charts/chartHandle';
import type { AgingPolicy } from '../../domain/aging/policy';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { OpenReport } from '../../reports/run';
import { drillTarget } from '../../session/react/reportPaths';
import { useFirstRows } from '../../session/react/useRows';
import { useUrlParams } from '../../session/react/useUrlParams';
import { policyPhrases } from '../../ui/policyPhrases';

/** Rows read for the bars: enough for the largest of each currency. */
const rowsRead = 60;

interface AgingChartProps {
  readonly open: OpenReport;
  readonly policy: AgingPolicy;
  readonly title: string;
  readonly pictures: Ref<ChartHandle>;
}

/** The largest groups of an aging as stacked bars; a part of a bar opens the items behind it. */
export function AgingChart({ open, policy, title, pictures }: AgingChartProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { go } = useUrlParams();
  const shown = useFirstRows(open, rowsRead);
  if (!shown) return <div style={{ height: 220 }} />;
  return (
    <div data-testid="aging-chart">
      <AgingBars
        ref={pictures}
        title={title}
        policyLine={policyPhrases(policy, t, locale).join(' · ')}
        columns={shown.of.report.columns}
        rows={shown.rows}
        totals={shown.of.totals}
        locale={locale}
        // Charts of several currencies leave the grid its place on the screen.
        barsMax={shown.of.totals.length > 1 ? 3 : 6}
        onOpen={(column, row) => {
          const target = drillTarget(column, row);
          if (target) go(target.path, target.params);
        }}
      />
    </div>
  );
}
