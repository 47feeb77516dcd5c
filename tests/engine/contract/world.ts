import type { HangLimits } from '../../../src/engine/duckdb-core/engine';
import type { Engine, FileSource } from '../../../src/engine/port';

/** What the suite needs of the place where it runs. */
export interface World {
  /** The engine that cases share; a new one when the last was lost. */
  engine(): Promise<Engine>;
  /** A new engine of the caller's own. */
  open(limits?: HangLimits): Promise<Engine>;
  /** An engine whose worker spins for ever when it is sent a statement with `spin_for_ever` in it. */
  openSpinning(limits: HangLimits): Promise<Engine>;
  /** Tries to open an engine whose WebAssembly module is missing. */
  openBroken(): Promise<Engine>;
  /** A CSV of `copies` times `chunk`. */
  largeFile(chunk: string, copies: number): Promise<FileSource>;
  /** A small file given the way this place gives files to an engine. */
  file(text: string): Promise<FileSource>;
  /** An address that must never be asked for. */
  readonly forbiddenUrl: string;
}
