import { create } from 'zustand';
import type { SourceFile } from '../../importers/source';

/** Files that were dropped, chosen or pasted somewhere and wait for the import page. */
interface Inbox {
  readonly files: readonly SourceFile[];
  put(files: readonly SourceFile[]): void;
  /** Hands the files over, once. */
  take(): readonly SourceFile[];
}

export const useInbox = create<Inbox>((set, get) => ({
  files: [],
  put: (files) => set((before) => ({ files: [...before.files, ...files] })),
  take: () => {
    const { files } = get();
    set({ files: [] });
    return files;
  },
}));

/** Files of the browser as an importer takes them. */
export function sourceFiles(files: Iterable<File>): readonly SourceFile[] {
  return [...files].map((file) => ({ name: file.name, blob: file }));
}
