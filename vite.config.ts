import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Plugin, runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';
import { securityHeaders } from './src/headless/securityHeaders.ts';

/** The sample ledger beside the page: the development server finds it in the project, a build takes it along. */
function sampleLedger(): Plugin {
  return {
    name: 'sample-ledger',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync('sample-data').filter((file) => /\.(csv|json)$/.test(file)))
        this.emitFile({
          type: 'asset',
          fileName: `sample-data/${name}`,
          source: readFileSync(`sample-data/${name}`),
        });
    },
  };
}

/** One file of texts a language, made of the catalogue: a reader loads the one that is shown. */
export function languageTexts(): Plugin {
  const prefix = 'virtual:texts/';
  const readCatalogue = () =>
    runnerImport<typeof import('./src/i18n/textFile.ts')>(
      join(import.meta.dirname, 'src/i18n/textFile.ts'),
    );
  let reading: ReturnType<typeof readCatalogue> | undefined;
  return {
    name: 'language-texts',
    resolveId: {
      filter: { id: /^virtual:texts\// },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:texts\// },
      async handler(id) {
        // The languages are asked for together: the catalogue is read once for all of them.
        reading ??= readCatalogue().finally(() => {
          reading = undefined;
        });
        const made = await reading;
        for (const file of made.dependencies) this.addWatchFile(file);
        return made.module.textFile(id.slice(`\0${prefix}`.length));
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), sampleLedger(), languageTexts()],
  worker: { format: 'es', plugins: () => [languageTexts()] },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, manifest: true },
  preview: { headers: securityHeaders, host: 'localhost', port: 4173 },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    setupFiles: ['tests/loadTexts.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
