import { describe, expect, it } from 'vitest';
import { locales } from '../i18n/locale';
import { translator } from '../i18n/translate';
import type { CellEditor } from './editing';
import { type EntryHabit, fittingValue, pastedHabit, problemText, typedCell } from './typedCell';

function read(text: string, editor: CellEditor, habit: Partial<EntryHabit> = {}): string | null {
  const result = typedCell(text, editor, { locale: 'en', ...habit });
  return result.ok ? result.value : `no: ${result.error.kind}`;
}

describe('a typed cell', () => {
  it('that is empty clears, unless a value is required', () => {
    expect(read('  ', { kind: 'date' })).toBeNull();
    expect(read('', { kind: 'text', required: true })).toBe('no: required');
  });

  it('of text is kept as it is, without the blanks around it, up to its length', () => {
    expect(read(' Two\r\nlines ', { kind: 'text' })).toBe('Two\nlines');
    expect(read('abcd', { kind: 'text', maxLength: 3 })).toBe('no: tooLong');
  });

  it('of dates follows the order of the language', () => {
    expect(read('31/12/2026', { kind: 'date' })).toBe('2026-12-31');
    expect(read('31 Dec 2026', { kind: 'date' })).toBe('2026-12-31');
    expect(read('31. 12. 2026', { kind: 'date' }, { locale: 'cs' })).toBe('2026-12-31');
    expect(read('1 září 2026', { kind: 'date' }, { locale: 'cs' })).toBe('2026-09-01');
    expect(read('31.12.2026 00:00:00', { kind: 'date' })).toBe('2026-12-31');
    expect(read('12/31/2026', { kind: 'date' })).toBe('no: date');
    expect(read('31/12/26', { kind: 'date' })).toBe('2026-12-31');
    expect(read('31. 12. 98', { kind: 'date' }, { locale: 'cs' })).toBe('1998-12-31');
    expect(read('12/31/26', { kind: 'date' })).toBe('no: date');
  });

  it('of dates is in doubt where its column shows that the month comes first', () => {
    const habit = pastedHabit(['03/04/2026', '12/31/2026'], { kind: 'date' });
    expect(read('03/04/2026', { kind: 'date' }, habit)).toBe('no: dateOrder');
    expect(read('2026-04-03', { kind: 'date' }, habit)).toBe('2026-04-03');
    const short = pastedHabit(['3/4/26', '12/31/26'], { kind: 'date' });
    expect(read('3/4/26', { kind: 'date' }, short)).toBe('no: dateOrder');
    expect(pastedHabit(['03/04/2026', '31/12/2026'], { kind: 'date' })).toEqual({
      monthFirst: false,
    });
  });

  it('of amounts keeps the digits that fit, and names the currency that does not', () => {
    expect(read('12.500', { kind: 'amount', decimalsMax: 2 }, { decimal: '.' })).toBe('12.50');
    expect(read('12.5051', { kind: 'amount', decimalsMax: 2 })).toBe('no: decimals');
    expect(read('€5', { kind: 'amount' }, { currency: 'USD' })).toBe('no: currency');
    expect(read('€5', { kind: 'amount' }, { currency: 'EUR' })).toBe('5');
    expect(read('1.234', { kind: 'amount' }, { currency: 'KWD' })).toBe('1.234');
    expect(read('1.234', { kind: 'amount' }, { currency: 'EUR' })).toBe('no: numberOpen');
    expect(read('1234567890123456789', { kind: 'amount' })).toBe('no: number');
  });

  it('of whole numbers takes no fraction', () => {
    expect(read('1,234', { kind: 'integer' })).toBe('1234');
    expect(read('12.00', { kind: 'integer' })).toBe('12');
    expect(read('12.5', { kind: 'integer' })).toBe('no: whole');
  });

  it('of yes and no takes the words of all languages and of spreadsheets', () => {
    for (const text of ['Yes', 'sí', 'Ano', 'TRUE', 'PRAVDA', 'VERDADERO', '1', 'x'])
      expect(read(text, { kind: 'yesNo' })).toBe('true');
    for (const text of ['No', 'ne', 'FALSE', 'NEPRAVDA', 'FALSO', '0'])
      expect(read(text, { kind: 'yesNo' })).toBe('false');
    expect(read('maybe', { kind: 'yesNo' })).toBe('no: yesNo');
  });

  it('of a pick list takes a label or a value, and others only where the list is open', () => {
    const choices = [
      { value: 'c1', label: 'Božena Němcová' },
      { value: 'c2', label: 'Ana' },
      { value: 'c3', label: 'Ana' },
    ];
    expect(read('bozena nemcova', { kind: 'choice', choices })).toBe('c1');
    expect(read('c2', { kind: 'choice', choices })).toBe('c2');
    expect(read('Ana', { kind: 'choice', choices })).toBe('no: choice');
    expect(read('Carla', { kind: 'choice', choices })).toBe('no: choice');
    expect(read('Carla', { kind: 'choice', choices, open: true })).toBe('Carla');
  });

  it('that is refused says why in every language', () => {
    for (const locale of locales)
      for (const problem of [
        { kind: 'required' },
        { kind: 'date' },
        { kind: 'dateOrder' },
        { kind: 'number' },
        { kind: 'numberOpen' },
        { kind: 'whole' },
        { kind: 'yesNo' },
        { kind: 'choice' },
        { kind: 'tooLong', max: 3 },
        { kind: 'decimals', max: 2 },
        { kind: 'currency', typed: 'EUR', expected: 'USD' },
      ] as const)
        expect(problemText(problem, translator(locale))).toMatch(/^[^{]{8,}$/);
  });
});

it('a value of another column fits where it is a value of this one', () => {
  const fitting = (value: string | null, editor: CellEditor) => {
    const result = fittingValue(value, editor);
    return result.ok ? result.value : `no: ${result.error.kind}`;
  };
  expect(fitting('1.234', { kind: 'amount' })).toBe('1.234');
  expect(fitting('2026-12-31', { kind: 'date' })).toBe('2026-12-31');
  expect(fitting('2026-12-31', { kind: 'amount' })).toBe('no: number');
  expect(fitting('2026-12-31', { kind: 'text' })).toBe('2026-12-31');
  expect(fitting(null, { kind: 'date', required: true })).toBe('no: required');
});
