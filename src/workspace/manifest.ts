import type { Mapping } from '../domain/import/mapping';

/** An imported file: what it was, how it was read, and what must come out when it is read again. */
export interface ImportRecord {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly mapping: Mapping;
  readonly rowCount: number;
  readonly goodCount: number;
  readonly totals: readonly {
    readonly currency: string;
    readonly rows: number;
    readonly amount: string;
  }[];
}

/** What a workspace consists of, in the order in which it was imported. */
export interface Manifest {
  readonly version: 1;
  readonly imports: readonly ImportRecord[];
}

export const emptyManifest: Manifest = { version: 1, imports: [] };
