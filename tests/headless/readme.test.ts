import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limits } from '../../src/importers/limits';
import { reports } from '../../src/reports/registry';

const project = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');
const readme = read('README.md');

describe('README.md', () => {
  it('names only scripts that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?(start|test|[a-z:]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'ci' && name !== 'run');
    expect(named.length).toBeGreaterThan(8);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });

  it('names only reports that there are, with parameters that they take', () => {
    const commands = [...readme.matchAll(/report -- ([a-z-]+) --data \S+((?: --param \S+)*)/g)];
    expect(commands.length).toBeGreaterThan(2);
    for (const [text, id, params = ''] of commands) {
      const pairs = [...params.matchAll(/--param (\S+?)=(\S+)/g)].map((match) => [
        match[1],
        match[2],
      ]);
      const report = reports.find((one) => one.id === id);
      expect(report?.bind(Object.fromEntries(pairs)).ok, text).toBe(true);
    }
  });

  it('states the limits that the importer has', () => {
    for (const limit of [limits.cellBytesMax, limits.columnsMax])
      expect(readme).toContain(limit.toLocaleString('en'));
    expect(readme).toContain(`${limits.repairBytesMax / 1_000_000} MB`);
  });

  it.each(['README.md', 'src/README.md', 'sample-data/README.md'])(
    'the links of %s lead to files of the project',
    (file) => {
      const links = [...read(file).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
      for (const link of links.filter((one) => !/^https?:/.test(one)))
        expect(() => readFileSync(join(project, file, '..', link)), link).not.toThrow('ENOENT');
    },
  );
});

it('src/README.md maps every folder of src, as the dependency rule does', () => {
  const folders = readdirSync(join(project, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const mapped = [...read('src/README.md').matchAll(/^\| `([a-z0-9]+)` \|/gm)].map(
    (m) => m[1] ?? '',
  );
  expect(mapped.toSorted()).toEqual(folders);
  const cruiser = createRequire(import.meta.url)(join(project, '.dependency-cruiser.cjs'));
  const { forbidden } = z
    .object({ forbidden: z.array(z.object({ name: z.string() })) })
    .parse(cruiser);
  const ruled = forbidden.flatMap(({ name }) => (name.startsWith('layer-') ? [name.slice(6)] : []));
  expect(ruled.toSorted()).toEqual(folders);
});
