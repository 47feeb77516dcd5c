import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtSite } from './site';

const kilobytesMax = 350;

const manifestShape = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

let folder: string;
let manifest: z.infer<typeof manifestShape>;

/** The scripts that some chunks need before they run: themselves and what they import, at any depth. */
function needed(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const chunk = manifest[name];
    expect(chunk, `the manifest knows ${name}`).toBeDefined();
    chunk?.imports.forEach(visit);
  };
  entries.forEach(visit);
  return new Set([...found].map((name) => manifest[name]?.file ?? name));
}

beforeAll(async () => {
  folder = await builtSite();
  manifest = manifestShape.parse(
    JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')),
  );
});

describe('the first load', () => {
  const shell = ['index.html', 'src/features/overview/OverviewPage.tsx', 'virtual:texts/es'];

  it(`needs at most ${kilobytesMax} KB of JavaScript for the frame and its first page`, () => {
    const sizes = [...needed(...shell)].map((file) => ({
      file,
      bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    }));
    const kilobytes = sizes.reduce((all, { bytes }) => all + bytes, 0) / 1024;
    expect(
      kilobytes,
      `${kilobytes.toFixed(1)} KB gzip in ${sizes.length} scripts`,
    ).toBeLessThanOrEqual(kilobytesMax);
    // A sum of next to nothing would mean that the manifest was read wrongly.
    expect(kilobytes).toBeGreaterThan(50);
  });

  it('waits for neither grid, nor charts, nor engine', () => {
    const scripts = needed(...shell);
    for (const heavy of [
      'src/grid/ReportGrid.tsx',
      'src/charts/AgingTrend.tsx',
      'src/engine/duckdb-browser/open.ts',
    ]) {
      const file = manifest[heavy]?.file;
      expect(file, `${heavy} is a chunk of its own`).toBeDefined();
      expect([...scripts]).not.toContain(file);
    }
  });
});
