import { expect, it } from 'vitest';
import { datasets } from '../../domain/import/datasets';
import { locales } from '../../i18n/locale';
import { translator } from '../../i18n/translate';
import { fieldText } from './words';

it.each(locales)('every field of every dataset has a word in %s', (locale) => {
  const t = translator(locale);
  for (const { fields } of datasets)
    for (const { name } of fields) expect(fieldText(t, name), name).not.toMatch(/_|^import\./);
});

it('a document’s fields have words that tell them apart', () => {
  const t = translator('en');
  const words = datasets[0]?.fields.map(({ name }) => fieldText(t, name)) ?? [];
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});
