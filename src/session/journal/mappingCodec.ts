import { z } from 'zod';
import type { Mapping } from '../../domain/import/mapping';
import { parseIsoDate } from '../../domain/time/calendar';

// Generated validators would need `eval`, which the page's policy forbids.
z.config({ jitless: true });

const date = z.string().refine((text) => parseIsoDate(text).ok);
const column = {
  column: z.number().int().nonnegative(),
  header: z.string(),
  format: z.json().optional(),
};
const columnRef = z.strictObject(column);
const columnRefs = z.array(columnRef);
const texts = z.record(z.string(), z.string());
const source = z.strictObject({
  ...column,
  joined: columnRefs.optional(),
  minus: columnRef.optional(),
  isMinusSigned: z.literal(true).optional(),
  times: columnRef.optional(),
  side: z
    .strictObject({ ...column, minus: z.array(z.string()), plus: z.array(z.string()) })
    .optional(),
  days: columnRefs.optional(),
  next: z.enum(['day', 'month']).optional(),
  words: texts.optional(),
  same: texts.optional(),
  isLoose: z.literal(true).optional(),
  isCode: z.literal(true).optional(),
  isFilled: z.literal(true).optional(),
  isBase: z.literal(true).optional(),
});
const shape = {
  dataset: z.string(),
  fields: z.record(z.string(), source),
  constants: texts,
  flipSign: z.boolean(),
  flipCredits: z.union([z.boolean(), z.literal('each')]).optional(),
  currencyIn: z
    .strictObject({ columns: z.array(z.number().int().nonnegative()), isEach: z.boolean() })
    .optional(),
  rowId: z
    .strictObject({ field: z.string(), columns: z.array(z.number().int().nonnegative()) })
    .optional(),
  hasHeadings: z.boolean().optional(),
  totals: z
    .strictObject({ column: z.number().int().nonnegative(), words: z.array(z.string()) })
    .optional(),
  leaveOut: z
    .array(
      z.strictObject({
        column: z.number().int().nonnegative(),
        words: z.array(z.string()),
        reason: z.enum(['other_account', 'unposted', 'pending']),
      }),
    )
    .optional(),
  headedBy: z
    .strictObject({
      column: z.number().int().nonnegative(),
      table: z.string(),
      key: z.array(z.number().int().nonnegative()),
    })
    .optional(),
  content: z
    .strictObject({
      kind: z.enum(['history', 'changes', 'open_items', 'opening']),
      from: date.optional(),
      to: date.optional(),
      missing: z.literal('void').optional(),
    })
    .optional(),
  profile: z.string().optional(),
  dropped: z.array(z.number().int().positive()).optional(),
  patches: z
    .array(
      z.strictObject({
        line: z.number().int().positive(),
        column: z.number().int().nonnegative(),
        text: z.string(),
      }),
    )
    .optional(),
};
/** How a file was read; the records that its rows hold besides hold no others. */
export const mappingShape = z.strictObject({
  ...shape,
  also: z.array(z.strictObject(shape)).optional(),
});

/** A mapping out of what was stored; nothing where it is none. */
export function readMapping(stored: unknown): Mapping | undefined {
  const parsed = mappingShape.safeParse(stored);
  return parsed.success ? (parsed.data as unknown as Mapping) : undefined;
}
