/**
 * Tabs of one workspace in a real browser, one schedule for each seed.
 *
 *   npm run soak:tabs -- --seeds 50   # the seeds 1 to 50
 *   npm run soak:tabs -- --seed 7     # this one again
 */
import { parseArgs } from 'node:util';
import { runSchedule } from './schedule';
import { openTabs } from './tabs';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '50' }, seed: { type: 'string' } },
});
const first = values.seed === undefined ? 1 : Number(values.seed);
const last = values.seed === undefined ? Number(values.seeds) : first;
const tabs = await openTabs();
let failed = 0;
let acknowledged = 0;
for (let seed = first; seed <= last; seed += 1)
  try {
    acknowledged += await runSchedule(tabs, seed);
  } catch (error) {
    failed += 1;
    console.error(`schedule ${seed}:`, error);
  }
await tabs.close();
const count = last - first + 1;
console.log(
  `${count - failed} of ${count} schedules hold, ${acknowledged} events were acknowledged`,
);
if (failed > 0 || !(count > 0)) process.exitCode = 1;
