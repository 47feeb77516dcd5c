import { isLocale, type Locale, preferredLocale } from '../i18n/locale';

const localeKey = 'saldo.locale';

/** The language chosen before, else the first of the browser's that we speak. */
export function storedLocale(): Locale {
  const stored = localStorage.getItem(localeKey);
  return stored !== null && isLocale(stored) ? stored : preferredLocale(navigator.languages);
}

export function storeLocale(locale: Locale): void {
  localStorage.setItem(localeKey, locale);
}

const workspaceKey = 'saldo.workspace';

/** The workspace that was open last. */
export function storedWorkspace(): string | undefined {
  try {
    return localStorage.getItem(workspaceKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function storeWorkspace(id: string): void {
  try {
    localStorage.setItem(workspaceKey, id);
  } catch {
    // Without it the first workspace is opened next time.
  }
}
