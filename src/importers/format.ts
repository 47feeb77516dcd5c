import type { ReadOptions, SourceFile } from './source';
import type { TextPart } from './textGrid';

/** A kind of file that becomes grids of text. Delimited text is not among them: it is read where it stands. */
export interface ImportFormat {
  readonly id: string;
  /** Whether a file is of this kind, by its first bytes; its name may lie, and decides only where bytes cannot. */
  matches(head: Uint8Array, fileName: string): boolean;
  /**
   * Reads a file whole, bounded by `limits`.
   * @throws ImportFailure with one problem; Cancelled where the signal fired
   */
  read(file: SourceFile, options: ReadOptions): Promise<readonly TextPart[]>;
}
