import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
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

export default defineConfig({
  base: './',
  plugins: [react(), sampleLedger()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, manifest: true },
  preview: { headers: securityHeaders, host: 'localhost', port: 4173 },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
