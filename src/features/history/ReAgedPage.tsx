import type { ReactNode } from 'react';
import { bucketsOf, parseEdges } from '../../domain/aging/buckets';
import { useTranslate } from '../../i18n/setup';
import { bucketLabel } from '../../reports/aging/columns';
import { AsOfBar } from '../../screen/AsOfBar';
import { reportParams } from '../../screen/filterParams';
import { NoLedger } from '../../screen/NoLedger';
import { ReportScreen } from '../../screen/ReportScreen';
import { useAsOf } from '../../screen/useAsOf';
import { useScreenReport } from '../../screen/useScreenReport';
import { useUrlParams } from '../../session/react/useUrlParams';

/** Open items whose due date somebody moved, with both buckets. */
export function ReAgedPage(): ReactNode {
  const t = useTranslate();
  const { params } = useUrlParams();
  const { asOf, reach, change } = useAsOf();
  const view = useScreenReport(
    're-aged',
    asOf === undefined ? undefined : reportParams(params, asOf, ['edges']),
  );
  if (asOf === undefined || !reach) return <NoLedger />;
  const edges = parseEdges(params['edges'] ?? '0,30,60,90');
  const words = Object.fromEntries(
    bucketsOf(edges.ok ? edges.value : [0]).map((bucket) => [
      bucket.id,
      bucketLabel(bucket, 'due'),
    ]),
  );
  return (
    <ReportScreen
      view={view}
      title={t('report.re-aged.title')}
      rule={[t('explain.reAged')]}
      codes={{ bucket: words, bucket_original: words }}
      empty={t('history.noReAged')}
      controls={<AsOfBar asOf={asOf} reach={reach} onChange={change} />}
    />
  );
}
