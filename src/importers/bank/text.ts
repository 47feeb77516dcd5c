import { Cancelled } from '../../engine/errors';
import { decode, decodeExact, guessEncoding, isBinary } from '../csv/encoding';
import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';

const sampleBytes = 1 << 18;

/** How a format finds an encoding for bytes that are not Unicode. */
interface OwnEncoding {
  /** By what the file's first characters say. */
  readonly declared?: (head: string) => string | undefined;
  /** The text in an encoding that TextDecoder does not know; `undefined` where it is not in that. */
  readonly legacy?: (bytes: Uint8Array) => string | undefined;
}

/**
 * A statement in text, whole. Its encoding is found as for delimited text; what a file says of its own encoding counts
 * where its bytes are not UTF-8.
 * @throws ImportFailure `empty_file`, `binary_file`, `wrong_encoding` or `limit_exceeded`; Cancelled
 */
export async function statementText(
  file: SourceFile,
  { signal, onBytes }: ReadOptions,
  { declared, legacy }: OwnEncoding = {},
): Promise<string> {
  const { size } = file.blob;
  if (size === 0) fail(file, 'empty_file');
  if (size > limits.gridBytesMax)
    fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  if (signal?.aborted) throw new Cancelled();
  onBytes?.(size);
  const sample = bytes.subarray(0, sampleBytes);
  const guessed = guessEncoding(sample, sample.length === bytes.length);
  if (isBinary(withoutMarks(sample), guessed)) fail(file, 'binary_file');
  const isUnicode = guessed.startsWith('utf');
  const text = isUnicode ? undefined : legacy?.(bytes);
  if (text !== undefined) return text;
  const head = decode(bytes.subarray(0, 1024), 'windows-1252');
  const encoding = isUnicode ? guessed : (declared?.(head) ?? guessed);
  const exact = decodeExact(bytes, encoding);
  if (!exact.ok) fail(file, 'wrong_encoding', exact.error.line);
  return exact.value;
}

/** Marks of transmission that may stand around a message: SOH, STX, ETX, EOT. They do not make a file binary. */
function withoutMarks(sample: Uint8Array): Uint8Array {
  return sample.filter((byte) => byte < 1 || byte > 4);
}

/** The first characters of a file, for telling what it is. */
export function headText(head: Uint8Array): string {
  const encoding = guessEncoding(head, false);
  return decode(head, encoding);
}

/** @throws ImportFailure `cell_too_large` where a text is longer than a cell may be */
export function checkLength(file: SourceFile, text: string, line: number): void {
  if (text.length > limits.cellBytesMax)
    fail(file, 'cell_too_large', line, { limit: limits.cellBytesMax });
}
