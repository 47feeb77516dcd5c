/** A file as a person gave it: its name, its bytes, and in a shell its path. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
  readonly path?: string | undefined;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}
