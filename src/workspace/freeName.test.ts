import { expect, it } from 'vitest';
import { freeName } from './freeName';

it('a name that is free stays, and one that is not gets the next number', () => {
  expect(freeName('May', [])).toBe('May');
  expect(freeName('May', ['June'])).toBe('May');
  expect(freeName('May', ['May'])).toBe('May (2)');
  expect(freeName('May', ['May', 'May (2)'])).toBe('May (3)');
  expect(freeName('May (2)', ['May', 'May (2)'])).toBe('May (3)');
});
