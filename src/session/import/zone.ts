import type { ValueCount, ZoneOffset } from '../../domain/import/formats';

/** Where the books are kept, an IANA name. */
export interface BookZone {
  readonly name: string;
}

const hour_ms = 3_600_000;

/** Minutes that a zone is ahead of UTC at an instant, as the browser's own tables of zones have it. */
function minutesAhead(format: Intl.DateTimeFormat, at_ms: number): number {
  const parts = new Map(
    format.formatToParts(at_ms).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local_ms = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  );
  return Math.round((local_ms - at_ms) / 60_000);
}

/** Whether the browser knows a zone of this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * What a zone was ahead of UTC, from an instant on each, in the years that a column's values name. They are kept with
 * the mapping: an import is the same whatever a later table of zones says.
 */
export function zoneOffsets(name: string, values: readonly ValueCount[]): readonly ZoneOffset[] {
  const years = values
    .flatMap(({ value }) => /(?:19|20|21)\d\d/.exec(value)?.[0] ?? [])
    .map(Number);
  if (years.length === 0) return [];
  const format = new Intl.DateTimeFormat('en', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const first = Math.min(...years);
  const last = Math.max(...years);
  const from_ms = Date.UTC(first, 0, 1) - 48 * hour_ms;
  const to_ms = Date.UTC(last + 1, 0, 1) + 48 * hour_ms;
  const offsets: ZoneOffset[] = [];
  let known = Number.NaN;
  for (let at_ms = from_ms; at_ms < to_ms; at_ms += hour_ms) {
    // Zones change on whole hours; between days that agree nothing changed.
    if (!Number.isNaN(known) && minutesAhead(format, at_ms + 23 * hour_ms) === known) {
      at_ms += 22 * hour_ms;
      continue;
    }
    const minutes = minutesAhead(format, at_ms);
    if (minutes === known) continue;
    known = minutes;
    offsets.push({ from: new Date(at_ms).toISOString().slice(0, 19).replace('T', ' '), minutes });
  }
  return offsets;
}
