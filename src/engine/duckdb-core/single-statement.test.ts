import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifier, literal } from '../sql';
import { assertSingleStatement } from './single-statement';

const refusal = 'one statement at a time';

it('a semicolon inside a text, a name or a comment ends no statement', () => {
  for (const statement of [
    "SELECT ';' AS a",
    "SELECT 'it''s; fine' AS a",
    'SELECT 1 AS "a;b"',
    'SELECT 1 -- ; and more',
    'SELECT 1 /* ; */ AS a',
    "SELECT E'\\'; ' AS a",
    'SELECT $$a; b$$ AS a',
    'SELECT $tag$ $$; $tag$ AS a',
    "SELECT date'2026-10-31' AS a;",
    'SELECT 1; \n -- the end',
  ]) {
    expect(() => assertSingleStatement(statement), statement).not.toThrow();
  }
});

it('anything after the end of a statement is a second one', () => {
  for (const statement of [
    'SELECT 1; SELECT 2',
    "SELECT ''; SELECT 2",
    'SELECT 1 -- c\n; SELECT 2',
    'SELECT 1 -- c\r; SELECT 2',
    'SELECT 1 /* c */; DROP TABLE x',
    "SELECT date'\\'; SELECT '2'",
    "SELECT E'\\\\'; SELECT 2",
    'SELECT $a$ $b$ $a$; SELECT 2',
    'SELECT name$x$; SELECT 2 AS b$x$',
    ';;x',
  ]) {
    expect(() => assertSingleStatement(statement), statement).toThrow(refusal);
  }
});

it('no value or name, whatever its text, opens or hides a second statement', () => {
  const part = fc.constantFrom(
    "'",
    '"',
    ';',
    '--',
    '/*',
    '*/',
    '$$',
    '\\',
    'E',
    '\n',
    '\r',
    'x',
    ' ',
  );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (value, name) => {
      const statement = `SELECT ${literal(value)} AS ${identifier(`n${name}`)}`;
      expect(() => assertSingleStatement(statement)).not.toThrow();
      expect(() => assertSingleStatement(`${statement}; SELECT 2`)).toThrow(refusal);
    }),
    { numRuns: 2_000 },
  );
});
