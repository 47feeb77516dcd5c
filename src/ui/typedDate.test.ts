import { describe, expect, it } from 'vitest';
import type { Locale } from '../i18n/locale';
import { typedDate } from './typedDate';

describe('a date that is typed', () => {
  it.each<[Locale, string, string]>([
    ['en', '31 Oct 2026', '2026-10-31'],
    ['en', '5 march 2026', '2026-03-05'],
    ['en', '05/03/2026', '2026-03-05'],
    ['es', '05/03/2026', '2026-03-05'],
    ['es', '31/12/2025', '2025-12-31'],
    ['es', '5 sept 2026', '2026-09-05'],
    ['cs', '5. 3. 2026', '2026-03-05'],
    ['cs', '15. 2. 2026', '2026-02-15'],
    ['cs', '1. září 2026', '2026-09-01'],
    ['cs', '1 cervence 2026', '2026-07-01'],
    ['cs', '2026-10-31', '2026-10-31'],
  ])('in %s, %s is %s', (locale, text, expected) => {
    expect(typedDate(text, locale)).toBe(expected);
  });

  it.each([
    '31 Feb 2026',
    '31 Apr 2026',
    '12/31/2025',
    '2026-13-45',
    'ma 5 2026',
    '5 ma 2026',
    '10/2026',
    '5/3/20',
    'yesterday',
    '',
  ])('that does not exist or says too little is none: %s', (text) => {
    expect(typedDate(text, 'en')).toBeUndefined();
  });
});
