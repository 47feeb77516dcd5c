import type { ImportOrigin } from '../journal/event';

/** Where a row stands in the files that a person gave. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * The file and line of a row of a text: of one that several files make up, in the file that it came from. Each of
 * those begins with the header that all share, of which the text has the first alone.
 */
export function placeOf(file: string, origin: ImportOrigin | undefined, line: number): Place {
  const piece = origin?.pieces?.findLast((one) => one.line <= line);
  if (!piece) return { file, line };
  const first = origin?.pieces?.[0];
  return { file: piece.file, line: piece === first ? line : line - piece.line + 2 };
}
