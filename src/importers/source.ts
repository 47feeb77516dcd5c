/** A file as a person gave it: its name, its bytes, and in a shell its path. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
  readonly path?: string | undefined;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far. */
  /** Bytes read so far, and rows where they are counted already. */
  readonly onBytes?: ((bytes: number, rows?: number) => void) | undefined;
}
