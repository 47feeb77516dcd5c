import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportFailure } from '../../src/domain/import/problem';
import { problemMessage } from '../../src/features/imports/problemMessage';
import { problemText } from '../../src/headless/problemText';
import { translator } from '../../src/i18n/translate';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import type { ArrivedRows, BadCase, Outcome } from './corpus/case';
import { families } from './corpus/families';
import { leftovers, observe } from './corpus/observe';

const locales = ['en', 'es', 'cs'] as const;

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
afterEach(async () => {
  expect(await leftovers(session)).toEqual([]);
});

/** What was observed, of a refusal only as far as the case says which line and values it names. */
function asFarAsSaid(outcome: Outcome, said: Outcome): Outcome {
  if (outcome.kind !== 'refused' || said.kind !== 'refused') return outcome;
  const named = Object.keys(said.values ?? {});
  const values = Object.entries(outcome.values ?? {}).filter(([name]) => named.includes(name));
  return {
    ...outcome,
    line: said.line === undefined ? undefined : outcome.line,
    values: said.values && Object.fromEntries(values),
  };
}

/** What the ledger says, with the columns that a case looks at joined by bars. */
function answers({ arrives = [] }: BadCase, arrived: readonly ArrivedRows[]) {
  return arrives.map(({ columns }, i) =>
    (arrived[i] ?? []).map((row) => columns.map((name) => String(row[name] ?? '')).join(' | ')),
  );
}

const messages = (failure: ImportFailure): readonly (string | undefined)[] => [
  problemText(failure.problem),
  ...locales.map((locale) => problemMessage(failure, translator(locale))),
];

/** Where a line would stand in a sentence, and none does. */
const noLine = /\b(?:line|línea|řádek|řádku)(?:\s*[:,.]|\s\s)/;

const told = new Map<string, ImportFailure>();

describe.each(families.map(({ name, cases }) => [name, cases] as const))('%s', (_, cases) => {
  const run = async (bad: BadCase): Promise<void> => {
    const found = await observe(session, bad);
    for (const failure of found.told) {
      told.set(`${failure.problem.code} ${failure.problem.line === undefined}`, failure);
      for (const text of messages(failure))
        expect(text).not.toMatch(/undefined(?! entity)|\[object|^problem\.|^$/);
    }
    expect(asFarAsSaid(found.outcome, bad.outcome)).toEqual(bad.outcome);
    expect(answers(bad, found.arrived)).toEqual((bad.arrives ?? []).map(({ rows }) => rows));
  };
  for (const bad of cases) it(`Saldo is given ${bad.name}`, () => run(bad));
});

describe('the corpus', () => {
  it('has at least four hundred cases, and each family its own', () => {
    const counts = families.map(({ cases }) => cases.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(400);
    expect(families.filter(({ cases, casesMin }) => cases.length < casesMin)).toEqual([]);
  });

  it('names each case of a family once', () => {
    for (const { cases } of families)
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it('was told of no line where there is none', () => {
    const texts = [...told.values()].flatMap(messages);
    expect(texts.filter((text) => text !== undefined && noLine.test(text))).toEqual([]);
  });
});
