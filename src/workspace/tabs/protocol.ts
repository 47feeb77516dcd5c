import type { JournalLoss, StoreFailureReason, StoreState, Workspaces } from '../store';
import type { TabStore } from './tabStore';

/** What a page asks of an open workspace in its worker. */
export type StoreCalls = Pick<
  TabStore,
  | 'readEvents'
  | 'appendTogether'
  | 'putSegment'
  | 'segment'
  | 'removeSegment'
  | 'readKeys'
  | 'writeKeys'
  | 'readCache'
  | 'writeCache'
  | 'dropCache'
  | 'rename'
  | 'takeOver'
  | 'close'
>;

export interface OpenedStore {
  /** By which the page names it from now on. */
  readonly store: number;
  readonly news: StoreNews;
}

export interface StoreNews {
  readonly state: StoreState;
  readonly loss: JournalLoss | undefined;
}

export interface WorkspacesCalls
  extends Pick<Workspaces, 'list' | 'create' | 'duplicate' | 'remove'> {
  open(id: string): Promise<OpenedStore>;
}

export interface Question {
  readonly call: number;
  /** Of all workspaces where it is left out. */
  readonly store: number | undefined;
  readonly method: string;
  readonly args: readonly unknown[];
}

export type Notice =
  /** Whether the worker has a private file system to work on. */
  | { readonly kind: 'ready'; readonly isUsable: boolean }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | {
      readonly kind: 'failure';
      readonly call: number;
      /** `undefined` for a defect. */
      readonly reason: StoreFailureReason | undefined;
      readonly message: string;
    }
  | { readonly kind: 'news'; readonly store: number; readonly news: StoreNews };
