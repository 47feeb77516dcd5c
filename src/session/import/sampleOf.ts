import { sniffDialect } from '../../importers/csv/dialect';
import { decode, guessEncoding, isBinary } from '../../importers/csv/encoding';
import { isPlain } from '../../importers/csv/marks';
import type { SourceFile } from '../../importers/source';

const sampleBytes = 64 * 1024;

/** What the beginning of a text tells: whether its header is its first line, so that others may follow it. */
export async function sampleOf({ blob }: SourceFile): Promise<{
  readonly headerIsFirst: boolean;
  readonly encoding: string;
  /** The names of its columns, where it has a header. */
  readonly headers: readonly string[];
}> {
  const sample = new Uint8Array(await blob.slice(0, sampleBytes).arrayBuffer());
  const isWhole = blob.size <= sampleBytes;
  const encoding = guessEncoding(sample, isWhole);
  // Two bytes a letter: lines cannot be cut at a byte.
  if (encoding.startsWith('utf-16') || isBinary(sample, encoding))
    return { headerIsFirst: false, encoding, headers: [] };
  const dialect = sniffDialect(decode(sample, encoding));
  return {
    encoding,
    headers: dialect?.headers ?? [],
    headerIsFirst:
      dialect !== undefined &&
      dialect.preamble === 0 &&
      dialect.headerRows === 1 &&
      isPlain(dialect.marks),
  };
}
