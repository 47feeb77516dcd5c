import { assert } from '../lib/assert';
import { catalogue } from './catalogue';
import { isLocale } from './locale';
import { textsOf } from './message';

/** The module that the build makes of a language's texts: see `vite.config.ts`. */
export function textFile(locale: string): string {
  assert(isLocale(locale), `there is no language ${locale}`);
  return `export const texts = ${JSON.stringify(textsOf(catalogue, locale))};`;
}
