import { describe, expect, it } from 'vitest';
import { areas, catalogue } from './catalogue';
import { codeText, columnText, labelText } from './labels';
import { locales, preferredLocale } from './locale';
import { textsOf } from './message';
import { translator } from './translate';

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('the catalogue', () => {
  it('has no empty text in any language', () => {
    for (const locale of locales)
      for (const [key, text] of Object.entries(textsOf(catalogue, locale)))
        expect(text.trim(), `${locale} ${key}`).not.toBe('');
  });

  it('uses the same values in all languages of a message', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      const used = locales.map((locale) => {
        const text = message[locale];
        return placeholders(typeof text === 'string' ? text : Object.values(text).join(' '));
      });
      expect(used[1], key).toEqual(used[0]);
      expect(used[2], key).toEqual(used[0]);
    }
  });

  it('lets no area overwrite the key of another', () => {
    const keys = areas.flatMap((area) => Object.keys(area));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a translation', () => {
  it('takes the plural form of its language', () => {
    const rows = (locale: 'en' | 'es' | 'cs', count: number) =>
      translator(locale)('grid.rows', { count });
    expect([1, 2, 5].map((n) => rows('cs', n))).toEqual(['1 řádek', '2 řádky', '5 řádků']);
    expect([1, 2].map((n) => rows('en', n))).toEqual(['1 row', '2 rows']);
    expect(rows('es', 1_000_000)).toBe('1.000.000 filas');
  });

  it('shows a hostile value as the text it is', () => {
    const hostile = '<b>$t(grid.find)</b> {{count}} & co';
    expect(translator('en')('policy.filter', { dimension: 'Customer', value: hostile })).toBe(
      `Customer: ${hostile}`,
    );
  });
});

describe('labels', () => {
  const t = translator('en');
  const columns = [
    { id: 'b1', label: { key: 'bucket.range', values: { from: 1, to: 30 } } },
    { id: 'n1', label: { key: 'column.countOf', values: { of: 'b1' } } },
  ];

  it('of a count name their bucket', () => {
    expect(columns.map((column) => columnText(t, column, columns))).toEqual([
      '1–30 days',
      'Items, 1–30 days',
    ]);
  });

  it('that the catalogue lacks are shown by their key', () => {
    expect(labelText(t, { key: 'column.nobodyWorded' })).toBe('column.nobodyWorded');
  });

  it('word codes, and leave currencies and unknown codes alone', () => {
    expect(codeText(t, 'kind', 'payment')).toBe('Receipt');
    expect(codeText(t, 'kind', 'constructor')).toBeUndefined();
    expect(codeText(t, 'currency', 'EUR')).toBeUndefined();
    expect(codeText(t, 'label', '-')).toBe('(not given)');
    expect(codeText(t, 'bucket', 'b0', { bucket: { b0: { key: 'bucket.notDue' } } })).toBe(
      'Not due',
    );
  });
});

it('the first language that the product speaks is chosen', () => {
  expect(preferredLocale(['de-DE', 'es-MX', 'en'])).toBe('es');
  expect(preferredLocale(['fr'])).toBe('en');
});
