import type { ReadOptions, SourceFile } from '../source';
import type { TextGrid } from '../textGrid';

/** A grid of a file, as the text that stands for it from now on. */
export interface UnpackedPart {
  /** What it is called within its file; blank where it is all of it. */
  readonly part: string;
  /** What its rows are, where the format says so. */
  readonly dataset: string | undefined;
  readonly exactNumbers?: TextGrid['exactNumbers'];
  readonly text: Blob;
  /** What is to be told of it although it is taken. */
  readonly notes: NonNullable<TextGrid['notes']>;
  /** Whether the text is ours, so that nothing about it is to be guessed. */
  readonly isOurs: boolean;
}

/** What became of a file that is no delimited text. */
export interface Unpacked {
  readonly format: string;
  readonly sha256: string;
  readonly parts: readonly UnpackedPart[];
}

/** Reads a file of any format; nothing where it is delimited text of one table, which is read where it stands. */
export type Unpack = (file: SourceFile, options: ReadOptions) => Promise<Unpacked | undefined>;
