import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type EngineOpener } from './app/App';
import { storedLocale } from './app/preferences';
import { initI18n } from './i18n/setup';
import { assert } from './lib/assert';

/** The engine loads beside the page: the frame answers long before it is ready. */
const openEngine: EngineOpener = async (onBytes) => {
  const [{ openBrowserEngine }, { builtAssets }] = await Promise.all([
    import('./engine/duckdb-browser/open'),
    import('./engine/duckdb-browser/assets'),
  ]);
  return openBrowserEngine({
    assets: builtAssets,
    onProgress: ({ bytesLoaded }) => onBytes(bytesLoaded),
  });
};

initI18n(storedLocale());
const root = document.getElementById('root');
assert(root, 'the page has no root');
createRoot(root).render(
  <StrictMode>
    <App openEngine={openEngine} />
  </StrictMode>,
);
