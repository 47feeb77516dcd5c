import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from './version';

it('the version in outputs is the version of the package', () => {
  const manifest: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(version).toBe(manifest.version);
});
