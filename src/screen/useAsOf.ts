import { useRef, useState } from 'react';
import { type IsoDate, parseIsoDate } from '../domain/time/calendar';
import { type Reach, useReach } from '../session/react/useReach';
import { useUrlParams } from '../session/react/useUrlParams';

export interface AsOf {
  /**
   * The date on the screen: the slider's while it is dragged, else the address's, else the opening one; `undefined`
   * while it is not known and where the address names a day that does not exist.
   */
  readonly asOf: IsoDate | undefined;
  readonly reach: Reach | undefined;
  change(date: IsoDate, isFinal: boolean): void;
}

/** The as-of date of the address, following the hand without a step of history for each day. */
export function useAsOf(): AsOf {
  const { params, set } = useUrlParams();
  const reach = useReach();
  const asked = params['asOf'] ?? '';
  const given = parseIsoDate(asked);
  // A date that does not exist is said to be one, never replaced in silence.
  const opening = asked === '' ? reach?.opening : undefined;
  const settled = given.ok ? given.value : opening;
  const [dragged, setDragged] = useState<{
    readonly from: IsoDate | undefined;
    readonly date: IsoDate;
  }>();
  const frame = useRef(0);
  return {
    // What was dragged from an earlier date of the address is over once that changes.
    asOf: dragged && dragged.from === settled ? dragged.date : settled,
    reach,
    change: (date, isFinal) => {
      cancelAnimationFrame(frame.current);
      if (isFinal) {
        setDragged(undefined);
        set({ asOf: date });
      } else frame.current = requestAnimationFrame(() => setDragged({ from: settled, date }));
    },
  };
}
