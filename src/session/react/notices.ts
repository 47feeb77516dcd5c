import { create } from 'zustand';
import type { Target } from './reportPaths';

/** One line that tells what was just done, or why it was not; with a way to the place it is about. */
interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly target?: Target | undefined;
}

interface Notices {
  readonly last: Notice | undefined;
  tell(notice: Omit<Notice, 'id'>): void;
  close(): void;
}

let count = 0;

export const useNotices = create<Notices>((set) => ({
  last: undefined,
  tell: (notice) => {
    count += 1;
    set({ last: { ...notice, id: count } });
  },
  close: () => set({ last: undefined }),
}));
