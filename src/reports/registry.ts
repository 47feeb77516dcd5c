import { agingBy } from './aging-by/report';
import { agingConverted } from './aging-converted/report';
import { agingTotals } from './aging-totals/report';
import { agingTrend } from './aging-trend/report';
import { allowanceMovement } from './allowance-movement/report';
import { concentration } from './concentration/report';
import { contradictions } from './contradictions/report';
import { controlAccounts } from './control-accounts/report';
import { customerAccount } from './customer-account/report';
import { customers } from './customers/report';
import { dataReach } from './data-reach/report';
import type { Report } from './define';
import { documents } from './documents/report';
import { dueDates } from './due-dates/report';
import { editConflicts } from './edit-conflicts/report';
import { expectedLoss } from './expected-loss/report';
import { fxRevaluation } from './fx-revaluation/report';
import { history } from './history/report';
import { lossBackTest } from './loss-back-test/report';
import { openItems } from './open-items/report';
import { periodChanges } from './period-changes/report';
import { reAged } from './re-aged/report';
import { rollForward } from './roll-forward/report';
import { rollRates } from './roll-rates/report';
import { rolledItems } from './rolled-items/report';
import { subsequentReceipts } from './subsequent-receipts/report';
import { tieOut } from './tie-out/report';
import { unappliedCredits } from './unapplied-credits/report';
import { whatIf } from './what-if/report';

/** Every report there is. To add one is to add its folder and its line here. */
export const reports: readonly Report[] = [
  agingTotals,
  agingBy,
  agingConverted,
  agingTrend,
  openItems,
  rollForward,
  rollRates,
  rolledItems,
  unappliedCredits,
  subsequentReceipts,
  dueDates,
  concentration,
  whatIf,
  expectedLoss,
  allowanceMovement,
  lossBackTest,
  fxRevaluation,
  customerAccount,
  customers,
  tieOut,
  controlAccounts,
  dataReach,
  contradictions,
  documents,
  history,
  reAged,
  editConflicts,
  periodChanges,
];

const byId: ReadonlyMap<string, Report> = new Map(reports.map((report) => [report.id, report]));

export function reportById(id: string): Report | undefined {
  return byId.get(id);
}
