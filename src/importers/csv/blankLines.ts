/** Blank lines at a file's start, which say nothing of its dialect. */
export interface BlankLines {
  readonly lines: number;
  readonly bytes: number;
}

export const noLines: BlankLines = { lines: 0, bytes: 0 };

const pieceBytes = 64 * 1024;
/** Fewer are looked at with what follows them. */
const linesMin = 100;

/**
 * The line ends with which a file of bytes begins, where they are many: a table from far down in another file keeps
 * its lines so.
 */
export async function blankLinesAbove(blob: Blob): Promise<BlankLines> {
  let lines = 0;
  let bytes = 0;
  while (bytes < blob.size) {
    const piece = new Uint8Array(await blob.slice(bytes, bytes + pieceBytes).arrayBuffer());
    const other = piece.findIndex((byte) => byte !== 10);
    const count = other < 0 ? piece.length : other;
    lines += count;
    bytes += count;
    if (other >= 0) break;
  }
  return lines < linesMin || bytes === blob.size ? noLines : { lines, bytes };
}
