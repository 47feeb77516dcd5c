/**
 * Workspaces on a storage that fails, one for each seed.
 *
 *   npm run soak:storage -- --seeds 100000   # the seeds 1 to 100,000
 *   npm run soak:storage -- --seed 4711      # this one again
 */
import { parseArgs } from 'node:util';
import { simulate } from './simulation';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const first = values.seed === undefined ? 1 : Number(values.seed);
const last = values.seed === undefined ? Number(values.seeds) : first;
const started = performance.now();
let failed = 0;
for (let seed = first; seed <= last; seed += 1)
  await simulate(seed).catch((error: unknown) => {
    failed += 1;
    console.error(`seed ${seed}:`, error);
  });
const seconds = (performance.now() - started) / 1000;
const count = last - first + 1;
console.log(
  `${count - failed} of ${count} seeds hold, ${(count / seconds).toFixed(0)} seeds a second`,
);
if (failed > 0 || !(count > 0)) process.exitCode = 1;
