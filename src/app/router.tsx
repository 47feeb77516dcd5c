import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { parseSearch, stringifySearch } from './search';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name as never),
  });

/** Every screen there is, each loaded when it is first asked for. */
const tree = root.addChildren([
  page('/', () => import('../features/overview/OverviewPage'), 'OverviewPage'),
  page('/aging', () => import('../features/aging/AgingPage'), 'AgingPage'),
  page('/items', () => import('../features/ledger/OpenItemsPage'), 'OpenItemsPage'),
  page('/customers', () => import('../features/customers/CustomersPage'), 'CustomersPage'),
  page('/account', () => import('../features/customers/AccountPage'), 'AccountPage'),
  page('/analysis', () => import('../features/analysis/AnalysisPage'), 'AnalysisPage'),
  page('/tie-out', () => import('../features/tie-out/TieOutPage'), 'TieOutPage'),
  page(
    '/contradictions',
    () => import('../features/tie-out/ContradictionsPage'),
    'ContradictionsPage',
  ),
  page('/documents', () => import('../features/documents/DocumentsPage'), 'DocumentsPage'),
  page('/history', () => import('../features/history/HistoryPage'), 'HistoryPage'),
  page('/re-aged', () => import('../features/history/ReAgedPage'), 'ReAgedPage'),
  page('/edit-conflicts', () => import('../features/history/ConflictsPage'), 'ConflictsPage'),
  page('/workspace', () => import('../features/workspace/WorkspacePage'), 'WorkspacePage'),
  page('/import', () => import('../features/imports/ImportPage'), 'ImportPage'),
]);

export function makeRouter() {
  return createRouter({
    routeTree: tree,
    history: createHashHistory(),
    parseSearch,
    stringifySearch,
    defaultPreload: false,
  });
}
