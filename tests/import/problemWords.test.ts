import { describe, expect, it } from 'vitest';
import { importProblemCodes } from '../../src/domain/import/problem';
import { problemText } from '../../src/headless/problemText';
import { translator } from '../../src/i18n/translate';

const values = {
  limit: 1,
  found: 2,
  header: 'Amount',
  field: 'amount',
  count: 3,
  value: 'x',
  detail: 'why',
  reason: 'unreadable',
  place: 'byte 9',
  what: 'an entity',
  name: 'depthMax',
  statement: '7',
  account: 'CZ65',
  opening: '1.00',
  movements: '2.00',
  closing: '4.00',
  difference: '1.00',
  stated: '10.00',
  table: 'BKPF',
  other: 'BSEG',
};

describe.each(importProblemCodes)('%s', (code) => {
  it('is one line in a shell, with file, line, and something to do or to look at', () => {
    const text = problemText({ code, file: 'f.csv', line: 7, values });
    expect(text).toMatch(/^f\.csv, line 7: \S.{20,}$/);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  it.each(['en', 'es', 'cs'] as const)('is a sentence in %s that names the file', (locale) => {
    const text = translator(locale)(`problem.${code}`, { ...values, file: 'f.csv', line: '7' });
    expect(text).toContain('f.csv');
    expect(text).not.toMatch(/[{}]|undefined|^problem\./);
  });
});

it('a value in a message stays the text it is', () => {
  const text = problemText({
    code: 'mapping_invalid',
    file: '{count}.csv',
    values: { detail: '{file} $& $1' },
  });
  expect(text).toBe('{count}.csv: the mapping is not valid: {file} $& $1');
});
