import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportsReadme } from '../../src/headless/reportsReadme';
import { reports } from '../../src/reports/registry';

it('src/reports/README.md is what the registry says; if not, run npm run docs:reports', () => {
  const path = join(import.meta.dirname, '../../src/reports/README.md');
  expect(readFileSync(path, 'utf8')).toBe(reportsReadme(reports));
});
