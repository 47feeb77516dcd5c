import { z } from 'zod';
import type { RecordedEvent } from '../../domain/journal/event';
import { parseIsoDate } from '../../domain/time/calendar';
import { StoreFailure } from '../../workspace/store';
import { mappingShape as mapping } from './mappingCodec';

// Generated validators would need `eval`, which the page's policy forbids.
z.config({ jitless: true });

/** A personal value under its customer's key: base64 of the nonce and the cipher text. */
export interface Sealed {
  readonly sealed: string;
}

const date = z.string().refine((text) => parseIsoDate(text).ok);
const value = z.union([z.string(), z.null(), z.strictObject({ sealed: z.string() })]);
const state = z.strictObject({ isSet: z.boolean(), value });
const adjustment = z.strictObject({
  id: z.string().min(1),
  customerId: z.string(),
  documentDate: date,
  postingDate: date,
  dueDate: date,
  currency: z.string(),
  amount: z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/),
  reference: z.string(),
  reason: z.string(),
  status: z.enum(['posted', 'void']),
});
const totals = z.array(
  z.strictObject({ currency: z.string(), rows: z.number(), amount: z.string() }),
);
const file = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  encoding: z.string(),
  delimiter: z.string().min(1).max(4).optional(),
  reading: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  origin: z
    .strictObject({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().nonnegative(),
      format: z.string(),
      part: z.string(),
      pieces: z
        .array(
          z.strictObject({
            file: z.string(),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
            bytes: z.number().int().nonnegative(),
            line: z.number().int().positive(),
          }),
        )
        .optional(),
      headers: z
        .array(
          z.strictObject({
            table: z.string(),
            file: z.string(),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
            bytes: z.number().int().nonnegative(),
            rowCount: z.number().int().nonnegative(),
            usedCount: z.number().int().nonnegative(),
          }),
        )
        .optional(),
    })
    .optional(),
  mapping,
  rowCount: z.number(),
  goodCount: z.number(),
  totals,
});
const files = z.array(file);
const view = z
  .strictObject({
    name: z.string(),
    params: z.record(z.string(), z.string()),
    layout: z.json(),
  })
  .nullable();

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('imported'), files }),
  z.strictObject({ kind: z.literal('withdrawn'), files }),
  z.strictObject({
    kind: z.literal('fields'),
    reason: z.string(),
    changes: z.array(
      z.strictObject({
        record: z.strictObject({
          table: z.enum(['customer', 'document']),
          id: z.string(),
          kind: z.string(),
          entity: z.string(),
        }),
        field: z.string(),
        since: date.nullable(),
        before: state,
        after: state,
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('adjustments'),
    changes: z.array(
      z.strictObject({ before: adjustment.nullable(), after: adjustment.nullable() }),
    ),
  }),
  z.strictObject({
    kind: z.literal('period'),
    before: date.nullable(),
    after: date.nullable(),
    totals: z.array(z.strictObject({ currency: z.string(), amount: z.string() })),
  }),
  z.strictObject({ kind: z.literal('view'), page: z.string(), before: view, after: view }),
  z.strictObject({
    kind: z.literal('erased'),
    customerId: z.string(),
    files: z.array(z.strictObject({ before: file, after: file })),
  }),
]);

const recorded = z.strictObject({
  v: z.literal(1),
  author: z.string().regex(/^[0-9a-f]{16,64}$/),
  authorSeq: z.number().int().positive(),
  authorPrev: z.string().regex(/^([0-9a-f]{64})?$/),
  person: z.string(),
  at: z.string(),
  undoes: z.number().int().positive().optional(),
  redoes: z.number().int().positive().optional(),
  event,
});

/** An event as it is written: personal values may be sealed. */
export type WrittenEvent = Omit<RecordedEvent, 'event'> & { readonly event: unknown };

/** An event as a journal's record: UTF-8 JSON. */
export function encodeEvent(written: WrittenEvent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ v: 1, ...written }));
}

/**
 * A journal's record as an event whose personal values may still be sealed.
 * @throws StoreFailure `damaged` where it is no event of this version, `newer` where a later one wrote it
 */
export function decodeEvent(payload: Uint8Array, position: number): WrittenEvent {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    throw new StoreFailure('damaged', `event ${position} is not readable`);
  }
  const parsed = recorded.safeParse(json);
  if (parsed.success) {
    const { v: _version, ...rest } = parsed.data;
    return rest as WrittenEvent;
  }
  const version = z.object({ v: z.number() }).safeParse(json);
  if (version.success && version.data.v > 1)
    throw new StoreFailure('newer', `event ${position} was written by a later version`);
  throw new StoreFailure('damaged', `event ${position}: ${parsed.error.issues[0]?.message}`);
}
