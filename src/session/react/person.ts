import { create } from 'zustand';

/** The question for the person's name: asked once, before the first thing that is written into the journal. */
interface PersonAsked {
  readonly waiting: ((name: string | undefined) => void) | undefined;
  /** Asks, and resolves with the name, or with nothing where the person would not say. */
  ask(): Promise<string | undefined>;
  answer(name: string | undefined): void;
}

export const usePersonAsked = create<PersonAsked>((set, get) => ({
  waiting: undefined,
  ask: () =>
    new Promise((resolve) => {
      get().waiting?.(undefined);
      set({ waiting: resolve });
    }),
  answer: (name) => {
    get().waiting?.(name);
    set({ waiting: undefined });
  },
}));
