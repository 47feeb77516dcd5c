/** What an import takes at the most. Each name stands in the message that refuses more. */
export const limits = {
  /** A cell larger than this is no value of a ledger; the engine reads lines up to twice of it. */
  cellBytesMax: 1_000_000,
  /** A file with more columns is not a table that a person made. */
  columnsMax: 1_000,
  /** Rejected rows kept for the screen; all are counted. */
  rejectsShownMax: 200,
  /** Larger files with irregular lines are refused: mending them is done in memory. */
  repairBytesMax: 400_000_000,
  /** Cells of a file that is no delimited text: such a file is held in memory as a whole. */
  gridCellsMax: 60_000_000,
  /** Cells of a workbook that does not write them but says how many times another counts. */
  repeatedCellsMax: 5_000_000,
  /** Bytes of a file that is no delimited text, as it lies there. */
  gridBytesMax: 500_000_000,
  /** Bytes that come out of a packed file, whatever it says of itself. */
  unpackedBytesMax: 2_000_000_000,
  /** How many times larger a packed file's contents may be than itself. */
  unpackRatioMax: 200,
  /** Files within a packed file. */
  innerFilesMax: 5_000,
  /** An archive within an archive is read, one within that is not: nobody packs a ledger so. */
  archiveDepthMax: 2,
  /** How deep elements of a file may lie in each other. */
  depthMax: 100,
} as const;
