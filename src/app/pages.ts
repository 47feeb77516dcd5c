import {
  IconArrowsShuffle,
  IconBuildingBank,
  IconChartBar,
  IconDatabase,
  IconFileImport,
  IconFileText,
  IconHistory,
  IconHome,
  IconListDetails,
  IconUsers,
} from '@tabler/icons-react';
import type { MessageKey } from '../i18n/catalogue';

/** The rail's entries: only what exists. */
export interface PageEntry {
  readonly path: string;
  readonly label: MessageKey;
  readonly icon: typeof IconHome;
}

export const pages: readonly PageEntry[] = [
  { path: '/', label: 'shell.overview', icon: IconHome },
  { path: '/aging', label: 'shell.aging', icon: IconChartBar },
  { path: '/items', label: 'shell.ledger', icon: IconListDetails },
  { path: '/customers', label: 'shell.customers', icon: IconUsers },
  { path: '/documents', label: 'report.documents.title', icon: IconFileText },
  { path: '/analysis', label: 'shell.analysis', icon: IconArrowsShuffle },
  { path: '/tie-out', label: 'overview.tieOut', icon: IconBuildingBank },
  { path: '/import', label: 'shell.import', icon: IconFileImport },
  { path: '/history', label: 'report.history.title', icon: IconHistory },
  { path: '/workspace', label: 'workspace.title', icon: IconDatabase },
];
