import { err, ok, type Result } from '../../lib/result';

/** The state that an output was made from: how many events the journal had, and what they add up to. */
export interface LedgerState {
  readonly position: number;
  /** The first 16 hexadecimal digits of the hash over all events. */
  readonly hash: string;
}

/** A report, its parameters and the state it was made from: enough to make it again. */
export interface MadeFrom extends LedgerState {
  readonly report: string;
  readonly params: Readonly<Record<string, string>>;
  /** The columns that were seen, in their order; all where none are named. */
  readonly columns?: readonly string[] | undefined;
}

const scheme = 'saldo:';

/** `saldo:aging-by?asOf=2026-08-31&by=collector#57.9c1f2ab03d4e5f60` */
export function stateLine({ report, params, position, hash, columns }: MadeFrom): string {
  const seen = columns ? `~${columns.join(',')}` : '';
  return `${scheme}${report}?${new URLSearchParams({ ...params })}#${position}.${hash}${seen}`;
}

/** Reads such a line, wherever in a text it stands. */
export function parseStateLine(text: string): Result<MadeFrom, 'no_line'> {
  const found =
    /saldo:([a-z0-9-]{1,60})\?([^#\s]{0,4000})#(\d{1,9})\.([0-9a-f]{16})(?:~([a-z0-9_,]{1,4000}))?/.exec(
      text,
    );
  if (!found) return err('no_line');
  const [, report = '', search = '', position = '', hash = '', columns] = found;
  return ok({
    report,
    params: Object.fromEntries(new URLSearchParams(search)),
    position: Number(position),
    hash,
    ...(columns === undefined ? {} : { columns: columns.split(',') }),
  });
}
