import type { Engine } from '../engine/port';
import type { Unpack } from '../importers/packed/unpacked';
import type { Session } from '../session/session';
import { StoreFailure, type StoreFailureReason, type Workspaces } from '../workspace/store';
import { storedWorkspace, storeWorkspace } from './preferences';

/** How far the page has come: the frame stands at once, the ledger when the engine has been filled. */
export type Boot =
  | { readonly state: 'starting'; readonly bytesLoaded: number }
  | {
      readonly state: 'ready';
      readonly session: Session;
      readonly workspaces: Workspaces;
      readonly id: string;
    }
  | {
      readonly state: 'failed';
      readonly detail: string;
      readonly reason: StoreFailureReason | undefined;
      readonly workspaces: Workspaces | undefined;
    };

/** What the composition root gives: the only clock, the engine and the storage. */
export interface Platform {
  readonly openEngine: (onBytes: (bytesLoaded: number) => void) => Promise<Engine>;
  readonly openWorkspaces: () => Promise<Workspaces>;
  readonly unpack: Unpack;
  /** ISO 8601. */
  readonly now: () => string;
}

/** The workspace that was open last, or the first one there is; a browser that has none gets one. */
async function workspaceToOpen(
  workspaces: Workspaces,
  asked: string | undefined,
  platform: Platform,
  firstName: string,
): Promise<string> {
  const known = await workspaces.list();
  const wanted = asked ?? storedWorkspace();
  const found =
    known.find(({ id }) => id === wanted) ?? known.find(({ problem }) => problem === undefined);
  return found?.id ?? (await workspaces.create(firstName, platform.now()));
}

/** Opens a workspace of this browser, in memory where it has no private storage. */
export async function boot(
  platform: Platform,
  options: {
    readonly onBytes: (bytesLoaded: number) => void;
    /** A workspace's id; `undefined`: the last one. */
    readonly id: string | undefined;
    readonly firstName: string;
    readonly workspaces: Workspaces | undefined;
  },
): Promise<Boot> {
  let { workspaces } = options;
  try {
    // The frame answers before the code behind it has come.
    const loading = import('../session/session');
    workspaces ??= await platform.openWorkspaces();
    const id = await workspaceToOpen(workspaces, options.id, platform, options.firstName);
    const store = await workspaces.open(id);
    try {
      const { Session: Opened } = await loading;
      const session = await Opened.open(() => platform.openEngine(options.onBytes), store, {
        now: platform.now,
        unpack: platform.unpack,
      });
      storeWorkspace(id);
      return { state: 'ready', session, workspaces, id };
    } catch (error) {
      await store.close().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    return {
      state: 'failed',
      detail: error instanceof Error ? error.message : String(error),
      reason: error instanceof StoreFailure ? error.reason : undefined,
      workspaces,
    };
  }
}
