import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Parameters of the address: text by name. */
export type UrlParams = Readonly<Record<string, string>>;

export interface UrlState {
  readonly params: UrlParams;
  /** Sets parameters of this page; `undefined` removes one. A step that Back should not stop at replaces. */
  set(patch: Readonly<Record<string, string | undefined>>, replace?: boolean): void;
  /** Goes to another page with exactly these parameters. */
  go(path: string, params: UrlParams): void;
}

/** The address as state: what stands there is what is shown, so that a link and Back reproduce it. */
export function useUrlParams(): UrlState {
  const params = useSearch({ strict: false }) as UrlParams;
  const navigate = useNavigate();
  const set = useCallback<UrlState['set']>(
    (patch, replace = false) => {
      void navigate({
        to: '.',
        replace,
        search: ((before: UrlParams) =>
          Object.fromEntries(
            Object.entries({ ...before, ...patch }).filter((pair) => pair[1] !== undefined),
          )) as never,
      });
    },
    [navigate],
  );
  const go = useCallback<UrlState['go']>(
    (path, search) => void navigate({ to: path, search: search as never }),
    [navigate],
  );
  return { params, set, go };
}
