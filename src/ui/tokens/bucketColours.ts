import type { Column } from '../../domain/report/column';
import type { Scheme } from './tokens';

/** A bucket's fill and the text colour that is readable (4.5 : 1) on it. */
export interface BucketColour {
  readonly fill: string;
  readonly text: string;
}

interface Ramp {
  readonly calm: readonly string[];
  readonly late: readonly string[];
  readonly apart: string;
}

/**
 * From calm to alarming. Not due is blue, past due runs from ochre to crimson with ever less light, so that it
 * reads in order without red and green, and in grey. Every fill stands 3 : 1 against its surface.
 */
const ramps: Readonly<Record<Scheme, Ramp>> = {
  light: {
    calm: ['#2f6f9b', '#4a8cb5'],
    late: ['#b58b12', '#c4621a', '#a83226', '#611533'],
    apart: '#6b7280',
  },
  dark: {
    calm: ['#4a86ad', '#6aa9d2'],
    late: ['#e6c96c', '#e2954a', '#d9603f', '#bf4468'],
    apart: '#8b93a1',
  },
};

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance. Source: WCAG 2.2, definition of relative luminance. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever is readable on a fill. */
export function readableOn(fill: string): string {
  return contrast(fill, '#ffffff') >= contrast(fill, '#000000') ? '#ffffff' : '#000000';
}

/** `count` colours along the stops, ends included. */
export function along(stops: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const place = count === 1 ? 0 : (i / (count - 1)) * (stops.length - 1);
    const from = Math.min(Math.floor(place), stops.length - 2);
    const [a, b] = [rgbOf(stops[from] ?? '#000000'), rgbOf(stops[from + 1] ?? '#000000')];
    const share = place - from;
    const mixed = a.map((part, k) => part + ((b[k] ?? 0) - part) * share);
    return hexOf([mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0]);
  });
}

/**
 * The colours of `count` buckets in their order, the same everywhere.
 * @param calmCount how many of them, from the first, are not past due
 */
export function bucketColours(
  count: number,
  scheme: Scheme,
  calmCount = 1,
): readonly BucketColour[] {
  const { calm, late } = ramps[scheme];
  const calmShown = Math.min(calmCount, count);
  const fills = [
    ...(calmShown === 1 ? calm.slice(-1) : along(calm, calmShown)),
    ...along(late, count - calmShown),
  ];
  return fills.map((fill) => ({ fill, text: readableOn(fill) }));
}

/** What has no age, such as credits that stand apart, has no colour of the ramp. */
export function unappliedColour(scheme: Scheme): BucketColour {
  const fill = ramps[scheme].apart;
  return { fill, text: readableOn(fill) };
}

/** The columns of an aging's buckets, `b0` … `bn`, in their order. */
function bucketColumnsOf(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => /^b\d+$/.test(column.id));
}

function isCalm(column: Column): boolean {
  const { key, values } = column.label;
  if (key === 'bucket.notDue' || key === 'bucket.sameDay') return true;
  const last = values?.[key === 'bucket.day' ? 'from' : 'to'];
  return typeof last === 'number' && last <= 0;
}

/** A colour for each bucket column and for `unapplied`, by column id. */
export function columnColours(
  columns: readonly Column[],
  scheme: Scheme,
): ReadonlyMap<string, BucketColour> {
  const buckets = bucketColumnsOf(columns);
  const colours = bucketColours(buckets.length, scheme, buckets.filter(isCalm).length);
  const byId = new Map(
    buckets.map((column, i) => [column.id, colours[i] ?? unappliedColour(scheme)] as const),
  );
  byId.set('unapplied', unappliedColour(scheme));
  return byId;
}
