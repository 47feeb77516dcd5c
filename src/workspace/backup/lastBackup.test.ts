import { expect, it } from 'vitest';
import { type BackupMark, dayAfter, isBackupDue } from './lastBackup';

const began = '2026-10-01T08:00:00Z';
const isDue = (mark: BackupMark | undefined, position: number, now: string) =>
  isBackupDue(mark, { position, began, now });

it('a workspace asks for its first backup after 200 events, or a week', () => {
  expect(isDue(undefined, 0, '2027-01-01T00:00:00Z')).toBe(false);
  expect(isDue(undefined, 199, '2026-10-01T09:00:00Z')).toBe(false);
  expect(isDue(undefined, 200, '2026-10-01T09:00:00Z')).toBe(true);
  expect(isDue(undefined, 1, '2026-10-08T07:59:59Z')).toBe(false);
  expect(isDue(undefined, 1, '2026-10-08T08:00:00Z')).toBe(true);
});

it('after a backup only what came since counts', () => {
  const mark = { position: 500, at: '2026-10-10T08:00:00Z' };
  expect(isDue(mark, 500, '2027-01-01T00:00:00Z')).toBe(false);
  expect(isDue(mark, 699, '2026-10-11T00:00:00Z')).toBe(false);
  expect(isDue(mark, 700, '2026-10-11T00:00:00Z')).toBe(true);
  expect(isDue(mark, 501, '2026-10-17T08:00:00Z')).toBe(true);
});

it('a reminder that is put off stays away for a day', () => {
  const now = '2026-10-20T08:00:00.000Z';
  const mark = { position: 0, at: '', quietUntil: dayAfter(now) };
  expect(isDue(mark, 300, '2026-10-21T07:59:59.000Z')).toBe(false);
  expect(isDue(mark, 300, '2026-10-21T08:00:00.001Z')).toBe(true);
});
