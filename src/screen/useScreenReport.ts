import type { RawParams } from '../reports/define';
import { type ReportView, useReport } from '../session/react/useReport';
import { useUrlParams } from '../session/react/useUrlParams';
import { orderOfParam } from './sortParam';

/** The report of a page: its rows stand in the order that the address names. */
export function useScreenReport(id: string, params: RawParams | undefined): ReportView {
  const { params: address } = useUrlParams();
  return useReport(id, params, orderOfParam(address['sort']));
}
