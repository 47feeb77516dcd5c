import { isMessageKey } from '../../i18n/texts';
import type { Translate } from '../../i18n/translate';

/** A dataset in words. */
export function datasetText(t: Translate, dataset: string): string {
  const key = `import.dataset.${dataset}`;
  return isMessageKey(key) ? t(key) : dataset;
}

/** A canonical field in words, as itself where the catalogue lacks it. */
export function fieldText(t: Translate, field: string): string {
  const camel = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  for (const key of [`import.field.${field}`, `column.${camel}`, `dimension.${field}`])
    if (isMessageKey(key)) return t(key);
  return field;
}
