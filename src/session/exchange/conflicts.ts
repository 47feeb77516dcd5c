import type { RecordedEvent } from '../../domain/journal/event';
import { placeOf, standing, type Touch, touchesOf } from './touch';

/** What one side did last at a place. */
export interface Word {
  readonly touch: Touch;
  readonly person: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One place that both sides changed since they were one, to different ends. */
export interface Conflict {
  /** Names the place. */
  readonly key: string;
  readonly mine: Word;
  readonly theirs: Word;
}

export type Side = 'mine' | 'theirs';

/** A place that both sides touched, and of which only one changed anything in the end: that one stands. */
interface Settled {
  readonly mine: Touch;
  readonly theirs: Touch;
  readonly stands: Side;
}

export interface Comparison {
  readonly conflicts: readonly Conflict[];
  readonly settled: readonly Settled[];
}

interface Course {
  readonly first: Touch;
  last: Word;
}

function coursesOf(events: readonly RecordedEvent[]): ReadonlyMap<string, Course> {
  const courses = new Map<string, Course>();
  for (const { event, person, at } of events)
    for (const touch of touchesOf(event)) {
      const key = placeOf(touch);
      const course = courses.get(key);
      const last: Word = { touch, person, at };
      if (course) course.last = last;
      else courses.set(key, { first: touch, last });
    }
  return courses;
}

/** What was done and taken back changed nothing. */
const isChanged = ({ first, last }: Course): boolean =>
  standing(first, 'before') !== standing(last.touch, 'after');

/**
 * Compares what two sides did since they were one.
 * @param mine events that they do not have, in order
 * @param theirs events that I do not have, in order
 */
export function conflictsOf(
  mine: readonly RecordedEvent[],
  theirs: readonly RecordedEvent[],
): Comparison {
  const conflicts: Conflict[] = [];
  const settled: Settled[] = [];
  const others = coursesOf(theirs);
  for (const [key, own] of coursesOf(mine)) {
    const other = others.get(key);
    if (!other || standing(own.last.touch, 'after') === standing(other.last.touch, 'after'))
      continue;
    if (isChanged(own) && isChanged(other))
      conflicts.push({ key, mine: own.last, theirs: other.last });
    else
      settled.push({
        mine: own.last.touch,
        theirs: other.last.touch,
        stands: isChanged(own) ? 'mine' : 'theirs',
      });
  }
  return { conflicts, settled };
}
