import { along, type BucketColour, readableOn } from './bucketColours';
import type { Scheme } from './tokens';

/** From next to nothing to all of it: one hue that only moves away from its surface, so that it reads in grey too. */
const ramps: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#f3f8f9', '#b9dade', '#5fa9b3', '#0b6470', '#06343b'],
  dark: ['#1b2226', '#1f444b', '#2f7680', '#4fb3bf', '#b4e6ec'],
};

const steps = 100;

const scales: Readonly<Record<Scheme, readonly BucketColour[]>> = {
  light: scaleOf('light'),
  dark: scaleOf('dark'),
};

function scaleOf(scheme: Scheme): readonly BucketColour[] {
  return along(ramps[scheme], steps + 1).map((fill) => ({ fill, text: readableOn(fill) }));
}

/** The colour of a share from 0 to 1; what lies beyond has that of the nearer end. */
export function shareColour(share: number, scheme: Scheme): BucketColour {
  const step = Math.round(Math.min(1, Math.max(0, share)) * steps);
  const fill = ramps[scheme][0] ?? '#808080';
  return scales[scheme][step] ?? { fill, text: readableOn(fill) };
}
