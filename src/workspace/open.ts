import { memoryWorkspaces } from './memory';
import type { Workspaces } from './store';
import { workerWorkspaces } from './workerStore';

/** All workspaces of this browser: in its private file system, or in memory where it has none. */
export async function openWorkspaces(): Promise<Workspaces> {
  return (await workerWorkspaces()) ?? memoryWorkspaces();
}
