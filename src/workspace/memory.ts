import { localWorkspaces } from './local/localWorkspaces';
import { memoryFolder } from './storage/memory';
import type { WorkspaceStore, Workspaces } from './store';

/** Workspaces that live as long as the page: for browsers without a private file system. */
export function memoryWorkspaces(): Promise<Workspaces> {
  return localWorkspaces(memoryFolder(), { isDurable: false });
}

/** One open workspace that lives as long as the page. */
export async function memoryStore(): Promise<WorkspaceStore> {
  const workspaces = await memoryWorkspaces();
  return workspaces.open(await workspaces.create('', '1970-01-01'));
}
