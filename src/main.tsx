import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import type { Platform } from './app/boot';
import { storedLocale } from './app/preferences';
import { initI18n } from './i18n/setup';
import { assert } from './lib/assert';

/** The engine loads beside the page: the frame answers long before it is ready. */
const openEngine: Platform['openEngine'] = async (onBytes) => {
  const [{ openBrowserEngine }, { builtAssets }] = await Promise.all([
    import('./engine/duckdb-browser/open'),
    import('./engine/duckdb-browser/assets'),
  ]);
  return openBrowserEngine({
    assets: builtAssets,
    onProgress: ({ bytesLoaded }) => onBytes(bytesLoaded),
  });
};

const platform: Platform = {
  openEngine,
  openWorkspaces: async () => (await import('./workspace/open')).openWorkspaces(),
  unpack: async (file, options) =>
    (await import('./importers/packed/inWorker')).unpackInWorker(file, options),
  now: () => new Date().toISOString(),
};

await initI18n(storedLocale());
const root = document.getElementById('root');
assert(root, 'the page has no root');
createRoot(root).render(
  <StrictMode>
    <App platform={platform} />
  </StrictMode>,
);
