import type { Engine } from '../engine/port';
import { Session } from '../session/session';
import { memoryStore } from '../workspace/memory';
import { opfsStore } from '../workspace/opfs';

/** How far the page has come: the frame stands at once, the ledger when the engine has been filled. */
export type Boot =
  | { readonly state: 'starting'; readonly bytesLoaded: number }
  | { readonly state: 'ready'; readonly session: Session }
  | { readonly state: 'failed'; readonly detail: string };

/** Opens this browser's workspace, in memory where it has no private storage. */
export async function boot(openEngine: () => Promise<Engine>): Promise<Boot> {
  try {
    const store = (await opfsStore('workspace')) ?? memoryStore();
    return { state: 'ready', session: await Session.open(openEngine, store) };
  } catch (error) {
    return { state: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Forgets what is stored and cannot be opened: only after the reader has asked for it. */
export async function forgetStored(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('workspace', { recursive: true });
}
