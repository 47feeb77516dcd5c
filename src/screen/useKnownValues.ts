import { useMemo } from 'react';
import { missingKey } from '../domain/report/dimension';
import type { IsoDate } from '../domain/time/calendar';
import type { Choice } from '../grid/editing';
import { useRows } from '../session/react/useRows';

const valuesMax = 500;

/** The values of customers' attributes that are in use, for pick lists. */
export function useKnownValues(
  asOf: IsoDate | undefined,
): Readonly<Record<string, readonly Choice[]>> {
  const collector = useValues('collector', asOf);
  const segment = useValues('segment', asOf);
  const region = useValues('region', asOf);
  return useMemo(() => ({ collector, segment, region }), [collector, segment, region]);
}

function useValues(by: string, asOf: IsoDate | undefined): readonly Choice[] {
  const { rows } = useRows('aging-by', asOf === undefined ? undefined : { asOf, by }, valuesMax);
  const text = JSON.stringify(
    [...new Set((rows ?? []).map((row) => String(row['key'])))]
      .filter((key) => key !== missingKey)
      .sort(),
  );
  // The same array while it says the same: every edit asks for the rows anew.
  return useMemo(
    () => (JSON.parse(text) as string[]).map((value) => ({ value, label: value })),
    [text],
  );
}
