import { describe, expect, it } from 'vitest';
import { ImportFailure, importProblemCodes } from '../../src/domain/import/problem';
import { problemMessage } from '../../src/features/imports/problemMessage';
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
  sheet: 'Old',
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

it.each([
  ['cell_too_large', 'cellBytesMax'],
  ['columns_too_many', 'columnsMax'],
  ['too_large_to_mend', 'repairBytesMax'],
  ['limit_exceeded', 'gridCellsMax'],
] as const)('%s names the limit %s wherever it is told', (code, name) => {
  const told = { ...values, name };
  expect(problemText({ code, file: 'f.csv', values: told })).toContain(name);
  for (const locale of ['en', 'es', 'cs'] as const) {
    const line = problemMessage(
      new ImportFailure({ code, file: 'f.csv', line: 7, values: told }),
      translator(locale),
    );
    const whole = problemMessage(
      new ImportFailure({ code, file: 'f.csv', values: told }),
      translator(locale),
    );
    expect([line, whole].every((text) => text?.includes(name))).toBe(true);
  }
});
