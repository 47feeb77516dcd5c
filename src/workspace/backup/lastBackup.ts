import { z } from 'zod';

/** How far a workspace's last backup got, as this browser remembers it. */
export interface BackupMark {
  /** Events that are in it. */
  readonly position: number;
  /** When it was saved, ISO 8601. */
  readonly at: string;
  /** Until when nobody wants to be reminded. */
  readonly quietUntil?: string | undefined;
}

const stored = z.object({
  position: z.int().nonnegative(),
  at: z.string(),
  quietUntil: z.string().optional(),
});

const keyOf = (id: string): string => `saldo.backup.${id}`;

/** @param id of the workspace */
export function backupMark(id: string): BackupMark | undefined {
  try {
    return stored.safeParse(JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** A browser that remembers nothing reminds again. */
export function markBackup(id: string, mark: BackupMark): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(mark));
  } catch {
    // Without it there is only one reminder more.
  }
}

const day_ms = 86_400_000;
const unsavedEventsMax = 200;
const unsavedDaysMax = 7;

/** A day after a time, ISO 8601. */
export function dayAfter(now: string): string {
  return new Date(Date.parse(now) + day_ms).toISOString();
}

/**
 * Whether it is time for a backup: many events are in none, or some are for days.
 * @param began when the first event was recorded, where there was no backup yet
 */
export function isBackupDue(
  mark: BackupMark | undefined,
  {
    position,
    began,
    now,
  }: { readonly position: number; readonly began: string; readonly now: string },
): boolean {
  const unsaved = position - (mark?.position ?? 0);
  if (unsaved <= 0 || (mark?.quietUntil ?? '') > now) return false;
  const days = (Date.parse(now) - Date.parse(mark?.at || began)) / day_ms;
  return unsaved >= unsavedEventsMax || days >= unsavedDaysMax;
}
