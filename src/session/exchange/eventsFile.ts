import { z } from 'zod';
import { base64Of, bytesOfBase64 } from '../../workspace/backup/base64';
import { type Hashing, hexOf } from '../../workspace/hashing';
import { ExchangeFailure } from './failure';

/**
 * A file of events is lines of text:
 *
 *     header: JSON
 *     one line an event: its record as it stands in the journal, in base64
 *     SHA-256 of all of this, 64 hexadecimal digits
 *
 * each ended by a line feed. Every author's events form a chain of their own besides.
 */
const version = 1;
const start = '{"saldo":"events",';
const sumChars = 65;

/** Bytes of a whole file; it is read at once. */
const eventsFileBytesMax = 128 * 1024 * 1024;

const author = z.string().regex(/^[0-9a-f]{16,64}$/);
const header = z.strictObject({
  saldo: z.literal('events'),
  format: z.literal(version),
  /** What the workspaces that came from one have in common: the hash of the first event. */
  workspace: z.string().regex(/^[0-9a-f]{16}$/),
  /** The name of who wrote the file. */
  person: z.string(),
  at: z.iso.datetime(),
  events: z.int().positive(),
  /** How far who wrote it has got with every author's events. */
  known: z.record(
    author,
    z.strictObject({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** The keys of the personal fields in it, by customer. */
  keys: z.record(z.string(), z.string()),
});

type Header = Omit<z.output<typeof header>, 'saldo' | 'format' | 'events'>;

export interface EventsFile extends Header {
  readonly payloads: readonly Uint8Array[];
}

export function encodeEvents({ payloads, ...rest }: EventsFile, sums: Hashing): Blob {
  const head = JSON.stringify({
    saldo: 'events',
    format: version,
    events: payloads.length,
    ...rest,
  });
  const text = [head, ...payloads.map(base64Of)].map((line) => `${line}\n`).join('');
  if (text.length > eventsFileBytesMax)
    throw new ExchangeFailure('too_large', `${text.length} bytes`);
  const sum = hexOf(sums.sha256(new TextEncoder().encode(text)));
  return new Blob([text, `${sum}\n`], { type: 'application/octet-stream' });
}

const damaged = (message: string): ExchangeFailure => new ExchangeFailure('damaged', message);

/** @throws ExchangeFailure `not_events`, `newer`, `damaged`, `too_large` */
export async function decodeEvents(file: Blob, sums: Hashing): Promise<EventsFile> {
  if ((await file.slice(0, start.length).text()) !== start)
    throw new ExchangeFailure('not_events', 'the file does not begin as events do');
  if (file.size > eventsFileBytesMax) throw new ExchangeFailure('too_large', `${file.size} bytes`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = bytes.subarray(0, Math.max(0, bytes.length - sumChars));
  const sum = new TextDecoder().decode(bytes.subarray(body.length));
  if (sum !== `${hexOf(sums.sha256(body))}\n`) throw damaged('it is not what was written');
  const [first = '', ...lines] = new TextDecoder().decode(body).split('\n').slice(0, -1);
  const { saldo: _saldo, format: _format, events, ...rest } = parseHeader(first);
  if (lines.length !== events) throw damaged(`${lines.length} events in place of ${events}`);
  const payloads = lines.map((line, i) => {
    const payload = bytesOfBase64(line);
    if (!payload || payload.length === 0) throw damaged(`event ${i + 1} is not readable`);
    return payload;
  });
  return { ...rest, payloads };
}

function parseHeader(text: string): z.output<typeof header> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged('the header is no JSON');
  }
  const versioned = z.object({ format: z.int() }).safeParse(json);
  if (versioned.success && versioned.data.format > version)
    throw new ExchangeFailure('newer', `format ${versioned.data.format}`);
  const parsed = header.safeParse(json);
  if (!parsed.success) throw damaged(`the header: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}
