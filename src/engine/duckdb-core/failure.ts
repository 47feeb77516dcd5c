import { BadQuery, EngineError, EngineLost, OutOfMemory } from '../errors';

const lostMessages =
  /function signature mismatch|table index is out of bounds|null function|indirect call|unreachable|memory access out of bounds|^Aborted\(|^FATAL Error|has been invalidated/;
const memoryMessages = /^Out of Memory Error|bad_alloc|bad allocation|failed to allocate/i;
const fetchPrefix =
  /^Unexpected StatusCode from duckdb_web_\w+ \(\d+\) and with self reported error as\s*/;

/** The parser wraps its messages in JSON, the rest of the engine does not. */
function plainMessage(message: string): string {
  const text = message.replace(fetchPrefix, '');
  if (!text.startsWith('{')) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return text;
    const { exception_type: type, exception_message: detail } = parsed as Record<string, unknown>;
    return typeof detail === 'string' ? `${String(type)} Error: ${detail}` : text;
  } catch {
    return text;
  }
}

/**
 * The typed error behind whatever the worker answered.
 * DuckDB's own refusals come as plain `Error`s; any other name (`RuntimeError`, `RangeError` …) was thrown
 * by the WebAssembly machine or its glue, after which nothing inside the worker can be trusted.
 */
export function typedFailure(thrown: unknown, statement?: string): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const name = thrown instanceof Error ? thrown.name : 'unknown';
  const message = plainMessage(thrown instanceof Error ? thrown.message : String(thrown));
  if (name !== 'Error' || lostMessages.test(message)) {
    return new EngineLost(`the engine failed: ${name}: ${message}`);
  }
  return memoryMessages.test(message) ? new OutOfMemory(message) : new BadQuery(message, statement);
}
