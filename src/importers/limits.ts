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
} as const;
