import { locales } from '../src/i18n/locale';
import { loadTexts } from '../src/i18n/texts';

/** Tests ask for words in any language; the page loads the one it shows. */
await Promise.all(locales.map(loadTexts));
